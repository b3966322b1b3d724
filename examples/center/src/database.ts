import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import pg from "pg";
import { writeOut } from "./files.js";
import type { Settings } from "./settings.js";

/** A PostgreSQL, embedded or not: the same SQL goes to either. */
export interface Database {
  query<Row>(sql: string, parameters?: readonly unknown[]): Promise<readonly Row[]>;
  close(): Promise<void>;
}

/** The one of `DATABASE_URL`, or the one in the data folder. */
export async function openDatabase({ databaseUrl, data }: Pick<Settings, "databaseUrl" | "data">): Promise<Database> {
  return databaseUrl === undefined ? embedded(join(data, "events")) : remote(databaseUrl);
}

/**
 * PGlite runs with `fsync = off`. Its log is written out here, before anybody is told; what a checkpoint moves out of the log
 * is not, so that a power cut can still destroy it. Who sells licenses takes a real PostgreSQL.
 */
async function embedded(folder: string): Promise<Database> {
  const database = await PGlite.create(folder);
  await writeOut(folder);
  return {
    async query<Row>(sql: string, parameters: readonly unknown[] = []) {
      const { rows } = await database.query<Row>(sql, [...parameters]);
      if (!/^\s*select/i.test(sql)) await writeOut(join(folder, "pg_wal"));
      return rows;
    },
    close: () => database.close(),
  };
}

function remote(connectionString: string): Database {
  const pool = new pg.Pool({ connectionString, max: 10, connectionTimeoutMillis: 10_000, query_timeout: 10_000 });
  // A connection that breaks while nobody uses it: the next query takes another.
  pool.on("error", () => undefined);
  return {
    query: async <Row>(sql: string, parameters: readonly unknown[] = []) =>
      // The caller says what its SQL selects, as with the embedded one.
      (await pool.query(sql, [...parameters])).rows as readonly Row[],
    close: () => pool.end(),
  };
}

/** Whether a statement was refused because such a row is there already. */
export function isDuplicate(error: unknown): boolean {
  return sqlStateOf(error) === "23505";
}

/** Whether a statement was refused for what it says, and not because the database or the way to it is gone. */
export function isStatementsFault(error: unknown): boolean {
  const state = sqlStateOf(error);
  return state !== undefined && !["08", "53", "57"].includes(state.slice(0, 2));
}

function sqlStateOf(error: unknown): string | undefined {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return typeof code === "string" && /^[0-9A-Z]{5}$/.test(code) ? code : undefined;
}
