import { foldCase } from "../folds.js";
import type { ListedCountry } from "../owner.js";
import { canonicalText } from "../canonical-text.js";
import { table } from "./table.js";

/** A country, and what it is called. */
export interface CountryNames {
  /** ISO 3166-1 alpha-2. */
  readonly code: string;
  readonly en: string;
  readonly ru: string;
  /** Other names that people write: official ones, short ones, former ones. */
  readonly others: readonly string[];
}

/** The countries of ISO 3166-1 (and Kosovo, as XK), by code: for the list of a form. @rule OW-08 @source S4 */
export const countries: readonly CountryNames[] = table.split("\n").map((line) => {
  const [code = "", en = "", ru = "", ...others] = line.split("|");
  return { code, en, ru, others };
});

/** Names as {@link countryOf} looks them up, and the codes, which people write as well. */
const codes: ReadonlyMap<string, string> = new Map(
  countries.flatMap(({ code, en, ru, others }) => [code, en, ru, ...others].map((name) => [key(name), code] as const)),
);

/**
 * The code of a country by any of its names, English or Russian, whatever the case: for the hint that two names are of
 * one country. It never makes two owners equal.
 *
 * @rule OW-07, OW-08
 * @source S4
 * @example
 * ```ts
 * import { countryOf } from "licit/owner/countries";
 *
 * ["Russia", "RF", "РФ", "Россия", "Российская Федерация"].map(countryOf); // → ["RU", "RU", "RU", "RU", "RU"]
 * countryOf("Russland"); // → undefined
 * ```
 */
export function countryOf(name: string): string | undefined {
  return codes.get(key(name));
}

/**
 * An entry of the list as a form stores it.
 *
 * @example
 * ```ts
 * import { listedCountry } from "licit/owner/countries";
 *
 * listedCountry("KZ", "ru"); // → { code: "KZ", name: "Казахстан" }
 * ```
 */
export function listedCountry(code: string, language: "en" | "ru"): ListedCountry | undefined {
  const country = countries.find((one) => one.code === code);
  return country && { code, name: country[language] };
}

function key(name: string): string {
  return foldCase(canonicalText(name));
}
