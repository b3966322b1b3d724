import { constants, createPrivateKey, sign, webcrypto } from "node:crypto";
import { err, ok } from "licit";
import type { OpenAsync, SignAsync } from "licit/license";
import type { Keys } from "./keys.js";

/**
 * The platform's own cryptography behind the library's ports: requests come from strangers, and node-forge, which
 * `licit/signing/rsa` is made of, does not take the same time for every wrong one. A KMS or an HSM would stand here, too.
 */
export function signerOf({ licenses }: Keys): SignAsync {
  const key = {
    key: createPrivateKey(licenses.pem),
    padding: constants.RSA_PKCS1_PSS_PADDING,
    saltLength: 32,
  };
  return {
    alg: "PS256",
    kid: licenses.kid,
    sign: (bytes) =>
      new Promise((resolve, reject) => {
        sign("sha256", bytes, key, (error, signature) => {
          if (error === null) resolve(new Uint8Array(signature));
          else reject(error);
        });
      }),
  };
}

/** Opens requests: RSA-OAEP-256 and A256GCM, by WebCrypto, off the main thread. */
export async function openerOf({ requests }: Keys): Promise<OpenAsync> {
  const { subtle } = webcrypto;
  const oaep = { name: "RSA-OAEP", hash: "SHA-256" };
  const pkcs8 = createPrivateKey(requests.pem).export({ type: "pkcs8", format: "der" });
  const key = await subtle.importKey("pkcs8", pkcs8, oaep, false, ["decrypt"]);
  return {
    alg: "RSA-OAEP-256",
    enc: "A256GCM",
    async open({ encryptedKey, iv, ciphertext, tag }, header) {
      try {
        const raw = await subtle.decrypt(oaep, key, encryptedKey);
        const content = await subtle.importKey("raw", raw, "AES-GCM", false, ["decrypt"]);
        const gcm = { name: "AES-GCM", iv, additionalData: header, tagLength: 8 * tag.length };
        return ok(new Uint8Array(await subtle.decrypt(gcm, content, Buffer.concat([ciphertext, tag]))));
      } catch {
        return err({ code: "core/not-opened" }); // one answer, whatever failed
      }
    },
  };
}
