import { canonicalText } from "licit/owner";
import { describe, expect, test } from "vitest";
import { sha256Hex } from "../src/core/index.js";
import { numbersFrom } from "../src/owner/code-point-set.js";
import { nfc } from "../src/owner/nfc.js";
import { sampler } from "../src/spec/sampler.js";
import { youngerMarks, youngerPairs } from "../src/owner/unicode-16.js";

// What NFC makes of random texts was computed by an engine that knows Unicode 16, and is kept as a digest: every engine must
// come to it. One that does not know Unicode 14 to 16 is played by hiding the younger characters from it.

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

const alphabet = [
  ...younger,
  ...Array.from(
    "aFfe\u1e1e\u1e1f\u0307\u0316\u0301\u0315\u033d\u093c\u094d\u1037\u302a\u0928\u0915и\u0306가\u1100\u1161 ",
  ),
];

describe("NFC on engines that do not know Unicode 16", () => {
  const next = sampler(7);
  const texts = Array.from({ length: 20_000 }, () =>
    Array.from({ length: 1 + next(9) }, () => alphabet[next(alphabet.length)] ?? "").join(""),
  );
  const digestOf = (normalized: readonly string[]) => sha256Hex(normalized.join("\n"));
  const nfcOf16 = "88e85c8ec83b9559186cacdc59cd6738383d3e3fd586a8c5be730ccca8c084db";

  test.runIf(Number(process.versions["unicode"]) >= 16)("the digest is that of an engine which does", () => {
    expect(digestOf(texts.map((text) => text.normalize("NFC")))).toBe(nfcOf16);
  });

  test("is NFC of Unicode 16, whatever the engine knows", () => {
    expect(digestOf(texts.map(nfc))).toBe(nfcOf16);
    String.prototype.normalize = oldNormalize;
    try {
      expect(digestOf(texts.map((text) => text.normalize("NFC")))).not.toBe(nfcOf16);
      expect(digestOf(texts.map(nfc))).toBe(nfcOf16);
    } finally {
      String.prototype.normalize = native;
    }
  });
});

describe("OW-06 the canonical form of a text", () => {
  test("is its own canonical form, on random texts of everything that there is", () => {
    const next = sampler(11);
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
