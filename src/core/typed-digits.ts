import { isBlank } from "./blanks.js";
import { decimalDigit } from "./decimal-digits.js";
import { err, ok, type Result } from "./result.js";

/**
 * Why a text is not digits, by the module that asked: a `character` that is none, `at` an index in UTF-16 units. A digit
 * of another script is told apart, for it may look right; so is a text of more than `limit` units, of which nothing was
 * looked at, and what is no text at all.
 */
export type TypedDigitsError<M extends string> =
  | { readonly code: `${M}/not-text` }
  | { readonly code: `${M}/not-a-digit`; readonly at: number; readonly character: string }
  | {
      readonly code: `${M}/digit-of-another-script`;
      readonly at: number;
      readonly character: string;
      readonly digit: number;
    }
  | { readonly code: `${M}/text-too-long`; readonly length: number; readonly limit: number };

/** UTF-16 units that are looked at (included): no code that people type comes near. */
const LIMIT = 1_000;

/** The digits U+0030–39 of a text as people type it, without the blanks and dashes between and around them. */
export function readTypedDigits<M extends string>(text: unknown, module: M): Result<string, TypedDigitsError<M>> {
  if (typeof text !== "string") return err({ code: `${module}/not-text` });
  if (text.length > LIMIT) return err({ code: `${module}/text-too-long`, length: text.length, limit: LIMIT });
  if (/^[0-9]*$/.test(text)) return ok(text);
  let digits = "";
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x30 && unit <= 0x39) digits += text.charAt(at);
    else if (!isBlank(unit) && !isDash(unit)) return err(strange(text, at, module));
  }
  return ok(digits);
}

function isDash(unit: number): boolean {
  return unit === 0x2d || (unit >= 0x2010 && unit <= 0x2015) || unit === 0x2212;
}

function strange<M extends string>(text: string, at: number, module: M): TypedDigitsError<M> {
  const point = text.codePointAt(at) ?? 0;
  const character = String.fromCodePoint(point);
  const digit = decimalDigit(point);
  if (digit === undefined) return { code: `${module}/not-a-digit`, at, character };
  return { code: `${module}/digit-of-another-script`, at, character, digit };
}
