import type { Fault, InputError, Result } from "../core/index.js";
import { parseOwner, standardRequired, type Owner, type OwnerField, type RequiredFields } from "../owner/index.js";
import type { OwnerDraft } from "./known.js";
import type { WizardState } from "./state.js";

/** What is wrong with a field of an owner. */
export type OwnerFault =
  | { readonly code: "acquisition/required" }
  /** Too long, or a character that no form should hold; where. */
  | { readonly code: "acquisition/unfit-text"; readonly fault: Fault };

/** Takes an owner out of a form: at a recovery, what is missing is for the licensing center to say. */
export function parseDraft(draft: OwnerDraft, { answers, context }: WizardState): Result<Owner, InputError> {
  const first = (answers.operation ?? "first-time") === "first-time";
  return parseOwner(draft, first ? (context.required ?? standardRequired) : leastRequired);
}

/** An owner that says nothing is nobody's. */
const leastRequired: RequiredFields = { company: ["organization"], individual: ["lastName"] };

/** Which fields an owner of this kind must fill in. */
export function isRequired(field: OwnerField, kind: Owner["kind"], { answers, context }: WizardState): boolean {
  const first = (answers.operation ?? "first-time") === "first-time";
  return (first ? (context.required ?? standardRequired) : leastRequired)[kind].includes(field);
}

/** What is wrong with an owner, by field: the first fault of each. */
export function ownerFaults(draft: OwnerDraft, state: WizardState): ReadonlyMap<string, OwnerFault> {
  const parsed = parseDraft(draft, state);
  const faults = new Map<string, OwnerFault>();
  if (parsed.ok) return faults;
  for (const fault of parsed.error.faults) {
    const field = String(fault.path[0]);
    if (faults.has(field)) continue;
    faults.set(
      field,
      fault.rule === "missing" ? { code: "acquisition/required" } : { code: "acquisition/unfit-text", fault },
    );
  }
  return faults;
}
