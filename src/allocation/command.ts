import type { InstalledLicense } from "./installed.js";
import type { SomePolicies } from "./policies.js";
import type { Reservation } from "./site.js";
import type { SeatPlace } from "./rows.js";
import type { SessionFacts } from "./session.js";
import type { Topology } from "./topology.js";

/**
 * What a site can be asked to do. `at` is when, in milliseconds since 1970 UTC; time never runs backwards: what arrives
 * late is decided as of the latest moment that the state knows of.
 */
export type SeatCommand =
  | { readonly type: "configure"; readonly data: Configuration }
  | { readonly type: "install"; readonly data: { readonly license: InstalledLicense; readonly at: number } }
  | { readonly type: "remove"; readonly data: { readonly license: string; readonly at: number } }
  | { readonly type: "start"; readonly data: Start }
  | { readonly type: "renew"; readonly data: Renewal }
  | { readonly type: "end"; readonly data: { readonly session: string; readonly at: number } }
  | { readonly type: "release"; readonly data: Release }
  | { readonly type: "reserve"; readonly data: ReservationRequest }
  | { readonly type: "borrow"; readonly data: Borrowing }
  | { readonly type: "return"; readonly data: SeatPlace & { readonly at: number } }
  | { readonly type: "tick"; readonly data: { readonly at: number } };

/** The computers and infobases of a site, in place of those before, and what was decided about it. */
export type Configuration = {
  readonly topology: Topology;
  /**
   * Default: as they were. Of those that are given, what is left out is off. They apply from now on: seats that are taken,
   * and leases that were given, stay as they are.
   */
  readonly policies?: SomePolicies | undefined;
  readonly at: number;
};

/** A session starts, and takes a seat where it needs one. */
export type Start = SessionFacts & {
  /** When its lease runs out, where leases are on: after now, and no later than `leaseMs` after. Default: then. @rule AL-18 */
  readonly leaseUntil?: number | undefined;
  readonly at: number;
};

/** A session is still there. @rule AL-18 */
export type Renewal = {
  readonly session: string;
  /** As in {@link Start}. */
  readonly leaseUntil?: number | undefined;
  readonly at: number;
};

/** An administrator frees a seat, and ends its sessions; or gives up a reservation. @rule AL-19, AL-20 */
export type Release = (SeatPlace & { readonly at: number }) | { readonly reservation: string; readonly at: number };

/** Seats of a license are kept for a user or a computer. @rule AL-19 */
export type ReservationRequest = Pick<Reservation, "reservation" | "license" | "seats" | "for"> & {
  /** When it ends. Default: when it is released. */
  readonly until?: number | undefined;
  readonly at: number;
};

/** The seat of a running session stays with its unit until a moment, though its sessions end. @rule AL-19 */
export type Borrowing = { readonly session: string; readonly until: number; readonly at: number };
