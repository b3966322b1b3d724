import type { Channel } from "../license/index.js";
import type { PhoneOperation } from "../phone/index.js";
import type { Pin, PinKitEvent } from "../pins/index.js";
import type { Contact, Terms } from "./asked.js";
import type { Violation } from "./policies.js";
import type { CenterRefusal } from "./refusal.js";
import type { ComputerRecord, OwnerRecord, WaitingRequest } from "./state.js";

/** What happened to a kit. Stored ones come back through `parseCenterEvent`. */
export type CenterEvent =
  | { readonly type: "kit-registered"; readonly data: KitRegistered }
  | { readonly type: "license-granted"; readonly data: LicenseGranted }
  | { readonly type: "request-refused"; readonly data: RequestRefused }
  | { readonly type: "request-repeated"; readonly data: RequestRepeated }
  | { readonly type: "license-renewed"; readonly data: LicenseRenewed }
  | { readonly type: "additional-pin-requested"; readonly data: WaitingRequest }
  | { readonly type: "request-file-requested"; readonly data: RequestFileRequested }
  | { readonly type: "additional-pin-issued"; readonly data: PinIssuedOnRequest }
  | { readonly type: "additional-pin-refused"; readonly data: AdditionalPinRefused }
  | { readonly type: "additional-pin-denied"; readonly data: AdditionalPinDenied }
  | { readonly type: "lost-data-sent"; readonly data: LostDataSent }
  | { readonly type: "lost-data-refused"; readonly data: LostDataRefused }
  | { readonly type: "license-revoked"; readonly data: PinChanged }
  | { readonly type: "pin-noted"; readonly data: PinChanged };

/** The kit was sold; `pins` is what its PINs begin with. */
export type KitRegistered = {
  readonly issuer: string;
  readonly product: string;
  readonly customer: Contact | null;
  readonly pins: PinKitEvent;
  readonly at: number;
};

/** A license was granted: first, again, or under a spare PIN. What is to be signed, `answerTo` says. */
export type LicenseGranted = {
  readonly by: Channel;
  /** The id of the request; by phone its 48 digits. */
  readonly request: string;
  readonly operation: PhoneOperation;
  /** The PIN under which it runs from now on. */
  readonly pin: Pin;
  /** The PIN that it was first acquired with. */
  readonly acquiredWith: Pin;
  /** What became of the kit's PINs, in this order. */
  readonly pins: readonly PinKitEvent[];
  /** At the first acquisition. */
  readonly owner: OwnerRecord | null;
  /** Where it was bound anew. */
  readonly computer: ComputerRecord | null;
  readonly contact: Contact | null;
  readonly terms: Terms;
  /** An operator let it pass a limit. */
  readonly allowed: boolean;
  readonly at: number;
};

/** A request was refused: nothing changed but the history. @rule CE-08 */
export type RequestRefused = {
  readonly by: Channel;
  readonly request: string;
  /** SHA-256 over all that it says. */
  readonly digest: string;
  readonly operation: PhoneOperation;
  /** The PIN that it offers. */
  readonly pin: Pin;
  /** The license in question, by the PIN that it was first acquired with, where there is one. */
  readonly license: Pin | null;
  readonly refusal: CenterRefusal;
  /** What it counts as. @rule CE-09 */
  readonly counts: Violation | null;
  readonly at: number;
};

/** A request that was granted came again, and somebody counts that. @rule CE-07, CE-09 */
export type RequestRepeated = {
  readonly by: Channel;
  readonly request: string;
  readonly license: Pin;
  readonly at: number;
};

/** A request that was granted came again, and the center gave the license other terms. */
export type LicenseRenewed = {
  readonly by: Channel;
  readonly request: string;
  readonly license: Pin;
  readonly terms: Terms;
  readonly at: number;
};

/** An operator wants to see a request file. @rule PN-14 */
export type RequestFileRequested = { readonly pin: Pin; readonly at: number };

/** An additional PIN joined the kit. @rule PN-14 */
export type PinIssuedOnRequest = {
  readonly pins: Extract<PinKitEvent, { readonly type: "pin-issued" }>;
  readonly at: number;
};

/** Something became of the kit's PINs, and of no more. */
export type PinChanged = { readonly pins: PinKitEvent; readonly at: number };

/** A letter asked for a PIN that could not be granted, whatever an operator says. */
export type AdditionalPinRefused = { readonly pin: Pin; readonly refusal: CenterRefusal; readonly at: number };

/** An operator said no. */
export type AdditionalPinDenied = { readonly pin: Pin; readonly reason: string; readonly at: number };

/** A letter asked for data that is not on record under its name, or for which there is no address. */
export type LostDataRefused = { readonly refusal: CenterRefusal; readonly at: number };

/** Lost data is to be sent: what stands in the letters, `lostDataOf` says. @rule CE-10 */
export type LostDataSent = {
  readonly wants: "pins" | "owner";
  readonly letters: readonly Consignment[];
  readonly at: number;
};

/** What goes to one address on record. */
export interface Consignment {
  readonly to: string;
  /** The licenses that it is about, by the PINs they were first acquired with; of PINs, `all`: the whole kit. */
  readonly licenses: readonly Pin[] | "all";
}
