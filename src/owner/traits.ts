import { canonicalField } from "./canonical.js";
import { foldsOf, type Folds } from "./folds.js";
import type { Country } from "./owner.js";

/** Recognizes a country by one of its names, as its ISO code. `licit/owner/countries` has one. */
export type CountryOf = (name: string) => string | undefined;

/** What of a field is compared: as texts, or as digests of these texts. Of an entry of the list, the folds are its name's. */
export interface Traits extends Folds {
  /** Equal exactly for fields that match to the character. */
  readonly exact: string;
  /** Whether it is an entry of the list of countries. */
  readonly listed: boolean;
  /** Which country it is, where that is known. */
  readonly country?: string | undefined;
}

/** The traits of a field; none where it is empty. */
export function traitsOf(value: Country | undefined, countryOf?: CountryOf): Traits | undefined {
  const exact = canonicalField(value);
  if (value === undefined || exact === "") return undefined;
  if (typeof value !== "string") return { exact, ...foldsOf(value.name), listed: true, country: value.code };
  return { exact, ...foldsOf(value), listed: false, country: countryOf?.(value) };
}

/**
 * What a field that differs may be told of, the first that applies. None says what is stored.
 *
 * - `presence`: there on one side only
 * - `same-country`: the same country under another name, or chosen from the list on one side only
 * - `letter-case`: upper and lower case
 * - `look-alike`: letters of another alphabet that look the same, or that and case
 * - `punctuation`: punctuation, quotes, signs or blanks, or that and the two before
 * - `near-miss`: a slip or two, in a text that is long enough
 * - `different`
 */
export type OwnerHint =
  "presence" | "same-country" | "letter-case" | "look-alike" | "punctuation" | "near-miss" | "different";

/** The hint on two fields, or none where they match. `near` is asked last. @rule OW-07, OW-08 */
export function hintOf(
  stored: Traits | undefined,
  entered: Traits | undefined,
  near: () => boolean,
): OwnerHint | undefined {
  if (stored?.exact === entered?.exact) return undefined;
  if (stored === undefined || entered === undefined) return "presence";
  const sameCode = stored.country !== undefined && stored.country === entered.country;
  if (stored.listed || entered.listed) {
    const sameName = stored.listed !== entered.listed && stored.letterCase === entered.letterCase;
    const unknown = stored.country === undefined || entered.country === undefined;
    return sameCode || (sameName && unknown) ? "same-country" : "different";
  }
  const sameLetters = stored.letterCase === entered.letterCase; // then it is not another name
  if (sameCode && !sameLetters) return "same-country";
  if (sameLetters) return "letter-case";
  if (stored.lookAlike === entered.lookAlike) return "look-alike";
  if (stored.punctuation === entered.punctuation) return "punctuation";
  return near() ? "near-miss" : "different";
}
