import { err, ok, type Result } from "../core/index.js";
import { readDigits, type DigitTextError } from "./digit-text.js";
import type { Pin } from "./pin.js";

/** A kit number: 9 to 12 digits (included), and nothing between them. See {@link parseKitNumber}. */
export type KitNumber = string;

/** Why a text is not a kit number. */
export type KitNumberError =
  | DigitTextError
  | {
      readonly code: "pins/wrong-kit-digit-count";
      readonly digits: number;
      readonly least: number;
      readonly most: number;
    };

/**
 * Reads a kit number: digits with blanks and dashes between and around them, as of a PIN. A `G0` behind them, which some
 * tools print, is dropped.
 *
 * Says the first thing that is wrong: a character, then the number of digits.
 *
 * @rule PN-03
 * @source field reports
 * @example
 * ```ts
 * import { parseKitNumber } from "licit/pins";
 *
 * parseKitNumber("8050525679"); // → { ok: true, value: "8050525679" }
 * parseKitNumber("8050525679G0"); // → { ok: true, value: "8050525679" }
 * parseKitNumber("80505256"); // → { ok: false, error: { code: "pins/wrong-kit-digit-count", digits: 8, least: 9, most: 12 } }
 * ```
 */
export function parseKitNumber(text: unknown): Result<KitNumber, KitNumberError> {
  const read = readDigits(withoutSuffix(text));
  if (!read.ok) return read;
  const digits = read.value.length;
  if (digits < LEAST || digits > MOST) {
    return err({ code: "pins/wrong-kit-digit-count", digits, least: LEAST, most: MOST });
  }
  return ok(read.value);
}

/** The text up to a `G0` behind which there are blanks and dashes only. */
function withoutSuffix(text: unknown): unknown {
  const read = readDigits(text);
  if (typeof text !== "string" || read.ok || read.error.code !== "pins/not-a-digit") return text;
  const { at } = read.error;
  const behind = readDigits(text.slice(at + 2));
  return at > 0 && text.startsWith("G0", at) && behind.ok && behind.value === "" ? text.slice(0, at) : text;
}

const LEAST = 9;
const MOST = 12;

/**
 * What the license acquired with a PIN is called.
 *
 * @rule PN-18
 * @source field reports
 * @example
 * ```ts
 * import { licenseName } from "licit/pins";
 *
 * licenseName("381505376410122", "8050525679"); // → "381505376410122-8050525679"
 * ```
 */
export function licenseName(pin: Pin, kit: KitNumber): string {
  return `${pin}-${kit}`;
}
