import { compareCodePoints } from "../core/index.js";
import type { SessionFacts } from "./session.js";
import type { UnitKind } from "./unit.js";

// What is kept of a site at work, row by row: plain JSON values, so that a server may keep them in tables of its own.

/** A session that runs. */
export interface Session {
  readonly facts: SessionFacts;
  /** When it started. Milliseconds since 1970 UTC. */
  readonly since: number;
  /** When its lease runs out; `null`: it has none. @rule AL-18 */
  readonly leaseUntil: number | null;
  /** The seat that serves it; `null`: it takes none (AL-10). */
  readonly seat: SeatPlace | null;
  /** The seat that its application server has under a server license; `null`: it needs none (AL-09). */
  readonly server: SeatPlace | null;
}

/** Which seat: whose, and of which license. */
export type SeatPlace = {
  readonly unit: string;
  readonly license: string;
};

/** A unit that holds seats: one, as a rule. More where one seat could not serve all of its sessions. @rule AL-15 */
export interface UnitRow {
  /** Its key, which means nothing but itself. */
  readonly unit: string;
  readonly kind: UnitKind;
  readonly seats: readonly Seat[];
}

/** A seat that is taken. */
export interface Seat {
  readonly license: string;
  /** Where it counts: see {@link PoolRow}. */
  readonly pool: string;
  /** The sessions that it serves. 0: it lingers, or is borrowed. */
  readonly sessions: number;
  readonly since: number;
  /** Who took it. */
  readonly user: string;
  readonly computer: string;
  readonly terminalSession: string | null;
  /** The number of the reservation that it fills. */
  readonly reservation: number | null;
  /** Until when it is borrowed. */
  readonly borrowedUntil: number | null;
  /** Since when it serves no session. */
  readonly idleSince: number | null;
  /** When it becomes free by itself: of a seat that serves no session. */
  readonly freeAt: number | null;
}

/** What is counted of seats that add up: those of one license, or those beyond the licenses of one computer. */
export interface PoolRow {
  /** Seats that are taken. @rule AL-14 */
  readonly used: number;
  /** Seats that are kept for somebody, and not taken. @rule AL-19 */
  readonly kept: number;
}

/** A moment at which something happens by itself. */
export interface Deadline {
  readonly at: number;
  /** A license expires, a reservation ends, a session's lease runs out, an idle seat of a unit becomes free, a lease of one who waits runs out. */
  readonly of: "license" | "reservation" | "session" | "unit" | "waiting";
  /** The license's name, the reservation's or the session's id, the unit's key. */
  readonly id: string;
}

/** Deadlines in the order in which they come true: those of one moment by what they are of, then by id. */
export function inOrderOfTime(a: Deadline, b: Deadline): number {
  if (a.at !== b.at) return a.at - b.at;
  if (a.of !== b.of) return a.of < b.of ? -1 : 1;
  return a.id === b.id ? 0 : a.id < b.id ? -1 : 1;
}

/** Sessions by since when they run; those of one moment by id. */
export function inOrderOfArrival(a: Session, b: Session): number {
  return a.since - b.since || compareCodePoints(a.facts.session, b.facts.session);
}
