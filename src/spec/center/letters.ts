import * as fc from "fast-check";
import type { Letter } from "../../center/index.js";
import { canonicalText } from "../../owner/index.js";
import { fieldText } from "../owner/arbitraries.js";
import { digitsOf } from "../phone/slips.js";

/** What stands behind a label: one line, whatever it looks like. */
const value = fc.oneof(
  { weight: 3, arbitrary: fieldText.map(canonicalText) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "Reason: a fire",
      "PIN code: 381 505 376 410 122",
      "> quoted",
      "Subject: none",
      "- 5",
      "= 7: 8",
    ),
  },
);

const kit = fc.integer({ min: 9, max: 12 }).chain(digitsOf);
const document = fc
  .base64String({ minLength: 40, maxLength: 80 })
  .map((body) => `-----BEGIN LICIT REQUEST-----\n${body}\n-----END LICIT REQUEST-----`);

const taxNumber = fc.option(digitsOf(10), { nil: undefined });

function withoutNothing<T extends { readonly taxNumber: string | undefined }>({ taxNumber: number, ...of }: T) {
  return number === undefined ? of : { ...of, taxNumber: number };
}

/** A letter of every kind. */
export const letter: fc.Arbitrary<Letter> = fc.oneof(
  fc
    .record({ kind: fc.constant("additional-pin"), kit, company: value, pin: digitsOf(15), taxNumber, reason: value })
    .map(withoutNothing),
  fc
    .record({
      kind: fc.constant("lost-data"),
      wants: fc.constantFrom("pins", "owner"),
      kit,
      name: value,
      taxNumber,
      reason: value,
    })
    .map(withoutNothing),
  fc.record({ kind: fc.constant("request-file"), document }),
);

/** What people write before and behind it. */
export const greetings: fc.Arbitrary<readonly [before: string, after: string]> = fc.constantFrom<
  readonly [string, string]
>(["", ""], ["Good day!", "Best regards, Olga"], ["Здравствуйте.", "С уважением, Ольга"], ["", "Sent from my phone"]);
