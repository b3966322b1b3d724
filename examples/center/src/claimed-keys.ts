import { isDuplicate, type Database } from "./database.js";

const table = `create table if not exists center (
  single boolean primary key default true check (single),
  public_keys text not null
)`;

/**
 * Whether the keys are those that this database began with: several processes on one database must sign with the same, or
 * customers spend PINs on licenses that no program takes. The first process says which they are.
 */
export async function areKeysOf(database: Database, publicKeys: string): Promise<boolean> {
  try {
    await database.query(table);
  } catch (error) {
    if (!isDuplicate(error)) throw error; // another process creates it at this moment
  }
  await database.query("insert into center (public_keys) values ($1) on conflict do nothing", [publicKeys]);
  const rows = await database.query<{ public_keys: string }>("select public_keys from center");
  return rows[0]?.public_keys === publicKeys;
}
