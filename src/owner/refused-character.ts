import { contains, numbersFrom } from "./code-point-set.js";
import { refusedPoints } from "./unicode-16.js";

/** Why a character stands in no form: nobody can see it, type it, or know what it means. */
export type RefusedKind =
  | "lone surrogate"
  | "control character"
  | "direction override"
  | "private-use character"
  | "invisible character"
  | "unassigned character";

/** The first character of a text that no form should hold: `at` is its index in UTF-16 units. @rule OW-06 */
export function refusedCharacter(text: string): { readonly at: number; readonly kind: RefusedKind } | undefined {
  if (ordinary.test(text)) return undefined;
  for (let at = 0; at < text.length; at++) {
    const point = text.codePointAt(at) ?? 0;
    if (contains(refused, point)) return { at, kind: kindOf(point) };
    if (point > 0xffff) at++;
  }
  return undefined;
}

/** Most texts: printable ASCII and Cyrillic. */
const ordinary = /^[ -~А-яЁё]*$/;

const refused = numbersFrom(refusedPoints);

function kindOf(point: number): RefusedKind {
  if (point >= 0xd800 && point <= 0xdfff) return "lone surrogate";
  if (point < 0xa0) return "control character";
  if ((point >= 0x202a && point <= 0x202e) || (point >= 0x2066 && point <= 0x2069)) return "direction override";
  if (point >= 0xe000 && point <= 0xf8ff) return "private-use character";
  if (point >= 0xf0000 && (point & 0xfffe) !== 0xfffe) return "private-use character";
  return ignorable.test(String.fromCodePoint(point)) ? "invisible character" : "unassigned character";
}

/** Default_Ignorable_Code_Point of Unicode 16.0, but for what is named above or deleted by the profile. */
const ignorable =
  /[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2060-\u206f\u3164\ufe00-\ufe0f\uffa0\ufff0-\ufff8\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]/u;
