import {
  err,
  fromBase64url,
  ok,
  toBase64url,
  utf8Encode,
  type Open,
  type Result,
  type Seal,
  type Sealed,
} from "../core/index.js";
import { armored, readArmor } from "./armor.js";
import { malformed, sound, type DocumentError } from "./document.js";
import { readHeader, writeHeader } from "./header.js";
import type { OpenAsync, SealAsync } from "./ports.js";
import { parseRequest, type LicenseRequest } from "./request.js";
import { canonicalText, readClaims } from "./signed.js";
import { ask, atOnce, later, type Work } from "./work.js";

/** Why a text is no request that this key opens. `license/not-opened`: whatever failed inside. */
export type OpenRequestError = DocumentError | { readonly code: "license/not-opened" };

const LABEL = "LICIT REQUEST";
const MEMBERS = { alg: "RSA-OAEP-256", enc: "A256GCM", typ: "licit-request-1" };

/**
 * A request as a document that only the licensing center opens: an armored compact JWE (`RSA-OAEP-256`, `A256GCM`).
 *
 * Throws `TypeError` where the sealer is for other algorithms, and `RangeError` where `parseRequest` finds a fault or the
 * document would be too large to be opened.
 *
 * @rule LC-08
 * @source docs/formats.md; RFC 7516
 */
export function sealRequest(request: LicenseRequest, seal: Seal): string {
  return atOnce(sealing(request, seal));
}

/** {@link sealRequest} with cryptography that answers later. */
export function sealRequestAsync(request: LicenseRequest, seal: SealAsync): Promise<string> {
  return later(sealing(request, seal));
}

/**
 * Opens a request that came by file, with the licensing center's key. What stands around it in an e-mail is passed over.
 *
 * Outcomes: the codes of {@link OpenRequestError}.
 *
 * @rule LC-08
 * @source docs/formats.md; RFC 7516
 */
export function openRequest(text: string, open: Open): Result<LicenseRequest, OpenRequestError> {
  return atOnce(opening(text, open));
}

/** {@link openRequest} with a key that answers later. */
export function openRequestAsync(text: string, open: OpenAsync): Promise<Result<LicenseRequest, OpenRequestError>> {
  return later(opening(text, open));
}

function* sealing(request: LicenseRequest, seal: SealAsync): Work<string> {
  const { alg, enc, kid } = seal;
  if (alg !== MEMBERS.alg || enc !== MEMBERS.enc) {
    throw new TypeError(`sealed with ${alg} and ${enc}`);
  }
  const header = writeHeader(MEMBERS, kid);
  const content = utf8Encode(canonicalText(sound(parseRequest(request))));
  const sealed = yield* ask(() => seal.seal(content, utf8Encode(header)));
  const parts = [sealed.encryptedKey, sealed.iv, sealed.ciphertext, sealed.tag].map(toBase64url);
  return armored(LABEL, [header, ...parts].join("."));
}

function* opening(text: string, open: OpenAsync): Work<Result<LicenseRequest, OpenRequestError>> {
  const armor = readArmor(text, [LABEL]);
  if (!armor.ok) return armor;
  const [header = "", ...parts] = armor.value.body.split(".");
  const kid = readHeader(header, MEMBERS);
  if (!kid.ok) return err({ code: "license/header-refused", member: kid.error });
  const sealed = sealedOf(parts);
  if (sealed === undefined) return err({ code: "license/damaged" });
  const opened = yield* ask(() => open.open(sealed, utf8Encode(header), kid.value));
  if (!opened.ok) return err({ code: "license/not-opened" });
  const claims = readClaims(opened.value);
  const request = claims.ok ? parseRequest(claims.value) : claims;
  if (request.ok) return ok(request.value);
  return request.error.code === "core/invalid-input" ? err(malformed(request.error)) : err(request.error);
}

function sealedOf(parts: readonly string[]): Sealed | undefined {
  const [encryptedKey, iv, ciphertext, tag, ...rest] = parts.map(fromBase64url);
  if (!encryptedKey || !iv || !ciphertext || !tag || rest.length > 0) return undefined;
  return { encryptedKey, iv, ciphertext, tag };
}
