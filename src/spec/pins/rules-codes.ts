import * as fc from "fast-check";
import { ensure, ensureEqual, rulesFor, type Rule } from "../rule.js";
import { pinNumber } from "./kits.js";

const rule = rulesFor("pins");

const digitsOf = (least: number, most = least) =>
  fc
    .array(fc.constantFrom(...Array.from("0123456789")), { minLength: least, maxLength: most })
    .map((digits) => digits.join(""));

/** Every blank of Unicode, and every dash that may stand in a PIN. */
const separators =
  "\t\n\v\f\r \u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000" +
  "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212";

/** What looks like a digit, a blank or a dash, and is none. */
const strangers =
  "OolIZB.,/_:+~\u180E\u200B\uFEFF\u2016\u058A\u05BE\u2E3A\u301C\uFE58\uFE63\uFF0Dx\u00AD²½Ⅷ①〇\u{1F4A9}";

/** Digits of other scripts, each with its value. */
const otherDigits = [
  ["٣", 3],
  ["۷", 7],
  ["५", 5],
  ["０", 0],
  ["９", 9],
  ["𝟘", 0],
  ["𝟿", 9],
  ["᮵", 5],
] as const;

const gaps = fc.array(fc.constantFrom(...Array.from(separators)), { maxLength: 3 }).map((gap) => gap.join(""));

/** Digits as people write them: with blanks and dashes anywhere. */
function spelled(digits: fc.Arbitrary<string>): fc.Arbitrary<readonly [digits: string, text: string]> {
  return digits.chain((plain) =>
    fc
      .array(fc.oneof({ weight: 3, arbitrary: fc.constant("") }, { weight: 1, arbitrary: gaps }), {
        minLength: plain.length + 1,
        maxLength: plain.length + 1,
      })
      .map((between) => [plain, between.map((gap, at) => gap + plain.charAt(at)).join("")] as const),
  );
}

/** A text with a character put in. */
const spoilt = (text: fc.Arbitrary<string>, character: fc.Arbitrary<string>) =>
  fc.tuple(text, character, fc.nat(40)).map(([whole, put, nth]) => {
    const at = nth % (whole.length + 1);
    return { text: whole.slice(0, at) + put + whole.slice(at), at, character: put };
  });

const stranger = fc.constantFrom(...Array.from(strangers), "\uD800");

/** The rules on what is typed in: PINs, kit numbers, names. */
export const codeRules: readonly Rule[] = [
  rule(
    {
      id: "PN-01",
      statement:
        "A standard PIN has 15 digits (U+0030–39), shown as 5 groups of 3. Between and around them any Unicode blank, -, U+2010–2015 and U+2212 are accepted; anything else is an error that says how many digits there are, or which character stands where, and whether it is a digit of another script.",
      source: "S2, S3, S4",
    },
    {
      cases: fc.record({
        right: spelled(digitsOf(15)),
        count: spelled(fc.oneof(digitsOf(0, 14), digitsOf(17, 40))),
        strange: spoilt(
          spelled(digitsOf(0, 20)).map(([, text]) => text),
          stranger,
        ),
        foreign: fc.tuple(digitsOf(14), fc.constantFrom(...otherDigits), fc.nat(14)),
      }),
      async holds(subject, { right: [pin, text], count: [some, spelling], strange, foreign: [before, other, at] }) {
        ensureEqual(await subject.parsePin(text), { ok: true, value: pin }, "a PIN with blanks and dashes");
        const shown = pin.match(/.../g)?.join(" ") ?? "";
        ensureEqual(await subject.formatPin(pin), shown, "groups");
        ensureEqual(await subject.parsePin(shown), { ok: true, value: pin }, "what is shown is read");
        ensureEqual(
          await subject.parsePin(spelling),
          { ok: false, error: { code: "pins/wrong-digit-count", digits: some.length, expected: 15 } },
          "another number of digits",
        );
        ensureEqual(
          await subject.parsePin(strange.text),
          { ok: false, error: { code: "pins/not-a-digit", at: strange.at, character: strange.character } },
          "the character that is no digit",
        );
        const [character, digit] = other;
        ensureEqual(
          await subject.parsePin(before.slice(0, at) + character + before.slice(at)),
          { ok: false, error: { code: "pins/digit-of-another-script", at, character, digit } },
          "a digit of another script",
        );
      },
    },
  ),
  rule(
    {
      id: "PN-02",
      statement:
        "A basic-edition PIN has 16 digits, shown as 4 groups of 4. One given where the other is expected is an error that names the edition.",
      source: "S4",
    },
    {
      cases: fc.tuple(
        spelled(digitsOf(16)),
        spelled(digitsOf(15)),
        spelled(fc.oneof(digitsOf(0, 14), digitsOf(17, 40))),
      ),
      async holds(subject, [[basic, basicText], [, standardText], [other, otherText]]) {
        ensureEqual(await subject.parsePin(basicText, "basic"), { ok: true, value: basic }, "a basic PIN");
        ensureEqual(await subject.formatPin(basic), basic.match(/..../g)?.join(" "), "groups of a basic PIN");
        ensureEqual(
          await subject.parsePin(basicText),
          { ok: false, error: { code: "pins/other-edition", edition: "basic", expected: "standard" } },
          "a basic PIN in a standard wizard",
        );
        ensureEqual(
          await subject.parsePin(standardText, "basic"),
          { ok: false, error: { code: "pins/other-edition", edition: "standard", expected: "basic" } },
          "a standard PIN in a basic wizard",
        );
        ensureEqual(
          await subject.parsePin(otherText, "basic"),
          { ok: false, error: { code: "pins/wrong-digit-count", digits: other.length, expected: 16 } },
          "another number of digits",
        );
      },
    },
  ),
  rule(
    {
      id: "PN-03",
      statement: "A kit number is 9 to 12 digits; a trailing G0, as some tools print it, is dropped.",
      source: "field reports",
    },
    {
      cases: fc.record({
        right: spelled(digitsOf(9, 12)),
        suffix: fc.constantFrom("", "G0", "G0 "),
        count: spelled(fc.oneof(digitsOf(0, 8), digitsOf(13, 30))),
        tail: fc.constantFrom("G", "G1", "0G", "g0", "G00", "G0G0"),
      }),
      async holds(subject, { right: [kit, text], suffix, count: [some, spelling], tail }) {
        ensureEqual(await subject.parseKitNumber(text), { ok: true, value: kit }, "a kit number");
        ensureEqual(await subject.parseKitNumber(kit + suffix), { ok: true, value: kit }, `with ${suffix} behind`);
        ensureEqual(await subject.parseKitNumber(`${text}G0`), { ok: true, value: kit }, "spelled, with G0 behind");
        for (const other of some === "" ? [spelling] : [spelling, `${some}G0`]) {
          ensureEqual(
            await subject.parseKitNumber(other),
            { ok: false, error: { code: "pins/wrong-kit-digit-count", digits: some.length, least: 9, most: 12 } },
            `another number of digits in ${JSON.stringify(other)}`,
          );
        }
        const tailed = await subject.parseKitNumber(kit + tail);
        ensure(!tailed.ok && tailed.error.code === "pins/not-a-digit", `${kit + tail} is no kit number`);
      },
    },
  ),
  rule(
    { id: "PN-18", statement: "A license is named <PIN>-<kit number>.", source: "field reports" },
    {
      cases: fc.tuple(fc.nat(10_000), digitsOf(9, 12)),
      async holds(subject, [n, kit]) {
        ensureEqual(await subject.licenseName(pinNumber(n), kit), `${pinNumber(n)}-${kit}`, "name");
      },
    },
  ),
];
