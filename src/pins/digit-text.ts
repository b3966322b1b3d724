import { decimalDigit, err, isBlank, ok, type Result } from "../core/index.js";

/**
 * Why a text is not digits: a `character` that is none, `at` an index in UTF-16 units. A digit of another script is told
 * apart, for it may look right; so is a text of more than `limit` units, of which nothing was looked at.
 */
export type DigitTextError =
  | { readonly code: "pins/not-text" }
  | { readonly code: "pins/not-a-digit"; readonly at: number; readonly character: string }
  | {
      readonly code: "pins/digit-of-another-script";
      readonly at: number;
      readonly character: string;
      readonly digit: number;
    }
  | { readonly code: "pins/text-too-long"; readonly length: number; readonly limit: number };

/** UTF-16 units that are looked at (included): a PIN with all its blanks is far shorter. */
const LIMIT = 1_000;

/** The digits U+0030–39 of a text, without the blanks and dashes between and around them. */
export function readDigits(text: unknown): Result<string, DigitTextError> {
  if (typeof text !== "string") return err({ code: "pins/not-text" });
  if (text.length > LIMIT) return err({ code: "pins/text-too-long", length: text.length, limit: LIMIT });
  let digits = "";
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x30 && unit <= 0x39) digits += text.charAt(at);
    else if (!isBlank(unit) && !isDash(unit)) return err(strange(text, at));
  }
  return ok(digits);
}

/** What stands between or around digits where nothing may: a kit keeps one spelling of a number, or it would be two. */
export function spacingError(digits: string): DigitTextError | undefined {
  const at = digits.search(/[^0-9]/);
  return at < 0 ? undefined : { code: "pins/not-a-digit", at, character: digits.charAt(at) };
}

function isDash(unit: number): boolean {
  return unit === 0x2d || (unit >= 0x2010 && unit <= 0x2015) || unit === 0x2212;
}

function strange(text: string, at: number): DigitTextError {
  const point = text.codePointAt(at) ?? 0;
  const character = String.fromCodePoint(point);
  const digit = decimalDigit(point);
  if (digit === undefined) return { code: "pins/not-a-digit", at, character };
  return { code: "pins/digit-of-another-script", at, character, digit };
}
