import { scrypt } from "@noble/hashes/scrypt.js";
import type { Stretch } from "../core/index.js";

/**
 * Stretches a secret with scrypt (RFC 7914), in pure JavaScript: about 0.16 s and 32 MiB with what licenses by phone use.
 *
 * A host that has a native scrypt passes its own, with the same result in half the time. Throws where the cost is no power
 * of two, and for other options that scrypt does not have.
 *
 * @rule PH-10
 * @source docs/formats.md
 * @example
 * ```ts
 * import { bytesToHex, utf8Encode } from "licit";
 * import { scryptStretch } from "licit/signing/stretch";
 *
 * const options = { cost: 16, blockSize: 1, parallelism: 1, length: 8 };
 * bytesToHex(scryptStretch(utf8Encode(""), utf8Encode(""), options)); // → "77d6576238657b20"
 * ```
 */
export const scryptStretch: Stretch = (secret, salt, { cost, blockSize, parallelism, length }) =>
  scrypt(secret, salt, { N: cost, r: blockSize, p: parallelism, dkLen: length });
