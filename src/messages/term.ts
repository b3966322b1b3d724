import { terms as english } from "./english/terms.js";
import { terms as russian } from "./russian/terms.js";
import type { Term } from "./terms.js";

/**
 * What outcomes name without a code, in words: a key parameter, a field of an owner, the hint on one, a kind of license, a
 * channel.
 *
 * @rule OW-07
 * @example
 * ```ts
 * import { termInWords } from "licit/messages";
 *
 * termInWords("punctuation", "en"); // → "punctuation or quotes"
 * termInWords("networkAdapters", "ru"); // → "сетевой адаптер"
 * ```
 */
export function termInWords(term: Term, language: "en" | "ru"): string {
  return (language === "ru" ? russian : english)[term];
}
