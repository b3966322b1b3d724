import { changed } from "./changed.js";
import { err, handle, inputError, ok, type Fault, type InputError, type Result } from "../core/index.js";
import type { OwnerDifference } from "../owner/index.js";
import { responseEntry, type EntryCommand } from "../phone/index.js";
import { stepFields, type Answers, type FieldName, type FieldValue } from "./answers.js";
import { fieldsOf } from "./fields.js";
import { entryCommand, isAsShown } from "./fields-phone.js";
import { answeredRequest, entryState } from "./granted.js";
import { refuse, stay, type Moved } from "./moved.js";
import type { Learned, WizardState } from "./state.js";
import { readValue, valueFault } from "./values.js";

/**
 * Takes what was entered. Of values that no field of the step can hold nothing is taken, and each is named; what a field can
 * hold is kept, right or wrong.
 *
 * @rule AQ-02, AQ-03
 */
export function enter(state: WizardState, entered: unknown): Moved {
  const read = readValues(state, entered);
  if (!read.ok) return refuse(state, read.error);
  if (state.step === "phone-response") return dictated(state, read.value);
  const values = withoutDefaults(state, read.value);
  const answers: { [name: string]: FieldValue } = { ...ofThisPin(state, values) };
  for (const [name, value] of values) answers[name] = value;
  const learned = withoutHints(state.learned, state.answers, answers);
  const ownerData = state.step === "owner" && read.value.length > 0 ? savedStill(state, read.value) : state.ownerData;
  return stay(changed(state, { answers, learned, ownerData })); // each value was read as its field takes it
}

/** What was saved is what is entered no longer, as soon as something else is. */
function savedStill({ answers, ownerData }: WizardState, values: readonly Entry[]): WizardState["ownerData"] {
  const was: { readonly [name: string]: FieldValue | undefined } = { ...answers };
  const same = values.every(([name, value]) => name === "confirmed" || was[name] === value);
  return same ? ownerData : "not-saved";
}

/** Fields that are filled in from elsewhere: posted back as they are, they were not entered. */
function withoutDefaults(state: WizardState, values: readonly Entry[]): readonly Entry[] {
  if (state.step !== "recovery" && state.step !== "verify-owner") return values;
  const shown = new Map(fieldsOf(state).map(({ name, value, entered }) => [name, entered ? undefined : value]));
  const isShown = ([name, value]: Entry): boolean => shown.get(name) === value;
  // With another current PIN, what is shown beside it is shown no longer.
  const another = values.some((entry) => entry[0] === "currentPin" && !isShown(entry));
  return another ? values : values.filter((entry) => !isShown(entry));
}

/** What was answered, without what was answered for another PIN than the one that is typed with the kit now. @rule AQ-15 */
function ofThisPin({ answers }: WizardState, values: readonly Entry[]): Answers {
  const another = values.some(([name, value]) => (name === "pin" || name === "kit") && value !== answers[name]);
  if (!another) return answers;
  const { currentPin: _, unchanged: __, spendSpare: ___, ...kept } = answers;
  return kept;
}

/** What was said of a field goes as soon as something else is entered. */
function withoutHints(learned: Learned, before: Answers, after: Answers): Learned {
  if (learned.owner.length === 0) return learned;
  const isAsBefore = ({ field }: OwnerDifference): boolean => {
    const name = field === "kind" ? "ownerKind" : field;
    return before[name] === after[name];
  };
  return { ...learned, owner: learned.owner.filter(isAsBefore) };
}

/** A command of the entry: what happened is kept, beside why something did not. */
export function dictate(state: WizardState, command: EntryCommand): Moved {
  const request = answeredRequest(state)?.id;
  const { decision, state: entry } = handle(responseEntry, command, entryState(state));
  if (!decision.ok) return refuse(state, decision.error);
  return stay(request === undefined ? state : changed(state, { mistyped: null, dictation: { request, entry } }));
}

/** Rows one after the other; the first that is not taken stays as it was typed, until it is typed anew or emptied. */
function dictated(state: WizardState, values: readonly Entry[]): Moved {
  let moved = stay(state);
  for (const [field, value] of values) {
    const text = typeof value === "string" ? value.trim() : "";
    if (text === "" || isAsShown(field, text, entryState(moved.state))) {
      const corrected = moved.state.mistyped?.field === field;
      moved = corrected ? stay(changed(moved.state, { mistyped: null })) : moved;
      continue;
    }
    const next = dictate(reopened(moved.state, field), entryCommand(field, text));
    if (next.refused === undefined) moved = next;
    else return refuse(changed(moved.state, { mistyped: { field, text } }), next.refused);
  }
  return moved;
}

/** A row that is typed anew opens what was confirmed as a whole: the total is asked for again. @rule PH-05 */
function reopened(state: WizardState, field: FieldName): WizardState {
  const { dictation } = state;
  if (dictation === null || dictation.entry.digits === null || field === "total") return state;
  return changed(state, { dictation: { ...dictation, entry: { ...dictation.entry, digits: null } } });
}

type Entry = readonly [FieldName, FieldValue];

function readValues(state: WizardState, values: unknown): Result<readonly Entry[], InputError> {
  if (values === undefined) return ok([]);
  if (typeof values !== "object" || values === null || Array.isArray(values)) {
    return err(inputError([{ path: ["values"], rule: "type", expected: "object" }]));
  }
  const fields: readonly string[] = Object.hasOwn(stepFields, state.step) ? fieldsOfStep(state) : [];
  const faults: Fault[] = [];
  const read: Entry[] = [];
  for (const [name, value] of Object.entries(values)) {
    const field = fields.includes(name) ? (name as FieldName) : undefined; // it is one of them
    const fit = field === undefined ? undefined : readValue(field, value);
    if (field === undefined) faults.push({ path: ["values", name], rule: "unknown-name" });
    else if (fit === undefined) faults.push(valueFault(field, value, ["values", name]));
    else read.push([field, fit]);
  }
  return faults.length === 0 ? ok(read) : err(inputError(faults));
}

function fieldsOfStep({ step }: WizardState): readonly FieldName[] {
  return (stepFields as { readonly [step: string]: readonly FieldName[] })[step] ?? [];
}
