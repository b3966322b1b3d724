import type { Finding } from "../fingerprint/index.js";
import type { NotConfirmed, OwnerHint } from "../owner/index.js";
import type { EntryError } from "../phone/index.js";
import type { KitNumberError, PinError } from "../pins/index.js";
import type { FieldKind, FieldName, FieldValue } from "./answers.js";
import type { ChannelCondition, ChannelWhyNot } from "./channels.js";
import type { OwnerFault } from "./owner-faults.js";
import type { PlaceFault } from "./place.js";

/** A field of a step: all that a screen needs to draw it. */
export interface Field {
  readonly name: FieldName;
  readonly kind: FieldKind;
  /** As it was entered; else the default. */
  readonly value: FieldValue;
  /** Whether the person entered it: what is wrong with others, a screen need not say yet. */
  readonly entered: boolean;
  readonly required: boolean;
  /** What is wrong with it. As long as something is, the step cannot be left. @rule AQ-02 */
  readonly wrong?: FieldFault;
  readonly choices?: readonly Choice[];
  /** Of an owner: how the licensing center says that it differs, until it is entered anew. @rule OW-07 */
  readonly hint?: OwnerHint;
  /** Of a row. */
  readonly row?: RowStanding;
}

/** Something that can be chosen, and whether. */
export interface Choice {
  readonly value: string;
  readonly offered: boolean;
  /** Why it is not offered. */
  readonly why?: WhyNot;
  /** What must hold for it, where that is not known here. */
  readonly condition?: Condition;
  readonly recommended: boolean;
}

/** Why something cannot be chosen. */
export type WhyNot = ChannelWhyNot | { readonly code: "acquisition/no-community-license" };

/** What must hold for a choice. */
export type Condition =
  | ChannelCondition
  /** A license of this PIN is on this computer: a first registration with it would be refused (PN-11). */
  | { readonly code: "acquisition/if-not-acquired-yet" }
  /** No request is open here: what the file answers cannot be checked. */
  | { readonly code: "acquisition/if-answered" };

/** Where a row of the response stands. */
export interface RowStanding {
  /** Typed and confirmed; the one that is typed or to be confirmed now; later ones wait. @rule PH-04 */
  readonly state: "confirmed" | "open" | "waiting";
  /** To be read out to the operator; of `total`, the total. */
  readonly checksum?: string;
}

/** What is wrong with a field. */
export type FieldFault =
  | KitNumberError
  | PinError
  | PlaceFault
  | OwnerFault
  | NotConfirmed
  | EntryError
  /** This kind of license is counted by a server, and this is none (AQ-12). */
  | { readonly code: "acquisition/server-needed" }
  /** Nothing was chosen, or what is not offered. */
  | { readonly code: "acquisition/not-chosen" }
  /** What could not be read may have changed: read again, or clear it and spend a spare PIN (AQ-18). */
  | { readonly code: "acquisition/undetermined"; readonly unread: readonly Finding[] }
  | { readonly code: "acquisition/spending-not-confirmed" }
  | { readonly code: "acquisition/spare-is-current" }
  /** The operator did not confirm the row: it is dictated again. */
  | { readonly code: "acquisition/dictate-again" }
  /** The row, or the total, that is typed or to be confirmed now. */
  | { readonly code: "acquisition/not-confirmed-yet" };
