import type { PoolRow, Session, UnitRow } from "./rows.js";
import type { SeatStore, SeatView } from "./store.js";

/**
 * A store over a state that is only read: what is written stays in it, for as long as a decision takes that has to see
 * what it has decided so far.
 */
export function overlayOn(view: SeatView): SeatStore {
  let at = view.at();
  let site = view.site();
  const sessions = new Map<string, Session | null>();
  const units = new Map<string, UnitRow | null>();
  const pools = new Map<string, PoolRow | null>();
  return {
    at: () => at,
    site: () => site,
    session: (id) => over(sessions, id, () => view.session(id)),
    unit: (key) => over(units, key, () => view.unit(key)),
    pool: (key) => over(pools, key, () => view.pool(key)),
    due: (until) => view.due(until),
    *sessionsOf(license) {
      const serves = ({ seat, server }: Session): boolean => seat?.license === license || server?.license === license;
      for (const session of view.sessionsOf(license)) if (!sessions.has(session.facts.session)) yield session;
      for (const session of sessions.values()) if (session !== null && serves(session)) yield session;
    },
    putAt: (now) => void (at = now),
    putSite: (next) => void (site = next),
    putSession: (id, session) => void sessions.set(id, session),
    putUnit: (key, unit) => void units.set(key, unit),
    putPool: (key, pool) => void pools.set(key, pool),
  };
}

/** What was written, or else what is read. */
function over<T>(written: ReadonlyMap<string, T | null>, key: string, read: () => T | undefined): T | undefined {
  const own = written.get(key);
  return own === undefined ? read() : (own ?? undefined);
}
