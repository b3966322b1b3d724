import { changed } from "./changed.js";
import { inputError, type Result } from "../core/index.js";
import { advance, arrive } from "./advance.js";
import { owedEffects } from "./asked.js";
import { isOffered, type WizardContext } from "./context.js";
import { enter } from "./enter.js";
import { fieldsOf, hindranceOf } from "./fields.js";
import type { WizardInput } from "./input.js";
import { refuse, stay, withdrawn, type Moved } from "./moved.js";
import { take } from "./outcome.js";
import { parseContext } from "./parse-context.js";
import { parseWizardState, type ResumeError } from "./parse-state.js";
import { press } from "./press.js";
import { routeOf } from "./route.js";
import { wizardVersion, type WizardState } from "./state.js";
import type { AskingStep } from "./steps.js";
import { stepsBack, viewOf, type WizardView } from "./view.js";

/** The wizard: see {@link wizard}. */
export interface Wizard {
  start(context: WizardContext): Moved;
  submit(state: WizardState, input: WizardInput): Moved;
  back(state: WizardState, step?: AskingStep): WizardState;
  view(state: WizardState): WizardView;
  resume(value: unknown): Result<Moved, ResumeError>;
}

/**
 * The wizard by which a license is acquired or recovered, as a machine that any screen can draw.
 *
 * - `start` opens it. Where it was to open by itself and there is nothing to offer, it is closed at once.
 * - `submit` takes what the person does or the host has done, and answers where the wizard is now, what its host is asked for
 *   (`effects`), and, where the input changed nothing, why (`refused`).
 * - `back` leads to the step before, or to any earlier one; what was entered stays. Where there is no way back, the state
 *   stays as it is.
 * - `view` gives everything a screen needs.
 * - `resume` takes a stored state, and asks again for what its host still owes. One who left comes back to where he left.
 *
 * `start`, `submit` and `resume` take whatever they are given, and say what is wrong with it; `view` and `back` take states
 * that this wizard made. A malformed context closes the wizard at once, with every fault.
 *
 * Outcomes: of `submit` the codes of `WizardRefusal`; of `resume` `acquisition/other-version` and `acquisition/damaged`.
 *
 * @rule AQ-01 … AQ-18
 * @source S1; S2
 * @example
 * ```ts
 * import { wizard } from "licit/acquisition";
 *
 * const opened = wizard.start({
 *   issuer: "Example Vendor",
 *   product: "ledger",
 *   opened: "at-start",
 *   found: { license: false, dongle: false },
 *   storable: "for-everyone",
 *   runsOn: "workstation",
 * });
 * wizard.view(opened.state).step; // → "action"
 *
 * const { state } = wizard.submit(opened.state, { type: "next", step: "action", values: { action: "acquire" } });
 * const typed = wizard.submit(state, { type: "next", step: "kit", values: { kit: "8050525679", pin: "381 505" } });
 * typed.refused; // → { code: "acquisition/fields-wrong", fields: ["pin"] }
 * wizard.view(typed.state).fields[1]?.wrong; // → { code: "pins/wrong-digit-count", digits: 6, expected: 15 }
 * wizard.view(wizard.back(typed.state)).step; // → "action"
 * ```
 */
export const wizard: Wizard = { start, submit, back, view: viewOf, resume };

function start(given: WizardContext): Moved {
  const read = parseContext(given);
  const context = read.ok ? read.value : unknownContext;
  const state: WizardState = {
    version: wizardVersion,
    context,
    step: "action",
    answers: {},
    effects: 0,
    owed: [],
    reading: null,
    made: null,
    dictation: null,
    mistyped: null,
    granted: null,
    failure: null,
    learned: { center: null, automaticFailed: false, license: null, tied: null, owner: [] },
    ownerData: "not-saved",
    installed: null,
    ended: null,
  };
  if (!read.ok) {
    const { faults } = read.error;
    return stay(changed(state, { step: "closed", ended: { how: "malformed-context", faults } }));
  }
  if (!isOffered(context)) return stay(changed(state, { step: "closed", ended: { how: "not-offered" } }));
  return stay(changed(state, { step: routeOf(state)[0] ?? "action" }));
}

/** Stands where a context was malformed: the wizard is closed, and nothing of it is used. */
const unknownContext: WizardContext = {
  issuer: "-",
  product: "-",
  opened: "on-purpose",
  found: { license: false, dongle: false },
  storable: "for-everyone",
  runsOn: "workstation",
};

function submit(state: WizardState, input: WizardInput): Moved {
  try {
    return taken(state, input);
  } catch {
    // A getter or a proxy of whoever handed it in: nothing of the library throws on plain data.
    return refuse(state, inputError([{ path: [], rule: "hostile" }]));
  }
}

function taken(state: WizardState, input: WizardInput): Moved {
  if (typeof input !== "object" || (input as unknown) === null) return malformed(state, []); // whatever a host passes
  switch (input.type) {
    case "outcome":
      return isOutcome(input.outcome) ? take(state, input.effect, input.outcome) : malformed(state, ["outcome"]);
    case "enter":
      return elsewhere(state, input) ?? enter(state, input.values);
    case "next":
      return elsewhere(state, input) ?? next(state, input.values);
    case "press":
      return elsewhere(state, input) ?? press(state, input.button, fieldsOf(state));
    default:
      return malformed(state, ["type"]);
  }
}

function isOutcome(outcome: unknown): boolean {
  return typeof outcome === "object" && outcome !== null;
}

function malformed(state: WizardState, path: readonly string[]): Moved {
  return refuse(state, inputError([{ path, rule: "type" }]));
}

function elsewhere(state: WizardState, input: Exclude<WizardInput, { readonly type: "outcome" }>): Moved | undefined {
  return input.step === state.step ? undefined : refuse(state, { code: "acquisition/other-step", step: state.step });
}

/** @rule AQ-02 */
function next(state: WizardState, values: unknown): Moved {
  const entered = enter(state, values);
  if (entered.refused !== undefined) return entered;
  const hindrance = hindranceOf(entered.state, fieldsOf(entered.state));
  return hindrance === undefined ? advance(entered.state) : refuse(entered.state, hindrance);
}

/** @rule AQ-03 */
function back(state: WizardState, step?: AskingStep): WizardState {
  const earlier = stepsBack(state);
  const target = step === undefined ? earlier.at(-1) : earlier.find((one) => one === step);
  if (target === undefined) return state;
  return changed(state, { step: target, failure: null, mistyped: null, owed: withdrawn(state.owed) });
}

/** @rule AQ-11 */
function resume(value: unknown): Result<Moved, ResumeError> {
  const parsed = parseWizardState(value);
  if (!parsed.ok) return parsed;
  const { value: state } = parsed;
  if (state.ended?.how === "left") {
    return { ok: true, value: arrive(changed(state, { ended: null }), state.ended.at) };
  }
  return { ok: true, value: { state, effects: owedEffects(state) } };
}
