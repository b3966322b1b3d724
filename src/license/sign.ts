import { toBase64url, utf8Decode, utf8Encode, type Sign } from "../core/index.js";
import { armored } from "./armor.js";
import { sound, type DocumentLabel } from "./document.js";
import { parseFileLicense } from "./parse.js";
import { readHeader } from "./header.js";
import type { License } from "./license.js";
import type { SignAsync } from "./ports.js";
import { parseRefusal, type Refusal } from "./refusal.js";
import { jwsInput } from "./signed.js";
import { ask, atOnce, later, type Work } from "./work.js";

/** The types of signed documents, as their headers name them, and their armor. */
const labels: { readonly [typ: string]: DocumentLabel } = {
  "licit-license-1": "LICIT LICENSE",
  "licit-refusal-1": "LICIT REFUSAL",
};

/**
 * The bytes of a license that are to be signed (`PS256`), where the key stays in a KMS or an HSM. `kid` is the key's id, by
 * which a verifier finds its public half: it stands under the signature. Put the signature on with {@link attachSignature}.
 *
 * Throws `RangeError` where `parseLicense` finds a fault, the channel is `phone` (such a license has a form of its own), or the
 * document would be too large to be opened.
 *
 * @rule LC-01, LC-02
 * @source docs/formats.md; RFC 7515
 * @example
 * ```ts
 * import { utf8Decode } from "licit";
 * import { attachSignature, signingInput, type License } from "licit/license";
 *
 * const license: License = {
 *   issuer: "Example Vendor",
 *   product: "ledger",
 *   name: "381505376410122-8050525679",
 *   kind: "multi-user",
 *   seats: 20,
 *   kit: "8050525679",
 *   pin: "381505376410122",
 *   owner: { kind: "company", organization: "ООО «Ромашка»" },
 *   binding: { to: "dongle", dongle: { series: "H4 M1", id: "1000456" } },
 *   channel: "file",
 *   issuedAt: Date.UTC(2026, 10, 22),
 * };
 * const input = signingInput(license, "2026-1"); // to the KMS
 * const text = utf8Decode(input);
 *
 * text.ok && text.value.split(".")[0]; // → "eyJhbGciOiJQUzI1NiIsImtpZCI6IjIwMjYtMSIsInR5cCI6ImxpY2l0LWxpY2Vuc2UtMSJ9"
 * attachSignature(input, new Uint8Array(256)).split("\n")[0]; // → "-----BEGIN LICIT LICENSE-----"
 * ```
 */
export function signingInput(license: License, kid: string): Uint8Array {
  return utf8Encode(licenseInput(license, kid));
}

function licenseInput(license: License, kid: string): string {
  return jwsInput("licit-license-1", kid, sound(parseFileLicense(license)));
}

/** {@link signingInput} of a refusal. */
export function refusalSigningInput(refusal: Refusal, kid: string): Uint8Array {
  return utf8Encode(refusalInput(refusal, kid));
}

function refusalInput(refusal: Refusal, kid: string): string {
  return jwsInput("licit-refusal-1", kid, sound(parseRefusal(refusal)));
}

/**
 * The document of bytes that {@link signingInput} gave, with their signature: a text that a person can mail.
 *
 * Throws `TypeError` on other bytes, and where the signature is none (a promise, say).
 *
 * @rule LC-02
 */
export function attachSignature(input: Uint8Array, signature: Uint8Array): string {
  const text = utf8Decode(input);
  const label = text.ok ? labelOf(text.value) : undefined;
  if (!text.ok || label === undefined) throw new TypeError("attachSignature: not of signingInput");
  return attached(label, text.value, signature);
}

function attached(label: DocumentLabel, input: string, signature: Uint8Array): string {
  if (!(signature instanceof Uint8Array) || signature.length === 0) {
    throw new TypeError("attachSignature: a signature is bytes, no promise");
  }
  return armored(label, `${input}.${toBase64url(signature)}`);
}

/**
 * A license as a signed document: an armored compact JWS.
 *
 * Throws `RangeError` where `parseLicense` finds a fault, and `TypeError` where the key is for another algorithm.
 *
 * @rule LC-01, LC-02
 * @source docs/formats.md; RFC 7515
 */
export function signLicense(license: License, sign: Sign): string {
  return atOnce(signing(sign, "LICIT LICENSE", (kid) => licenseInput(license, kid)));
}

/** {@link signLicense} with a key that answers later. */
export function signLicenseAsync(license: License, sign: SignAsync): Promise<string> {
  return later(signing(sign, "LICIT LICENSE", (kid) => licenseInput(license, kid)));
}

/** A refusal as a signed document. Throws as {@link signLicense} does. */
export function signRefusal(refusal: Refusal, sign: Sign): string {
  return atOnce(signing(sign, "LICIT REFUSAL", (kid) => refusalInput(refusal, kid)));
}

/** {@link signRefusal} with a key that answers later. */
export function signRefusalAsync(refusal: Refusal, sign: SignAsync): Promise<string> {
  return later(signing(sign, "LICIT REFUSAL", (kid) => refusalInput(refusal, kid)));
}

function* signing(sign: SignAsync, label: DocumentLabel, inputFor: (kid: string) => string): Work<string> {
  if (sign.alg !== "PS256") throw new TypeError(`signed with ${sign.alg}`);
  const input = inputFor(sign.kid);
  return attached(label, input, yield* ask(() => sign.sign(utf8Encode(input))));
}

/** What the bytes are of: their header says a type of ours, and claims follow. */
function labelOf(text: string): DocumentLabel | undefined {
  const [header = "", claims = "", ...rest] = text.split(".");
  if (claims === "" || rest.length > 0) return undefined;
  return Object.entries(labels).find(([typ]) => readHeader(header, { alg: "PS256", typ }).ok)?.[1];
}
