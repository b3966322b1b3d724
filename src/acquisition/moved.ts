import { changed } from "./changed.js";
import { effectOf } from "./asked.js";
import type { Effect, EffectType } from "./effect.js";
import type { WizardRefusal } from "./input.js";
import type { Owed, WizardState } from "./state.js";

/** What came of an input: where the wizard is now, and what its host is asked for. */
export interface Moved {
  readonly state: WizardState;
  /** What is to be done now. The wizard waits for the outcome of each. */
  readonly effects: readonly Effect[];
  /** Why the input changed nothing. */
  readonly refused?: WizardRefusal;
}

/** Here, and nothing to do. */
export function stay(state: WizardState): Moved {
  return { state, effects: [] };
}

/** Asks the host for something. What was asked before, of the same type, is no longer wanted. */
export function asking(state: WizardState, type: EffectType): Moved {
  const owed: Owed = { id: state.effects + 1, type };
  const effect = effectOf(owed, state);
  if (effect === undefined) return stay(state);
  const others = state.owed.filter((other) => other.type !== type);
  return { state: changed(state, { effects: owed.id, owed: [...others, owed] }), effects: [effect] };
}

/** Nothing of the input is taken. */
export function refuse(state: WizardState, refused: WizardRefusal): Moved {
  return { state, effects: [], refused };
}

/** Withdraws what the host was asked for on a step that is left: what it still does aside goes on. */
export function withdrawn(owed: readonly Owed[]): readonly Owed[] {
  return owed.length === 0 ? owed : owed.filter(({ type }) => type === "save-owner-data" || type === "open-page");
}
