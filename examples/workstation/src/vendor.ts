import { randomBytes as strongBytes, scrypt } from "node:crypto";
import { err, ok, type RandomBytes, type Result, type Seal, type Verify } from "licit";
import type { StretchAsync } from "licit/license";
import { blsVerifier } from "licit/signing/bls";
import { rsaSealer, rsaVerifier } from "licit/signing/rsa";
import { isMembers, textOf } from "./checks.js";

/** Whose licenses this program takes, and how it knows them: the public halves of the vendor's keys. */
export interface Vendor {
  readonly issuer: string;
  readonly product: string;
  /** Of license files, and of licenses by phone. */
  readonly verify: readonly Verify[];
  readonly stretch: StretchAsync;
  /** Seals requests for the licensing center. */
  readonly seal: Seal;
}

/** Entropy is a port: here it is the host's. */
export const randomBytes: RandomBytes = (length) => new Uint8Array(strongBytes(length));

/** The vendor out of its file of keys. A real vendor compiles them into the program: a file can be exchanged. */
export function parseVendor(value: unknown): Result<Vendor, string> {
  if (!isMembers(value)) return err("no JSON object");
  const [issuer, product, requests] = [value["issuer"], value["product"], value["requests"]].map((one) =>
    textOf(one, 10_000),
  );
  const { licenses, phone } = value;
  if (!issuer || !product) return err("issuer and product: texts");
  if (requests === undefined) return err("requests: a public key in PEM");
  if (!isMembers(licenses) || !Object.values(licenses).every((pem) => typeof pem === "string")) {
    return err("licenses: public keys in PEM, by their ids");
  }
  if (!Array.isArray(phone) || !phone.every((key) => typeof key === "string")) return err("phone: public keys in hex");
  const byFile = rsaVerifier(licenses as { readonly [kid: string]: string }); // each was looked at above
  const byPhone = blsVerifier(phone);
  const sealer = rsaSealer(requests, { randomBytes });
  if (!byFile.ok) return err(`licenses: ${JSON.stringify(byFile.error)}`);
  if (!byPhone.ok) return err(`phone: ${JSON.stringify(byPhone.error)}`);
  if (!sealer.ok) return err(`requests: ${JSON.stringify(sealer.error)}`);
  return ok({ issuer, product, verify: [byFile.value, byPhone.value], stretch, seal: sealer.value });
}

/** The host's own scrypt, in a thread of its own: half the time of the library's, and nobody waits meanwhile. */
const stretch: StretchAsync = (secret, salt, { cost, blockSize, parallelism, length }) =>
  new Promise((resolve, reject) => {
    scrypt(secret, salt, length, { N: cost, r: blockSize, p: parallelism, maxmem: 2 ** 26 }, (error, key) => {
      if (error === null) resolve(new Uint8Array(key));
      else reject(error);
    });
  });
