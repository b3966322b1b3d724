import { changed } from "./changed.js";
import { totalOf } from "../phone/index.js";
import { arrive } from "./advance.js";
import { buttonsOf } from "./buttons.js";
import { rowNames } from "./answers.js";
import { dictate } from "./enter.js";
import { correctionOf, needsNewReading } from "./failure.js";
import { openRow } from "./fields-phone.js";
import type { Field } from "./field.js";
import { entryState } from "./granted.js";
import type { WizardButton } from "./input.js";
import { asking, refuse, stay, type Moved } from "./moved.js";
import type { WizardState } from "./state.js";

/** Does what a button is for, where the step has it and it is enabled. */
export function press(state: WizardState, button: WizardButton, fields: readonly Field[]): Moved {
  const enabled = buttonsOf(state, fields).some((one) => one.button === button && one.enabled);
  if (!enabled) return refuse(state, { code: "acquisition/no-such-button" });
  switch (button) {
    case "cancel":
      return stay(changed(state, { step: "closed", owed: [], failure: null, ended: { how: "cancelled" } }));
    case "leave":
      return stay(
        changed(state, {
          step: "closed",
          owed: [],
          failure: null,
          ended: { how: "left", at: state.failure?.at ?? state.step },
        }),
      );
    case "save-owner-data":
      return asking(state, button);
    case "read-again":
      return arrive(changed(state, { reading: null }), "comparing");
    case "save-request":
    case "open-owner-data":
    case "open-page":
    case "open-response":
      return asking(state, button);
    case "confirm-row":
      return dictate(state, { type: button, data: { row: openRow(entryState(state)) } });
    case "reject-row":
      return rejectRow(state);
    case "confirm-total":
      return dictate(state, { type: button, data: { total: totalOf(entryState(state)) ?? "" } });
    case "try-again":
      return tryAgain(state);
    case "other-channel":
      return arrive(changed(state, { learned: { ...state.learned, automaticFailed: true } }), "channel");
    case "correct":
      return arrive(reopenDictation(state), correctionOf(state) ?? state.step);
  }
}

/** What the operator does not confirm is typed again: nothing of it is shown any more. @rule PH-04 */
function rejectRow(state: WizardState): Moved {
  const row = openRow(entryState(state));
  const field = rowNames[row - 1] ?? "total";
  return stay(changed(dictate(state, { type: "reject-row", data: { row } }).state, { mistyped: { field, text: "" } }));
}

function tryAgain(state: WizardState): Moved {
  const { failure } = state;
  if (failure === null) return stay(state);
  if (!needsNewReading(state)) return arrive(state, failure.at);
  const at = failure.at === "comparing" ? "comparing" : "reading";
  return arrive(changed(state, { reading: null, made: null }), at);
}

/** Of digits that did not verify, the rows stay: the total is confirmed again, and any row can be corrected. */
function reopenDictation(state: WizardState): WizardState {
  const { dictation, failure } = state;
  if (failure?.at !== "checking" || dictation === null) return state;
  return changed(state, { dictation: { ...dictation, entry: { ...dictation.entry, digits: null } } });
}
