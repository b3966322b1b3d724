import * as fc from "fast-check";
import { decimalDigit } from "../../core/index.js";

/** An edit that the canonical profile does not see: what nobody can see or type. */
export interface InvisibleEdit {
  readonly what: "insert" | "decompose" | "compose" | "widen" | "surround";
  /** Where, counted anew from 0 where the text is shorter. */
  readonly nth: number;
  readonly character: string;
}

const deletable = Array.from("\ufeff\u00ad\u200b\u2060\u200e\u200f\u061c\u180e\ufe0e\ufe0f");
const joiners = Array.from("\u200c\u200d");
const blanks = Array.from("\t\n\v\f\r \u0085\u00a0\u1680\u2000\u2005\u200a\u2028\u2029\u202f\u205f\u3000");

export const invisibleEdits: fc.Arbitrary<readonly InvisibleEdit[]> = fc.array(
  fc.oneof(
    fc.record({
      what: fc.constant("insert" as const),
      nth: fc.nat(30),
      character: fc.constantFrom(...deletable, ...joiners),
    }),
    fc.record({
      what: fc.constantFrom("widen" as const, "surround" as const),
      nth: fc.nat(30),
      character: fc.array(fc.constantFrom(...blanks), { minLength: 1, maxLength: 3 }).map((gap) => gap.join("")),
    }),
    fc.record({
      what: fc.constantFrom("decompose" as const, "compose" as const),
      nth: fc.constant(0),
      character: fc.constant(""),
    }),
  ),
  { minLength: 1, maxLength: 5 },
);

/** A text after edits that nobody sees. */
export function edited(text: string, edits: readonly InvisibleEdit[]): string {
  return edits.reduce(apply, text);
}

function apply(text: string, { what, nth, character }: InvisibleEdit): string {
  const characters = Array.from(text);
  switch (what) {
    case "insert": {
      const at = nth % (characters.length + 1);
      if (joiners.includes(character) && !spellsNothing(characters[at - 1])) return text;
      return [...characters.slice(0, at), character, ...characters.slice(at)].join("");
    }
    case "decompose":
      return text.normalize("NFD");
    case "compose":
      return text.normalize("NFC");
    case "widen": {
      const gaps = characters.flatMap((one, at) => (blanks.includes(one) ? [at] : []));
      const at = gaps[nth % gaps.length];
      return at === undefined ? text : [...characters.slice(0, at), character, ...characters.slice(at + 1)].join("");
    }
    case "surround":
      return nth % 2 === 0 ? character + text : text + character;
  }
}

/** Where a joiner may stand without spelling anything. */
function spellsNothing(before: string | undefined): boolean {
  return (
    before === undefined ||
    blanks.includes(before) ||
    decimalDigit(before.codePointAt(0) ?? 0) !== undefined ||
    (/[\p{L}]/u.test(before) &&
      /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Georgian}]/u.test(before))
  );
}

/** Edits that everybody sees, each with what it makes of a text. Where it finds nothing to change, it adds something. */
export const visibleEdits: readonly { readonly what: string; readonly edit: (text: string, nth: number) => string }[] =
  [
    { what: "letter case", edit: (text, nth) => atLetter(text, nth, swapCase) },
    { what: "ё for е", edit: (text) => (text.includes("ё") ? text.replace("ё", "е") : `${text}ё`) },
    { what: "a look-alike", edit: (text) => text.replace(/[аеосрхaeocpx]/u, twin) },
    { what: "another dash", edit: (text) => (text.includes("-") ? text.replace("-", "–") : `${text}-`) },
    { what: "other quotes", edit: (text) => (text.includes("«") ? text.replace("«", '"') : `«${text}`) },
    { what: "a blank more", edit: (text) => `x ${text}` },
    { what: "a blank less", edit: (text) => (/\S \S/.test(text) ? text.replace(/(\S) (\S)/, "$1$2") : `${text}.`) },
    { what: "another of the dashes", edit: (text, nth) => exchanged(text, "-‐‑‒–—―−", nth) },
    { what: "another of the quotes", edit: (text, nth) => exchanged(text, "\"'“”„‘’«»", nth) },
    { what: "ss for ß", edit: (text) => (text.includes("ß") ? text.replace("ß", "ss") : `${text}ß`) },
    { what: "a joiner that spells", edit: joinerLost },
    { what: "a character more", edit: (text) => `${text}ъ` },
    {
      what: "a character less",
      edit: (text) => (Array.from(text).length > 2 ? Array.from(text).slice(0, -2).join("") : "y"),
    },
    {
      what: "full width",
      edit: (text) => text.replace(/[A-Za-z0-9]/, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)),
    },
    { what: "№ for No", edit: (text) => (text.includes("№") ? text.replace("№", "No") : `№${text}`) },
  ];

/** One of some characters in place of another: the first that is there, or one more. */
function exchanged(text: string, characters: string, nth: number): string {
  const all = Array.from(characters);
  const at = all[nth % all.length] ?? "";
  const found = Array.from(text).find((one) => all.includes(one) && one !== at);
  return found === undefined ? `${text}${at}x` : text.replace(found, at);
}

/** A joiner that spells something, taken away or put in. */
function joinerLost(text: string, nth: number): string {
  const joiner = nth % 2 === 0 ? "\u200c" : "\u200d";
  const found = joiners.find((one) =>
    Array.from(text).some((_, at, all) => all[at + 1] === one && !spellsNothing(all[at])),
  );
  if (found !== undefined) return text.replace(found, "");
  return nth % 3 === 0 ? `${text}.${joiner}x` : `${text} क${joiner}ष`;
}

function swapCase(letter: string): string {
  const upper = letter.toUpperCase();
  return upper === letter ? letter.toLowerCase() : upper;
}

/** The n-th letter that has a case, changed. */
function atLetter(text: string, nth: number, change: (letter: string) => string): string {
  const characters = Array.from(text);
  const cased = characters.flatMap((one, at) => (swapCase(one) !== one ? [at] : []));
  const at = cased[nth % cased.length];
  return characters.map((one, place) => (place === at ? change(one) : one)).join("");
}

const twins = new Map(Array.from("аеосрхАВЕКМНОРСТХ").map((one, at) => [one, "aeocpxABEKMHOPCTX".charAt(at)] as const));

/** The letter of the other alphabet that looks like one. */
export function twin(letter: string): string {
  const latin = twins.get(letter);
  if (latin !== undefined) return latin;
  return [...twins].find(([, other]) => other === letter)?.[0] ?? letter;
}
