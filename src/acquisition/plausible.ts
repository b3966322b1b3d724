import { changed } from "./changed.js";
import { missingOn } from "./advance.js";
import { fieldsOf, hindranceOf } from "./fields.js";
import { answeredRequest, grantedLicense } from "./granted.js";
import { routeOf } from "./route.js";
import type { WizardState } from "./state.js";
import { isWorking, type WizardStep } from "./steps.js";

/** Whether a wizard can be in this state: what comes before its step is done, and what it waits for is owed. @rule AQ-11 */
export function isPlausible(state: WizardState): boolean {
  const { step, ended, failure, owed, effects } = state;
  if (!owed.every(({ id }) => id <= effects) || new Set(owed.map(({ id }) => id)).size < owed.length) return false;
  if ((step === "closed") !== (ended !== null) || (step === "failure") !== (failure !== null)) return false;
  if (ended !== null) return ended.how !== "left" || isReached(ended.at, state);
  if (failure !== null) return isReached(failure.at, state);
  return isReached(step, state) && (!isWorking(step) || isOwed(step, state));
}

function isOwed(step: WizardStep, state: WizardState): boolean {
  const missing = isWorking(step) ? missingOn(step, state) : undefined;
  return missing !== undefined && state.owed.some(({ type }) => type === missing);
}

/** Whether a step is on the way, and all before it is done. What a refusal taught may have changed the channel since. */
function isReached(step: WizardStep, state: WizardState): boolean {
  const route = routeOf(state);
  const at = route.indexOf(step);
  return at >= 0 && hasWhatItShows(step, state) && route.slice(0, at).every((before) => isDone(before, state));
}

function isDone(step: WizardStep, state: WizardState): boolean {
  if (step === "channel") return true;
  const there = changed(state, { step });
  return isWorking(step) ? missingOn(step, state) === undefined : hindranceOf(there, fieldsOf(there)) === undefined;
}

function hasWhatItShows(step: WizardStep, state: WizardState): boolean {
  switch (step) {
    case "phone-request":
      return typeof state.made?.digits === "string";
    case "phone-response":
      return answeredRequest(state) !== undefined;
    case "finish":
      return state.installed !== null && grantedLicense(state) !== undefined;
    default:
      return true;
  }
}
