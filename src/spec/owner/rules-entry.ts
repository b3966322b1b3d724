import * as fc from "fast-check";
import type { InputError, Result } from "../../core/index.js";
import { ownerFields, type Owner, type OwnerField } from "../../owner/index.js";
import { ensure, ensureEqual, rulesFor, type Rule } from "../rule.js";
import { owner, ownerOf, withField } from "./arbitraries.js";

const rule = rulesFor("owner");

/** What must be filled in, by the kind of owner. */
const required: { readonly [K in Owner["kind"]]: readonly OwnerField[] } = {
  company: ["organization", "country", "zip", "town", "street"],
  individual: ["lastName", "firstName", "country", "zip", "town", "street"],
};

/** Whatever is not an agreement. */
const notConfirmed = fc.constantFrom(false, undefined, null, 1, "true", "yes", {}, []);

const nothing = { company: [], individual: [] };

/** An owner with everything that is required, and what more was drawn. */
const complete = owner.map((of) =>
  required[of.kind].reduce(
    (filled, field) => (Object.hasOwn(filled, field) ? filled : withField(filled, field, "Москва")),
    of,
  ),
);

/** Values that are no text and no country. */
const notText = fc.constantFrom<unknown>(
  5,
  true,
  null,
  [],
  ["x"],
  { code: "RU" },
  { code: "ru", name: "x" },
  { name: "x" },
);

/** The rules on entering an owner. */
export const entryRules: readonly Rule[] = [
  rule(
    {
      id: "OW-01",
      statement:
        "An owner is a company or an individual: organization (company only), last, first and middle name, e-mail, country, ZIP, region/area, district, town, street, house, building, apartment/office.",
      source: "S2",
    },
    {
      cases: fc.tuple(owner, fc.constantFrom(...ownerFields), notText, fc.constantFrom("person", "", undefined, 1)),
      async holds(subject, [of, field, value, kind]) {
        const input = { ...of, taxNumber: "7701234567", organisation: "x", middleName: "  \u200b" };
        const parsed = await subject.parseOwner(input, nothing);
        ensure(parsed.ok, `an owner is taken: ${JSON.stringify(parsed)}`);
        const { middleName: _middleName, ...expected } = of;
        ensureEqual(parsed.value, expected, "the fields as typed, without the empty one and what is no field");
        const wrong = await subject.parseOwner({ ...of, [field]: value }, nothing);
        ensure(!wrong.ok && wrong.error.faults.some(({ path }) => path[0] === field), `${field} is no text`);
        const stranger = await subject.parseOwner({ ...of, kind }, nothing);
        ensure(!stranger.ok && stranger.error.faults.some(({ path }) => path[0] === "kind"), "the kind is one of two");
        const person = await subject.parseOwner({ ...ownerOf(false, {}), organization: "ООО" }, nothing);
        ensure(!person.ok && person.error.faults[0]?.path[0] === "organization", "an individual is no organization");
      },
    },
  ),
  rule(
    {
      id: "OW-02",
      statement:
        "Required by default: company: organization; individual: last and first name; both: country, ZIP, town, street. A vendor can require more.",
      source: "field reports",
    },
    {
      cases: fc.tuple(
        complete,
        fc.subarray([...ownerFields]),
        fc.constantFrom(...ownerFields),
        fc.constantFrom(undefined, "", " \u200b"),
      ),
      async holds(subject, [of, dropped, more, nothingSeen]) {
        ensure((await subject.parseOwner(of)).ok, "everything required is there");
        const lacking = dropped.reduce((left, field) => withField(left, field, nothingSeen), of);
        const missing = required[of.kind].filter((field) => dropped.includes(field));
        const parsed = await subject.parseOwner(lacking);
        ensureEqual(missingIn(parsed), [...missing].sort(), "what is missing, and no more");
        const demanding = { company: [...required.company, more], individual: [...required.individual, more] };
        const demanded = await subject.parseOwner(withField(of, more, undefined), demanding);
        ensure(missingIn(demanded).includes(more), `a vendor's ${more} is missing`);
      },
    },
  ),
  rule(
    {
      id: "OW-03",
      statement:
        "First-time registration cannot proceed before the owner confirms that recovery needs the same data with absolute accuracy.",
      source: "S1, S2",
    },
    {
      cases: fc.tuple(complete, notConfirmed),
      async holds(subject, [of, confirmed]) {
        ensureEqual(await subject.registerOwner(of, true), { ok: true, value: of }, "a confirmed owner");
        ensureEqual(
          await subject.registerOwner(of, confirmed),
          { ok: false, error: { code: "owner/not-confirmed" } },
          "an owner that was not confirmed",
        );
        ensure(
          (await subject.registerOwner({ kind: of.kind }, true, nothing)).ok,
          "where nothing is required, nothing is",
        );
        const demanding = { company: ["building"], individual: ["building"] } as const;
        const lacking = await subject.registerOwner(withField(of, "building", undefined), true, demanding);
        ensure(!lacking.ok && lacking.error.code === "core/invalid-input", "a vendor's own fields are required");
        ensure(!(await subject.registerOwner({ kind: of.kind }, true)).ok, "a confirmed owner still needs its fields");
      },
    },
  ),
];

/** The fields that are said to be missing. */
function missingIn(parsed: Result<Owner, InputError>): readonly string[] {
  if (parsed.ok) return [];
  return parsed.error.faults
    .flatMap(({ path, rule: against }) => (against === "missing" ? [String(path[0])] : []))
    .sort();
}
