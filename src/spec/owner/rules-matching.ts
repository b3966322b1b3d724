import * as fc from "fast-check";
import { compareCodePoints } from "../../core/index.js";
import { ownerFields, type Owner } from "../../owner/index.js";
import { ensure, ensureEqual, rulesFor, type Rule } from "../rule.js";
import { listed, owner, textsOf, withField } from "./arbitraries.js";
import { edited, invisibleEdits, visibleEdits } from "./edits.js";
import { plainlyCanonical, shortText } from "./reference.js";

const rule = rulesFor("owner");

/** Names of one country, as a customer types them. @source S4 */
const russia = ["Russia", "RF", "РФ", "Россия", "Российская Федерация"];

/** A code point that no form should hold, and what it is called. */
const refused: fc.Arbitrary<readonly [character: string, kind: string]> = fc.constantFrom(
  ...range(0x00, 0x08, "control character"),
  ...range(0x0e, 0x1f, "control character"),
  ...range(0x7f, 0x84, "control character"),
  ...range(0x86, 0x9f, "control character"),
  ...range(0x202a, 0x202e, "direction override"),
  ...range(0x2066, 0x2069, "direction override"),
  ...[0xd800, 0xdbff, 0xdc00, 0xdfff].map((point) => named(point, "lone surrogate")),
  ...[0xe000, 0xf8ff, 0xf0000, 0x10fffd].map((point) => named(point, "private-use character")),
  ...[0x34f, 0x115f, 0x1160, 0x180b, 0x2061, 0x2064, 0x2065, 0x3164, 0xfe00, 0xfe0d, 0xffa0, 0xe0041, 0xe0100].map(
    (point) => named(point, "invisible character"),
  ),
  // The last two are letters of Unicode 17.
  ...[0x378, 0xfdd0, 0xfdef, 0xffff, 0x1fffe, 0x10ffff, 0x11de0, 0x16ea0].map((point) =>
    named(point, "unassigned character"),
  ),
);

function named(point: number, kind: string): readonly [character: string, kind: string] {
  return [String.fromCodePoint(point), kind];
}

function range(first: number, last: number, kind: string): readonly (readonly [character: string, kind: string])[] {
  return Array.from({ length: last - first + 1 }, (_, at) => named(first + at, kind));
}

/** A field that holds a text, of an owner that has one. */
const withText = owner.filter((of) => textsOf(of).length > 0);

/** What everybody sees, though a looser form would not. */
const distinct: readonly (readonly [a: string, b: string])[] = [
  ["Straße", "Strasse"],
  ["Семёнов", "Семенов"],
  ["№ 5", "No 5"],
  ["ａ", "a"],
  ["ﬁn", "fin"],
  ["क्\u200dष", "क्ष"],
  ["می\u200cخواهم", "میخواهم"],
  ["👩\u200d💻", "👩💻"],
  ["a.\u200dx", "a.x"],
  ["a-\u200cx", "a-x"],
];

/** What nobody sees, and what is seen: joiners behind each kind of character where they spell nothing, and NFC after deletion. */
const sweep: readonly (readonly [messy: string, clean: string])[] = [
  ["и\u00ad\u0306", "й"],
  ["e\u200b\u0301", "é"],
  ["e\u0301\u200dx", "éx"],
  ...["a", "ж", "λ", "խ", "გ", "7", "٣", "५", "x "].flatMap((before) =>
    ["\u200c", "\u200d"].map((joiner) => [`${before}${joiner}z`, `${before}z`] as const),
  ),
  ...["\u200c", "\u200d"].map((joiner) => [`${joiner}z`, "z"] as const),
];

/** The rules on what counts as the same owner. */
export const matchingRules: readonly Rule[] = [
  rule(
    {
      id: "OW-04",
      statement:
        "At recovery every character must match; upper and lower case differ; one difference anywhere means no license.",
      source: "S1, S2, S4",
    },
    {
      cases: fc.tuple(withText, fc.constantFrom(...visibleEdits), fc.nat(40)),
      async holds(subject, [of, { what, edit }, at]) {
        ensure(await subject.sameOwner(of, structuredCopy(of)), "an owner is the same as its copy");
        ensureEqual(await subject.compareOwner(of, structuredCopy(of)), { same: true, fields: [] }, "no difference");
        for (const [a, b] of distinct) {
          const pair = [withField(of, "town", a), withField(of, "town", b)] as const;
          ensure(!(await subject.sameOwner(...pair)), `${a} and ${b} are seen apart`);
        }
        for (const [field, text] of textsOf(of)) {
          const changed = edit(text, at);
          if (changed === text) continue; // nothing of that kind to change
          const other = withField(of, field, changed);
          ensure(!(await subject.sameOwner(of, other)), `${what} in ${field} differs`);
          const { same, fields } = await subject.compareOwner(of, other);
          ensureEqual([same, fields.map((one) => one.field)], [false, [field]], `${what}: ${field} is named alone`);
        }
      },
    },
  ),
  rule(
    {
      id: "OW-05",
      statement:
        "Equality is of a named, versioned canonical profile, licit-owner-1: what a person can see is kept; what nobody can see or type is not a difference.",
      source: "S2",
    },
    {
      cases: fc.tuple(withText, fc.nat(13), invisibleEdits),
      async holds(subject, [of, nth, edits]) {
        const texts = textsOf(of);
        const [field, text] = texts[nth % texts.length] ?? ["town", "x"];
        const other = withField(of, field, edited(text, edits));
        ensure(await subject.sameOwner(of, other), `${JSON.stringify(edits)} in ${field} cannot be seen`);
        ensure((await subject.compareOwner(of, other)).same, "nor does a comparison see it");
        const parsed = await subject.parseOwner(other, { company: [], individual: [] });
        ensure(parsed.ok, `what cannot be seen is no fault: ${JSON.stringify(parsed)}`);
        const empty = ownerFields.find((one) => !Object.hasOwn(of, one) && one !== "organization") ?? "building";
        const none = withField(of, empty, undefined);
        for (const blank of ["", " \u200b\u0085"]) {
          ensure(await subject.sameOwner(none, withField(none, empty, blank)), "an empty field is an absent one");
        }
        for (const [messy, clean] of sweep) {
          const pair = [withField(of, field, messy), withField(of, field, clean)] as const;
          ensure(await subject.sameOwner(...pair), `${JSON.stringify(messy)} is seen as ${clean}`);
        }
      },
    },
  ),
  rule(
    {
      id: "OW-06",
      statement:
        "The canonical form is idempotent, independent of field order, total on every accepted owner, and the same on every runtime. Two owners are equal exactly when one is reached from the other by the edits that the profile lists. Characters that no form should hold are refused at entry, by field and position.",
      source: "—",
    },
    {
      cases: fc.tuple(withText, fc.nat(13), invisibleEdits, refused, fc.nat(40), fc.array(shortText, { minLength: 8 })),
      async holds(subject, [of, nth, edits, [character, kind], at, shorts]) {
        for (const [place, a] of shorts.entries()) {
          for (const b of shorts.slice(place)) {
            const same = await subject.sameOwner(withField(of, "town", a), withField(of, "town", b));
            const reached = plainlyCanonical(a) === plainlyCanonical(b);
            ensure(same === reached, `${JSON.stringify(a)} and ${JSON.stringify(b)} are ${reached ? "" : "not "}one`);
          }
        }

        const texts = textsOf(of);
        const [field, text] = texts[nth % texts.length] ?? ["town", "x"];
        const messy = withField(of, field, edited(text, edits));
        const canonical = await subject.canonicalOwner(messy);
        const again = JSON.parse(canonical) as Owner; // the fields it has, a listed country without its name
        const renamed = typeof of.country === "object" ? withField(again, "country", of.country) : again;
        ensureEqual(await subject.canonicalOwner(renamed), canonical, "idempotent");
        const reversed = Object.fromEntries(Object.entries(messy).reverse()) as unknown as Owner; // the same fields
        ensureEqual(await subject.canonicalOwner(reversed), canonical, "in any order");
        const names = Object.keys(again);
        ensureEqual(names, [...names].sort(compareCodePoints), "names by code point");
        ensureEqual(JSON.stringify(again), canonical, "closed JSON without blanks");

        const place = at % (text.length + 1);
        const spoilt = text.slice(0, place) + character + text.slice(place);
        const parsed = await subject.parseOwner(withField(of, field, spoilt), { company: [], individual: [] });
        ensure(!parsed.ok, `a ${kind} is refused`);
        const torn = /[\ud800-\udbff]$/.test(text.slice(0, place)); // put into a pair, it makes a lone surrogate before it
        const expected = torn ? [] : [{ path: [field, place], rule: "format", expected: `no ${kind}` }];
        if (!torn) ensureEqual(parsed.error.faults, expected, "field, position and what it is");
        const long = await subject.parseOwner(withField(of, field, "Ж".repeat(257)), { company: [], individual: [] });
        ensureEqual(!long.ok && long.error.faults, [{ path: [field], rule: "length", limit: 256 }], "257 code points");
        const named = await subject.parseOwner(withField(of, "country", { code: "RU", name: `R${character}` }), {
          company: [],
          individual: [],
        });
        ensureEqual(
          !named.ok && named.error.faults.map(({ path }) => path),
          [["country", "name", 1]],
          "in the name of a country, too",
        );
        const longest = await subject.parseOwner(withField(of, field, ` ${"😀".repeat(256)} `), {
          company: [],
          individual: [],
        });
        ensure(longest.ok, "256 code points are taken");
      },
    },
  ),
  rule(
    {
      id: "OW-08",
      statement:
        "Country comes from the list (code and name) or as free text. Two list entries compare by code alone, whatever the language; a list entry and free text always differ; Russia, RF, РФ, Россия, Российская Федерация as free text differ (OW-04), and OW-07 recognizes them as one country.",
      source: "S4",
    },
    {
      cases: fc.tuple(owner, listed, listed, fc.constantFrom(...russia), fc.constantFrom(...russia), fc.boolean()),
      async holds(subject, [of, a, b, one, other, swapped]) {
        const at = (value: typeof a) => withField(of, "country", value);
        const compare = (x: typeof a, y: typeof a) =>
          swapped
            ? subject.compareOwner(at(y), at(x), subject.countryOf)
            : subject.compareOwner(at(x), at(y), subject.countryOf);
        if (typeof a === "string" || typeof b === "string") return;
        ensure((await subject.sameOwner(at(a), at(b))) === (a.code === b.code), "two entries compare by code alone");
        ensure(!(await subject.sameOwner(at(a), at(a.name))), "an entry and its own name differ");
        const canonical = JSON.parse(await subject.canonicalOwner(at(a))) as { readonly country: unknown }; // it has one
        ensureEqual(canonical.country, { code: a.code }, "an entry is its code");
        for (const [x, y] of [
          ["Kazakhstan", "Казахстан"],
          ["Германия", "Germany"],
          ["USA", "США"],
        ] as const) {
          ensureEqual((await compare(x, y)).fields[0]?.hint, "same-country", `${x} and ${y}`);
        }
        const entries = await compare(a, b);
        ensureEqual(
          entries.fields.map(({ hint }) => hint),
          a.code === b.code ? [] : ["different"],
          `entries ${a.code} ${a.name} and ${b.code} ${b.name}`,
        );
        const mixed = await compare(a, one);
        const hint = a.code === "RU" ? "same-country" : "different";
        ensureEqual(
          mixed,
          { same: false, fields: [{ field: "country", hint }] },
          `the entry ${a.name} and the text ${one}`,
        );
        const typed = await compare(one, other);
        const fields = one === other ? [] : [{ field: "country", hint: "same-country" }];
        ensureEqual(typed, { same: one === other, fields }, `the texts ${one} and ${other}`);
        const own = await subject.compareOwner(at(a), at(a.name));
        ensureEqual(own.fields, [{ field: "country", hint: "same-country" }], "an entry's own name needs no table");
      },
    },
  ),
];

function structuredCopy(of: Owner): Owner {
  return JSON.parse(JSON.stringify(of)) as Owner; // a copy
}
