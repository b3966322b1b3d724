import { entries, values } from "./hash-map.js";
import type { InstalledLicense } from "./installed.js";
import type { SeatPolicies } from "./policies.js";
import type { Seat, Session } from "./rows.js";
import type { LastSources, Reservation, Waiting } from "./site.js";
import type { SeatState } from "./state.js";
import type { Topology } from "./topology.js";
import type { Unit } from "./unit.js";

/** A state as a JSON value, with nothing in it that follows from the rest. `restore` reads it. */
export interface SeatSnapshot {
  readonly version: 1;
  readonly at: number;
  readonly topology: Topology;
  readonly policies: SeatPolicies;
  readonly licenses: readonly StoredLicense[];
  readonly reservations: readonly Reservation[];
  readonly reservationsMade: number;
  readonly waiting: readonly Waiting[];
  readonly lastSources: readonly { readonly computer: string; readonly found: LastSources }[];
  readonly sessions: readonly Session[];
  readonly seats: readonly StoredSeat[];
}

export interface StoredLicense {
  readonly license: InstalledLicense;
  readonly until: number | null;
  readonly expired: boolean;
}

/** A seat with the unit that holds it. How many sessions are in it, the sessions say. */
export interface StoredSeat extends Omit<Seat, "sessions"> {
  readonly unit: string;
  readonly holds: Unit | "server";
}

/**
 * A state as a JSON value, to store it and go on from there instead of from all events. Equal states have equal snapshots.
 *
 * @example
 * ```ts
 * import { restore, seats, snapshot } from "licit/allocation";
 *
 * const stored = JSON.stringify(snapshot(seats.initialState()));
 * restore(JSON.parse(stored)).ok; // → true
 * ```
 */
export function snapshot({ at, site, sessions, units, servers }: SeatState): SeatSnapshot {
  const { topology, policies, licenses, reservations, reservationsMade, waiting, lastSources } = site;
  return {
    version: 1,
    at,
    topology,
    policies,
    licenses: [...values(licenses)].map(({ license, until, expired }) => ({ license, until, expired })),
    reservations: [...values(reservations)].flat(),
    reservationsMade,
    waiting,
    lastSources: [...entries(lastSources)].map(([computer, found]) => ({ computer, found })),
    sessions: [...values(sessions)],
    seats: [...values(units), ...values(servers)].flatMap(({ key, unit, seats }) =>
      seats.map(({ sessions: _, ...seat }) => ({ unit: key, holds: unit, ...seat })),
    ),
  };
}
