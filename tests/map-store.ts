// A server's own tables, as one would keep them: maps of rows. What is due is found by looking at all of them.
import {
  emptySite,
  inOrderOfTime,
  type Deadline,
  type PoolRow,
  type SeatStore,
  type Session,
  type UnitRow,
} from "licit/allocation";

export function mapStore(): SeatStore {
  let at = 0;
  let site = emptySite;
  const sessions = new Map<string, Session>();
  const units = new Map<string, UnitRow>();
  const pools = new Map<string, PoolRow>();
  const put = <T>(rows: Map<string, T>, key: string, row: T | null): void => {
    if (row === null) rows.delete(key);
    else rows.set(key, row);
  };
  return {
    at: () => at,
    site: () => site,
    session: (id) => sessions.get(id),
    unit: (key) => units.get(key),
    pool: (key) => pools.get(key),
    due(until) {
      const leases = [...sessions.values()].flatMap(({ facts, leaseUntil }): Deadline[] =>
        leaseUntil === null ? [] : [{ at: leaseUntil, of: "session", id: facts.session }],
      );
      const idle = [...units.values()].flatMap(({ key, seats }) =>
        seats.flatMap(({ freeAt }): Deadline[] => (freeAt === null ? [] : [{ at: freeAt, of: "unit", id: key }])),
      );
      return [...leases, ...idle].filter((deadline) => deadline.at <= until).sort(inOrderOfTime);
    },
    sessionsOf: (license) =>
      [...sessions.values()].filter(({ seat, server }) => seat?.license === license || server?.license === license),
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
}
