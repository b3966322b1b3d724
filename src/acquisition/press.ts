import { totalOf } from "../phone/index.js";
import { arrive } from "./advance.js";
import { buttonsOf } from "./buttons.js";
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
      return stay({ ...state, step: "closed", owed: [], failure: null, ended: { how: "cancelled" } });
    case "leave":
      return stay({ ...state, step: "closed", owed: [], ended: { how: "left", at: state.step } });
    case "save-owner-data":
      return asking({ ...state, ownerData: "not-saved" }, button);
    case "read-again":
      return arrive({ ...state, reading: null }, "comparing");
    case "save-request":
    case "open-page":
    case "open-response":
      return asking(state, button);
    case "confirm-row":
    case "reject-row":
      return dictate(state, { type: button, data: { row: openRow(entryState(state)) } });
    case "confirm-total":
      return dictate(state, { type: button, data: { total: totalOf(entryState(state)) ?? "" } });
    case "try-again":
      return tryAgain(state);
    case "other-channel":
      return arrive({ ...state, learned: { ...state.learned, automaticFailed: true } }, "channel");
    case "correct":
      return arrive(forgetDictation(state), correctionOf(state) ?? state.step);
  }
}

function tryAgain(state: WizardState): Moved {
  const { failure } = state;
  if (failure === null) return stay(state);
  if (!needsNewReading(state)) return arrive(state, failure.at);
  const at = failure.at === "comparing" ? "comparing" : "reading";
  return arrive({ ...state, reading: null, made: null }, at);
}

/** Digits that did not verify are typed anew. */
function forgetDictation(state: WizardState): WizardState {
  return state.failure?.at === "checking" ? { ...state, dictation: null } : state;
}
