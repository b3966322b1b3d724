import "node-forge/lib/pem.js";
import "node-forge/lib/rsa.js";
import forge from "node-forge/lib/forge.js";
import type { ForgeInteger, ForgePrivateKey, ForgePublicKey } from "./forge-types.js";
import { err, hexToBytes, ok, sha256Hex, toBase64url, type Result } from "../core/index.js";

/** Why a text is no RSA key that is taken. `kid` names the key where several were given. */
export type RsaKeyError =
  | { readonly code: "signing/not-pem"; readonly kid?: string }
  /** Another kind of key, a certificate, an encrypted key, or a key of the other half of the pair. */
  | { readonly code: "signing/not-a-key"; readonly expected: "public" | "private"; readonly kid?: string }
  /** Bits of the modulus: 2048 to 8192 (included), by whole bytes. */
  | { readonly code: "signing/key-size"; readonly bits: number; readonly kid?: string }
  /** Its public exponent is not 65537. */
  | { readonly code: "signing/key-exponent"; readonly kid?: string }
  /** Its parts contradict each other. */
  | { readonly code: "signing/broken-key"; readonly kid?: string };

/**
 * The id of a public key, or of a private key's public half: its JWK thumbprint, SHA-256 in base64url.
 *
 * Outcomes: the codes of {@link RsaKeyError}.
 *
 * @source RFC 7638
 */
export function rsaKeyId(pem: string): Result<string, RsaKeyError> {
  const ofPublic = publicKey(pem);
  if (ofPublic.ok) return ok(thumbprint(ofPublic.value));
  const ofPrivate = privateKey(pem);
  return ofPrivate.ok ? ok(thumbprint(ofPrivate.value)) : ofPublic;
}

/** A public key that is taken. */
export function publicKey(pem: string): Result<ForgePublicKey, RsaKeyError> {
  const key = loaded(pem, "public", (value) => forge.pki.publicKeyFromAsn1(value));
  return key.ok ? strong(key.value) : key;
}

/** A private key that is taken. */
export function privateKey(pem: string): Result<ForgePrivateKey, RsaKeyError> {
  const key = loaded(pem, "private", (value) => forge.pki.privateKeyFromAsn1(value));
  if (!key.ok) return key;
  return isWhole(key.value) ? strong(key.value) : err({ code: "signing/broken-key" });
}

function loaded<K>(pem: string, expected: "public" | "private", read: (value: object) => K): Result<K, RsaKeyError> {
  try {
    const [block, ...others] = forge.pem.decode(pem);
    if (block === undefined || others.length > 0) return err({ code: "signing/not-pem" });
    try {
      return ok(read(forge.asn1.fromDer(forge.util.createBuffer(block.body))));
    } catch {
      return err({ code: "signing/not-a-key", expected });
    }
  } catch {
    return err({ code: "signing/not-pem" });
  }
}

function strong<K extends ForgePublicKey | ForgePrivateKey>(key: K): Result<K, RsaKeyError> {
  const bits = integer(key.n) > 0n ? key.n.bitLength() : 0;
  if (bits < 2048 || bits > 8192 || bits % 8 !== 0) return err({ code: "signing/key-size", bits });
  return key.e.bitLength() === 17 && key.e.intValue() === 65537 ? ok(key) : err({ code: "signing/key-exponent" });
}

/** Whether the parts of a private key belong together: with others, a signature would give the key away. */
function isWhole(key: ForgePrivateKey): boolean {
  const [e, d, p, q] = [integer(key.e), integer(key.d), integer(key.p), integer(key.q)];
  if (p < 3n || q < 3n) return false;
  if (p * q !== integer(key.n) || (integer(key.qInv) * q) % p !== 1n) return false;
  const fits = (prime: bigint, exponent: bigint): boolean =>
    (exponent * e) % (prime - 1n) === 1n && d % (prime - 1n) === exponent;
  return fits(p, integer(key.dP)) && fits(q, integer(key.dQ));
}

/** @source RFC 7638, section 3 */
export function thumbprint({ n, e }: ForgePublicKey | ForgePrivateKey): string {
  const jwk = `{"e":"${inBase64url(e)}","kty":"RSA","n":"${inBase64url(n)}"}`;
  return base64urlOfHex(sha256Hex(jwk));
}

function integer(value: ForgeInteger): bigint {
  const hex = value.toString(16);
  return hex.startsWith("-") ? -BigInt(`0x${hex.slice(1)}`) : BigInt(`0x${hex}`);
}

function inBase64url(value: ForgeInteger): string {
  const hex = value.toString(16);
  return base64urlOfHex(hex.length % 2 === 0 ? hex : `0${hex}`);
}

function base64urlOfHex(hex: string): string {
  const bytes = hexToBytes(hex);
  return bytes.ok ? toBase64url(bytes.value) : "";
}
