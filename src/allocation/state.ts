import { dueIn, withDeadline, type Deadlines } from "./deadlines.js";
import { get, remove, set, values, type HashMap } from "./hash-map.js";
import { isServerKey } from "./keys.js";
import type { Deadline, PoolRow, Session, UnitRow } from "./rows.js";
import { emptySite, type Site } from "./site.js";
import type { SeatStore } from "./store.js";

/**
 * A site at work. It never changes: what happens gives another state, which shares almost everything with the one before,
 * so that old ones stay valid and cost little. What is in it may be read; `snapshot` and `restore` carry it as JSON.
 */
export interface SeatState {
  /** The latest moment that it knows of. Milliseconds since 1970 UTC. */
  readonly at: number;
  readonly site: Site;
  readonly sessions: HashMap<Session>;
  readonly units: HashMap<UnitRow>;
  /** The units that are application servers: few, and changed by every session. */
  readonly servers: HashMap<UnitRow>;
  readonly pools: HashMap<PoolRow>;
  /** When leases run out, and idle seats become free. */
  readonly deadlines: Deadlines;
}

/** Nothing is known of it: `configure` comes first. */
export const emptyState: SeatState = {
  at: 0,
  site: emptySite,
  sessions: null,
  units: null,
  servers: null,
  pools: null,
  deadlines: null,
};

/** A store that starts with a state, and gives the state that came of it. */
export interface StateStore extends SeatStore {
  state(): SeatState;
}

/** Reads a state, and writes beside it. */
export function storeOf(state: SeatState): StateStore {
  let { at, site, sessions, units, servers, pools, deadlines } = state;
  const store: StateStore = {
    at: () => at,
    site: () => site,
    session: (id) => get(sessions, id),
    unit: (key) => get(isServerKey(key) ? servers : units, key),
    pool: (key) => get(pools, key),
    due: (until) => (deadlines === null ? nothing : dueIn(deadlines, until)),
    *sessionsOf(license) {
      for (const session of values(sessions))
        if (session.seat?.license === license || session.server?.license === license) yield session;
    },
    putAt(now) {
      at = now;
    },
    putSite(next) {
      site = next;
    },
    putSession(id, session) {
      const after = session?.leaseUntil ?? null;
      if (deadlines !== null || after !== null)
        deadlines = withDeadline(deadlines, "session", id, get(sessions, id)?.leaseUntil ?? null, after);
      sessions = session === null ? remove(sessions, id) : set(sessions, id, session);
    },
    putUnit(key, unit) {
      const after = freeAtOf(unit);
      if (deadlines !== null || after !== null)
        deadlines = withDeadline(deadlines, "unit", key, freeAtOf(store.unit(key)), after);
      if (isServerKey(key)) servers = unit === null ? remove(servers, key) : set(servers, key, unit);
      else units = unit === null ? remove(units, key) : set(units, key, unit);
    },
    putPool(key, pool) {
      pools = pool === null ? remove(pools, key) : set(pools, key, pool);
    },
    state: () => ({ at, site, sessions, units, servers, pools, deadlines }),
  };
  return store;
}

const nothing: readonly Deadline[] = [];

/** When the first idle seat of a unit becomes free. */
function freeAtOf(unit: UnitRow | null | undefined): number | null {
  let first: number | null = null;
  for (const { freeAt } of unit?.seats ?? []) if (freeAt !== null && (first === null || freeAt < first)) first = freeAt;
  return first;
}
