import { foldsOf } from "./folds.js";
import { isNearMiss } from "./near-miss.js";
import { fieldOf, ownerFields, type Country, type Owner, type OwnerField } from "./owner.js";
import { hintOf, traitsOf, type CountryOf, type OwnerHint } from "./traits.js";

/** How two owners compare. */
export interface OwnerComparison {
  readonly same: boolean;
  /** The fields that differ, in the order of the form, `kind` first. */
  readonly fields: readonly OwnerDifference[];
}

/** A field that differs, and a hint. */
export interface OwnerDifference {
  readonly field: OwnerField | "kind";
  readonly hint: OwnerHint;
}

/**
 * Compares what is typed at a recovery with what was stored at the first registration. Every character must match; what
 * does not is named by field, each with a hint that does not reveal the stored value.
 *
 * `countryOf` recognizes countries by their names (see `licit/owner/countries`); without it, only an entry of the list is
 * recognized, by its own name.
 *
 * @rule OW-04, OW-07, OW-08
 * @source S1; S2 p. 30; S4 ("instead Russian Federation could indicate Russia or RF")
 * @example
 * ```ts
 * import { compareOwner } from "licit/owner";
 * import { countryOf } from "licit/owner/countries";
 *
 * const stored = { kind: "company", organization: "ООО «Ромашка»", country: "РФ", town: "Москва" } as const;
 * const entered = { ...stored, organization: 'ООО "Ромашка"', country: { code: "RU", name: "Россия" }, town: "Mосква" };
 *
 * compareOwner(stored, entered, countryOf).fields; // → [{ field: "organization", hint: "punctuation" }, { field: "country", hint: "same-country" }, { field: "town", hint: "look-alike" }]
 * ```
 */
export function compareOwner(stored: Owner, entered: Owner, countryOf?: CountryOf): OwnerComparison {
  return differences(stored.kind === entered.kind, (field) => {
    const [a, b] = [fieldOf(stored, field), fieldOf(entered, field)];
    if (a === b || isSameEntry(a, b)) return undefined;
    const names = field === "country" ? countryOf : undefined;
    return hintOf(traitsOf(a, names), traitsOf(b, names), () => isNearMiss(comparable(a), comparable(b)));
  });
}

/** Two entries of the list compare by code alone. @rule OW-08 */
function isSameEntry(a: Country | undefined, b: Country | undefined): boolean {
  return typeof a === "object" && typeof b === "object" && a.code === b.code;
}

/** Where owners differ, field by field: by what they say, or by digests of that. */
export function differences(sameKind: boolean, hintOn: (field: OwnerField) => OwnerHint | undefined): OwnerComparison {
  const fields: OwnerDifference[] = sameKind ? [] : [{ field: "kind", hint: "different" }];
  for (const field of ownerFields) {
    const hint = hintOn(field);
    if (hint !== undefined) fields.push({ field, hint });
  }
  return { same: fields.length === 0, fields };
}

/** What slips are counted in: not case, nor look-alikes, nor punctuation. */
function comparable(value: Country | undefined): string {
  return typeof value === "string" ? foldsOf(value).punctuation : "";
}
