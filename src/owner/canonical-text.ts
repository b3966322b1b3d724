import { decimalDigit, isBlank } from "../core/index.js";
import { contains, numbersFrom } from "./code-point-set.js";
import { nfc } from "./nfc.js";
import { joinlessLetters, markPoints } from "./unicode-16.js";

/**
 * The canonical form of one field under `licit-owner-1`: what a person can see stays, what nobody can see or type goes.
 * Invisible characters are deleted, each run of blanks becomes one space, the ends are stripped, and the rest is brought
 * to NFC. Letter case, ё, dashes, quotes, № and full-width forms stay.
 *
 * Total and idempotent; characters that `parseOwner` refuses are left as they are.
 *
 * @rule OW-05, OW-06
 * @source docs/formats.md
 * @example
 * ```ts
 * import { canonicalText } from "licit/owner";
 *
 * canonicalText("  ООО\u00a0«Ро\u00adмашка»\r\n"); // → "ООО «Ромашка»"
 * canonicalText("И\u0306ошкар-Ола"); // → "Йошкар-Ола"
 * ```
 */
export function canonicalText(text: string): string {
  return isPlain(text) ? text : nfc(visible(text));
}

/** Whether a text is ASCII, Russian letters and «»№ with single spaces between: such a text is its own canonical form. */
function isPlain(text: string): boolean {
  let blank = true;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x20) {
      if (blank) return false;
      blank = true;
    } else {
      blank = false;
      const ascii = unit > 0x20 && unit < 0x7f;
      if (!ascii && !(unit >= 0x410 && unit <= 0x44f) && !otherPlain.has(unit)) return false;
    }
  }
  return !blank || text === "";
}

const otherPlain: ReadonlySet<number> = new Set(Array.from("Ёё«»№", (character) => character.charCodeAt(0)));

/** Without what is invisible, and with single spaces: steps 2 and 3. */
function visible(text: string): string {
  let whole = "";
  let gap = false;
  // Whether a joiner here would spell nothing: behind certain letters (marks on them passed over), digits, blanks, or first.
  let joinless = true;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    if (isBlank(point)) {
      gap = true;
      joinless = true;
      continue;
    }
    const joiner = point === 0x200c || point === 0x200d;
    if (invisible.has(point) || (joiner && joinless)) continue;
    if (gap && whole !== "") whole += " ";
    gap = false;
    whole += character;
    if (!joiner && !contains(marks, point)) {
      joinless = contains(letters, point) || decimalDigit(point) !== undefined;
    }
  }
  return whole;
}

const marks = numbersFrom(markPoints);
const letters = numbersFrom(joinlessLetters);

/** What nobody sees, wherever it stands. */
const invisible: ReadonlySet<number> = new Set([
  0xfeff, 0xad, 0x200b, 0x2060, 0x200e, 0x200f, 0x61c, 0x180e, 0xfe0e, 0xfe0f,
]);
