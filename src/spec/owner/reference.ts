import * as fc from "fast-check";

/** What a text is made of where the profile has something to say: few characters, so that two texts often say the same. */
const pieces = [
  "a",
  "é",
  "e\u0301",
  "й",
  "и\u0306",
  "क",
  "7",
  ".",
  " ",
  "\u00a0",
  "\r\n",
  "\u00ad",
  "\ufe0f",
  "\u200c",
  "\u200d",
  "\u0301",
];

/** Short texts of such pieces. */
export const shortText: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 6 })
  .map((all) => all.join(""));

const deleted = /[\ufeff\u00ad\u200b\u2060\u200e\u200f\u061c\u180e\ufe0e\ufe0f]/gu;
const joinless =
  /(^|[\p{White_Space}\p{Nd}]|(?=\p{L})[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Georgian}])(\p{M}*)[\u200c\u200d]/u;

/**
 * The profile `licit-owner-1` once more, slow and plain: step by step as it is written in docs/formats.md, by the engine's
 * own properties. Good for the pieces above, which every engine knows.
 */
export function plainlyCanonical(text: string): string {
  let left = text.replace(deleted, "");
  while (joinless.test(left)) left = left.replace(joinless, "$1$2");
  return left
    .replace(/\p{White_Space}+/gu, " ")
    .replace(/^ | $/g, "")
    .normalize("NFC");
}
