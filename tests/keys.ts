import { generateKeyPairSync, randomBytes as nodeRandomBytes } from "node:crypto";
import type { RandomBytes, Result } from "licit";
import { blsSigner, blsVerifier } from "licit/signing/bls";
import { rsaOpener, rsaSealer, rsaSigner, rsaVerifier } from "licit/signing/rsa";

export const randomBytes: RandomBytes = (length) => new Uint8Array(nodeRandomBytes(length));

/** A pair of RSA keys in PEM. */
export function rsaPair(modulusLength = 2048, publicExponent = 65537) {
  return generateKeyPairSync("rsa", {
    modulusLength,
    publicExponent,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
}

/** What must be there in a test. */
export function valueOf<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** A vendor's keys: for license files, for requests, for licenses by phone. */
export function vendorKeys(kid = "2026-1") {
  const [vendor, stranger, center] = [rsaPair(), rsaPair(), rsaPair()];
  const phoneSign = valueOf(blsSigner(randomBytes(32).fill(0, 0, 1)));
  const phoneStranger = valueOf(blsSigner(randomBytes(32).fill(0, 0, 1)));
  return {
    pem: { vendor, center },
    sign: valueOf(rsaSigner(vendor.privateKey, { randomBytes, kid })),
    verify: valueOf(rsaVerifier({ [kid]: vendor.publicKey })),
    foreignSign: valueOf(rsaSigner(stranger.privateKey, { randomBytes, kid })),
    seal: valueOf(rsaSealer(center.publicKey, { randomBytes })),
    open: valueOf(rsaOpener(center.privateKey)),
    foreignOpen: valueOf(rsaOpener(stranger.privateKey, { randomBytes })),
    phoneSign,
    phoneStranger,
    phoneVerify: valueOf(blsVerifier([phoneSign.kid])),
  };
}
