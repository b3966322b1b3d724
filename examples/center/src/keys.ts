import { createHmac, createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { blsSecret, blsSigner } from "licit/signing/bls";
import { rsaKeyId } from "licit/signing/rsa";
import { bytesToHex, type Sign } from "licit";
import { writeDurably } from "./files.js";

/** The center's secrets. */
export interface Keys {
  /** RSA in PEM: signs licenses and refusals. */
  readonly licenses: { readonly kid: string; readonly pem: string };
  /** RSA in PEM: opens requests. */
  readonly requests: { readonly pem: string };
  /** BLS: signs what is dictated. */
  readonly phone: Sign;
  /** For the operators' cookies. */
  readonly cookies: string;
  readonly operatorPassword: string;
}

/** What the vendor builds into its programs. No secret. */
export interface PublicKeys {
  readonly issuer: string;
  readonly product: string;
  /** By key id, in PEM. */
  readonly licenses: Readonly<Record<string, string>>;
  readonly requests: string;
  readonly phone: readonly string[];
}

/**
 * The keys in the folder; those that are missing are made. Whoever has keys lays them there before the first start:
 * `licenses.pem` and `requests.pem` (RSA, PKCS #8), `phone.key` (64 hex digits).
 */
export function openKeys(folder: string, operatorPassword: string | undefined): Keys {
  const licenses = kept(folder, "licenses.pem", newRsaKey);
  const kid = rsaKeyId(publicHalf(licenses));
  if (!kid.ok) throw new Error(`licenses.pem: ${kid.error.code}`);
  const password = operatorPassword ?? kept(folder, "operator-password.txt", newPassword);
  const phone = blsSigner(kept(folder, "phone.key", newBlsKey));
  if (!phone.ok) throw new Error(`phone.key: ${phone.error.code}`);
  return {
    licenses: { kid: kid.value, pem: licenses },
    requests: { pem: kept(folder, "requests.pem", newRsaKey) },
    phone: phone.value,
    // With another password, whoever logged in with the old one is out.
    cookies: createHmac("sha256", kept(folder, "cookies.key", newSecret))
      .update(password)
      .digest("hex"),
    operatorPassword: password,
  };
}

/** The public halves, as the vendor's programs take them. */
export function publicKeysOf(keys: Keys, issuer: string, product: string): PublicKeys {
  const { kid, pem } = keys.licenses;
  return {
    issuer,
    product,
    licenses: { [kid]: publicHalf(pem) },
    requests: publicHalf(keys.requests.pem),
    phone: [keys.phone.kid],
  };
}

/** What lies in a file; where there is none, what is made for it, for this user's eyes only. */
function kept(folder: string, name: string, make: () => string): string {
  const file = join(folder, name);
  if (!existsSync(file)) writeDurably(file, `${make()}\n`);
  const text = readFileSync(file, "utf8").trim();
  if (text === "") throw new Error(`${file} is empty`);
  return text;
}

function newRsaKey(): string {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  return privateKey.export({ type: "pkcs8", format: "pem" }).toString();
}

function newBlsKey(): string {
  return bytesToHex(blsSecret((length) => new Uint8Array(randomBytes(length))));
}

function newSecret(): string {
  return randomBytes(32).toString("hex");
}

function newPassword(): string {
  return randomBytes(12).toString("base64url");
}

function publicHalf(pem: string): string {
  return createPublicKey(createPrivateKey(pem)).export({ type: "spki", format: "pem" }).toString();
}
