import type { CauseCode } from "./cause-code.js";
import type { Finding, WeakBinding } from "../fingerprint/index.js";
import type { ObservationName } from "./observations.js";
import type { Remedy } from "./remedy.js";

/**
 * How sure it is. `certain`: an observation says so. `partial`: one points to it, and would be there for other causes too.
 * `none`: nothing speaks for it, and nothing rules it out.
 */
export type Certainty = "certain" | "partial" | "none";

/** What speaks for a cause. */
export interface Evidence {
  readonly certainty: "certain" | "partial";
  readonly from: ObservationName;
  /** The observation's own word: a code, a reason, a name. */
  readonly says: string;
  /** The license or file that it is about. */
  readonly license?: string;
}

/** A cause, with what speaks for it and what to do. */
export interface Cause {
  readonly code: CauseCode;
  /** The best of its evidence. */
  readonly certainty: Certainty;
  /** In the order of {@link Observations}, then as observed. */
  readonly evidence: readonly Evidence[];
  /** What to do; of several licenses, the costliest of `each`: what it takes until all of them work. */
  readonly remedy: Remedy;
  /** The licenses or files concerned, as far as they are known. */
  readonly licenses: readonly string[];
  /** Where licenses need different things: what each needs. */
  readonly each?: readonly LicenseRemedy[];
  /** `diagnosis/parameters-changed`, `diagnosis/parameters-unread`: what, of each license. */
  readonly findings?: readonly LicenseFindings[];
  /** `diagnosis/weak-binding`: what is missing, where it is known. */
  readonly missing?: WeakBinding["missing"];
  /** `diagnosis/seats-taken`: who holds seats, most first. */
  readonly heldBy?: readonly Occupant[];
  /** `diagnosis/file-elsewhere`, `diagnosis/other-version-directory`: whose places those are. */
  readonly places?: readonly FilePlaceFound[];
  /** `diagnosis/registration-failed`: it comes back so often, and does no harm. */
  readonly everyMinutes?: 15;
  /** Observations that would tell more, and were not handed in. */
  readonly ask: readonly ObservationName[];
}

/** What one license needs. */
export interface LicenseRemedy {
  readonly license: string;
  readonly remedy: Remedy;
}

/** How the computer differs from the one that a license was made for. */
export interface LicenseFindings {
  readonly license: string;
  readonly findings: readonly Finding[];
}

/** Who holds how many seats. `user` is `null` of an application server. */
export interface Occupant {
  readonly user: string | null;
  readonly computer: string;
  readonly seats: number;
}

/** A file that is not looked at. */
export interface FilePlaceFound {
  readonly directory: string;
  readonly name: string;
  readonly is: Elsewhere;
  /** `other-user`: whose directory it is. `other-version`: of which version. */
  readonly of?: string;
}

/**
 * What a place is that a system does not look at: a place of its other mode, of another user, of another version's
 * installation, of version 8.2 or of later ones; a directory that is looked at only where nothing else is found; or no place
 * that is known. `unknown`: it is not known what is looked at.
 */
export type Elsewhere =
  | "other-mode"
  | "other-user"
  | "other-version"
  | "other-generation"
  | "looked-at-last"
  | "looked-at"
  | "no-place"
  | "unknown";
