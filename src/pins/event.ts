import type { Opening } from "./command.js";
import type { ClientSet, LicenseType } from "./kit.js";
import type { Pin } from "./pin.js";

/** What happened to a kit. Stored ones come back through `parsePinKitEvent`. */
export type PinKitEvent =
  | { readonly type: "kit-opened"; readonly data: Opening }
  | { readonly type: "license-acquired"; readonly data: LicenseAcquired }
  | { readonly type: "license-recovered"; readonly data: LicenseRecovered }
  | { readonly type: "pin-issued"; readonly data: PinIssued }
  | { readonly type: "pin-cancelled"; readonly data: PinCancelled }
  | { readonly type: "pin-noted"; readonly data: PinNoted };

/** A license was acquired; the first one from a client set decides which of two sets is valid. @rule PN-06, PN-07 */
export type LicenseAcquired = {
  readonly pin: Pin;
  readonly set: LicenseType;
  /** The set that became void with it, for good. `null`: none did. */
  readonly voids: ClientSet | null;
  readonly reference: string;
  /** The computer's name. `null`: not known. */
  readonly computer: string | null;
  readonly at: number;
};

/** A license was recovered: under its PIN and with its reference, or under a spare PIN with another. @rule PN-09, PN-10 */
export type LicenseRecovered = {
  /** The current PIN from now on. */
  readonly pin: Pin;
  /** The PIN before. `null`: the license goes on under the same. */
  readonly superseded: Pin | null;
  readonly reference: string;
  readonly computer: string | null;
  readonly at: number;
};

/** A PIN joined a set of the kit. @rule PN-14 */
export type PinIssued = {
  readonly pin: Pin;
  readonly set: LicenseType;
  readonly place: number;
  /** The PIN that it was asked for. */
  readonly replaces: Pin;
  readonly company: string;
  readonly reason: string;
  readonly at: number;
};

/** A PIN was taken away, and the license under it revoked. @rule PN-22 */
export type PinCancelled = { readonly pin: Pin; readonly reason: string; readonly at: number };

/** A PIN carries other words. @rule PN-23 */
export type PinNoted = { readonly pin: Pin; readonly note: string; readonly at: number };
