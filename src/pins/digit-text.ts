import { readTypedDigits, type Result, type TypedDigitsError } from "../core/index.js";

/** Why a text is not the digits of a PIN or a kit number. */
export type DigitTextError = TypedDigitsError<"pins">;

/** The digits U+0030–39 of a text, without the blanks and dashes between and around them. */
export function readDigits(text: unknown): Result<string, DigitTextError> {
  return readTypedDigits(text, "pins");
}

/** What stands between or around digits where nothing may: a kit keeps one spelling of a number, or it would be two. */
export function spacingError(digits: string): DigitTextError | undefined {
  const at = digits.search(/[^0-9]/);
  return at < 0 ? undefined : { code: "pins/not-a-digit", at, character: digits.charAt(at) };
}
