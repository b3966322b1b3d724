import type { InputError } from "../core/index.js";
import type { Misplaced } from "./asking.js";
import type { TopologyFault } from "./topology.js";
import type { NoSeat } from "./trail.js";

/** Why a command is refused. A refusal changes nothing. */
export type Denial =
  /** No seat; where it was looked for, and why that did not serve (AL-13). */
  | NoSeat
  /** The command is not well formed: with every fault. */
  | InputError
  | { readonly code: "allocation/bad-topology"; readonly faults: readonly TopologyFault[] }
  /** Licenses lie on computers that the new topology does not have: remove them first. */
  | { readonly code: "allocation/computers-in-use"; readonly licenses: readonly string[] }
  /** More seats beyond the licenses are taken on these computers than the new policies allow. */
  | { readonly code: "allocation/overdraft-in-use"; readonly computers: readonly string[] }
  | Misplaced
  | { readonly code: "allocation/unknown-infobase"; readonly infobase: string }
  | { readonly code: "allocation/unknown-license"; readonly license: string }
  /** It never was, or has ended: start it again. Where it still waits, it has no seat yet. */
  | { readonly code: "allocation/unknown-session"; readonly session: string; readonly waits: boolean }
  | { readonly code: "allocation/unknown-seat"; readonly unit: string; readonly license: string }
  | { readonly code: "allocation/unknown-reservation"; readonly reservation: string }
  /** It runs, or waits, already. */
  | { readonly code: "allocation/session-exists"; readonly session: string; readonly waits: boolean }
  | { readonly code: "allocation/reservation-exists"; readonly reservation: string }
  /** A license has one name and one place: this one is installed on that computer. */
  | { readonly code: "allocation/already-installed"; readonly license: string; readonly computer: string }
  /** The license was removed while it served this many units; with fewer seats it is not the same. */
  | {
      readonly code: "allocation/still-serving";
      readonly license: string;
      readonly units: number;
      readonly seats: number;
    }
  /** A lease, reservation, borrowing or license would end before it began. */
  | { readonly code: "allocation/in-the-past"; readonly until: number; readonly at: number }
  /** A lease or borrowing would last longer than the policy allows: until `limit`. */
  | { readonly code: "allocation/too-long"; readonly until: number; readonly limit: number }
  /** The site's policies do not have it. */
  | { readonly code: "allocation/switched-off"; readonly policy: "leaseMs" | "borrowingMs" | "reservation" }
  /** The license was removed, has expired, or another dongle of its series counts: it has no seat to give. */
  | { readonly code: "allocation/not-serving"; readonly license: string }
  /** A session that takes no seat has none to borrow. */
  | { readonly code: "allocation/takes-no-seat"; readonly session: string }
  /** Nobody borrowed it. */
  | { readonly code: "allocation/not-borrowed"; readonly unit: string; readonly license: string }
  /** So many seats of the license are free (AL-14). */
  | { readonly code: "allocation/too-few-free"; readonly license: string; readonly free: number };

/** What is answered to a command: nothing, where it was done; or why it was refused. */
export type Refused = Denial | undefined;
