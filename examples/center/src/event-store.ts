import { parseCenterEvent, type CenterEvent } from "licit/center";
import type { KitNumber } from "licit/pins";
import { isDuplicate, type Database } from "./database.js";

/** What happened, kit by kit. Events are added, never changed. */
export interface EventStore {
  /** The events of a kit behind the first `known`, in order. */
  read(kit: KitNumber, known: number): Promise<readonly CenterEvent[]>;
  /**
   * Adds events behind the first `known`, all or none. Answers `false` where others were added meanwhile: whoever decided
   * without them decides again.
   */
  append(kit: KitNumber, known: number, events: readonly CenterEvent[]): Promise<boolean>;
  /** Numbers of kits that were sold and begin so, the latest first. */
  sold(beginning: string, limit: number): Promise<readonly KitNumber[]>;
  /** Kits with letters for an additional PIN, answered or not, the latest first. */
  withLetters(limit: number): Promise<readonly KitNumber[]>;
  /** Whether the database answers. */
  ping(): Promise<void>;
}

// `json`, not `jsonb`: an event is read back as it was written, to the character.
const schema = [
  `create table if not exists event (
    kit text not null,
    number integer not null,
    type text not null,
    data json not null,
    format integer not null,
    written timestamptz not null default now(),
    primary key (kit, number)
  )`,
  `create index if not exists event_sold on event (written desc, kit) where type = 'kit-registered'`,
  `create index if not exists event_letters on event (written desc, kit) where type = 'additional-pin-requested'`,
];

const append = `
  insert into event (kit, number, type, data, format)
  select $1, number, type, data::json, $5
  from unnest($2::integer[], $3::text[], $4::text[]) as added (number, type, data)`;

/** Opens the table of events; `format` is the version of the machine that writes them. */
export async function openEventStore(database: Database, format: number): Promise<EventStore> {
  for (const statement of schema) await createOnce(database, statement);
  return {
    async read(kit, known) {
      const sql = "select type, data from event where kit = $1 and number > $2 order by number";
      const rows = await database.query<{ type: string; data: unknown }>(sql, [kit, known]);
      return rows.map(({ type, data }) => eventOf(kit, type, data));
    },
    async append(kit, known, events) {
      const numbers = events.map((_, index) => known + index + 1);
      const types = events.map(({ type }) => type);
      const data = events.map((event) => JSON.stringify(event.data));
      try {
        await database.query(append, [kit, numbers, types, data, format]);
        return true;
      } catch (error) {
        if (isDuplicate(error)) return false;
        throw error;
      }
    },
    sold: (beginning, limit) =>
      kitsOf(
        database,
        "select kit from event where type = 'kit-registered' and starts_with(kit, $1) order by written desc, kit limit $2",
        [beginning, limit],
      ),
    withLetters: (limit) =>
      kitsOf(
        database,
        `select kit from event where type = 'additional-pin-requested'
         group by kit order by max(written) desc, kit limit $1`,
        [limit],
      ),
    async ping() {
      await database.query("select 1");
    },
  };
}

/** Of several centers that start together, one creates the table; PostgreSQL may tell the others that it is there. */
async function createOnce(database: Database, statement: string): Promise<void> {
  try {
    await database.query(statement);
  } catch (error) {
    if (!isDuplicate(error)) throw error;
  }
}

async function kitsOf(database: Database, sql: string, parameters: readonly unknown[]): Promise<readonly KitNumber[]> {
  return (await database.query<{ kit: string }>(sql, parameters)).map(({ kit }) => kit);
}

/** A row that is no event was not written by this program: the kit is left alone, and nothing is granted of it. */
function eventOf(kit: KitNumber, type: string, data: unknown): CenterEvent {
  const parsed = parseCenterEvent({ type, data });
  if (parsed.ok) return parsed.value;
  const [fault] = parsed.error.faults;
  throw new Error(`kit ${kit}: a stored event is malformed at ${JSON.stringify(fault?.path ?? [])}`);
}
