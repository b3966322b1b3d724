import { entries, values } from "./hash-map.js";
import type { InstalledLicense } from "./installed.js";
import type { SeatPolicies } from "./policies.js";
import type { Seat, Session } from "./rows.js";
import type { LastSources, Reservation, Site, Waiting } from "./site.js";
import type { SeatState } from "./state.js";
import type { Topology } from "./topology.js";
import type { UnitKind } from "./unit.js";

/** A state as a JSON value. `restore` reads it. */
export interface SeatSnapshot extends StoredSite {
  readonly version: 1;
  readonly at: number;
  readonly sessions: readonly Session[];
  readonly seats: readonly StoredSeat[];
}

/** A site as a JSON value. `parseSite` reads it. */
export interface StoredSite {
  readonly topology: Topology;
  readonly policies: SeatPolicies;
  readonly licenses: readonly StoredLicense[];
  readonly reservations: readonly Reservation[];
  readonly reservationsMade: number;
  readonly waiting: readonly Waiting[];
  readonly lastSources: readonly { readonly computer: string; readonly found: LastSources }[];
}

export interface StoredLicense {
  readonly license: InstalledLicense;
  readonly until: number | null;
  readonly expired: boolean;
}

/** A seat with the unit that holds it. How many sessions are in it, the sessions say. */
export interface StoredSeat extends Omit<Seat, "sessions"> {
  readonly unit: string;
  readonly kind: UnitKind;
}

/**
 * A state as a JSON value, to store it and go on from there instead of from all events. The order of rows and of names in
 * them says nothing.
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
  return {
    version: 1,
    at,
    ...storedSite(site),
    sessions: [...values(sessions)],
    seats: [...values(units), ...values(servers)].flatMap(({ unit, kind, seats }) =>
      seats.map(({ sessions: _, ...seat }) => ({ unit, kind, ...seat })),
    ),
  };
}

/** What changes seldom as a JSON value: a column of a server that keeps sessions, units and pools in tables of its own. */
export function storedSite(site: Site): StoredSite {
  const { topology, policies, licenses, reservations, reservationsMade, waiting, lastSources } = site;
  return {
    topology,
    policies,
    licenses: [...values(licenses)].map(({ license, until, expired }) => ({ license, until, expired })),
    reservations: [...values(reservations)].flat(),
    reservationsMade,
    waiting,
    lastSources: [...entries(lastSources)].map(([computer, found]) => ({ computer, found })),
  };
}
