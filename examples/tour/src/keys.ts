import { generateKeyPairSync, randomBytes as strongBytes } from "node:crypto";
import type { Open, RandomBytes, Result, Seal, Sign, Verify } from "licit";
import { blsSigner, blsVerifier } from "licit/signing/bls";
import { rsaOpener, rsaSealer, rsaSigner, rsaVerifier } from "licit/signing/rsa";

/** Entropy is a port: here it is the host's. */
export const randomBytes: RandomBytes = (length) => new Uint8Array(strongBytes(length));

/** What a vendor holds, and what a program is shipped with. */
export interface VendorKeys {
  /** In the licensing center, and nowhere else. */
  readonly center: { readonly sign: Sign; readonly phoneSign: Sign; readonly open: Open };
  /** In every copy of the program. */
  readonly program: { readonly verify: readonly Verify[]; readonly seal: Seal };
}

/** Keys made on the spot. A vendor makes them once, and keeps the secret halves in a KMS or an HSM. */
export function newKeys(): VendorKeys {
  const kid = "tour";
  const [licenses, requests] = [rsaPair(), rsaPair()];
  const phoneSign = valueOf(blsSigner(phoneSecret()));
  const verifier = valueOf(rsaVerifier({ [kid]: licenses.publicKey }));
  return {
    center: {
      sign: valueOf(rsaSigner(licenses.privateKey, { randomBytes, kid })),
      phoneSign,
      open: valueOf(rsaOpener(requests.privateKey, { randomBytes })),
    },
    program: {
      verify: [verifier, valueOf(blsVerifier([phoneSign.kid]))],
      seal: valueOf(rsaSealer(requests.publicKey, { randomBytes, kid })),
    },
  };
}

function rsaPair() {
  return generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
}

/** 32 bytes below the order of the group, which begins with 73 hex. */
function phoneSecret(): Uint8Array {
  const secret = randomBytes(32);
  secret[0] = (secret[0] ?? 0) % 0x73;
  return secret;
}

/** What must be there. */
export function valueOf<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
