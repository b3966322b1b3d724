import { fieldChoices, fieldKinds, type Answers, type FieldName, type FieldValue } from "./answers.js";
import type { Choice, Field, FieldFault } from "./field.js";
import type { WizardState } from "./state.js";

/** A field as a step shows it. */
export function makeField(
  name: FieldName,
  value: FieldValue,
  { answers }: WizardState,
  wrong: FieldFault | undefined,
  required = true,
): Field {
  const kind = fieldKinds[name];
  const entered = name in answers;
  return wrong === undefined
    ? { name, kind, value, entered, required }
    : { name, kind, value, entered, required, wrong };
}

/** What there is to say of a choice, beside that it is offered. */
export type ChoiceNotes = { readonly [value: string]: Partial<Omit<Choice, "value">> };

/** A field that offers choices. Where nothing is chosen yet, `value` is empty, and that is wrong. */
export function choose(name: keyof Answers, value: string, state: WizardState, notes: ChoiceNotes): Field {
  const choices = (fieldChoices[name] ?? []).map((choice) => choiceOf(choice, notes[choice]));
  const chosen = choices.some((choice) => choice.value === value && choice.offered);
  const { kind, entered } = makeField(name, value, state, undefined);
  return chosen
    ? { name, kind, value, entered, required: true, choices }
    : { name, kind, value, entered, required: true, wrong: notChosen, choices };
}

function choiceOf(value: string, note: ChoiceNotes[string] | undefined): Choice {
  return note === undefined
    ? { value, offered: true, recommended: false }
    : { value, offered: true, recommended: false, ...note };
}

const notChosen: FieldFault = { code: "acquisition/not-chosen" };
