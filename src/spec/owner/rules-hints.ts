import * as fc from "fast-check";
import type { Owner, OwnerHint } from "../../owner/index.js";
import { ensure, ensureEqual, rulesFor, type Rule } from "../rule.js";
import { country, owner, textsOf, withField } from "./arbitraries.js";
import { twin, visibleEdits } from "./edits.js";

const rule = rulesFor("owner");

/** Words of letters that have doubles in the other alphabet, and of others. */
const word = fc.constantFrom(
  "Москва",
  "КРЕМЛЬ",
  "Тверская",
  "Ромашка",
  "Посторонним",
  "Moscow",
  "Copernicus",
  "Екатеринбург",
  "Oxenhope",
);

/** A way in which a typed value differs, and the hint that it must be given. Each is the first that applies. */
const slips: readonly { readonly hint: OwnerHint; readonly slip: (text: string) => string }[] = [
  { hint: "letter-case", slip: (text) => text.toUpperCase() },
  { hint: "letter-case", slip: (text) => text.toLowerCase() },
  { hint: "look-alike", slip: (text) => text.replace(/[аеосрхАВЕКМНОРСТХaeocpxABEKMHOPCTX]/u, twin) },
  { hint: "look-alike", slip: (text) => text.replace(/[аеосрхАВЕКМНОРСТХaeocpxABEKMHOPCTX]/u, twin).toUpperCase() },
  { hint: "punctuation", slip: (text) => `«${text}»` },
  { hint: "punctuation", slip: (text) => `${text.slice(0, 3)} - ${text.slice(3)}`.toUpperCase() },
  { hint: "near-miss", slip: (text) => text.slice(0, 2) + text.slice(3) },
  { hint: "near-miss", slip: (text) => `${text}z` },
  { hint: "near-miss", slip: (text) => `${text.slice(0, 2)}z${text.slice(3)}` },
  ...Array.from("“”„’—–№…·!").map((sign) => ({
    hint: "punctuation" as const,
    slip: (text: string) => `${text} ${sign}`,
  })),
  { hint: "near-miss", slip: (text) => text.slice(0, 2) + text.charAt(3) + text.charAt(2) + text.slice(4) },
  { hint: "different", slip: (text) => Array.from(text).reverse().join("") },
  { hint: "different", slip: () => "12" },
  { hint: "presence", slip: () => "" },
  { hint: "presence", slip: () => " \u200b" },
];

const pairOf = fc.tuple(owner, fc.nat(13), fc.constantFrom(...visibleEdits), fc.nat(40), country, fc.boolean());

/** Two owners that differ in some way, or do not. */
const pairs: fc.Arbitrary<readonly [Owner, Owner]> = pairOf.map(([of, nth, { edit }, at, where, moved]) => {
  const texts = textsOf(of);
  const [field, text] = texts[nth % Math.max(texts.length, 1)] ?? ["town", "x"];
  const changed = withField(of, field, edit(text, at));
  return [of, moved ? withField(changed, "country", where) : changed];
});

const key = fc.uint8Array({ minLength: 16, maxLength: 40 });

/** The rules on what a mismatch tells, and on digests that tell the same. */
export const hintRules: readonly Rule[] = [
  rule(
    {
      id: "OW-07",
      statement:
        "A mismatch names the fields, and for each a hint without revealing the stored value, the first that applies of: present or absent only; the same country under another name; letter case; look-alike letters of another alphabet; punctuation or quotes; a near miss; different. Two stored values with the same hints give the same answer, byte for byte.",
      source: "S4",
    },
    {
      cases: fc.tuple(owner, word, fc.constantFrom(...slips), fc.boolean(), pairs),
      async holds(subject, [of, text, { hint, slip }, swapped, [a, b]]) {
        const [stored, entered] = [withField(of, "town", text), withField(of, "town", slip(text))];
        const compared = swapped
          ? await subject.compareOwner(entered, stored)
          : await subject.compareOwner(stored, entered);
        ensureEqual(compared, { same: false, fields: [{ field: "town", hint }] }, `${text} against ${slip(text)}`);

        const answer = await subject.compareOwner(a, b, subject.countryOf);
        const told = answer.fields.map(({ field, hint: one }) => ({ field, hint: one }));
        ensureEqual(answer, { same: told.length === 0, fields: told }, "nothing but fields and hints");
        const other: Owner = a.kind === "company" ? { ...a, kind: "individual" } : { ...a, kind: "company" };
        const kinds = await subject.compareOwner(
          withField(a, "organization", undefined),
          withField(other, "organization", undefined),
        );
        ensureEqual(
          kinds,
          { same: false, fields: [{ field: "kind", hint: "different" }] },
          "a company is no individual",
        );
        const back = await subject.compareOwner(b, a, subject.countryOf);
        ensureEqual(back, answer, "whichever of the two is stored");
      },
    },
  ),
  rule(
    {
      id: "OW-11",
      statement: "A center may keep salted digests instead of the fields: every verdict of OW-04 stays the same.",
      source: "—",
    },
    {
      cases: fc.tuple(pairs, key, key),
      async holds(subject, [[stored, entered], one, other]) {
        const digest = await subject.digestOwner(stored, one, subject.countryOf);
        const kept = JSON.parse(JSON.stringify(digest)) as typeof digest; // as it comes from a store
        const compared = await subject.compareOwner(stored, entered, subject.countryOf);
        const matched = await subject.matchOwnerDigest(kept, entered, one, subject.countryOf);
        const blurred = compared.fields.map(({ field, hint }) => ({
          field,
          hint: hint === "near-miss" ? "different" : hint,
        }));
        ensureEqual(matched, { same: compared.same, fields: blurred }, "the verdict, and all hints but the near miss");
        ensure(
          /^([0-9a-f]{64},)*[0-9a-f]{64}$/.test(textsIn(digest.fields).concat(digest.kind).join()),
          "digests only",
        );
        const person = await subject.matchOwnerDigest(kept, { ...entered, kind: "individual" }, one, subject.countryOf);
        ensure(stored.kind === "individual" || !person.same, "a company is no individual");
        const again = await subject.digestOwner(stored, one, subject.countryOf);
        ensureEqual(again, digest, "one key, one digest");
        if (String(one) === String(other)) return;
        const text = JSON.stringify(digest);
        for (const [field, value] of textsOf(stored)) {
          const exact = digest.fields[field]?.exact;
          ensure(Array.from(value).length < 4 || !text.includes(value), `${field} is not in the digest`);
          const elsewhere = (await subject.digestOwner(stored, other, subject.countryOf)).fields[field]?.exact;
          ensure(exact !== undefined && exact !== elsewhere, "another key, another digest");
        }
      },
    },
  ),
];

/** Every text in a value. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
