import type { KitFault } from "./check-kit.js";
import type { KitNumber } from "./kit-number.js";
import type { ClientSet, LicenseType } from "./kit.js";
import type { Pin, PinError } from "./pin.js";
import type { PinPlace } from "./state.js";

/**
 * Why a kit refuses a command, and what the caller can do instead. Nothing of it reveals a PIN that the caller did not
 * name.
 */
export type PinKitError = Refusal & Instead;

/** The reason. The first that applies, in the order in which the command's rules are stated. */
export type Refusal =
  | { readonly code: "pins/not-opened" }
  | { readonly code: "pins/already-opened"; readonly kit: KitNumber }
  | { readonly code: "pins/contradictory-kit"; readonly faults: readonly KitFault[] }
  /** The command's `type`, or a recovery's `parameters`, is none that a kit knows. */
  | { readonly code: "pins/unknown-command" }
  /** `at` is no integer within ±(2⁵³ − 1). */
  | { readonly code: "pins/not-a-time" }
  /** A text of the command is longer than `limit` UTF-16 units. */
  | { readonly code: "pins/value-too-long"; readonly name: string; readonly length: number; readonly limit: number }
  /** A license would be bound to nothing: its `reference` is empty. */
  | { readonly code: "pins/no-reference" }
  /** The request names another kit than this one (PN-14). */
  | { readonly code: "pins/other-kit"; readonly kit: KitNumber; readonly expected: KitNumber }
  | { readonly code: "pins/not-in-kit"; readonly pin: Pin; readonly kit: KitNumber }
  /** A PIN of another license type than the license in question (PN-13). */
  | {
      readonly code: "pins/wrong-license-type";
      readonly pin: Pin;
      readonly set: LicenseType;
      readonly expected: LicenseType;
    }
  /** Used already: for a license of this kit (PN-11). */
  | { readonly code: "pins/already-activated"; readonly pin: Pin; readonly since: number }
  /** No license was acquired with it. */
  | { readonly code: "pins/not-activated"; readonly pin: Pin }
  /** (PN-12) */
  | { readonly code: "pins/superseded"; readonly pin: Pin; readonly since: number }
  /** (PN-22) */
  | { readonly code: "pins/cancelled"; readonly pin: Pin; readonly since: number }
  /** Of the client set that was not chosen (PN-07). */
  | { readonly code: "pins/void"; readonly pin: Pin; readonly set: LicenseType; readonly chosen: ClientSet }
  /** As many licenses of the set are active as there may be (PN-08). */
  | { readonly code: "pins/no-place-left"; readonly set: LicenseType; readonly places: number }
  /** The spare PIN is of another set than the license (PN-13). */
  | { readonly code: "pins/other-set"; readonly pin: Pin; readonly set: LicenseType; readonly expected: LicenseType }
  /** The current PIN was offered as the spare one, too (PN-10). */
  | { readonly code: "pins/spare-is-current"; readonly pin: Pin }
  /** The PIN was issued for another license (PN-14). */
  | { readonly code: "pins/for-another-license"; readonly pin: Pin }
  /** (PN-24) */
  | { readonly code: "pins/recovery-limit"; readonly per: "pin" | "kit"; readonly limit: number }
  /** (PN-14) */
  | { readonly code: "pins/request-incomplete"; readonly missing: readonly ("kit" | "company" | "reason")[] }
  | { readonly code: "pins/request-file-missing" }
  | { readonly code: "pins/violations"; readonly violations: readonly string[] }
  /** (PN-15) */
  | { readonly code: "pins/unused-pin-left" }
  | { readonly code: "pins/malformed-new-pin"; readonly error: PinError }
  | { readonly code: "pins/new-pin-taken"; readonly pin: Pin }
  | { readonly code: "pins/kit-full"; readonly limit: number };

/** What the caller can do. With `use-an-unused-pin`, where the first one stands in the kit's document. */
export type Instead =
  | { readonly instead: "use-an-unused-pin"; readonly unused: PinPlace }
  | {
      readonly instead:
        | "open-the-kit"
        | "use-the-open-kit"
        | "correct-the-kit"
        | "correct-the-command"
        /** It is not on this kit's document: typed wrongly, or of another kit. */
        | "check-the-pin"
        | "check-the-kit-number"
        | "acquire-with-this-pin"
        | "recover-with-this-pin"
        /** What was given as the current PIN is unused, and as the spare one current: the other way round. */
        | "swap-the-pins"
        /** The license goes on under another PIN, on the computer where that one was used. */
        | "recover-with-the-current-pin"
        /** An operator revokes a license by cancelling the PIN under which it runs now. */
        | "cancel-the-current-pin"
        /** It can do nothing any more as it is. */
        | "leave-it"
        | "use-the-chosen-set"
        /** Every license of the set is in use: recover one of them, or buy more. */
        | "recover-or-buy"
        | "request-an-additional-pin"
        | "complete-the-request"
        | "attach-the-request-file"
        | "draw-another-pin"
        | "ask-the-licensing-center";
    };
