import type { ClientLook, SearchPlace, ServerLook } from "./search-order.js";

/** Where a search looked, and why that did not serve: a step of it. @rule AL-13 */
export interface TrailStep {
  /** What was looked for: a license for the client, or one for its application server (AL-09). */
  readonly for: "client" | "server";
  readonly place: SearchPlace;
  readonly look: ClientLook | ServerLook;
  /** Where; `null`: there is no such computer, or it does not matter. */
  readonly computer: string | null;
  /** Why nothing was looked at. Absent: it was. */
  readonly skipped?: SkipReason;
  /** What was found, in order, and why it did not serve. Empty: nothing was there. */
  readonly found: readonly Finding[];
}

/** A license that was found, and why it did not serve. */
export interface Finding {
  readonly license: string;
  readonly why: NoUse;
}

/** Why a step was passed by. */
export type SkipReason =
  /** A web or mobile client: its computer is not looked at (AL-11). */
  | "remote-client"
  /** A file that the client opens itself has no server, or the server no licensing service. */
  | "no-such-server"
  /** Basic licenses serve basic configurations only (AL-11). */
  | "not-a-basic-configuration"
  /** The client may not use dongles (AL-12). */
  | "hardware-switched-off";

/** Why a license does not serve a session. */
export type NoUse = Unsuitable | Taken;

/** It could not serve the session even if it were free. */
export type Unsuitable =
  /** (AL-17) */
  | "expired"
  /** A multi-user license is counted by a server: a workstation's clients do not get at it (AL-06). */
  | "multi-user-on-a-workstation"
  /** Another dongle of its series, with a lower id, is plugged into the same computer (AL-08). */
  | "hidden-by-its-series"
  /** The client may not use dongles (AL-12). */
  | "hardware-switched-off"
  /** (AL-11) */
  | "not-a-basic-configuration"
  /** No server license of its level: professional, developer or community (AL-09, AL-22). */
  | "no-server-license-of-its-level"
  /** A 32-bit server license for a 64-bit server (AL-23). */
  | "32-bit-for-a-64-bit-server"
  /** A server license of another level than the client license that was looked at (AL-22). */
  | "another-level";

/** It would serve the session, but for others. */
export type Taken =
  | "all-seats-taken"
  /** A seat is free, and kept for somebody else (AL-19). */
  | "reserved"
  /** The server license that goes with it serves another server. */
  | "server-license-taken";

/** Why there is no seat. @rule AL-13 */
export interface NoSeat {
  /** No suitable license was seen; or one was, and all its seats are taken. */
  readonly code: "allocation/not-found" | "allocation/none-free";
  readonly trail: readonly TrailStep[];
}
