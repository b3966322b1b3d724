import { ownerFields, type OwnerHint } from "../owner/index.js";
import { choose, makeField } from "./choose.js";
import type { Field } from "./field.js";
import { ownerDraft } from "./known.js";
import { learnedHere } from "./learned.js";
import { isRequired, ownerFaults } from "./owner-faults.js";
import type { WizardState } from "./state.js";

/** The owner, once more. @rule AQ-15, OW-04 @source S2 p. 30 (figure) */
export function verifiedOwnerFields(state: WizardState): readonly Field[] {
  const draft = ownerDraft(state);
  const faults = ownerFaults(draft, state);
  const hints = new Map(
    learnedHere(state).owner.map(({ field, hint }) => [field === "kind" ? "ownerKind" : field, hint]),
  );
  const fields: Field[] = [hinted(choose("ownerKind", draft.kind, state, {}), hints)];
  for (const name of ownerFields) {
    if (name === "organization" && draft.kind === "individual") continue;
    const field = makeField(name, draft[name] ?? "", state, faults.get(name), isRequired(name, draft.kind, state));
    fields.push(hinted(field, hints));
  }
  return fields;
}

/** The owner, and that a recovery needs the same data with absolute accuracy. @rule OW-02, OW-03 @source S1; S2 p. 9 */
export function newOwnerFields(state: WizardState): readonly Field[] {
  const confirmed = state.answers.confirmed ?? false;
  return [
    ...verifiedOwnerFields(state),
    makeField("confirmed", confirmed, state, confirmed ? undefined : { code: "owner/not-confirmed" }),
  ];
}

/** The field with what the licensing center said of it. */
function hinted(field: Field, hints: ReadonlyMap<string, OwnerHint>): Field {
  const hint = hints.get(field.name);
  return hint === undefined ? field : { ...field, hint };
}
