import { compare, type Comparison, type KeyParameters } from "../fingerprint/index.js";
import type { License, LicenseRequest } from "../license/index.js";
import { fieldOf, ownerFields, type Country, type Owner, type OwnerField } from "../owner/index.js";
import { parseKitNumber, parsePin, type KitNumber, type Pin } from "../pins/index.js";
import type { WizardState } from "./state.js";
import { isSamePlace, placeOf } from "./where.js";

/** The kit number that was typed, where it is one. */
export function kitOf({ answers }: WizardState): KitNumber | undefined {
  const read = parseKitNumber(answers.kit ?? "");
  return read.ok ? read.value : undefined;
}

/** The PIN that was typed with the kit, where it is one. */
export function pinOf({ answers, context }: WizardState): Pin | undefined {
  return read(answers.pin ?? "", context.edition);
}

/** The PIN in use, of a recovery: the one that was typed with the kit, unless it was typed anew. @rule AQ-15 */
export function currentPinOf({ answers, context }: WizardState): Pin | undefined {
  return read(answers.currentPin ?? answers.pin ?? "", context.edition);
}

function read(text: string, edition: "standard" | "basic" | undefined): Pin | undefined {
  const pin = parsePin(text, edition);
  return pin.ok ? pin.value : undefined;
}

/** The license that is to be recovered, where it is on this computer and can be read. */
export function knownLicense(state: WizardState): License | undefined {
  const { licenses = [] } = state.context;
  if (licenses.length === 0) return undefined;
  const [kit, pin] = [kitOf(state), currentPinOf(state)];
  return licenses.find((license) => license.kit === kit && license.pin === pin);
}

/** The request by which this license was acquired by phone, where it was kept: the last one. @rule PH-14 */
export function dictatedRequest(state: WizardState): LicenseRequest | undefined {
  const { dictated = [] } = state.context;
  if (dictated.length === 0) return undefined;
  const [kit, pin] = [kitOf(state), currentPinOf(state)];
  const known = dictated.filter((request) => request.kit === kit && request.pin === pin);
  return known.at(-1);
}

/**
 * How the computer compares with the license that is to be recovered; `undefined` where there is nothing to compare: the
 * license cannot be read here, or the computer was not read yet.
 *
 * @rule AQ-15, AQ-18
 */
export function comparisonOf(state: WizardState): Comparison | undefined {
  const { reading, context } = state;
  if (reading === null || !isSamePlace(reading.place, placeOf(state))) return undefined;
  const reference = referenceOf(state);
  return reference && compare(reference, reading.parameters, context.policy);
}

/** The computer as it was when the license that is to be recovered was acquired, where that is known here. */
export function referenceOf(state: WizardState): KeyParameters | undefined {
  const known = knownLicense(state);
  if (known === undefined) return dictatedRequest(state)?.parameters;
  return known.binding.to === "hardware" ? known.binding.reference : undefined;
}

/**
 * Whether the person says that nothing changed. Until the box is touched it is set, unless a comparison showed a change: the
 * current PIN is tried first, and spends nothing.
 *
 * @rule AQ-05
 * @source S4 ("you need to remove this flag. A second field will appear")
 */
export function saysUnchanged(state: WizardState): boolean {
  return state.answers.unchanged ?? comparisonOf(state)?.outcome !== "changed";
}

/** An owner as it stands in the form: what was entered, over what is known. */
export type OwnerDraft = { readonly kind: Owner["kind"] } & { readonly [F in OwnerField]?: Country };

/**
 * The owner as the form shows it. At a recovery the fields are filled in from the old license, where that can be read and
 * its binding survives: whoever sits at another computer sees nothing of it.
 *
 * @rule AQ-15
 * @source S4 ("If the computer has not changed, then all fields can be filled in automatically")
 */
export function ownerDraft(state: WizardState): OwnerDraft {
  const { answers } = state;
  const known = isPrefilled(state) ? knownLicense(state)?.owner : undefined;
  const draft: { kind: Owner["kind"] } & { [F in OwnerField]?: Country } = {
    kind: answers.ownerKind ?? known?.kind ?? "company",
  };
  for (const field of ownerFields) {
    const value = answers[field] ?? (known && fieldOf(known, field));
    if (value !== undefined && (field !== "organization" || draft.kind === "company")) draft[field] = value;
  }
  return draft;
}

function isPrefilled(state: WizardState): boolean {
  return state.answers.operation === "recovery" && comparisonOf(state)?.outcome === "same";
}
