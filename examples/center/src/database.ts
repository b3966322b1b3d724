import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import pg from "pg";
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

async function embedded(folder: string): Promise<Database> {
  const database = await PGlite.create(folder);
  return {
    query: async <Row>(sql: string, parameters: readonly unknown[] = []) =>
      (await database.query<Row>(sql, [...parameters])).rows,
    close: () => database.close(),
  };
}

function remote(connectionString: string): Database {
  const pool = new pg.Pool({ connectionString, max: 10, connectionTimeoutMillis: 10_000 });
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
  return error instanceof Error && "code" in error && error.code === "23505";
}
