import { compareCodePoints } from "../core/index.js";
import { get, values } from "./hash-map.js";
import { isOverdraft } from "./keys.js";
import { inOrderOfArrival, type Seat, type Session, type UnitRow } from "./rows.js";
import type { Application } from "./session.js";
import { serves, type Site } from "./site.js";
import type { SeatState } from "./state.js";
import type { UnitKind } from "./unit.js";

/** A seat that is taken, and by whom. */
export interface Holder {
  readonly license: string;
  /** What holds it: a computer, a terminal session, a session; an application server holds a server license. */
  readonly kind: UnitKind;
  /** The unit's key: with the license it names the seat, to `release` and `return` it. */
  readonly unit: string;
  /** Who took it; of a server license, nobody. */
  readonly user: string | null;
  readonly computer: string;
  readonly terminalSession: string | null;
  /** Since when. Milliseconds since 1970 UTC. */
  readonly since: number;
  /**
   * `in-use`: sessions run in it. `lingering`, `borrowed`: none does, and it stays with its unit. `runs-on`: its license is
   * gone or does not count any more; the sessions run on to their end, and it counts nowhere (AL-17).
   */
  readonly state: "in-use" | "lingering" | "borrowed" | "runs-on";
  /** Whether it is beyond the seats of the licenses: then it counts there, whatever becomes of its license. @rule AL-19 */
  readonly beyond: boolean;
  /** When it becomes free by itself, where it does. */
  readonly freeAt: number | null;
  /** By since when they run, then by id. */
  readonly sessions: readonly HeldSession[];
}

/** A session that a seat serves. */
export interface HeldSession {
  readonly session: string;
  readonly application: Application;
  readonly infobase: string;
  readonly user: string;
  readonly since: number;
  readonly leaseUntil: number | null;
}

/**
 * Who holds the seats: for each, the user, the computer, the sessions, since when. By license, then by since when, then by
 * unit. Looks at every session once.
 *
 * @rule AL-20
 * @source S3 ("you can view active sessions in the server console")
 * @example
 * ```ts
 * import { holders, seats } from "licit/allocation";
 *
 * holders(seats.initialState()); // → []
 * ```
 */
export function holders(state: SeatState): readonly Holder[] {
  const { at, site, sessions, units, servers } = state;
  return holdersIn({ at, site, sessions: values(sessions), units: [...values(units), ...values(servers)] });
}

/** The rows of a state. */
export interface SeatRows {
  readonly at: number;
  readonly site: Site;
  readonly sessions: Iterable<Session>;
  readonly units: Iterable<UnitRow>;
}

/** {@link holders} of a state that is kept elsewhere. */
export function holdersIn({ at, site, sessions, units }: SeatRows): readonly Holder[] {
  const bySeat = sessionsBySeat(sessions);
  const all: Holder[] = [];
  for (const row of units)
    for (const seat of row.seats)
      all.push(holderOf(row, seat, bySeat.get(row.unit)?.get(seat.license) ?? [], stateOf(seat, site, at)));
  return all.sort(
    (a, b) => compareCodePoints(a.license, b.license) || a.since - b.since || compareCodePoints(a.unit, b.unit),
  );
}

function sessionsBySeat(sessions: Iterable<Session>): ReadonlyMap<string, ReadonlyMap<string, readonly Session[]>> {
  const units = new Map<string, Map<string, Session[]>>();
  for (const session of sessions) {
    for (const place of [session.seat, session.server]) {
      if (place === null) continue;
      const licenses = units.get(place.unit) ?? new Map<string, Session[]>();
      const others = licenses.get(place.license) ?? [];
      others.push(session);
      units.set(place.unit, licenses.set(place.license, others));
    }
  }
  return units;
}

function holderOf(row: UnitRow, seat: Seat, sessions: readonly Session[], state: Holder["state"]): Holder {
  const { license, user, computer, terminalSession, since, freeAt } = seat;
  return {
    license,
    kind: row.kind,
    unit: row.unit,
    user: row.kind === "server" ? null : user,
    computer,
    terminalSession,
    since,
    state,
    beyond: isOverdraft(seat.pool),
    freeAt,
    sessions: [...sessions].sort(inOrderOfArrival).map(({ facts, since: from, leaseUntil }) => ({
      session: facts.session,
      application: facts.application,
      infobase: facts.infobase,
      user: facts.user,
      since: from,
      leaseUntil,
    })),
  };
}

function stateOf({ license, pool, sessions, borrowedUntil }: Seat, site: Site, at: number): Holder["state"] {
  const installed = get(site.licenses, license);
  if (!isOverdraft(pool) && (installed === undefined || !serves(installed))) return "runs-on";
  if (sessions > 0) return "in-use";
  return borrowedUntil !== null && borrowedUntil > at ? "borrowed" : "lingering";
}
