import type { Configuration } from "./command.js";
import type { InstalledLicense } from "./installed.js";
import type { SeatPolicies } from "./policies.js";
import type { SeatPlace } from "./rows.js";
import type { Grant } from "./grant.js";
import type { SessionFacts } from "./session.js";
import type { Reservation } from "./site.js";

/** What happened at a site. Stored ones come back through `parseSeatEvent`. Each carries the moment as of which it happened. */
export type SeatEvent =
  | { readonly type: "configured"; readonly data: Configured }
  | { readonly type: "license-installed"; readonly data: LicenseInstalled }
  | { readonly type: "license-removed" | "license-expired"; readonly data: LicenseGone }
  | { readonly type: "session-started"; readonly data: SessionStarted }
  | { readonly type: "session-renewed"; readonly data: SessionRenewed }
  | { readonly type: "session-ended"; readonly data: SessionEnded }
  | { readonly type: "session-moved"; readonly data: SessionMoved }
  | { readonly type: "session-queued"; readonly data: SessionQueued }
  | { readonly type: "session-withdrawn"; readonly data: SessionWithdrawn }
  | { readonly type: "seat-borrowed"; readonly data: SeatPlace & { readonly until: number; readonly at: number } }
  | {
      readonly type: "seat-returned";
      readonly data: SeatPlace & { readonly freeAt: number | null; readonly at: number };
    }
  | { readonly type: "seat-freed"; readonly data: SeatFreed }
  | { readonly type: "seats-reserved"; readonly data: Omit<Reservation, "number" | "filled"> & { readonly at: number } }
  | { readonly type: "reservation-ended"; readonly data: ReservationEnded }
  | { readonly type: "time-passed"; readonly data: { readonly at: number } };

export type Configured = Omit<Configuration, "policies"> & { readonly policies: SeatPolicies };

export type LicenseInstalled = {
  readonly license: InstalledLicense;
  /** When it stops serving; `null`: never. */
  readonly until: number | null;
  readonly at: number;
};

/** A license no longer serves: it was removed, or has expired. @rule AL-17 */
export type LicenseGone = {
  readonly license: string;
  /** The sessions that it serves, by since when, then by id. What becomes of them, the events behind say. */
  readonly sessions: readonly string[];
  readonly at: number;
};

/** A session runs. */
export type SessionStarted = {
  readonly facts: SessionFacts;
  /** Its seat of a client license; `null`: it takes none (AL-10). */
  readonly client: Grant | null;
  /** Its application server's seat of a server license; `null`: none is needed (AL-09). */
  readonly server: Grant | null;
  readonly leaseUntil: number | null;
  /** Since when it waited; `null`: it did not. */
  readonly waitedSince: number | null;
  readonly at: number;
};

/** A session, or one that waits, is still there. @rule AL-18 */
export type SessionRenewed = {
  readonly session: string;
  /** `null`: it has none any more. */
  readonly leaseUntil: number | null;
  readonly at: number;
};

/** A session is over. Its seats: `null`, it had none. @rule AL-16, AL-17, AL-18, AL-20 */
export type SessionEnded = {
  readonly session: string;
  readonly reason: "ended" | "lease-ran-out" | "released" | "license-removed" | "license-expired";
  readonly client: LeftSeat | null;
  readonly server: LeftSeat | null;
  readonly at: number;
};

/** What becomes of a seat that a session leaves. */
export type LeftSeat = SeatPlace & {
  /** Other sessions of its unit go on in it; nobody does, and it is free; or it stays with its unit: it lingers, or is borrowed. */
  readonly then: "serves-others" | "free" | "idle";
  /** Until when it stays. */
  readonly freeAt: number | null;
};

/** A session goes on under other licenses. @rule AL-17 */
export type SessionMoved = Pick<SessionStarted, "client" | "server" | "at"> & { readonly session: string };

/** A session waits for a seat. @rule AL-19 */
export type SessionQueued = {
  readonly facts: SessionFacts;
  /** Its place in the queue, counted from 1. */
  readonly position: number;
  /** When it stops waiting unless it is renewed; `null`: never. @rule AL-18 */
  readonly leaseUntil: number | null;
  readonly at: number;
};

/** A session waits no more, and did not start. */
export type SessionWithdrawn = {
  readonly session: string;
  readonly reason: "ended" | "lease-ran-out";
  readonly at: number;
};

export type SeatFreed = SeatPlace & { readonly reason: "time" | "returned" | "released"; readonly at: number };

export type ReservationEnded = {
  readonly reservation: string;
  readonly reason: "time" | "released" | "license-removed" | "license-expired";
  readonly at: number;
};
