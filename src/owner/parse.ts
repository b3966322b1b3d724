import * as z from "zod/mini";
import {
  err,
  inputError,
  ok,
  parseWith,
  standardSchema,
  type Fault,
  type InputError,
  type OtherNames,
  type Result,
  type StandardSchema,
} from "../core/index.js";
import { canonicalText } from "./canonical-text.js";
import { ownerFields, type Country, type Owner, type OwnerField } from "./owner.js";
import { refusedCharacter } from "./refused-character.js";

/** The fields that an owner of each kind must fill in. */
export interface RequiredFields {
  readonly company: readonly OwnerField[];
  readonly individual: readonly OwnerField[];
}

/** What is required by default. @rule OW-02 @source field reports */
export const standardRequired: RequiredFields = {
  company: ["organization", "country", "zip", "town", "street"],
  individual: ["lastName", "firstName", "country", "zip", "town", "street"],
};

/** Nothing is required: for what is typed at a recovery, where every difference is told by `compareOwner`. */
export const nothingRequired: RequiredFields = { company: [], individual: [] };

/** Bounds of a field (included). */
export const ownerLimits = {
  /** Code points of its canonical form. */
  points: 256,
  /** UTF-16 units as typed, blanks and all: what is longer is not looked at. */
  units: 4_096,
} as const;

const text = z.string().check(z.maxLength(ownerLimits.units));
const optional = z.optional(text);
const listed = z.object({ code: z.string().check(z.regex(/^[A-Z]{2}$/, "two letters A–Z")), name: text });

/** @internal */
export const ownerShape: z.ZodMiniType<Owner> = z.object({
  kind: z.enum(["company", "individual"]),
  organization: optional,
  lastName: optional,
  firstName: optional,
  middleName: optional,
  email: optional,
  country: z.optional(z.union([text, listed], "text | { code, name }")),
  zip: optional,
  region: optional,
  district: optional,
  town: optional,
  street: optional,
  house: optional,
  building: optional,
  apartment: optional,
});

const limits = {
  depth: 1,
  items: 0,
  members: 20,
  names: {
    kind: null,
    ...Object.fromEntries(ownerFields.map((field) => [field, { code: null, name: null }])),
  },
};

/**
 * Takes an owner out of an untrusted value: a form, a file, a request. Fields stay as they were typed; those in which
 * nothing can be seen are left out, and names that are no fields are ignored; with `otherNames: "refused"`, as in what was
 * signed, they are faults.
 *
 * Reports every fault: of a field, the first character that no form should hold, with its index in UTF-16 units; more
 * than 256 code points in its canonical form, or 4,096 UTF-16 units as typed (both included); a required field that is
 * empty; an organization of an individual.
 *
 * Outcomes: `core/invalid-input`.
 *
 * @rule OW-01, OW-02, OW-06
 * @source S2 p. 9 f.
 * @example
 * ```ts
 * import { parseOwner } from "licit/owner";
 *
 * const owner = { kind: "company", organization: "ООО «Ромашка»", country: "Россия", zip: "123056", town: "Москва" };
 *
 * parseOwner({ ...owner, street: "Лесная" }).ok; // → true
 * parseOwner({ ...owner, town: "Моск\u0007ва" }); // → { ok: false, error: { code: "core/invalid-input", faults: [{ path: ["town", 4], rule: "format", expected: "no control character" }, { path: ["street"], rule: "missing" }] } }
 * ```
 */
export function parseOwner(
  input: unknown,
  required: RequiredFields = standardRequired,
  otherNames: OtherNames = "ignored",
): Result<Owner, InputError> {
  const parsed = parseWith(ownerShape, input, { ...limits, otherNames });
  if (!parsed.ok) return parsed;
  const owner = present(parsed.value);
  const faults = [...fieldFaults(parsed.value), ...missingFaults(owner, required)];
  return faults.length === 0 ? ok(owner) : err(inputError(faults));
}

/** {@link parseOwner} as a Standard Schema, for form and server libraries. */
export const ownerSchema: StandardSchema<Owner> = standardSchema((input) => parseOwner(input));

/** The fields in which something can be seen. */
function present(owner: Owner): Owner {
  const fields: Readonly<Record<string, Country | undefined>> = { ...owner };
  const kept: Record<string, unknown> = { kind: owner.kind };
  for (const field of ownerFields) {
    const value = fields[field];
    if (value !== undefined && (typeof value !== "string" || canonicalText(value) !== "")) kept[field] = value;
  }
  return kept as unknown as Owner; // the same, but for empty fields, which all are optional
}

function fieldFaults(owner: Owner): readonly Fault[] {
  const fields: Readonly<Record<string, Country | undefined>> = { ...owner };
  return ownerFields.flatMap((field): readonly Fault[] => {
    const value = fields[field];
    if (value === undefined) return [];
    if (typeof value !== "string") {
      const nameless = canonicalText(value.name) === "" ? [{ path: [field, "name"], rule: "missing" } as const] : [];
      return [...nameless, ...textFaults([field, "name"], value.name)];
    }
    if (field === "organization" && owner.kind === "individual" && canonicalText(value) !== "") {
      return [{ path: [field], rule: "unknown-name" }];
    }
    return textFaults([field], value);
  });
}

/** What is wrong with a text that stands somewhere. */
export function textFaults(path: Fault["path"], value: string): readonly Fault[] {
  const refused = refusedCharacter(value);
  if (refused !== undefined) return [{ path: [...path, refused.at], rule: "format", expected: `no ${refused.kind}` }];
  const points = Array.from(canonicalText(value)).length;
  return points > ownerLimits.points ? [{ path, rule: "length", limit: ownerLimits.points }] : [];
}

function missingFaults(owner: Owner, required: RequiredFields): readonly Fault[] {
  return required[owner.kind]
    .filter((field) => !Object.hasOwn(owner, field))
    .map((field) => ({ path: [field], rule: "missing" }));
}
