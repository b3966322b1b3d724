import type { LicenseRequest, OpenRequestError } from "../license/index.js";
import type { Country, OwnerDifference } from "../owner/index.js";
import type { PhoneSheet, RequestFields } from "../phone/index.js";
import type { KitDefinition, KitNumber, PinRow } from "../pins/index.js";
import type { CustomerAnswer } from "./answer.js";
import type { Asked, Contact } from "./asked.js";
import type { AdditionalPinAsked, LostDataAsked } from "./command.js";
import type { PathToGrant } from "./path-to-grant.js";
import type { CenterError } from "./refusal.js";
import type { HistoryEntry, LicenseRecord, WaitingRequest } from "./state.js";
import type { ComputerVerdict } from "./verdicts.js";
import type { Tally } from "./violations.js";

/** What an operator has before him: a request, a letter, or what came in place of a request and could not be opened. */
export type ToLookAt =
  | Asked
  | AdditionalPinAsked
  | LostDataAsked
  | { readonly by: "automatic" | "file"; readonly unreadable: OpenRequestError; readonly at: number };

/** What an operator sees at a glance. Not for customers: it names what is stored. @rule CE-11 */
export interface OperatorView {
  /** What is asked, decoded. Absent where nothing could be read. */
  readonly request?: SeenRequest;
  /** What is wrong with it before anything is decided: damaged, for another kit, not of this vendor. */
  readonly problem?: CenterError | OpenRequestError;
  /** Absent where nothing is known of the kit. */
  readonly kit?: SeenKit;
  /** The license in question. */
  readonly license?: LicenseRecord;
  /** Whether the owner is the one on record, and where not. */
  readonly owner?: SeenOwner;
  /** How the computer compares with the one on record, with every finding. */
  readonly computer?: ComputerVerdict;
  /** What is counted against the license in question, and what other licenses of the kit exceeded. @rule CE-09 */
  readonly violations: readonly Tally[];
  /** What happened last, the newest first. */
  readonly history: readonly HistoryEntry[];
  /** What the customer is told, or would be. Nothing is granted by looking: what is to be signed stands in `answerTo`. */
  readonly answer?: SeenAnswer;
  /** What stands in the way, one thing after the other, and what would remove it. */
  readonly path?: PathToGrant;
  /** By phone, once it is granted and on record: the rows to dictate, with their checksums. Where a signer was given. */
  readonly dictation?: PhoneSheet;
}

/** A request, decoded. Of a call, the sheet that the customer reads from, with its checksums. */
export type SeenRequest =
  | { readonly by: "automatic" | "file"; readonly document: LicenseRequest }
  | { readonly by: "phone"; readonly fields: RequestFields; readonly sheet: PhoneSheet };

/** A kit, as the operator sees it. */
export interface SeenKit {
  readonly kit: KitNumber;
  readonly definition: KitDefinition;
  readonly customer: Contact | null;
  readonly pins: readonly PinRow[];
  /** Requests for additional PINs that wait for a decision. */
  readonly waiting: readonly SeenWaiting[];
}

/** A request for an additional PIN. */
export interface SeenWaiting extends WaitingRequest {
  /** Whether the company in the letter is on record with the license. */
  readonly companyIsKnown: boolean;
}

/** What the customer is told: as it was told, or as it would be if it were decided now. */
export type SeenAnswer =
  Exclude<CustomerAnswer, { readonly answer: "granted" }> | { readonly answer: "granted" | "would-be-granted" };

/** How the owner compares. */
export interface SeenOwner {
  readonly same: boolean;
  /** Where it differs, with what is stored and what was given. Absent by phone, where no more is known. */
  readonly fields?: readonly SeenDifference[];
}

/** A field in which the owner differs. Of digests, the stored value is not known. */
export interface SeenDifference extends OwnerDifference {
  readonly stored?: Country;
  readonly entered?: Country;
}
