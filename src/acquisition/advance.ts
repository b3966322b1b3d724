import { changed } from "./changed.js";
import type { EffectType } from "./effect.js";
import { grantedLicense } from "./granted.js";
import { asking, stay, withdrawn, type Moved } from "./moved.js";
import { freshReading, isCurrent, makeRequest, readingHere, type NoRequest } from "./requested.js";
import { isChannelAsked, routeOf } from "./route.js";
import type { Failure, MadeRequest, WizardState } from "./state.js";
import { isWorking, type WizardStep, type WorkingStep } from "./steps.js";

/** Goes on from the step at hand, which is done: over what is done already, to where something is asked or worked on. */
export function advance(state: WizardState): Moved {
  if (state.step === "finish") return stay(changed(state, { step: "closed", owed: [], ended: { how: "finished" } }));
  const settled = withChannel(state);
  const route = routeOf(settled);
  // Another PIN was typed as the current one, and its license is here: that one has not been compared yet.
  const anew = state.step === "recovery" && route.includes("comparing") && readingHere(state) === undefined;
  const here = route.indexOf(state.step);
  const next = route[here + 1];
  return here < 0 || next === undefined ? stay(state) : arrive(settled, anew ? "comparing" : next);
}

/** Where nobody is asked for a channel, it is the automatic one that is on its way from here, whatever was chosen before. */
function withChannel(state: WizardState): WizardState {
  const leaves = state.step === "owner" || state.step === "verify-owner";
  if (!leaves || state.answers.channel === undefined || isChannelAsked(state)) return state;
  return changed(state, { answers: { ...state.answers, channel: "automatic" } });
}

/**
 * Comes to a step. On a working step the host is asked for what is missing; where nothing is, it is passed by: nothing is
 * asked for twice.
 *
 * @rule AQ-04, AQ-10
 */
export function arrive(state: WizardState, step: WizardStep): Moved {
  const there: WizardState = changed(state, { step, failure: null, mistyped: null, owed: withdrawn(state.owed) });
  return isWorking(step) ? work(there, step) : stay(there);
}

function work(state: WizardState, step: WorkingStep): Moved {
  const { waiting } = state.context;
  if (step === "reading" && !isCurrent(state.made, state) && waiting !== undefined) {
    // It was asked for in an earlier run, and not answered yet: asked again, it would be another request.
    const saved: MadeRequest = { ...waiting, saved: true, digits: null };
    if (isCurrent(saved, state)) return advance(changed(state, { made: saved }));
  }
  const reading = step === "reading" && !isCurrent(state.made, state) ? freshReading(state) : undefined;
  if (reading !== undefined) {
    const made = makeRequest(state, reading);
    return made.ok ? advance(changed(state, { made: made.value })) : fail(state, failureOf(made.error));
  }
  const missing = missingOn(step, state);
  return missing === undefined ? advance(state) : asking(state, missing);
}

/** What the host is asked for on a working step; `undefined` where it has been done. */
export function missingOn(step: WorkingStep, state: WizardState): EffectType | undefined {
  switch (step) {
    case "comparing":
      return readingHere(state) === undefined ? "gather-parameters" : undefined;
    case "reading":
      return isCurrent(state.made, state) ? undefined : "gather-parameters";
    case "encoding":
      return state.made?.digits === null ? "encode-for-phone" : undefined;
    case "sending":
      return grantedLicense(state) === undefined ? "send" : undefined;
    case "checking":
      return grantedLicense(state) === undefined ? "make-license" : undefined;
    case "fetching":
      return grantedLicense(state) === undefined ? "get-community-license" : undefined;
    case "installing":
      return state.installed === null ? "install" : undefined;
  }
}

/** Something went wrong: why, and where it did. @rule AQ-08 */
export function fail(state: WizardState, failure: Partial<Failure> & { readonly code: string }): Moved {
  const whole: Failure = { details: null, evidence: {}, ...failure, at: state.step };
  return stay(changed(state, { step: "failure", failure: whole, owed: withdrawn(state.owed) }));
}

function failureOf({ code, ...evidence }: NoRequest): Pick<Failure, "code" | "evidence"> {
  return { code, evidence };
}
