import { canonicalText } from "licit/owner";
import { describe, expect, test } from "vitest";
import { numbersFrom } from "../src/owner/code-point-set.js";
import { nfc } from "../src/owner/nfc.js";
import { youngerMarks, youngerPairs } from "../src/owner/unicode-16.js";

// This engine knows Unicode 16 or newer; an engine that does not is played by hiding the younger characters from it.

const younger = new Set([
  ...youngerMarks.flatMap(([, marks]) => numbersFrom(marks).map((point) => String.fromCodePoint(point))),
  ...youngerPairs.filter((point) => point > 0xffff).map((point) => String.fromCodePoint(point)),
]);

/** What an engine of Unicode 13 makes of a text: a younger character is to it a letter like any other. */
function oldNormalize(this: string, form?: string): string {
  return Array.from(this)
    .join("\u0001")
    .split("\u0001")
    .reduce<string[][]>(
      (runs, one) => {
        if (younger.has(one)) runs.push([one], []);
        else runs.at(-1)?.push(one);
        return runs;
      },
      [[]],
    )
    .map((run) => (run.length === 1 && younger.has(run[0] ?? "") ? (run[0] ?? "") : native.call(run.join(""), form)))
    .join("");
}
// eslint-disable-next-line @typescript-eslint/unbound-method -- it is called on texts of its own
const native = String.prototype.normalize;

/** A generator of equal runs: xorshift. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

const alphabet = [
  ...younger,
  ...Array.from(
    "aFfe\u1e1e\u1e1f\u0307\u0316\u0301\u0315\u033d\u093c\u094d\u1037\u302a\u0928\u0915и\u0306가\u1100\u1161 ",
  ),
];

describe("NFC on engines that do not know Unicode 16", () => {
  test("this engine does", () => {
    expect(Number(process.versions["unicode"])).toBeGreaterThanOrEqual(16);
  });

  test("is NFC, whatever the engine knows", () => {
    const next = random(7);
    const texts = Array.from({ length: 20_000 }, () =>
      Array.from({ length: 1 + next(9) }, () => alphabet[next(alphabet.length)] ?? "").join(""),
    );
    const expected = texts.map((text) => text.normalize("NFC"));
    expect(texts.map(nfc)).toEqual(expected);
    String.prototype.normalize = oldNormalize;
    try {
      expect(texts.map((text) => text.normalize("NFC"))).not.toEqual(expected);
      expect(texts.map(nfc)).toEqual(expected);
    } finally {
      String.prototype.normalize = native;
    }
  });
});

describe("OW-06 the canonical form of a text", () => {
  test("is its own canonical form, on random texts of everything that there is", () => {
    const next = random(11);
    const traps = Array.from(
      "\u200d\u200c\u0301\u0306\u093c \u00a0\u0085\u2028\ufe0f\u00ad\u200bаёeкक1١عΩÅ\u212b\u0374\u1100\u1161\u11a8…«»№",
    );
    const runs = Number(process.env["IDEMPOTENCE_RUNS"] ?? 20_000);
    for (let run = 0; run < runs; run++) {
      let text = "";
      for (let length = 1 + next(12); length > 0; length--) {
        const dice = next(4);
        if (dice === 0) text += String.fromCodePoint(next(0x110000));
        else if (dice === 1) text += String.fromCodePoint(next(0x3000));
        else if (dice === 2) text += alphabet[next(alphabet.length)] ?? "";
        else text += traps[next(traps.length)] ?? "";
      }
      const once = canonicalText(text);
      if (canonicalText(once) !== once) expect(canonicalText(once), JSON.stringify(text)).toBe(once);
    }
  });
});
