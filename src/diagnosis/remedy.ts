import type { Parameter } from "../fingerprint/index.js";
import type { Dongle } from "../license/index.js";
import type { OwnerDifference } from "../owner/index.js";
import type { ClientSet, Edition, Pin, PinPlace } from "../pins/index.js";
import type { IniFinding } from "../platform/index.js";
import type { UsualPort } from "./ports.js";

/**
 * What to do next. There is no action that copies a license file, switches a firewall off or emulates a dongle, and a spare
 * PIN is named only where the computer changed.
 *
 * @rule DG-06, PN-19
 */
export type Remedy =
  /** Nothing is to be done. */
  | { readonly action: "nothing" }
  /** Read again, with more rights: these could not be read. Empty: not known which. */
  | { readonly action: "read-again"; readonly parameters: readonly Parameter[] }
  /** Nothing helps here: the license goes on under another PIN, on the computer where that was used. */
  | { readonly action: "superseded"; readonly since?: number }
  /** Plug in. Empty: not known which. */
  | { readonly action: "attach-dongle"; readonly dongles: readonly Dongle[] }
  /** Plug into another computer: here they do not count. */
  | { readonly action: "move-dongle"; readonly dongles: readonly Dongle[] }
  /** Put it back from where it was kept. `otherwise`: where it is kept nowhere. */
  | { readonly action: "put-file-back"; readonly files: readonly string[]; readonly otherwise?: "same-pin" }
  /** Move, never copy. Without `to`: into a directory that is looked at. */
  | { readonly action: "move-file"; readonly files: readonly FilePath[]; readonly to?: string }
  /** Take all but one of them out of the directories that are looked at. */
  | { readonly action: "keep-one-file"; readonly files: readonly FilePath[] }
  | { readonly action: "change-setting"; readonly setting: Setting; readonly to: "on" | "off" }
  /** Empty: it is not there, or nothing is known of it. */
  | { readonly action: "correct-nethasp-ini"; readonly findings: readonly IniFinding[] }
  | { readonly action: "start-dongle-manager" }
  /** Let these through; the firewall stays on. */
  | { readonly action: "open-ports"; readonly ports: readonly UsualPort[] }
  /** Let the user read these. */
  | { readonly action: "grant-access"; readonly files: readonly FilePath[] }
  | { readonly action: "set-clock" }
  /** End what is not needed: the cause says who holds the seats. */
  | { readonly action: "release-seats"; readonly otherwise: "purchase" }
  /** Type the owner as at the first registration. Empty: not known which fields differ. */
  | { readonly action: "correct-owner"; readonly fields: readonly OwnerDifference[] }
  /** `spare`: it is unused, and the kit's licenses run under others: one of those is the current PIN. */
  | { readonly action: "check-pin"; readonly why: "mistyped" | "not-in-kit" | "spare" }
  /** The PIN is of this edition: its own program asks for it. */
  | { readonly action: "use-other-wizard"; readonly edition: Edition }
  /** Go back to the edition that the license is for. */
  | { readonly action: "return-to-edition"; readonly edition?: string }
  | { readonly action: "use-another-channel" }
  /** Load the response that belongs to the request that is open. */
  | { readonly action: "load-own-response" }
  /** Register the kit: nothing is known of its PINs. */
  | { readonly action: "open-kit" }
  /** Recover with the current PIN: nothing is spent. */
  | { readonly action: "same-pin"; readonly pin?: Pin; readonly otherwise?: "purchase" }
  /** Recover with an unused PIN of the set: how many are left, and where the first stands in the kit's document. */
  | { readonly action: "spare-pin"; readonly pin?: Pin; readonly left?: number; readonly first?: PinPlace }
  /** Acquire a license: with this PIN; or with the one at this place of its kit. */
  | { readonly action: "acquire-license"; readonly pin?: Pin; readonly first?: PinPlace }
  /** The PIN's set is void: use one of the set that was chosen. Without `first`: none of it is left. */
  | { readonly action: "use-chosen-set"; readonly set: ClientSet; readonly first?: PinPlace }
  | { readonly action: "request-additional-pin"; readonly pin?: Pin }
  | { readonly action: "ask-center"; readonly about: AskCenter; readonly otherwise?: "purchase" }
  | { readonly action: "purchase"; readonly what: "client-license" | "server-license" };

/** Something that is on or off: whether dongles are used; whether an infobase, or the licensing service, gives licenses. */
export type Setting = "hardware-licenses" | "infobase-gives-licenses" | "service-gives-licenses";

/** What the licensing center is asked. */
export type AskCenter = "cancelled-pin" | "recovery-limit" | "renewal" | "weak-binding";

/** A file, by where it lies. */
export interface FilePath {
  readonly directory: string;
  readonly name: string;
}
