import * as fc from "fast-check";
import type { MessageKind } from "../../phone/index.js";

/** Digits of a length. */
export function digitsOf(length: number): fc.Arbitrary<string> {
  return fc
    .array(fc.constantFrom(...Array.from("0123456789")), { minLength: length, maxLength: length })
    .map((all) => all.join(""));
}

/** Digits in groups of three. */
export function groupsOf(digits: string): readonly string[] {
  return digits.match(/.../g) ?? [];
}

/** A row of a message: which, of what, and its digits. */
export interface DictatedRow {
  readonly kind: MessageKind;
  readonly row: number;
  readonly digits: string;
}

export const dictatedRow: fc.Arbitrary<DictatedRow> = fc.oneof(
  fc.record({ kind: fc.constant("request" as const), row: fc.integer({ min: 1, max: 4 }), digits: digitsOf(12) }),
  fc.record({ kind: fc.constant("response" as const), row: fc.integer({ min: 1, max: 8 }), digits: digitsOf(15) }),
);

/** A text with another digit at a place. */
export function withDigit(digits: string, at: number, digit: number): string {
  return digits.slice(0, at) + String(digit) + digits.slice(at + 1);
}

/** A text with two places exchanged. */
export function exchanged(digits: string, a: number, b: number): string {
  return withDigit(withDigit(digits, a, Number(digits.charAt(b))), b, Number(digits.charAt(a)));
}

const allDigits = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

/** Every wrong digit. */
export function wrongDigits(digits: string): readonly string[] {
  return Array.from(digits).flatMap((_, at) => allDigits.map((digit) => withDigit(digits, at, digit)));
}

/** Every swap of neighbors. */
export function neighborSwaps(digits: string): readonly string[] {
  return Array.from(digits)
    .slice(1)
    .map((_, at) => exchanged(digits, at, at + 1));
}

/** Swaps of neighbors but one, twins (11 for 22), jump twins (121 for 323), and what sounds alike (13 for 30). */
export function otherSlips(digits: string): readonly string[] {
  const places = Array.from(digits, (_, at) => at);
  return places.flatMap((at) => [
    ...(at + 2 < digits.length ? [exchanged(digits, at, at + 2)] : []),
    ...twins(digits, at, at + 1),
    ...twins(digits, at, at + 2),
    ...soundsAlike(digits, at),
  ]);
}

function twins(digits: string, a: number, b: number): readonly string[] {
  if (b >= digits.length || digits.charAt(a) !== digits.charAt(b)) return [];
  return allDigits.map((digit) => withDigit(withDigit(digits, a, digit), b, digit));
}

function soundsAlike(digits: string, at: number): readonly string[] {
  const pair = digits.slice(at, at + 2);
  const [first = "", second = ""] = pair;
  if (first === "1" && /[2-9]/.test(second)) return [digits.slice(0, at) + `${second}0` + digits.slice(at + 2)];
  if (/[2-9]/.test(first) && second === "0") return [digits.slice(0, at) + `1${first}` + digits.slice(at + 2)];
  return [];
}

/** Every two wrong digits. */
export function* twoWrongDigits(digits: string): Generator<string> {
  for (let a = 0; a < digits.length; a++) {
    for (const one of allDigits) {
      if (String(one) === digits.charAt(a)) continue;
      const first = withDigit(digits, a, one);
      for (let b = a + 1; b < digits.length; b++) {
        for (const other of allDigits) if (String(other) !== digits.charAt(b)) yield withDigit(first, b, other);
      }
    }
  }
}
