import { handle } from "licit";
import {
  decideSeats,
  emptySite,
  foldSeats,
  plan,
  seats,
  type KitSize,
  type PoolRow,
  type SeatCommand,
  type SeatState,
  type SeatStore,
  type Session,
  type Site,
  type UnitRow,
} from "licit/allocation";
import { produce } from "immer";
import { contest, report } from "./harness.js";

const topology = {
  computers: [{ id: "APP-1", roles: ["application-server" as const] }, { id: "BUH-31" }],
  infobases: [{ id: "accounts", mode: "client-server" as const, server: "APP-1" }],
};
const opening: readonly SeatCommand[] = [
  { type: "configure", data: { topology, at: 1 } },
  { type: "install", data: { license: { type: "server", license: "server", computer: "APP-1", bits: 64 }, at: 1 } },
  ...Array.from({ length: 20 }, (_, n): SeatCommand => {
    const license = { type: "multi-user", license: `clients-${String(n)}`, computer: "APP-1", seats: 100_000 } as const;
    return { type: "install", data: { license, at: 1 } };
  }),
];

const idOf = (n: number): string => `session-${String(n)}`;
const start = (n: number, at: number): SeatCommand => ({
  type: "start",
  data: {
    session: idOf(n),
    application: "thin-client",
    infobase: "accounts",
    user: `user-${String(n % 977)}`,
    computer: "BUH-31",
    at,
  },
});
const end = (n: number, at: number): SeatCommand => ({ type: "end", data: { session: idOf(n), at } });

/** A site with so many sessions. */
function stateWith(count: number, policies = {}, at: (n: number) => number = () => 2): SeatState {
  let state = seats.initialState();
  const ask = (command: SeatCommand): void => {
    const { decision, state: next } = handle(seats, command, state);
    if (!decision.ok) throw new Error(JSON.stringify(decision.error));
    state = next;
  };
  for (const command of opening)
    ask(command.type === "configure" ? { ...command, data: { ...command.data, policies } } : command);
  const order = [...Array(count).keys()].sort((a, b) => at(a) - at(b));
  for (const n of order) ask(start(n, at(n)));
  return state;
}

/** The same in a server's own maps. */
function mapsWith(count: number): SeatStore {
  let at = 0;
  let site: Site = emptySite;
  const sessions = new Map<string, Session>();
  const units = new Map<string, UnitRow>();
  const pools = new Map<string, PoolRow>();
  const put = <T>(map: Map<string, T>, key: string, value: T | null): void => {
    if (value === null) map.delete(key);
    else map.set(key, value);
  };
  const store: SeatStore = {
    at: () => at,
    site: () => site,
    session: (id) => sessions.get(id),
    unit: (key) => units.get(key),
    pool: (key) => pools.get(key),
    due: () => [],
    sessionsOf: () => sessions.values(),
    putAt: (now) => void (at = now),
    putSite: (next) => void (site = next),
    putSession: (id, row) => {
      put(sessions, id, row);
    },
    putUnit: (key, row) => {
      put(units, key, row);
    },
    putPool: (key, row) => {
      put(pools, key, row);
    },
  };
  for (const command of opening) obey(store, command);
  for (let n = 0; n < count; n++) obey(store, start(n, 2));
  return store;
}

function obey(store: SeatStore, command: SeatCommand): void {
  const decision = decideSeats(command, store);
  if (!decision.ok) throw new Error(JSON.stringify(decision));
  for (const event of decision.events) foldSeats(store, event);
}

/** The same sessions, as a store does that copies what it changes. */
interface Copied {
  readonly sessions: { readonly [id: string]: { readonly license: string; readonly user: string } };
  readonly used: { readonly [license: string]: number };
}

function copiedWith(count: number): Copied {
  const rows = Array.from({ length: count }, (_, n) => [idOf(n), { license: "clients-0", user: "u" }] as const);
  return { sessions: Object.fromEntries(rows), used: { "clients-0": count } };
}

function bySpread(state: Copied, id: string): Copied {
  const { [id]: _, ...sessions } = state.sessions;
  const { "clients-0": used = 0, ...others } = state.used;
  const ended = { sessions, used: { ...others, "clients-0": used - 1 } };
  return {
    sessions: { ...ended.sessions, [id]: { license: "clients-0", user: "u" } },
    used: { ...ended.used, "clients-0": used },
  };
}

type Draft = { sessions: Record<string, { license: string; user: string }>; used: Record<string, number> };

function byImmer(state: Copied, id: string): Copied {
  const ended = produce(state as Draft, (draft) => {
    Reflect.deleteProperty(draft.sessions, id);
    draft.used["clients-0"] = (draft.used["clients-0"] ?? 0) - 1;
  });
  return produce(ended, (draft) => {
    draft.sessions[id] = { license: "clients-0", user: "u" };
    draft.used["clients-0"] = (draft.used["clients-0"] ?? 0) + 1;
  });
}

console.log("| work | measured | wanted | reached |\n|---|---|---|---|");

const growth: { ours: number; bare: number }[] = [];
for (const count of [100, 10_000, 1_000_000]) {
  const sessions = count.toLocaleString("en");
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  let state = stateWith(count);
  globalThis.gc?.();
  const bytes = (process.memoryUsage().heapUsed - before) / count;
  const store = mapsWith(count);
  const bare = new Map<string, object>();
  for (let n = 0; n < count; n++) bare.set(idOf(n), { n });
  let next = 0;
  const pick = (): number => (next = (next + 48_271) % count);
  const ours = (): unknown => {
    const n = pick();
    state = handle(seats, end(n, 3), state).state;
    return (state = handle(seats, start(n, 3), state).state);
  };
  const maps = (): unknown => {
    const n = pick();
    obey(store, end(n, 3));
    obey(store, start(n, 3));
    return store;
  };
  const plain = (): unknown => {
    const id = idOf(pick());
    bare.delete(id);
    return bare.set(id, { id });
  };
  const wanted = count > 10_000 ? 6 : 4;
  const own = contest(maps, ours);
  const what = `end + start at ${sessions} sessions, against the same over one's own maps`;
  report(what, `${own.ratio.toFixed(1)} times as long`, `at most ${String(wanted)}`, own.ratio <= wanted);
  const beside = contest(plain, ours, 21);
  growth.push({ ours: beside.peer, bare: beside.ours });
  const perSecond = (2e9 / beside.peer).toLocaleString("en", { maximumSignificantDigits: 2 });
  const bareSecond = (2e9 / beside.ours).toLocaleString("en", { maximumSignificantDigits: 2 });
  report(`decisions a second at ${sessions} sessions`, `${perSecond}; a bare Map's set and delete ${bareSecond}`);
  if (count === 1_000_000)
    report(`memory of a session at ${sessions}`, `${bytes.toFixed(0)} bytes`, "at most 1,000", bytes <= 1_000);
  if (count !== 10_000) continue;
  for (const [name, copy] of [
    ["spread", bySpread],
    ["immer", byImmer],
  ] as const) {
    let copied = copiedWith(count);
    const peer = (): unknown => (copied = copy(copied, idOf(pick())));
    const { ratio } = contest(ours, peer, 11);
    report(
      `end + start at ${sessions} sessions, against copying state (${name})`,
      `${ratio.toFixed(0)} times as fast`,
      "100 times",
      ratio >= 100,
    );
  }
}
const [few, many] = [growth[0], growth[2]];
if (few !== undefined && many !== undefined) {
  const [ours, bare] = [many.ours / few.ours, many.bare / few.bare];
  const figure = `${ours.toFixed(1)}; a bare Map ${bare.toFixed(1)}`;
  report("growth from 100 to 1,000,000 sessions", figure, "at most 2 times the Map's", ours <= 2 * bare);
}

const leased = stateWith(1_000_000, { leaseMs: 1_000_000 }, (n) => (n % 100_000 === 0 ? 2 : 3));
const tick = (): unknown => handle(seats, { type: "tick", data: { at: 1_000_002 } }, leased);
const ended = handle(seats, { type: "tick", data: { at: 1_000_002 } }, leased).decision;
if (!ended.ok || ended.events.filter(({ type }) => type === "session-ended").length !== 10)
  throw new Error("not ten leases");
const begun = contest(() => handle(seats, start(2_000_000, 3), leased), tick, 21);
report(
  "a tick that ends 10 leases of 1,000,000, against one start",
  `${begun.ratio.toFixed(0)} times as long`,
  "at most 100",
  begun.ratio < 100,
);

const kitSizes: readonly KitSize[] = [
  ...[1, 5, 10, 20].map((size) => ({
    kit: `client-${String(size)}`,
    seats: size,
    sets: size === 1 ? (["single-user"] as const) : (["single-user", "multi-user"] as const),
  })),
  ...[50, 100, 300, 500].map((size) => ({ kit: `client-${String(size)}`, seats: size, sets: ["multi-user"] as const })),
  { kit: "dongle-50", seats: 50, sets: ["dongle"] },
];
const crowd = {
  mode: "client-server",
  workstations: { people: 4_003, sessions: 2 },
  terminalUsers: { people: 4_997, sessions: 3 },
  webUsers: { people: 1_000 },
} as const;
const before = process.hrtime.bigint();
if (!plan(crowd, kitSizes).ok) throw new Error("the bench's own demand is refused");
const planned = Number(process.hrtime.bigint() - before) / 1e6;
report("a plan for 10,000 people, cold", `${planned.toFixed(0)} ms`, "under 1,000", planned < 1_000);
