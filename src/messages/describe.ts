import type { Describable } from "./described.js";
import { english } from "./english/index.js";
import { fill } from "./fill.js";
import { russian } from "./russian/index.js";
import type { Words } from "./words.js";

/**
 * An outcome in words: what it is and, where that helps, what to do. For the person who reads it: the customer at the
 * wizard, the operator on the phone. The same on every computer: no locale of the machine is asked.
 *
 * It takes whatever has a code (a refusal, a fault, a notice, a cause with its remedy), a remedy, and a difference that a
 * comparison found. A code that is not known, say of a newer licensing center, is said to be one. Never throws.
 *
 * @rule CE-08, DG-01, AQ-08
 * @source S1 ("a brief error description is displayed")
 * @example
 * ```ts
 * import { describe } from "licit/messages";
 *
 * describe({ code: "pins/wrong-digit-count", digits: 14, expected: 15 }, "en"); // → "A PIN has 15 digits; this one has 14 digits."
 * describe({ code: "pins/wrong-digit-count", digits: 14, expected: 15 }, "ru"); // → "В пинкоде 15 цифр, а здесь 14 цифр."
 * describe({ action: "spare-pin", left: 1, first: { set: "single-user", place: 2 } }, "en"); // → "Recover the license with a spare PIN: No. 2 of the single-user PINs. 1 spare PIN is left."
 * ```
 */
export function describe(outcome: Describable, language: "en" | "ru"): string {
  return language === "ru" ? describeRussian(outcome) : describeEnglish(outcome);
}

/** {@link describe} in English alone: a program with one language does not carry the other. */
export function describeEnglish(outcome: Describable): string {
  return describeIn(outcome, english);
}

/** {@link describe} in Russian alone: a program with one language does not carry the other. */
export function describeRussian(outcome: Describable): string {
  return describeIn(outcome, russian);
}

function describeIn(outcome: Describable, words: Words): string {
  // Whatever is handed in: an outcome may come from a newer version of the library, or over a wire.
  const said: Said = typeof outcome === "object" && (outcome as unknown) !== null ? { ...outcome } : {};
  const sentences = [sentence(said, words), whatToDo(said, words), remedy(said, words)];
  return sentences.filter((one) => one !== undefined && one !== "").join(" ");
}

/** An outcome, by what it says. */
type Said = { readonly [name: string]: unknown };

function sentence(said: Said, words: Words): string | undefined {
  const { code, action, kind, parameter, certainty } = said;
  if (typeof code === "string") {
    const sure = typeof certainty === "string" ? lookUp(words.certainty, certainty) : undefined;
    const filled = fill(lookUp(words.codes, code) ?? words.unknown, said, words);
    return sure === undefined ? filled : sure.replace("{said}", (_, at: number) => (at === 0 ? filled : lower(filled)));
  }
  if (typeof action === "string")
    return fill(lookUp(words.remedies, action) ?? words.unknown, { ...said, code: action }, words);
  if (typeof kind === "string" && typeof parameter === "string") {
    const template = lookUp(words.findings, kind);
    if (template !== undefined) return difference(template, said, words);
  }
  return fill(words.unknown, { code: "?" }, words);
}

/** How a parameter differs, and whether that does any harm. */
function difference(template: string, said: Said, words: Words): string {
  const { reference, observed, effect } = said;
  const sentence = fill(template, { ...said, difference: attributesThatDiffer(reference, observed, words) }, words);
  return effect === "tolerated" ? `${sentence} ${words.tolerated}` : sentence;
}

/** Of two devices that are called the same: what tells them apart. */
function attributesThatDiffer(one: unknown, other: unknown, { terms }: Words): readonly string[] {
  if (!isDevice(one) || !isDevice(other) || one["model"] !== other["model"]) return [];
  return Object.keys({ ...one, ...other })
    .filter((name) => one[name] !== other[name])
    .map((name) => `${lookUp(terms, name) ?? name} ${shown(one[name])} → ${shown(other[name])}`);
}

function isDevice(value: unknown): value is Said {
  return typeof value === "object" && value !== null && "model" in value;
}

function shown(attribute: unknown): string {
  return typeof attribute === "string" || typeof attribute === "number" ? String(attribute) : "—";
}

/** Within a sentence; a name in capitals keeps them. */
function lower(sentence: string): string {
  const [first = "", second = ""] = sentence;
  return second === second.toLowerCase() ? first.toLowerCase() + sentence.slice(1) : sentence;
}

function whatToDo(said: Said, words: Words): string | undefined {
  const template = typeof said["instead"] === "string" ? lookUp(words.instead, said["instead"]) : undefined;
  return template && fill(template, said, words);
}

/** Of a cause, its remedy. */
function remedy({ remedy: of }: Said, words: Words): string | undefined {
  if (typeof of !== "object" || of === null || !("action" in of)) return undefined;
  return sentence({ ...of }, words);
}

function lookUp(table: { readonly [name: string]: string }, name: string): string | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
