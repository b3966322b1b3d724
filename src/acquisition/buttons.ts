import { openRow } from "./fields-phone.js";
import { rowNames } from "./answers.js";
import type { Field } from "./field.js";
import { entryState, grantedLicense } from "./granted.js";
import type { WizardButton } from "./input.js";
import { referenceOf } from "./known.js";
import { correctionOf, mayTakeOtherChannel } from "./failure.js";
import type { WizardState } from "./state.js";

/** A button of the step, and whether it does something now. */
export interface Button {
  readonly button: WizardButton;
  readonly enabled: boolean;
}

/** The buttons of the step at hand, beside "Next" and "Back", in the order in which they are shown. */
export function buttonsOf(state: WizardState, fields: readonly Field[]): readonly Button[] {
  switch (state.step) {
    case "closed":
    case "installing":
      return [];
    case "finish":
      return state.answers.action === "acquire" ? [on("save-owner-data")] : [];
    default:
      return [...ownButtons(state, fields), { button: "cancel", enabled: true }];
  }
}

function ownButtons(state: WizardState, fields: readonly Field[]): readonly Button[] {
  switch (state.step) {
    case "owner": {
      const wrong = fields.some((field) => field.wrong !== undefined && field.name !== "confirmed");
      return [{ button: "save-owner-data", enabled: !wrong }];
    }
    case "verify-owner":
      return [on("open-owner-data")];
    case "recovery":
      return referenceOf(state) === undefined ? [] : [on("read-again")];
    case "file-request": {
      const saved = state.made?.saved === true;
      return [on("save-request"), on("open-page"), { button: "leave", enabled: saved }];
    }
    case "file-response":
      return [on("open-response"), on("open-page"), on("leave")];
    case "phone-response":
      return entryButtons(state);
    case "failure":
      return failureButtons(state);
    default:
      return [];
  }
}

/** By voice: the open row is confirmed, or not. */
function entryButtons(state: WizardState): readonly Button[] {
  const entry = entryState(state);
  const open = openRow(entry);
  const typed = entry.rows[open - 1] !== undefined && state.mistyped?.field !== rowNames[open - 1];
  const total = open > 8 && entry.digits === null;
  return [
    { button: "confirm-row", enabled: typed },
    { button: "reject-row", enabled: typed },
    { button: "confirm-total", enabled: total },
  ];
}

/** @rule AQ-08 */
function failureButtons(state: WizardState): readonly Button[] {
  return [
    on("try-again"),
    { button: "other-channel", enabled: mayTakeOtherChannel(state) },
    { button: "correct", enabled: correctionOf(state) !== undefined },
    // The license is there: it can be stored later.
    ...(grantedLicense(state) === undefined ? [] : [on("leave")]),
  ];
}

function on(button: WizardButton): Button {
  return { button, enabled: true };
}
