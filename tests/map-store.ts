// A server's own tables, as one would keep them: rows of JSON text, so that each reading gives fresh objects. What is due is
// found by looking at all of them.
import {
  emptySite,
  inOrderOfTime,
  parseSite,
  storedSite,
  type Site,
  type Deadline,
  type PoolRow,
  type SeatStore,
  type Session,
  type UnitRow,
} from "licit/allocation";

export function mapStore(): SeatStore {
  let at = 0;
  let site = emptySite;
  const sessions = tableOf<Session>();
  const units = tableOf<UnitRow>();
  const pools = tableOf<PoolRow>();
  return {
    at: () => at,
    site: () => site,
    session: (id) => sessions.get(id),
    unit: (key) => units.get(key),
    pool: (key) => pools.get(key),
    due(until) {
      const leases = sessions
        .all()
        .flatMap(({ facts, leaseUntil }): Deadline[] =>
          leaseUntil === null ? [] : [{ at: leaseUntil, of: "session", id: facts.session }],
        );
      const idle = units
        .all()
        .flatMap(({ unit, seats }) =>
          seats.flatMap(({ freeAt }): Deadline[] => (freeAt === null ? [] : [{ at: freeAt, of: "unit", id: unit }])),
        );
      return [...leases, ...idle].filter((deadline) => deadline.at <= until).sort(inOrderOfTime);
    },
    sessionsOf: (license) =>
      sessions.all().filter(({ seat, server }) => seat?.license === license || server?.license === license),
    putAt: (now) => void (at = now),
    putSite: (next) => void (site = siteIn(JSON.stringify(storedSite(next)))),
    putSession: (id, row) => {
      sessions.put(id, row);
    },
    putUnit: (key, row) => {
      units.put(key, row);
    },
    putPool: (key, row) => {
      pools.put(key, row);
    },
  };
}

function siteIn(text: string): Site {
  const parsed = parseSite(JSON.parse(text));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
}

function tableOf<T>() {
  const rows = new Map<string, string>();
  const read = (text: string): T => JSON.parse(text) as T; // as it was written
  return {
    get(key: string): T | undefined {
      const text = rows.get(key);
      return text === undefined ? undefined : read(text);
    },
    all: (): T[] => [...rows.values()].map(read),
    put(key: string, row: T | null): void {
      if (row === null) rows.delete(key);
      else rows.set(key, JSON.stringify(row));
    },
  };
}
