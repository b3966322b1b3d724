import { canonicalText } from "./canonical-text.js";
import { isBlank } from "../core/index.js";
import { lookAlikes } from "./look-alikes.js";

/**
 * A text made coarser step by step: each step forgets what the one before did, and more. Two texts that are equal in one
 * are equal in all that follow.
 */
export interface Folds {
  /** Without the difference of upper and lower case. */
  readonly letterCase: string;
  /** Nor of letters that look alike in other alphabets. */
  readonly lookAlike: string;
  /** Nor of punctuation, quotes, signs and blanks. */
  readonly punctuation: string;
}

/** The folds of a text, as it counts. */
export function foldsOf(text: string): Folds {
  const letterCase = foldCase(canonicalText(text));
  // Taken apart, an accent is a mark of its own, and the letter below it has its double.
  const lookAlike = Array.from(letterCase.normalize("NFD"), (character) => lookAlikes.get(character) ?? character).join(
    "",
  );
  const punctuation = Array.from(lookAlike)
    .filter((character) => !isPunctuation(character.codePointAt(0) ?? 0))
    .join("");
  return { letterCase, lookAlike, punctuation };
}

/** Each character on its own, so that neither neighbors nor a locale have a say. */
export function foldCase(text: string): string {
  return Array.from(text, (character) => {
    const upper = character.toUpperCase();
    return (upper.length === character.length ? upper : character).toLowerCase(); // ς is σ, and ß stays ß
  }).join("");
}

/** Whether a character is punctuation, a quote, a sign or a blank, in the blocks where forms have them. */
function isPunctuation(point: number): boolean {
  if (point < 0x80) return !isAsciiLetterOrDigit(point);
  return (
    isBlank(point) ||
    (point < 0xc0 && point !== 0xaa && point !== 0xb5 && point !== 0xba) ||
    (point >= 0x2010 && point <= 0x205e) ||
    (point >= 0x2100 && point <= 0x214f) ||
    (point >= 0x2190 && point <= 0x2bff) ||
    (point >= 0x2e00 && point <= 0x2e7f) ||
    (point >= 0x3000 && point <= 0x301f) ||
    (point >= 0x2b9 && point <= 0x2bf) ||
    point === 0x5be ||
    (point >= 0xfe10 && point <= 0xfe6f) ||
    (point >= 0xff00 && point <= 0xff0f) ||
    (point >= 0xff1a && point <= 0xff20)
  );
}

function isAsciiLetterOrDigit(point: number): boolean {
  return (point >= 0x30 && point <= 0x39) || (point >= 0x41 && point <= 0x5a) || (point >= 0x61 && point <= 0x7a);
}
