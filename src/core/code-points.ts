/**
 * Compares two texts by code point: negative, zero or positive, for use in `sort`.
 *
 * Neither by locale, which differs from machine to machine, nor by UTF-16 unit, which puts `U+1F600` before `U+FF5E`.
 *
 * @example
 * ```ts
 * import { compareCodePoints } from "licit";
 *
 * ["～", "😀", "b", "a"].sort(compareCodePoints); // → ["a", "b", "～", "😀"]
 * ```
 */
export function compareCodePoints(a: string, b: string): number {
  const end = Math.min(a.length, b.length);
  for (let at = 0; at < end; at++) {
    const left = a.charCodeAt(at);
    const right = b.charCodeAt(at);
    if (left !== right) return rank(left) - rank(right);
  }
  return a.length - b.length;
}

/** Surrogates stand for code points above U+FFFF, so they rank behind U+E000–FFFF, which UTF-16 puts after them. */
function rank(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}

/**
 * The index of the first surrogate without its partner, or -1 where the text is well formed.
 *
 * @example
 * ```ts
 * import { loneSurrogateAt } from "licit";
 *
 * loneSurrogateAt("a😀"); // → -1
 * loneSurrogateAt("a\ud83d"); // → 1
 * ```
 */
export function loneSurrogateAt(text: string): number {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0xd800 || unit > 0xdfff) continue;
    const next = text.charCodeAt(at + 1);
    if (unit > 0xdbff || !(next >= 0xdc00 && next <= 0xdfff)) return at;
    at++;
  }
  return -1;
}
