import type { Comparison } from "../fingerprint/index.js";
import { parsePin } from "../pins/index.js";
import { makeField } from "./choose.js";
import { typed } from "./fields-kit.js";
import type { Field, FieldFault } from "./field.js";
import { comparisonOf, currentPinOf, saysUnchanged } from "./known.js";
import type { WizardState } from "./state.js";

/**
 * "Key parameters have not been changed": confirmed, the current PIN is enough; cleared, a spare one is needed as well.
 * Where something could not be read, nobody knows: the way on is to read again, or else to clear it, and to confirm that a
 * spare PIN will be spent. So it is where nothing changed: a spare PIN is not spent in passing.
 *
 * @rule AQ-05, AQ-15, AQ-18
 * @source S1; S2 p. 29 (figure)
 */
export function recoveryFields(state: WizardState): readonly Field[] {
  const { answers, context } = state;
  const comparison = comparisonOf(state);
  const unchanged = saysUnchanged(state);
  const current = answers.currentPin ?? answers.pin ?? "";
  const fields = [
    makeField("unchanged", unchanged, state, unchanged ? undetermined(comparison) : undefined, false),
    makeField("currentPin", current, state, typed(current, parsePin(current, context.edition))),
  ];
  if (unchanged) return fields;
  const { sparePin = "", spendSpare = false } = answers;
  fields.push(makeField("sparePin", sparePin, state, spareFault(sparePin, state)));
  if (comparison === undefined || comparison.outcome === "changed") return fields;
  const unconfirmed: FieldFault | undefined = spendSpare ? undefined : { code: "acquisition/spending-not-confirmed" };
  return [...fields, makeField("spendSpare", spendSpare, state, unconfirmed)];
}

function undetermined(comparison: Comparison | undefined): FieldFault | undefined {
  if (comparison?.outcome !== "undetermined") return undefined;
  return {
    code: "acquisition/undetermined",
    unread: comparison.findings.filter(({ effect }) => effect === "unread"),
  };
}

function spareFault(text: string, state: WizardState): FieldFault | undefined {
  const spare = parsePin(text, state.context.edition);
  const same = spare.ok && spare.value === currentPinOf(state);
  return same ? { code: "acquisition/spare-is-current" } : typed(text, spare);
}
