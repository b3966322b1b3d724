import { canonicalText } from "./canonical-text.js";
import { fieldOf, ownerFields, type Country, type Owner } from "./owner.js";

/**
 * The canonical form of an owner, `licit-owner-1`: canonical JSON of the fields that are there and `kind`. A country from
 * the list is `{"code":"RU"}`, without its name. Two owners are equal exactly when these texts are.
 *
 * Total; what `parseOwner` would refuse is in it as it is.
 *
 * @rule OW-04, OW-05, OW-06, OW-08
 * @source docs/formats.md
 * @example
 * ```ts
 * import { canonicalOwner } from "licit/owner";
 *
 * canonicalOwner({ kind: "individual", lastName: " Иванова", country: { code: "RU", name: "Россия" }, zip: "" }); // → '{"country":{"code":"RU"},"kind":"individual","lastName":"Иванова"}'
 * ```
 */
export function canonicalOwner(owner: Owner): string {
  let members = "";
  for (const name of sortedNames) {
    const value = name === "kind" ? JSON.stringify(owner.kind) : canonicalField(fieldOf(owner, name));
    if (value !== "") members += `${members === "" ? "" : ","}"${name}":${value}`;
  }
  return `{${members}}`;
}

/** Every name of an owner, by code point. */
const sortedNames = [...ownerFields, "kind" as const].sort();

/** The canonical JSON of a field; empty where there is nothing in it. */
export function canonicalField(value: Country | undefined): string {
  if (value === undefined) return "";
  if (typeof value !== "string") return `{"code":${JSON.stringify(value.code)}}`;
  const text = canonicalText(value);
  return text === "" ? "" : JSON.stringify(text);
}

/**
 * Whether two owners are the same to the character, as recovery demands.
 *
 * @rule OW-04
 * @source S1; S2 p. 30 ("every single character must match"); S4
 * @example
 * ```ts
 * import { sameOwner } from "licit/owner";
 *
 * const owner = { kind: "company", organization: "ООО «Ромашка»" } as const;
 *
 * sameOwner(owner, { ...owner, organization: "ООО  «Ромашка» " }); // → true
 * sameOwner(owner, { ...owner, organization: 'ООО "Ромашка"' }); // → false
 * ```
 */
export function sameOwner(a: Owner, b: Owner): boolean {
  return canonicalOwner(a) === canonicalOwner(b);
}
