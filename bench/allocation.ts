import { handle } from "licit";
import {
  decideSeats,
  emptySite,
  foldSeats,
  seats,
  type PoolRow,
  type SeatCommand,
  type SeatState,
  type SeatStore,
  type Session,
  type Site,
  type UnitRow,
} from "licit/allocation";
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

function must<T extends { readonly ok: boolean }>(decision: T): T {
  if (!decision.ok) throw new Error(`the bench's own command is refused: ${JSON.stringify(decision)}`);
  return decision;
}

/** A site with so many sessions. */
function stateWith(count: number, policies = {}): SeatState {
  let state = seats.initialState();
  const ask = (command: SeatCommand): void => {
    const { decision, state: next } = handle(seats, command, state);
    must(decision);
    state = next;
  };
  for (const command of opening)
    ask(command.type === "configure" ? { ...command, data: { ...command.data, policies } } : command);
  for (let n = 0; n < count; n++) ask(start(n, 2));
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

console.log("| work | measured | wanted | reached |\n|---|---|---|---|");
const bares: number[] = [];
const own: number[] = [];
for (const count of [100, 10_000, 1_000_000]) {
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
    state = handle(seats, start(n, 3), state).state;
    return state;
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
    bare.set(id, { id });
    return bare;
  };
  const wanted = count > 10_000 ? 6 : 4;
  const against = contest(maps, ours);
  const ratio = against.ratio;
  report(
    `end + start at ${count} sessions, against one's own maps`,
    `${ratio.toFixed(2)} (${against.peer.toFixed(0)} ns, ${against.ours.toFixed(0)} ns)`,
    `at most ${wanted}`,
    ratio <= wanted,
  );
  const bareRun = contest(plain, ours, 21);
  bares.push(bareRun.ours);
  own.push(bareRun.peer);
  report(`bare Map at ${count}`, `${bareRun.ours.toFixed(0)} ns; ${(1e9 / bareRun.peer).toFixed(0)} pairs a second`);
  report(`memory a session`, `${bytes.toFixed(0)} bytes`, "1000", bytes <= 1000);
}
console.log(
  own.map((x) => x / own[0]!),
  bares.map((x) => x / bares[0]!),
);
