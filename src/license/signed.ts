import {
  canonicalJson,
  compareCodePoints,
  err,
  fromBase64url,
  ok,
  toBase64url,
  utf8Decode,
  utf8Encode,
  type Json,
  type Result,
  type Verify,
} from "../core/index.js";
import { malformed, notCanonical, type DocumentError } from "./document.js";
import { readHeader, writeHeader } from "./header.js";
import type { VerifyAsync } from "./ports.js";
import { ask, type Work } from "./work.js";

/** Why what is signed cannot be trusted. */
export type TrustError =
  /** No key that is trusted made this signature; or the text was changed. */
  | { readonly code: "license/not-verified" }
  /** What it takes to verify was not handed in: a verifier of this kind of signature, or the stretching of a phone license. */
  | { readonly code: "license/cannot-verify"; readonly needs: "verifier" | "stretch" };

/** One verifier, or several: any of them may trust a signature. */
export type Verifiers = Verify | readonly Verify[];
/** The same, which may answer later. They are asked in turn; where one rejects, the others are not asked. */
export type VerifiersAsync = VerifyAsync | readonly VerifyAsync[];

/** The signature of documents. @source RFC 7518, section 3.5 */
const ALGORITHM = "PS256";

/** The bytes to sign of a compact JWS: header and claims, encoded. Throws `RangeError` where claims have no canonical JSON. */
export function jwsInput(typ: string, kid: string, claims: unknown): string {
  const payload = toBase64url(utf8Encode(canonicalText(claims)));
  return `${writeHeader({ alg: ALGORITHM, typ }, kid)}.${payload}`;
}

/** The canonical JSON of what licit itself composes; members that are `undefined` are none. */
export function canonicalText(value: unknown): string {
  const text = canonicalJson(JSON.parse(JSON.stringify(value)));
  if (!text.ok) throw new RangeError(`no canonical JSON at ${JSON.stringify(text.error.path)}: ${text.error.reason}`);
  return text.value;
}

/** The claims of a compact JWS, after its signature has been verified: bytes first, their meaning after. */
export function* openJws(
  body: string,
  typ: string,
  verify: VerifiersAsync,
): Work<Result<Json, DocumentError | TrustError>> {
  const [header = "", payload = "", encoded = "", ...rest] = body.split(".");
  const [claims, signature] = [fromBase64url(payload), fromBase64url(encoded)];
  if (claims === undefined || signature === undefined || rest.length > 0) return err({ code: "license/damaged" });
  const kid = readHeader(header, { alg: ALGORITHM, typ });
  if (!kid.ok) return err({ code: "license/header-refused", member: kid.error });
  const verified = yield* anyVerifies(verify, ALGORITHM, utf8Encode(`${header}.${payload}`), signature, kid.value);
  return verified.ok ? readClaims(claims) : verified;
}

/** Whether one of the verifiers of this algorithm takes a signature. Only `true` does. */
export function* anyVerifies(
  verify: VerifiersAsync,
  algorithm: string,
  bytes: Uint8Array,
  signature: Uint8Array,
  kid: string,
): Work<Result<true, TrustError>> {
  const all: readonly VerifyAsync[] = [verify].flat();
  const fitting = all.filter(({ alg }) => alg === algorithm);
  if (fitting.length === 0) return err({ code: "license/cannot-verify", needs: "verifier" });
  for (const one of fitting) {
    // A port that should answer at once and hands out a promise has not said "true".
    const answer: unknown = yield* ask<unknown>(() => one.verify(bytes, signature, kid));
    if (answer === true) return ok(true);
  }
  return err({ code: "license/not-verified" });
}

/** The JSON value of verified bytes, where they are its canonical form. */
export function readClaims(bytes: Uint8Array): Result<Json, DocumentError> {
  const text = utf8Decode(bytes);
  if (!text.ok) return err(malformed(notCanonical));
  try {
    const value = JSON.parse(text.value) as Json; // what JSON.parse gives is JSON
    return isCanonical(value, text.value) ? ok(value) : err(malformed(notCanonical));
  } catch {
    return err(malformed(notCanonical));
  }
}

/**
 * Whether a text is the canonical JSON of the value that was read from it. Mostly the engine writes the same text again, and
 * what is left to see is the order of names; names that look like numbers it writes in an order of its own.
 */
function isCanonical(value: Json, text: string): boolean {
  if (JSON.stringify(value) === text && isOrdered(value, 0)) return true;
  const canonical = canonicalJson(value);
  return canonical.ok && canonical.value === text;
}

/** Whether names are in order, numbers whole, and nothing too deep; of anything doubtful, no. */
function isOrdered(value: Json, depth: number): boolean {
  if (typeof value === "number") return Number.isSafeInteger(value);
  if (typeof value !== "object" || value === null) return true;
  if (depth >= 32) return false;
  let before = "";
  for (const [name, member] of Object.entries(value)) {
    if (!Array.isArray(value) && before !== "" && compareCodePoints(before, name) >= 0) return false;
    if (!isOrdered(member, depth + 1)) return false;
    before = name;
  }
  return true;
}
