import { err, handle, inputError, ok, type Fault, type InputError, type Result } from "../core/index.js";
import { responseEntry, type EntryCommand } from "../phone/index.js";
import { stepFields, type FieldName, type FieldValue } from "./answers.js";
import { entryCommand } from "./fields-phone.js";
import { answeredRequest, entryState } from "./granted.js";
import { refuse, stay, type Moved } from "./moved.js";
import type { WizardState } from "./state.js";
import { readValue, valueFault } from "./values.js";

/**
 * Takes what was entered. Of values that no field of the step can hold nothing is taken, and each is named; what a field can
 * hold is kept, right or wrong.
 *
 * @rule AQ-02, AQ-03
 */
export function enter(state: WizardState, values: unknown): Moved {
  const read = readValues(state, values);
  if (!read.ok) return refuse(state, read.error);
  if (state.step === "phone-response") return dictated(state, read.value);
  const answers: { [name: string]: FieldValue } = { ...state.answers };
  for (const [name, value] of read.value) answers[name] = value;
  return stay({ ...state, answers }); // each value was read as its field takes it
}

/** A command of the entry: what happened is kept, beside why something did not. */
export function dictate(state: WizardState, command: EntryCommand): Moved {
  const request = answeredRequest(state)?.id;
  const { decision, state: entry } = handle(responseEntry, command, entryState(state));
  if (!decision.ok) return refuse(state, decision.error);
  return stay(request === undefined ? state : { ...state, mistyped: null, dictation: { request, entry } });
}

/** Rows one after the other; the first that is not taken stays as it was typed, until it is typed anew or emptied. */
function dictated(state: WizardState, values: readonly Entry[]): Moved {
  let moved = stay(state);
  for (const [field, value] of values) {
    const text = typeof value === "string" ? value.trim() : "";
    if (text === "") {
      const emptied = moved.state.mistyped?.field === field;
      moved = emptied ? stay({ ...moved.state, mistyped: null }) : moved;
      continue;
    }
    const next = dictate(moved.state, entryCommand(field, text));
    if (next.refused === undefined) moved = next;
    // A message that was accepted as a whole is not mistyped any more.
    else if (next.refused.code === "phone/already-complete") return next;
    else return refuse({ ...moved.state, mistyped: { field, text } }, next.refused);
  }
  return moved;
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
