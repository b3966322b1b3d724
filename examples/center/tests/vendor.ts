import { copyFileSync, readdirSync } from "node:fs";
import { randomBytes as nodeRandomBytes } from "node:crypto";
import { join } from "node:path";
import type { Result } from "licit";
import { openResponse, sealRequest, type License, type LicenseRequest } from "licit/license";
import { rsaSealer, rsaVerifier } from "licit/signing/rsa";
import { openKeys, publicKeysOf, type PublicKeys } from "../src/keys.js";
import { issuer, product } from "./customers.js";

/** What the vendor's program has built in. */
export interface Vendor {
  readonly publicKeys: PublicKeys;
  seal(request: LicenseRequest): string;
  /** The license in a document, for the request that it answers. Throws where it is no such thing. */
  licenseIn(document: string, request: LicenseRequest): License;
}

/** Makes the keys of a center's folder before its first start, or reads those that are there. */
export function vendorOf(data: string): Vendor {
  const publicKeys = publicKeysOf(openKeys(data, undefined), issuer, product);
  const randomBytes = (length: number): Uint8Array => new Uint8Array(nodeRandomBytes(length));
  const sealer = valueOf(rsaSealer(publicKeys.requests, { randomBytes }));
  const verify = valueOf(rsaVerifier(publicKeys.licenses));
  return {
    publicKeys,
    seal: (request) => sealRequest(request, sealer),
    licenseIn(document, request) {
      const opened = valueOf(openResponse(document, request, { verify }));
      if (opened.answer !== "granted") throw new Error(`not granted: ${opened.refusal.code}`);
      return opened.license;
    },
  };
}

/** The same keys in another folder, for another process of the same center. */
export function shareKeys(from: string, to: string): void {
  for (const name of readdirSync(from)) {
    if (/\.(?:pem|key|txt)$/.test(name)) copyFileSync(join(from, name), join(to, name));
  }
}

/**
 * What a document says, without its signature: a PS256 signature is salted, so the same license that is signed twice is two
 * texts.
 */
export function saidIn(document: string): string {
  const body = document.replace(/-----(?:BEGIN|END) [A-Z ]+-----|\s/g, "");
  return body.split(".").slice(0, 2).join(".");
}

export function valueOf<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
