import type { InputError } from "../core/index.js";
import type { EntryError } from "../phone/index.js";
import type { FieldName } from "./answers.js";
import type { EffectType, Outcome } from "./effect.js";
import type { Hindrance } from "./fields.js";
import type { WizardStep } from "./steps.js";

/** What a person does on a step, or a host has done. `step`: on which the person was. */
export type WizardInput =
  /** Into fields of the step; it stays where it is. What is wrong is kept too, so that it can be corrected. */
  | { readonly type: "enter"; readonly step: WizardStep; readonly values: Entered }
  /** On to the next step, with what was entered last. */
  | { readonly type: "next"; readonly step: WizardStep; readonly values?: Entered | undefined }
  | { readonly type: "press"; readonly step: WizardStep; readonly button: WizardButton }
  /** What became of an effect, by its number. */
  | { readonly type: "outcome"; readonly effect: number; readonly outcome: Outcome };

/** Values by the names of fields: texts, flags, choices; a country also as `{ code, name }`. */
export type Entered = { readonly [F in FieldName]?: unknown };

/** Buttons, beside "Next" and "Back". */
export type WizardButton =
  | "cancel"
  | "save-owner-data"
  /** Fill in the owner from the file that was saved. */
  | "open-owner-data"
  | "read-again"
  | "save-request"
  | "open-page"
  | "open-response"
  /** Close the window, and come back with the response. (AQ-07) */
  | "leave"
  /** The operator confirms the checksum of the open row that was read out; or does not. */
  | "confirm-row"
  | "reject-row"
  | "confirm-total"
  | "try-again"
  | "other-channel"
  /** Back to where it can be corrected. */
  | "correct";

/** Why an input changes nothing. What the person entered beside it is kept. */
export type WizardRefusal =
  | InputError
  | EntryError
  | Hindrance
  /** It is for another step than the one at hand. */
  | { readonly code: "acquisition/other-step"; readonly step: WizardStep }
  /** The step has no such button, or not now. */
  | { readonly code: "acquisition/no-such-button" }
  /** No effect of this number was ever asked for. */
  | { readonly code: "acquisition/never-asked"; readonly effect: number }
  /** It was answered already, or is no longer wanted: the person went another way. */
  | { readonly code: "acquisition/no-longer-asked"; readonly effect: number }
  /** This is no outcome of that effect. */
  | { readonly code: "acquisition/other-outcome"; readonly effect: number; readonly type: EffectType };
