import type { Fault } from "../core/index.js";
import type { Comparison, WeakBinding } from "../fingerprint/index.js";
import type { Dongle, License } from "./license.js";
import type { LicenseError } from "./open.js";

/** Why a license may not be used here and now. */
export type LicenseReason =
  | LicenseError
  | { readonly code: "license/other-issuer"; readonly issuer: string }
  | { readonly code: "license/other-product"; readonly product: string }
  /** Its PIN gave way to a spare one. */
  | { readonly code: "license/superseded" }
  /** Its computer could not be told from others. */
  | { readonly code: "license/weak-binding"; readonly missing: WeakBinding["missing"] }
  /** This is not the computer, or it was changed: the comparison says what. */
  | { readonly code: "license/binding-broken" }
  /** Whether this is the computer cannot be said before more of it is read. */
  | { readonly code: "license/undetermined" }
  | { readonly code: "license/dongle-absent"; readonly dongle: Dongle }
  /** What was read of this computer is not well formed. */
  | { readonly code: "license/observed-malformed"; readonly faults: readonly Fault[] }
  | { readonly code: "license/not-yet-valid"; readonly issuedAt: number }
  | { readonly code: "license/expired"; readonly expiresAt: number }
  | { readonly code: "license/clock-moved-back"; readonly latestSeen: number }
  /** A time that was handed in is none. */
  | { readonly code: "license/time-unreadable"; readonly which: "now" | "latestSeen" | "lastHeldAt" };

/** Whether a license may be used: with every reason why not, the most fundamental first. */
export type LicenseVerdict = ValidLicense | RefusedLicense;

/** It may. */
export interface ValidLicense {
  readonly outcome: "valid";
  readonly license: License;
  readonly reasons: readonly [];
  /** Of a license bound to hardware: also what changed and is tolerated. */
  readonly comparison?: Comparison | undefined;
  /** Until when (excluded) it is valid though its computer cannot be determined. @rule LC-03 */
  readonly graceUntil?: number | undefined;
}

/** It may not: `undetermined` where nothing speaks against it but that too little could be read. */
export interface RefusedLicense {
  readonly outcome: "undetermined" | "invalid";
  /** What it says, where its signature verifies: kit number, PIN and owner are not lost. @rule LC-12 */
  readonly license?: License | undefined;
  readonly reasons: readonly [LicenseReason, ...LicenseReason[]];
  readonly comparison?: Comparison | undefined;
}
