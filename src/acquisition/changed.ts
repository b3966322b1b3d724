import type { WizardState } from "./state.js";

/** The state with some of it otherwise. Its members always stand in one order: engines are quick with objects of one shape. */
export function changed(state: WizardState, to: Partial<WizardState>): WizardState {
  return {
    version: state.version,
    context: state.context,
    step: to.step ?? state.step,
    answers: to.answers ?? state.answers,
    effects: to.effects ?? state.effects,
    owed: to.owed ?? state.owed,
    reading: to.reading === undefined ? state.reading : to.reading,
    made: to.made === undefined ? state.made : to.made,
    dictation: to.dictation === undefined ? state.dictation : to.dictation,
    mistyped: to.mistyped === undefined ? state.mistyped : to.mistyped,
    granted: to.granted === undefined ? state.granted : to.granted,
    failure: to.failure === undefined ? state.failure : to.failure,
    learned: to.learned ?? state.learned,
    ownerData: to.ownerData ?? state.ownerData,
    installed: to.installed === undefined ? state.installed : to.installed,
    ended: to.ended === undefined ? state.ended : to.ended,
  };
}
