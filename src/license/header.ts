import { err, fromBase64url, ok, toBase64url, utf8Decode, utf8Encode, type Result } from "../core/index.js";

/** What a header must say beside the key id. */
export type HeaderMembers = Readonly<Record<string, string>>;

/** The encoded header of a document: the members, and which key. Throws `RangeError` on a key id that is too long. */
export function writeHeader(members: HeaderMembers, kid: string): string {
  if (kid.length > MAX_KID) throw new RangeError(`a key id of more than ${MAX_KID} units`);
  const sorted = Object.entries({ ...members, kid }).sort(([a], [b]) => (a < b ? -1 : 1));
  return toBase64url(utf8Encode(JSON.stringify(Object.fromEntries(sorted))));
}

/**
 * The key id in an encoded header that says just what it must: the members given, `kid`, and nothing else, each once, in any
 * order, without blanks. Whatever else a header can ask for (`crit`, `zip`, `b64`, a key of its own) is refused by name.
 */
export function readHeader(encoded: string, expected: HeaderMembers): Result<string, string> {
  const members = membersOf(encoded);
  if (members === undefined) return err("");
  for (const [name, value] of Object.entries(expected)) if (members[name] !== value) return err(name);
  const other = Object.keys(members).find((name) => name !== "kid" && !Object.hasOwn(expected, name));
  if (other !== undefined) return err(other);
  const { kid } = members;
  return typeof kid === "string" && kid.length <= MAX_KID ? ok(kid) : err("kid");
}

/** Room for a key id of that length in any script. */
const MAX_HEADER = 4_000;
const MAX_KID = 500;

function membersOf(encoded: string): Readonly<Record<string, unknown>> | undefined {
  const bytes = encoded.length > MAX_HEADER ? undefined : fromBase64url(encoded);
  const text = bytes && utf8Decode(bytes);
  if (!text?.ok) return undefined;
  try {
    const value: unknown = JSON.parse(text.value);
    // Written again it is the same text, unless a name stood there twice, or was hidden behind escapes.
    const once = typeof value === "object" && value !== null && JSON.stringify(value) === text.value;
    return once ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
