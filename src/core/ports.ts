import type { Result } from "./result.js";

/**
 * The ports: what licit needs of the outside world and never reaches for by itself. A host hands each in: an adapter of
 * `licit/signing`, its platform's cryptography, or a key that stays in a KMS or an HSM.
 */

/** Random bytes, cryptographically strong: exactly `length` of them. */
export type RandomBytes = (length: number) => Uint8Array;

/**
 * The name of the signature in licenses by phone: BLS12-381, 48 bytes in G1.
 *
 * @source draft-irtf-cfrg-bls-signature, section 4.2.1
 */
export const blsAlgorithm = "BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_";

/** Signs bytes with a secret key. `alg` and `kid` go into the signed header, so that a verifier knows which key it was. */
export interface Sign {
  readonly alg: string;
  readonly kid: string;
  sign(bytes: Uint8Array): Uint8Array;
}

/** Checks a signature. Answers `false` for whatever is wrong (unknown key, malformed signature) and never throws. */
export interface Verify {
  readonly alg: string;
  verify(bytes: Uint8Array, signature: Uint8Array, kid: string): boolean;
}

/** A text sealed for one reader: the content key sealed with the reader's public key, the content with the content key. */
export interface Sealed {
  readonly encryptedKey: Uint8Array;
  readonly iv: Uint8Array;
  readonly ciphertext: Uint8Array;
  readonly tag: Uint8Array;
}

/** Seals bytes for the holder of a private key. `header` is authenticated along with them, and stays readable. */
export interface Seal {
  readonly alg: string;
  readonly enc: string;
  readonly kid: string;
  seal(plaintext: Uint8Array, header: Uint8Array): Sealed;
}

/** Opens what was sealed. One failure, whatever failed inside, so that nobody learns by asking. */
export interface Open {
  readonly alg: string;
  readonly enc: string;
  open(sealed: Sealed, header: Uint8Array, kid: string): Result<Uint8Array, { readonly code: "core/not-opened" }>;
}

/** Stretches a secret with scrypt: `cost` is N, `length` the number of bytes wanted. */
export type Stretch = (
  secret: Uint8Array,
  salt: Uint8Array,
  options: {
    readonly cost: number;
    readonly blockSize: number;
    readonly parallelism: number;
    readonly length: number;
  },
) => Uint8Array;
