import "node-forge/lib/aes.js";
import "node-forge/lib/mgf1.js";
import "node-forge/lib/pss.js";
import "node-forge/lib/rsa.js";
import "node-forge/lib/sha256.js";
import forge from "node-forge/lib/forge.js";
import type { ForgeBuffer, ForgeDigest, ForgePrivateKey, ForgePublicKey } from "./forge-types.js";
import { err, ok, type Open, type RandomBytes, type Result, type Seal, type Sign, type Verify } from "../core/index.js";
import { privateKey, publicKey, thumbprint, type RsaKeyError } from "./rsa-keys.js";

export { rsaKeyId, type RsaKeyError } from "./rsa-keys.js";

/** Where randomness comes from, and under which id the key is known. */
export interface RsaKeyOptions {
  /** Cryptographically strong, say WebCrypto's `getRandomValues`. */
  readonly randomBytes: RandomBytes;
  /** Default: {@link rsaKeyId} of the key. */
  readonly kid?: string | undefined;
}

/**
 * A signer with an RSA key: `PS256` (RSASSA-PSS, SHA-256, 32 bytes of salt). Takes a private key in PEM, PKCS #8 or PKCS #1,
 * of 2048 to 8192 bits (included) with the exponent 65537.
 *
 * Outcomes: the codes of {@link RsaKeyError}, when loaded.
 *
 * @rule LC-02
 * @source RFC 7518, section 3.5; docs/formats.md
 */
export function rsaSigner(pem: string, { randomBytes, kid }: RsaKeyOptions): Result<Sign, RsaKeyError> {
  const loaded = privateKey(pem);
  if (!loaded.ok) return loaded;
  const key = loaded.value;
  return ok({
    alg: "PS256",
    kid: kid ?? thumbprint(key),
    sign(message) {
      const salt = binary(randomBytes(SALT_BYTES));
      return drawing(randomBytes, () => bytesOf(key.sign(digestOf(message), pss({ salt }))));
    },
  });
}

/**
 * A verifier that trusts these RSA public keys, in PEM, by key id. Answers `false` for an unknown id and for whatever is no
 * signature: another length, a number beyond the modulus, a salt of another length.
 *
 * Outcomes: the codes of {@link RsaKeyError}, of the first key that is not taken.
 *
 * @rule LC-02
 * @source RFC 7518, section 3.5; docs/formats.md
 * @example
 * ```ts
 * import { rsaVerifier } from "licit/signing/rsa";
 *
 * // With keys, from the request to the verdict: docs/license.md.
 * rsaVerifier({ "2026-1": "no key" }); // → { ok: false, error: { code: "signing/not-pem", kid: "2026-1" } }
 * ```
 */
export function rsaVerifier(keysByKid: Readonly<Record<string, string>>): Result<Verify, RsaKeyError> {
  const keys = new Map<string, ForgePublicKey>();
  for (const [kid, pem] of Object.entries(keysByKid)) {
    const loaded = publicKey(pem);
    if (!loaded.ok) return err({ ...loaded.error, kid });
    keys.set(kid, loaded.value);
  }
  return ok({
    alg: "PS256",
    verify(message, signature, kid) {
      const key = keys.get(kid);
      if (key === undefined || signature.length !== bytesIn(key)) return false;
      try {
        const digest = digestOf(message).digest().getBytes();
        return key.verify(digest, binary(signature), pss({ saltLength: SALT_BYTES }));
      } catch {
        return false; // node-forge throws on what is malformed
      }
    },
  });
}

/**
 * Seals for the holder of an RSA key: `RSA-OAEP-256` with `A256GCM`. Takes the public key, in PEM.
 *
 * Outcomes: the codes of {@link RsaKeyError}, when loaded.
 *
 * @rule LC-08
 * @source RFC 7518, sections 4.3 and 5.3; docs/formats.md
 */
export function rsaSealer(pem: string, { randomBytes, kid }: RsaKeyOptions): Result<Seal, RsaKeyError> {
  const loaded = publicKey(pem);
  if (!loaded.ok) return loaded;
  const key = loaded.value;
  return ok({
    alg: "RSA-OAEP-256",
    enc: "A256GCM",
    kid: kid ?? thumbprint(key),
    seal(plaintext, header) {
      const contentKey = binary(randomBytes(CONTENT_KEY_BYTES));
      const iv = randomBytes(IV_BYTES);
      const cipher = forge.cipher.createCipher("AES-GCM", contentKey);
      cipher.start({ iv: binary(iv), additionalData: binary(header), tagLength: 8 * TAG_BYTES });
      cipher.update(buffer(plaintext));
      cipher.finish();
      const seed = binary(randomBytes(SEED_BYTES));
      return {
        encryptedKey: bytesOf(key.encrypt(contentKey, "RSA-OAEP", { ...oaep(), seed })),
        iv,
        ciphertext: bytesOf(cipher.output.getBytes()),
        tag: bytesOf(cipher.mode.tag.getBytes()),
      };
    },
  });
}

/**
 * Opens what was sealed for an RSA key. Takes the private key, in PEM; `kid` is not asked for, since only this key opens.
 * Whatever is wrong, the answer is one: `core/not-opened`.
 *
 * node-forge is not constant-time: a public server that opens strangers' requests uses its platform's cryptography behind
 * the same port. Without `randomBytes`, node-forge blinds with the host's own generator.
 *
 * Outcomes: the codes of {@link RsaKeyError}, when loaded.
 *
 * @rule LC-08
 * @source RFC 7518, sections 4.3 and 5.3; docs/formats.md
 */
export function rsaOpener(
  pem: string,
  { randomBytes }: { readonly randomBytes?: RandomBytes | undefined } = {},
): Result<Open, RsaKeyError> {
  const loaded = privateKey(pem);
  if (!loaded.ok) return loaded;
  const key = loaded.value;
  return ok({
    alg: "RSA-OAEP-256",
    enc: "A256GCM",
    open({ encryptedKey, iv, ciphertext, tag }, header) {
      const lengths = encryptedKey.length === bytesIn(key) && iv.length === IV_BYTES && tag.length === TAG_BYTES;
      try {
        const contentKey = lengths
          ? drawing(randomBytes, () => key.decrypt(binary(encryptedKey), "RSA-OAEP", oaep()))
          : "";
        if (contentKey.length !== CONTENT_KEY_BYTES) return notOpened;
        const cipher = forge.cipher.createDecipher("AES-GCM", contentKey);
        const tagLength = 8 * TAG_BYTES;
        cipher.start({ iv: binary(iv), additionalData: binary(header), tagLength, tag: buffer(tag) });
        cipher.update(buffer(ciphertext));
        return cipher.finish() ? ok(bytesOf(cipher.output.getBytes())) : notOpened;
      } catch {
        return notOpened; // node-forge throws on what is malformed
      }
    },
  });
}

const SALT_BYTES = 32;
const SEED_BYTES = 32;
const CONTENT_KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;

const notOpened = err({ code: "core/not-opened" } as const);

function bytesIn({ n }: ForgePublicKey | ForgePrivateKey): number {
  return n.bitLength() / 8;
}

function digestOf(message: Uint8Array): ForgeDigest {
  return forge.sha256.create().update(binary(message));
}

function pss(salt: { readonly salt: string } | { readonly saltLength: number }): object {
  return forge.pss.create({ md: forge.sha256.create(), mgf: forge.mgf1.create(forge.sha256.create()), ...salt });
}

function oaep(): object {
  return { md: forge.sha256.create(), mgf1: { md: forge.sha256.create() } };
}

/**
 * Does private work with all of node-forge's randomness out of the port: its own generator, which blinds, can fall back to
 * `Math.random`. Nothing of it stays behind.
 */
function drawing<T>(randomBytes: RandomBytes | undefined, work: () => T): T {
  if (randomBytes === undefined) return work();
  const own = forge.random.getBytes;
  forge.random.getBytes = (length) => binary(randomBytes(length));
  try {
    return work();
  } finally {
    forge.random.getBytes = own;
  }
}

/** Bytes as node-forge takes them: one character a byte. */
function binary(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

function bytesOf(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < bytes.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}

function buffer(bytes: Uint8Array): ForgeBuffer {
  return forge.util.createBuffer(binary(bytes));
}
