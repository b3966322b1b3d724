import { err, ok, type Result } from "../core/index.js";
import { readDigits, spacingError, type DigitTextError } from "./digit-text.js";

/** A PIN: its digits and nothing between them. 15 of a standard PIN, 16 of a basic edition's. See {@link parsePin}. */
export type Pin = string;

/** What a PIN is of: the standard kits, or a basic edition, whose PINs are longer and belong to another wizard. */
export type Edition = "standard" | "basic";

/**
 * Why a text is not a PIN. `pins/other-edition`: it has the digits of the other one; its kit is not what this wizard
 * registers.
 */
export type PinError =
  | DigitTextError
  | { readonly code: "pins/wrong-digit-count"; readonly digits: number; readonly expected: number }
  | { readonly code: "pins/other-edition"; readonly edition: Edition; readonly expected: Edition };

/** How a PIN of each edition is printed. */
const layouts: { readonly [E in Edition]: { readonly digits: number; readonly group: number } } = {
  standard: { digits: 15, group: 3 },
  basic: { digits: 16, group: 4 },
};

/**
 * Reads a PIN as people type, paste or scan it: digits U+0030–39, with blanks of any kind and dashes (`-`, U+2010–2015,
 * U+2212) between and around them.
 *
 * Says the first thing that is wrong: a character (`at` is its index in UTF-16 units), then the number of digits. At
 * most 1,000 units are looked at (included).
 *
 * @rule PN-01, PN-02
 * @source S2; S3; S4 ("Our PIN code has 16 digits instead of 15. What should we do?")
 * @example
 * ```ts
 * import { parsePin } from "licit/pins";
 *
 * parsePin(" 381-505-376 410 122"); // → { ok: true, value: "381505376410122" }
 * parsePin("381 505 376 41O 122"); // → { ok: false, error: { code: "pins/not-a-digit", at: 14, character: "O" } }
 * parsePin("381 505 376 410 12"); // → { ok: false, error: { code: "pins/wrong-digit-count", digits: 14, expected: 15 } }
 * parsePin("3815 0537 6410 1229"); // → { ok: false, error: { code: "pins/other-edition", edition: "basic", expected: "standard" } }
 * ```
 */
export function parsePin(text: unknown, edition: Edition = "standard"): Result<Pin, PinError> {
  const read = readDigits(text);
  if (!read.ok) return read;
  const expected = layouts[edition].digits;
  const digits = read.value.length;
  if (digits === expected) return ok(read.value);
  const other: Edition = edition === "standard" ? "basic" : "standard";
  if (digits === layouts[other].digits) return err({ code: "pins/other-edition", edition: other, expected: edition });
  return err({ code: "pins/wrong-digit-count", digits, expected });
}

/** Why a text is not a standard PIN as {@link parsePin} gives it. */
export function pinFault(pin: Pin): PinError | undefined {
  const read = parsePin(pin);
  return read.ok ? spacingError(pin) : read.error;
}

/**
 * A PIN as it is printed: 5 groups of 3 digits, of a basic edition 4 groups of 4.
 *
 * @rule PN-01, PN-02
 * @source S2 (figures); S4
 * @example
 * ```ts
 * import { formatPin } from "licit/pins";
 *
 * formatPin("381505376410122"); // → "381 505 376 410 122"
 * formatPin("3815053764101229"); // → "3815 0537 6410 1229"
 * ```
 */
export function formatPin(pin: Pin): string {
  const { group } = pin.length === layouts.basic.digits ? layouts.basic : layouts.standard;
  const groups: string[] = [];
  for (let at = 0; at < pin.length; at += group) groups.push(pin.slice(at, at + group));
  return groups.join(" ");
}
