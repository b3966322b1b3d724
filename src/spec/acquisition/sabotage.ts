import {
  wizard,
  type Moved,
  type WizardContext,
  type WizardInput,
  type WizardState,
  type WizardView,
} from "../../acquisition/index.js";
import type { AcquisitionSubject, Subject } from "../subject.js";

type Functions = AcquisitionSubject["wizard"];

/** The right one. */
type Submit = (state: WizardState, input: WizardInput) => Moved;

/** This library's wizard with some of its functions in another way. */
export function other(functions: Partial<Functions>): Subject {
  return { acquisition: { wizard: { ...wizard, ...functions } } };
}

/** A wizard that is told something else of where it is. */
export function opening(how: (context: WizardContext) => WizardContext): Subject {
  return other({ start: (context) => wizard.start(how(context)) });
}

/** A wizard that shows something else. */
export function showing(how: (view: WizardView, state: WizardState) => WizardView): Subject {
  return other({ view: (state) => how(wizard.view(own(state)), own(state)) });
}

/** A wizard that makes something else of an input. */
export function taking(how: (input: WizardInput, state: WizardState, submit: Submit) => Moved): Subject {
  return other({ submit: (state, input) => how(input, own(state), (at, of) => wizard.submit(at, of)) });
}

/** A wizard is handed the states that it made. */
export function own(state: unknown): WizardState {
  return state as WizardState; // nothing else makes them
}
