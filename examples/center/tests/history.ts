import { center, parseCenterEvent, type CenterEvent, type CenterState } from "licit/center";
import { pinReport } from "licit/pins";
import { checkAfter } from "../../simulation/src/invariants.js";
import { openDatabase } from "../src/database.js";
import type { Where } from "./customers.js";
import { valueOf } from "./vendor.js";

/** A kit's events, and what they fold into. */
export interface KitHistory {
  readonly kit: string;
  readonly events: readonly CenterEvent[];
  readonly state: CenterState;
}

interface Row {
  readonly kit: string;
  readonly number: number;
  readonly type: string;
  readonly data: unknown;
}

/**
 * The whole table of events, read and folded anew. Throws where a number is missing, an event is malformed, or something
 * does not hold after one. An embedded database is read when its center has stopped.
 */
export async function readHistories(where: Where): Promise<ReadonlyMap<string, KitHistory>> {
  const database = await openDatabase(where);
  try {
    const rows = await database.query<Row>("select kit, number, type, data from event order by kit, number");
    const byKit = byKitOf(rows);
    return new Map([...byKit].map(([kit, own]) => [kit, replayed(kit, own)]));
  } finally {
    await database.close();
  }
}

function replayed(kit: string, rows: readonly Row[]): KitHistory {
  let state = center.initialState();
  const events = rows.map(({ number, type, data }, index) => {
    if (number !== index + 1) throw new Error(`kit ${kit}: event ${number} stands in place ${index + 1}`);
    const event = valueOf(parseCenterEvent({ type, data }));
    const before = state;
    state = center.evolve(before, event);
    const faults = [...checkAfter(before, event, state), ...ungranted(before, event, state)];
    if (faults.length > 0) throw new Error(`kit ${kit}, event ${number}: ${faults.join("; ")}`);
    return event;
  });
  return { kit, events, state };
}

/** No PIN comes into use but by a grant of its own. */
function ungranted(before: CenterState, event: CenterEvent, after: CenterState): readonly string[] {
  const inUse = (state: CenterState): readonly string[] =>
    state.status === "registered"
      ? pinReport(state.pins).flatMap(({ pin, state: of }) => (of === "current" ? [pin] : []))
      : [];
  const was = inUse(before);
  return inUse(after)
    .filter((pin) => !was.includes(pin))
    .filter((pin) => event.type !== "license-granted" || event.data.pin !== pin)
    .map((pin) => `PIN ${pin} is in use, and nobody was granted it`);
}

/** The ids of all requests that a kit's events grant. */
export function grantsIn({ events }: KitHistory): readonly string[] {
  return events.flatMap((event) => (event.type === "license-granted" ? [event.data.request] : []));
}

/** The ids of requests that are still answered with the license that they were granted. @rule CE-07 */
export function rememberedIn({ state }: KitHistory): ReadonlySet<string> {
  if (state.status !== "registered") return new Set();
  const current = new Set(pinReport(state.pins).flatMap(({ pin, state: of }) => (of === "current" ? [pin] : [])));
  const licenses = state.licenses.flat().filter(({ pin }) => current.has(pin));
  return new Set(licenses.flatMap(({ made, again }) => [made, ...again].map(({ request }) => request)));
}

function byKitOf(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const kits = new Map<string, Row[]>();
  for (const row of rows) {
    const own = kits.get(row.kit);
    if (own === undefined) kits.set(row.kit, [row]);
    else own.push(row);
  }
  return kits;
}
