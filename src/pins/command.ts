import type { Kit } from "./check-kit.js";
import type { KitNumber } from "./kit-number.js";
import type { LicenseType } from "./kit.js";
import type { Pin } from "./pin.js";

/**
 * What a kit can be asked to do. PINs are as `parsePin` gives them; `at` is when, in milliseconds since 1970 UTC. What
 * comes from outside enters through `parsePinKitCommand`.
 */
export type PinKitCommand =
  | { readonly type: "open"; readonly data: Opening }
  | { readonly type: "acquire"; readonly data: Acquisition }
  | { readonly type: "recover"; readonly data: Recovery }
  | { readonly type: "issueAdditional"; readonly data: AdditionalPinRequest }
  | { readonly type: "cancel"; readonly data: Cancellation }
  | { readonly type: "note"; readonly data: Note };

/** Opens a kit: its number, what it is, and its PINs. @rule PN-04 */
export type Opening = Kit & { readonly at: number };

/** A first-time registration: the license is new. @rule PN-05, PN-06 */
export type Acquisition = {
  readonly pin: Pin;
  /** The license in question, where it is known: a PIN of another one is refused by name (PN-13). */
  readonly licenseType?: LicenseType | undefined;
  /** Not empty. Names the computer's state that the license is bound to: say, the digest of its key parameters. Up to 1,000 UTF-16 units (included). */
  readonly reference: string;
  /** The computer's name, where it is known. Up to 1,000 UTF-16 units (included). */
  readonly computer?: string | undefined;
  readonly at: number;
};

/**
 * A recovery. The claim that key parameters are unchanged or changed is the customer's; whether it is true, the licensing
 * center sees.
 */
export type Recovery = RecoveryOfTheSame | RecoveryWithSpare;

/** With unchanged parameters: the same license again. @rule PN-09 */
export type RecoveryOfTheSame = {
  readonly parameters: "unchanged";
  /** The current PIN. */
  readonly pin: Pin;
  readonly licenseType?: LicenseType | undefined;
  readonly at: number;
};

/** With changed parameters: the license goes on under an unused PIN, bound to the new state. @rule PN-10 */
export type RecoveryWithSpare = {
  readonly parameters: "changed";
  /** The current PIN. */
  readonly pin: Pin;
  readonly sparePin: Pin;
  readonly licenseType?: LicenseType | undefined;
  readonly reference: string;
  readonly computer?: string | undefined;
  readonly at: number;
};

/** A customer's request for a PIN beyond those of the kit, and what the center has to grant it. @rule PN-14, PN-15 */
export type AdditionalPinRequest = {
  /** The current PIN, to be replaced at the next recovery. */
  readonly pin: Pin;
  /** The number of the kit that the customer names, as `parseKitNumber` gives it. */
  readonly kit: KitNumber;
  readonly company: string;
  readonly reason: string;
  /** Whether the operator asked for a request file, and got it. */
  readonly requestFile: "not-asked" | "attached" | "missing";
  /** What speaks against it in the kit's history: words of the caller's own. */
  readonly violations: readonly string[];
  /** The PIN to issue: drawn by the caller. */
  readonly newPin: Pin;
  readonly at: number;
};

/** An operator takes a PIN away, and revokes the license that runs under it. @rule PN-22 */
export type Cancellation = {
  readonly pin: Pin;
  /** Up to 1,000 UTF-16 units (included). */
  readonly reason?: string | undefined;
  readonly at: number;
};

/** Words on a PIN, in place of those before; an empty text takes them away. @rule PN-23 */
export type Note = {
  readonly pin: Pin;
  /** Up to 1,000 UTF-16 units (included). */
  readonly note: string;
  readonly at: number;
};
