import { canonicalText } from "../owner/index.js";
import { formatPin } from "../pins/index.js";
import { labels, subjects, type LetterField, type LetterLanguage, type LetterTopic } from "./letter-labels.js";
import type { Letter } from "./letter.js";

/**
 * A letter to the licensing center, as a text to mail: its subject, an empty line, and `Label: value` a line. It reads back
 * to the same letter (`parseLetter`), whatever its values look like; blanks in them are as `canonicalText` has them.
 *
 * @rule CE-13
 * @source S2 p. 34; S3; S4
 * @example
 * ```ts
 * import { writeLetter } from "licit/center";
 *
 * const letter = writeLetter({
 *   kind: "additional-pin",
 *   kit: "8050525679",
 *   company: "OOO Romashka",
 *   pin: "381505376410122",
 *   reason: "the disk was replaced",
 * });
 * letter.split("\n")[0]; // → "Subject: Request for additional PIN codes"
 * letter.split("\n")[4]; // → "PIN code to replace: 381 505 376 410 122"
 * ```
 */
export function writeLetter(letter: Letter, language: LetterLanguage = "en"): string {
  const head = `${language === "en" ? "Subject" : "Тема"}: ${subjects[topicOf(letter)][language]}`;
  if (letter.kind === "request-file") return `${head}\n\n${letter.document.trim()}\n`;
  const lines = fieldsOf(letter).map(
    ([field, value]) => `${labels[field][language][0] ?? ""}: ${canonicalText(value)}`,
  );
  return [head, "", ...lines, ""].join("\n");
}

function topicOf(letter: Letter): LetterTopic {
  if (letter.kind !== "lost-data") return letter.kind;
  return letter.wants === "pins" ? "lost-pins" : "lost-owner";
}

function fieldsOf(
  letter: Exclude<Letter, { readonly kind: "request-file" }>,
): readonly (readonly [LetterField, string])[] {
  const { kit, taxNumber, reason } = letter;
  const own: readonly (readonly [LetterField, string])[] =
    letter.kind === "additional-pin"
      ? [
          ["name", letter.company],
          ["pin", formatPin(letter.pin)],
        ]
      : [["name", letter.name]];
  const tax: readonly (readonly [LetterField, string])[] = taxNumber === undefined ? [] : [["taxNumber", taxNumber]];
  return [["kit", kit], ...own, ...tax, ["reason", reason]];
}
