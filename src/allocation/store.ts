import type { Deadline, PoolRow, Session, UnitRow } from "./rows.js";
import type { Site } from "./site.js";

/**
 * How a decision reads a state. The library's own state is one; a server that keeps sessions in its own maps or tables
 * gives another, and hands nothing over (`decideSeats`).
 */
export interface SeatView {
  /** The latest moment that the state knows of; 0 at first. Milliseconds since 1970 UTC. */
  at(): number;
  /** What changes seldom, as `putSite` was last given it; `emptySite` at first. */
  site(): Site;
  session(id: string): Session | undefined;
  /** A unit by its key, which means nothing but itself. */
  unit(key: string): UnitRow | undefined;
  /** A pool by its key. */
  pool(key: string): PoolRow | undefined;
  /**
   * What came due at or before a moment, in the order of `inOrderOfTime`: leases of sessions (`leaseUntil`), idle seats of
   * units (`freeAt`). Nothing, as long as the policies are off.
   */
  due(at: number): Iterable<Deadline>;
  /** The sessions that a license serves, in any order. */
  sessionsOf(license: string): Iterable<Session>;
}

/** A state that can be written, too: what `foldSeats` writes events into. `null` deletes a row. */
export interface SeatStore extends SeatView {
  putAt(at: number): void;
  putSite(site: Site): void;
  putSession(id: string, session: Session | null): void;
  putUnit(key: string, unit: UnitRow | null): void;
  putPool(key: string, pool: PoolRow | null): void;
}
