import { bls12_381 } from "@noble/curves/bls12-381.js";
import {
  blsAlgorithm,
  bytesToHex,
  bytesToInteger,
  err,
  hexToBytes,
  ok,
  type RandomBytes,
  type Result,
  type Sign,
  type Verify,
} from "../core/index.js";

const bls = bls12_381.shortSignatures;

/** Why bytes are no key. `at` is the index of the key in the list. */
export type BlsKeyError =
  | {
      readonly code: "signing/wrong-key-length";
      readonly at: number;
      readonly bytes: number;
      readonly expected: number;
    }
  | { readonly code: "signing/not-hex"; readonly at: number }
  /** Not a number below the order of the group, or not a point of the subgroup, or the point at infinity. */
  | { readonly code: "signing/not-a-key"; readonly at: number };

/**
 * A signer of responses dictated by phone: BLS12-381 with signatures in G1, unchanged as its draft standard has it. The
 * secret is 32 bytes, most significant first, or as many in hex; used for nothing else.
 *
 * Its `kid` is the public key in hex: what `blsVerifier` takes.
 *
 * Outcomes: `signing/not-hex`, `signing/wrong-key-length`, `signing/not-a-key`.
 *
 * @rule PH-11
 * @source docs/formats.md
 * @example
 * ```ts
 * import { utf8Encode } from "licit";
 * import { blsSigner, blsVerifier } from "licit/signing/bls";
 *
 * const signer = blsSigner("263dbd792f5b1be47ed85f8938c0f29586af0d3ac7b977f21c278fe1462040e3");
 * const verifier = signer.ok ? blsVerifier([signer.value.kid]) : signer;
 * if (signer.ok && verifier.ok) {
 *   const signature = signer.value.sign(utf8Encode("ledger"));
 *   signature.length; // → 48
 *   verifier.value.verify(utf8Encode("ledger"), signature, ""); // → true
 *   verifier.value.verify(utf8Encode("Ledger"), signature, ""); // → false
 * }
 * ```
 */
export function blsSigner(secret: string | Uint8Array): Result<Sign, BlsKeyError> {
  const bytes = keyBytes(secret, 0, SECRET_BYTES);
  if (!bytes.ok) return bytes;
  const key = bytes.value.slice();
  const number = bytesToInteger(key);
  // @noble/curves would take a number beyond the order, reduced.
  if (number === 0n || number >= bls12_381.fields.Fr.ORDER) return err({ code: "signing/not-a-key", at: 0 });
  const kid = bytesToHex(bls.getPublicKey(key).toBytes());
  return ok({ alg: blsAlgorithm, kid, sign: (message) => bls.sign(bls.hash(message), key).toBytes() });
}

/**
 * A secret for {@link blsSigner}, drawn anew until it is below the order of the group: about every second draw is. Keep it
 * where licenses are made, and nowhere else.
 *
 * Throws `RangeError` where the port does not give 32 bytes.
 *
 * @rule PH-11
 * @source docs/formats.md
 */
export function blsSecret(randomBytes: RandomBytes): Uint8Array {
  for (;;) {
    const secret = randomBytes(SECRET_BYTES);
    if (secret.length !== SECRET_BYTES)
      throw new RangeError(`blsSecret: ${SECRET_BYTES} random bytes, not ${secret.length}`);
    const number = bytesToInteger(secret);
    if (number > 0n && number < bls12_381.fields.Fr.ORDER) return secret;
  }
}

/**
 * A verifier of responses dictated by phone. Takes public keys, 96 bytes (compressed) or as many in hex; several, where
 * keys rotate: a signature of any of them counts, whatever `kid` is asked for.
 *
 * Answers `false` for everything that is no signature: another length, points that are not compressed, not on the curve,
 * not of the subgroup, or at infinity.
 *
 * Outcomes: `signing/not-hex`, `signing/wrong-key-length`, `signing/not-a-key`, of the first key that is none.
 *
 * @rule PH-11
 * @source docs/formats.md
 */
export function blsVerifier(publicKeys: readonly (string | Uint8Array)[]): Result<Verify, BlsKeyError> {
  const points: ReturnType<typeof bls.getPublicKey>[] = [];
  for (const [at, publicKey] of publicKeys.entries()) {
    const bytes = keyBytes(publicKey, at, PUBLIC_BYTES);
    if (!bytes.ok) return bytes;
    try {
      const point = bls12_381.G2.Point.fromBytes(bytes.value);
      point.assertValidity();
      if (point.is0()) return err({ code: "signing/not-a-key", at });
      points.push(point);
    } catch {
      return err({ code: "signing/not-a-key", at });
    }
  }
  return ok({
    alg: blsAlgorithm,
    verify(message, signature) {
      try {
        if (signature.length !== SIGNATURE_BYTES) return false;
        const point = bls.Signature.fromBytes(signature);
        point.assertValidity();
        const hashed = bls.hash(message);
        return points.some((publicKey) => bls.verify(point, hashed, publicKey));
      } catch {
        return false;
      }
    },
  });
}

const SECRET_BYTES = 32;
const PUBLIC_BYTES = 96;
const SIGNATURE_BYTES = 48;

function keyBytes(key: string | Uint8Array, at: number, expected: number): Result<Uint8Array, BlsKeyError> {
  const bytes = typeof key === "string" ? hexToBytes(key) : ok(key);
  if (!bytes.ok) return err({ code: "signing/not-hex", at });
  const { length } = bytes.value;
  return length === expected ? bytes : err({ code: "signing/wrong-key-length", at, bytes: length, expected });
}
