import { parseCenterEvent, type CenterEvent } from "licit/center";
import type { KitNumber } from "licit/pins";
import { isDuplicate, isStatementsFault, type Database } from "./database.js";
import { inBatches } from "./in-batches.js";

/** What happened, kit by kit. Events are added, never changed. */
export interface EventStore {
  /** The events of a kit behind the first `known`, in order. */
  read(kit: KitNumber, known: number): Promise<readonly CenterEvent[]>;
  /**
   * Adds events behind the first `known`, all or none. Answers `false` where others were added meanwhile: whoever decided
   * without them decides again.
   */
  append(kit: KitNumber, known: number, events: readonly CenterEvent[]): Promise<boolean>;
  /** Kits that were sold: whose number begins so, or whose buyer, name or PINs have that in them. The latest first. */
  sold(sought: string, limit: number): Promise<readonly KitNumber[]>;
  /** Kits with letters for an additional PIN that wait, the longest first. */
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

const insert = `
  insert into event (kit, number, type, data, format)
  select kit, number, type, data::json, $5
  from unnest($1::text[], $2::integer[], $3::text[], $4::text[]) as added (kit, number, type, data)
  order by kit, number`; // two processes that lock in another order would wait for each other
const insertWhatFits = `${insert} on conflict (kit, number) do nothing returning kit`;

const readAll = `
  select event.kit, number, type, data
  from event join unnest($1::text[], $2::integer[]) as asked (kit, known) on event.kit = asked.kit and number > known
  order by event.kit, number`;

const MOST = 100;

/** Opens the table of events; `format` is the version of the machine that writes them. */
export async function openEventStore(database: Database, format: number): Promise<EventStore> {
  for (const statement of schema) await createOnce(database, statement);
  const common = { most: MOST, isOneItemsFault: (error: unknown) => isStatementsFault(error) || isUnreadable(error) };
  const read = inBatches({ ...common, work: (asked: readonly Asked[]) => readKits(database, asked) });
  const append = inBatches({ ...common, work: (added: readonly Added[]) => appendEach(database, added, format) });
  return {
    read: (kit, known) => read({ kit, known }),
    append: async (kit, known, events) => {
      // What could not be read back is not stored: the kit would be lost with it.
      for (const { type, data } of events) eventOf(kit, type, data);
      if (events.length === 1) return append({ kit, known, events });
      return appendTogether(database, { kit, known, events }, format);
    },
    sold: (sought, limit) =>
      kitsOf(
        database,
        `select kit from event
         where type = 'kit-registered' and (starts_with(kit, $1) or position(lower($1) in lower(data::text)) > 0)
         order by written desc, kit limit $2`,
        [sought, limit],
      ),
    withLetters: (limit) =>
      kitsOf(
        database,
        `select kit from event as asked
         where type = 'additional-pin-requested' and not exists (
           select from event as answered
           where answered.kit = asked.kit and answered.number > asked.number
             and answered.type in ('additional-pin-issued', 'additional-pin-denied')
             and coalesce(answered.data ->> 'pin', answered.data -> 'pins' -> 'data' ->> 'replaces') = asked.data ->> 'pin'
         )
         group by kit order by min(written), kit limit $1`,
        [limit],
      ),
    async ping() {
      await database.query("select 1");
    },
  };
}

interface Asked {
  readonly kit: KitNumber;
  readonly known: number;
}

interface Row {
  readonly kit: string;
  readonly number: number;
  readonly type: string;
  readonly data: unknown;
}

async function readKits(database: Database, asked: readonly Asked[]): Promise<readonly (readonly CenterEvent[])[]> {
  // Of a kit that several ask for, from the earliest on.
  const known = new Map<KitNumber, number>();
  for (const one of asked) known.set(one.kit, Math.min(one.known, known.get(one.kit) ?? one.known));
  const rows = await database.query<Row>(readAll, [[...known.keys()], [...known.values()]]);
  return asked.map(({ kit, known: from }) =>
    rows.filter((row) => row.kit === kit && row.number > from).map(({ type, data }) => eventOf(kit, type, data)),
  );
}

interface Added extends Asked {
  readonly events: readonly CenterEvent[];
}

/** Of a kit to which several add, the first does; whoever lost, to these or to others, is told so. */
async function appendEach(database: Database, added: readonly Added[], format: number): Promise<readonly boolean[]> {
  const first = added.filter((one, at) => added.findIndex(({ kit }) => kit === one.kit) === at);
  const stored = await database.query<{ kit: string }>(insertWhatFits, [...columnsOf(first), format]);
  const kits = new Set(stored.map(({ kit }) => kit));
  return added.map((one) => first.includes(one) && kits.has(one.kit));
}

/** Several events of one decision: all of them, or none. */
async function appendTogether(database: Database, added: Added, format: number): Promise<boolean> {
  try {
    await database.query(insert, [...columnsOf([added]), format]);
    return true;
  } catch (error) {
    if (isDuplicate(error)) return false;
    throw error;
  }
}

function columnsOf(added: readonly Added[]): readonly (readonly (string | number)[])[] {
  const rows = added.flatMap(({ kit, known, events }) =>
    events.map(({ type, data }, at) => [kit, known + at + 1, type, JSON.stringify(data)] as const),
  );
  return [rows.map(([kit]) => kit), rows.map((row) => row[1]), rows.map((row) => row[2]), rows.map((row) => row[3])];
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
  const message = `kit ${kit}: an event is malformed at ${JSON.stringify(fault?.path ?? [])}`;
  throw Object.assign(new Error(message), { code: UNREADABLE });
}

const UNREADABLE = "center/unreadable-event";

function isUnreadable(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === UNREADABLE;
}
