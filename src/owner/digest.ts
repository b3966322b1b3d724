import * as z from "zod/mini";
import { hmacSha256Hex, parseWith, type InputError, type Result } from "../core/index.js";
import { differences, type OwnerComparison } from "./compare.js";
import { fieldOf, ownerFields, type Owner, type OwnerField } from "./owner.js";
import { hintOf, traitsOf, type CountryOf, type Traits } from "./traits.js";

/**
 * What a center can keep instead of an owner: of each field, digests under a key of its own. It says which fields are
 * filled in, and whether the country was chosen from the list; nothing else to anyone without the key.
 *
 * What it costs: who has the key can try values, and fields have few (a ZIP, a country, a house number). The digests of
 * the folds, which the hints on case, look-alikes and punctuation need, make such a search shorter: a value can be found
 * first in its coarsest form. Under one key equal fields of two owners have equal digests; a key of its own for each kit,
 * derived from the center's, takes that away.
 */
export interface OwnerDigest {
  readonly version: "licit-owner-digest-1";
  readonly kind: string;
  readonly fields: { readonly [F in OwnerField]?: Traits };
}

const VERSION = "licit-owner-digest-1";

/** Bytes of a key: fewer could be guessed. */
const LEAST_KEY_BYTES = 16;

/**
 * Digests an owner, HMAC-SHA-256 under the center's key.
 *
 * With `countryOf` (see `licit/owner/countries`) the country is recognized by its name, so that it can be again.
 *
 * Throws `RangeError` where the key has fewer than 16 bytes: a bare hash of a ZIP or a country falls at once.
 *
 * @rule OW-11
 * @source docs/formats.md
 * @example
 * ```ts
 * import { digestOwner, matchOwnerDigest } from "licit/owner";
 *
 * const key = new Uint8Array(32).fill(7); // from a secret store
 * const digest = digestOwner({ kind: "individual", lastName: "Иванова", zip: "123056" }, key);
 *
 * digest.fields.zip?.exact.length; // → 64
 * matchOwnerDigest(digest, { kind: "individual", lastName: "ИВАНОВА", zip: "123056" }, key); // → { same: false, fields: [{ field: "lastName", hint: "letter-case" }] }
 * ```
 */
export function digestOwner(owner: Owner, key: Uint8Array, countryOf?: CountryOf): OwnerDigest {
  if (key.length < LEAST_KEY_BYTES)
    throw new RangeError(`an owner digest needs a key of ${LEAST_KEY_BYTES} bytes or more`);
  const fields: { [F in OwnerField]?: Traits } = {};
  for (const field of ownerFields) {
    const traits = traitsOf(fieldOf(owner, field), field === "country" ? countryOf : undefined);
    if (traits !== undefined) fields[field] = digestTraits(field, traits, key);
  }
  return { version: VERSION, kind: digest("kind", "exact", owner.kind, key), fields };
}

/**
 * Compares what is typed at a recovery with a digest. The verdict is that of `compareOwner`, and so are the hints, but for
 * the near miss: what is near cannot be told from a digest, and is `different`.
 *
 * Throws `RangeError` as `digestOwner` does.
 *
 * @rule OW-04, OW-07, OW-11
 */
export function matchOwnerDigest(
  stored: OwnerDigest,
  entered: Owner,
  key: Uint8Array,
  countryOf?: CountryOf,
): OwnerComparison {
  const typed = digestOwner(entered, key, countryOf);
  return differences(stored.kind === typed.kind, (field) =>
    hintOf(stored.fields[field], typed.fields[field], () => false),
  );
}

function digestTraits(field: OwnerField, traits: Traits, key: Uint8Array): Traits {
  const of = (trait: "exact" | "letterCase" | "lookAlike" | "punctuation") => digest(field, trait, traits[trait], key);
  const { listed, country } = traits;
  return {
    exact: of("exact"),
    letterCase: of("letterCase"),
    lookAlike: of("lookAlike"),
    punctuation: of("punctuation"),
    listed,
    ...(country === undefined ? {} : { country: digest(field, "country", country, key) }),
  };
}

/** Field and trait are in the message: equal texts in two places have two digests. */
function digest(field: OwnerField | "kind", trait: keyof Traits, text: string, key: Uint8Array): string {
  return hmacSha256Hex(key, JSON.stringify([VERSION, field, trait, text])); // of texts, this is canonical JSON
}

const hex = z.string().check(z.regex(/^[0-9a-f]{64}$/, "64 hex digits"));
const traits = z.object({
  exact: hex,
  letterCase: hex,
  lookAlike: hex,
  punctuation: hex,
  listed: z.boolean(),
  country: z.optional(hex),
});
const schema = z.object({
  version: z.literal(VERSION),
  kind: hex,
  fields: z.object(Object.fromEntries(ownerFields.map((field) => [field, z.optional(traits)]))),
});

/**
 * Takes a stored digest out of an untrusted value. Reports every fault.
 *
 * Outcomes: `core/invalid-input`.
 *
 * @rule OW-11
 */
export function parseOwnerDigest(input: unknown): Result<OwnerDigest, InputError> {
  return parseWith<OwnerDigest>(schema, input, { depth: 2, items: 0, members: 20 });
}
