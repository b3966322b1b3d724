import { err, ok, type Result } from "./result.js";

/** Why a text is not the digits it should be: the wrong `length`, or another character `at` an index. */
export type DigitsError =
  | { readonly code: "core/wrong-digit-count"; readonly length: number; readonly expected: number }
  | { readonly code: "core/not-a-digit"; readonly at: number };

/**
 * A non-negative integer as exactly `width` decimal digits, with zeros in front.
 *
 * Throws `RangeError` where it is negative or does not fit: cutting digits off would make another number of it.
 *
 * @example
 * ```ts
 * import { toDigits } from "licit";
 *
 * toDigits(42n, 6); // → "000042"
 * ```
 */
export function toDigits(value: bigint, width: number): string {
  const digits = value.toString();
  if (value < 0n || digits.length > width) throw new RangeError(`toDigits: ${digits} does not fit ${width} digits`);
  return digits.padStart(width, "0");
}

/**
 * The integer that exactly `width` decimal digits (U+0030–39) stand for.
 *
 * Outcomes: `core/not-a-digit` with the index of the first other character, before `core/wrong-digit-count`.
 *
 * @example
 * ```ts
 * import { fromDigits } from "licit";
 *
 * fromDigits("000042", 6); // → { ok: true, value: 42n }
 * fromDigits("00O042", 6); // → { ok: false, error: { code: "core/not-a-digit", at: 2 } }
 * ```
 */
export function fromDigits(digits: string, width: number): Result<bigint, DigitsError> {
  const at = digits.search(/[^0-9]/);
  if (at >= 0) return err({ code: "core/not-a-digit", at });
  if (digits.length !== width) return err({ code: "core/wrong-digit-count", length: digits.length, expected: width });
  return ok(BigInt(digits === "" ? "0" : digits));
}

/** The integer that bytes stand for, most significant first. */
export function bytesToInteger(bytes: Uint8Array): bigint {
  let value = 0n;
  for (const byte of bytes) value = (value << 8n) | BigInt(byte);
  return value;
}

/** A non-negative integer as `length` bytes, most significant first. Throws `RangeError` where it does not fit. */
export function integerToBytes(value: bigint, length: number): Uint8Array {
  if (value < 0n || value >> BigInt(8 * length) !== 0n) {
    throw new RangeError(`integerToBytes: the value does not fit ${length} bytes`);
  }
  const bytes = new Uint8Array(length);
  let rest = value;
  for (let at = length - 1; at >= 0; at--) {
    bytes[at] = Number(rest & 0xffn);
    rest >>= 8n;
  }
  return bytes;
}
