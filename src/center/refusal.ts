import type { Parameter, WeakBinding } from "../fingerprint/index.js";
import type { OwnerDifference } from "../owner/index.js";
import type { NotByPhone, RequestError } from "../phone/index.js";
import type { KitNumber, PinKitError, PinPlace } from "../pins/index.js";
import type { Violation } from "./policies.js";

/**
 * Why a customer does not get what was asked for, and what to do instead. It says nothing of what is stored: two kits that
 * differ in secrets only, and are told the same code with the same hints, are told the same to the byte.
 *
 * @rule CE-08
 */
export type CenterRefusal =
  | PinKitError
  | (NotByPhone & { readonly instead: "use-another-channel" })
  | (WeakBinding & { readonly instead: "read-again" })
  | (CenterReason & Instead);

/** The center's own reasons. */
export type CenterReason =
  /** Acquired by another channel; `expected` is by which it is recovered (CE-03). */
  | { readonly code: "center/other-channel"; readonly expected: "phone" | "automatic-or-file" | "automatic" | "file" }
  /** `fields`: where, with hints. Absent by phone, where no more is known, and beyond the limit of guesses (CE-02, CE-08). */
  | { readonly code: "center/owner-differs"; readonly fields?: readonly OwnerDifference[] }
  /** The parameters were claimed to be unchanged, and are not (CE-05). */
  | { readonly code: "center/parameters-changed" }
  /** Nothing changed, but these could not be read (FP-15). */
  | { readonly code: "center/parameters-unread"; readonly parameters: readonly Parameter[] }
  /** The current PIN does: nothing changed (CE-06). */
  | { readonly code: "center/spare-not-needed" }
  /** By phone: another computer, another owner, or a computer that was changed or merely grew (CE-15). */
  | { readonly code: "center/binding-differs" }
  /** By phone: who called is not known to be the contact on record (CE-16). */
  | { readonly code: "center/contact-not-confirmed" }
  /** The id of a request that was granted, on one that says something else (CE-07). */
  | { readonly code: "center/altered-request" }
  /** A limit was reached: an operator decides (CE-09). */
  | { readonly code: "center/operator-needed"; readonly violation: Violation }
  /** A limit was reached: not before then. Milliseconds since 1970 UTC (CE-09). */
  | { readonly code: "center/limit-reached"; readonly violation: Violation; readonly until: number }
  /** What the license says ends it: it is renewed by the center's word, not by a recovery. Milliseconds since 1970 UTC. */
  | { readonly code: "center/expired"; readonly expiresAt: number }
  /** Lost data: nothing on record fits this name, or there is no address to send it to (CE-10). */
  | { readonly code: "center/not-on-record" };

/** What to do. With `use-an-unused-pin`, where the first one stands in the kit's document. */
export type Instead =
  | { readonly instead: "use-an-unused-pin"; readonly unused: PinPlace }
  | {
      readonly instead:
        | "request-an-additional-pin"
        | "use-the-same-pin"
        | "use-that-channel"
        | "correct-the-owner"
        | "read-again"
        | "make-a-new-request"
        | "wait-for-an-operator"
        | "wait"
        | "ask-the-licensing-center";
    };

/**
 * Why a command is not one that this kit can be asked: nothing happened, and nothing is kept of it. Where it was a
 * customer's request, this is what the customer is told.
 */
export type CenterError = CenterRefusal | (CommandReason & { readonly instead: CommandInstead });

/** What is wrong with a command. */
export type CommandReason =
  /** Nothing is known of this kit. */
  | { readonly code: "center/unknown-kit" }
  | { readonly code: "center/already-registered"; readonly kit: KitNumber }
  /** The command's `type` is none that a center knows. */
  | { readonly code: "center/unknown-command" }
  /** `at` is no integer within ±8,640,000,000,000,000 (included), which is what a document can say. */
  | { readonly code: "center/not-a-time" }
  /** It names another kit than this one. */
  | { readonly code: "center/other-kit"; readonly kit: KitNumber }
  /** A request to another vendor, or for another product. */
  | { readonly code: "center/other-vendor"; readonly differs: readonly ("issuer" | "product")[] }
  /** Digits that are no request. */
  | RequestError
  /** The operator left out what a call needs: a checksum; at a first registration who calls; with a spare PIN the current one. */
  | { readonly code: "center/incomplete-call"; readonly missing: "checksum" | "contact" | "supersededPin" }
  /** A text is empty, or longer than 200 UTF-16 units. */
  | { readonly code: "center/unfit-text"; readonly name: "issuer" | "product" | "name" | "organization" | "email" }
  /** An expiry that is not after now or that a response by phone cannot say; features that are no closed JSON, or by phone. */
  | { readonly code: "center/unfit-terms"; readonly name: "expiresAt" | "features" }
  /** The policies do not let an operator bind anew by phone (CE-15). */
  | { readonly code: "center/no-rebinding" }
  /** Nobody asked for an additional PIN in place of this one. */
  | { readonly code: "center/nothing-asked"; readonly pin: string };

/** What whoever gave the command does. */
export type CommandInstead =
  | "use-the-registered-kit"
  | "correct-the-command"
  | "check-the-kit-number"
  | "ask-that-vendor"
  | "dictate-again"
  | "complete-the-call"
  | "leave-it";
