import type { Fault } from "../core/index.js";
import type { KeyParameters } from "../fingerprint/index.js";
import type { LicenseRequest } from "../license/index.js";
import type { OwnerDifference } from "../owner/index.js";
import type { EntryState } from "../phone/index.js";
import type { KitNumber, LicenseType, Pin } from "../pins/index.js";
import type { Answers } from "./answers.js";
import type { WizardContext } from "./context.js";
import type { EffectType } from "./effect.js";
import type { RefusalEvidence } from "./evidence.js";
import type { Place } from "./place.js";
import type { WizardStep } from "./steps.js";

/** The version of stored states. `resume` refuses others. */
export const wizardVersion = 1;

/**
 * All that a wizard is, as a JSON value: store it whenever it changes, and `resume` it.
 *
 * @rule AQ-11
 */
export interface WizardState {
  readonly version: typeof wizardVersion;
  readonly context: WizardContext;
  readonly step: WizardStep;
  readonly answers: Answers;
  /** The number of the last effect. */
  readonly effects: number;
  /** What the host was asked for and still owes. */
  readonly owed: readonly Owed[];
  /** A computer as it was read, and what came with it. A reading makes one request at most. */
  readonly reading: Reading | null;
  readonly made: MadeRequest | null;
  /** The response that is being dictated, and the id of the request that it answers. */
  readonly dictation: { readonly request: string; readonly entry: EntryState } | null;
  /** What was typed last into a row or the total, where it is not taken. */
  readonly mistyped: { readonly field: string; readonly text: string } | null;
  readonly granted: GrantedLicense | null;
  readonly failure: Failure | null;
  readonly learned: Learned;
  /** Whether the owner's data was saved, or could not be. */
  readonly ownerData: "not-saved" | "saved" | "failed";
  /** Where the license is; `null`: it is not installed. */
  readonly installed: { readonly file: string | null } | null;
  readonly ended: Ended | null;
}

/** An effect that the host was asked for: what it says is made of the rest of the state. */
export interface Owed {
  readonly id: number;
  readonly type: EffectType;
}

/** A computer as it was read. */
export interface Reading {
  readonly place: Place;
  readonly parameters: KeyParameters;
  readonly id: string;
  readonly at: number;
}

/** The request that was made of the answers. */
export interface MadeRequest {
  readonly request: LicenseRequest;
  readonly place: Place;
  /** Whether it was saved to a file. */
  readonly saved: boolean;
  /** Its 48 digits, once they are known. */
  readonly digits: string | null;
}

/** A license that is to be installed. `answers`: the id of its request, or how it came without one. */
export interface GrantedLicense {
  readonly text: string;
  /** What it says of itself; `null` of a community license. */
  readonly license: { readonly kind: LicenseType; readonly kit: KitNumber; readonly pin: Pin } | null;
  readonly answers: string;
}

/** A response was loaded, and no request was open. */
export const withoutRequest = "no-request";
/** A community license needs no request. */
export const communityLicense = "community";

/** What went wrong, and where. @rule AQ-08 */
export interface Failure {
  readonly at: WizardStep;
  readonly code: string;
  /** What belongs to the code, as the licensing center says it. */
  readonly evidence: RefusalEvidence;
  /** For support: what the host says of it. */
  readonly details: string | null;
}

/** What the wizard learned on its way. */
export interface Learned {
  readonly center: "reachable" | "unreachable" | null;
  /** The automatic channel was tried, and did not do. */
  readonly automaticFailed: boolean;
  /** Of which license the center spoke: kit number and PIN. What it said of one says nothing of another. */
  readonly license: string | null;
  /** By what the licensing center says that this license is recovered (CE-03). */
  readonly tied: Tie | null;
  /** What the licensing center says of the owner that was entered last: which fields differ, and how. */
  readonly owner: readonly OwnerDifference[];
}

/** Channels that a license is tied to. */
export type Tie = "phone" | "automatic-or-file" | "automatic" | "file";

/** How a wizard ended before it finished. `at`: where a person who left comes back to. */
export type Ended =
  | { readonly how: "not-offered" }
  | { readonly how: "cancelled" }
  | { readonly how: "finished" }
  | { readonly how: "malformed-context"; readonly faults: readonly Fault[] }
  | { readonly how: "left"; readonly at: WizardStep };
