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
  const field = { name, kind: fieldKinds[name], value, entered: Object.hasOwn(answers, name), required };
  return wrong === undefined ? field : { ...field, wrong };
}

/** What there is to say of a choice, beside that it is offered. */
export type ChoiceNotes = { readonly [value: string]: Partial<Omit<Choice, "value">> };

/** A field that offers choices. Where nothing is chosen yet, `value` is empty, and that is wrong. */
export function choose(name: keyof Answers, value: string, state: WizardState, notes: ChoiceNotes): Field {
  const choices = (fieldChoices[name] ?? []).map((choice): Choice => ({
    value: choice,
    offered: true,
    recommended: false,
    ...notes[choice],
  }));
  const chosen = choices.some((choice) => choice.value === value && choice.offered);
  return { ...makeField(name, value, state, chosen ? undefined : notChosen), choices };
}

const notChosen: FieldFault = { code: "acquisition/not-chosen" };
