import { readFileSync } from "node:fs";
import { bytesToHex, type Verify } from "licit";
import { digestOf, type KeyParameters } from "licit/fingerprint";
import {
  checkLicense,
  phoneLicense,
  phoneRequest,
  phoneResponse,
  phoneSigningInput,
  type LicenseRequest,
} from "licit/license";
import { canonicalOwner, type Owner } from "licit/owner";
import { blsSigner, blsVerifier } from "licit/signing/bls";
import { scryptStretch } from "licit/signing/stretch";
import { describe, expect, test } from "vitest";

interface PhoneCase {
  readonly issuer: string;
  readonly product: string;
  readonly kit: string;
  readonly pin: string;
  readonly supersededPin: string;
  readonly operation: 1 | 2 | 3;
  readonly owner: Owner;
  readonly reference: KeyParameters;
  readonly requestDigits: string;
  readonly message: string;
  readonly payload: string;
  readonly secretKey: string;
  readonly publicKey: string;
  readonly signature: string;
  readonly responseDigits: string;
}

const cases = JSON.parse(readFileSync(new URL("vectors/phone-1.json", import.meta.url), "utf8")) as PhoneCase[];

function requestOf({ issuer, product, kit, pin, operation, owner, reference }: PhoneCase): LicenseRequest {
  const name = (["first-time", "recovery", "recovery-spare"] as const)[operation - 1] ?? "first-time";
  return { id: "0".repeat(32), issuer, product, kit, pin, operation: name, owner, parameters: reference, at: 0 };
}

describe("PH-10, PH-11, PH-14 licenses by phone, computed by a separate program", () => {
  for (const one of cases) {
    const request = requestOf(one);
    const verifier = blsVerifier([one.publicKey]);
    const verify = verifier.ok ? verifier.value : ([] as readonly Verify[]);
    const ports = { verify, stretch: scryptStretch };

    test(`the request with the PIN ${one.pin}: its digits, what is signed, the signature`, () => {
      const sheet = phoneRequest(request, scryptStretch);
      expect(sheet.ok && sheet.value.digits).toBe(one.requestDigits);
      const { issuer, product, kit, payload } = one;
      const answer = { issuer, product, kit, payload, request: one.requestDigits };
      expect(new TextDecoder().decode(phoneSigningInput(answer))).toBe(one.message);
      const signer = blsSigner(one.secretKey);
      expect(signer.ok && signer.value.kid).toBe(one.publicKey);
      expect(signer.ok && bytesToHex(signer.value.sign(phoneSigningInput(answer)))).toBe(one.signature);
      expect(signer.ok && phoneResponse(answer, signer.value).digits).toBe(one.responseDigits);
    });

    test(`the license with the PIN ${one.pin} is made from the digits, and again, and checked`, () => {
      const made = phoneLicense(request, one.responseDigits, ports);
      expect(made).toEqual(phoneLicense(request, one.responseDigits, ports));
      const { text = "", license } = made.ok ? made.value : {};
      const reference = license?.binding.to === "hardware" ? license.binding.reference : one.reference;
      expect(license && canonicalOwner(license.owner)).toBe(canonicalOwner(one.owner));
      expect(digestOf(reference)).toBe(digestOf(one.reference));
      const { issuer, product } = one;
      const now = Date.UTC(2027, 11, 31, 23, 59, 59, 999);
      const here = { issuer, product, observed: one.reference, ...ports };
      expect(checkLicense(text, { ...here, now })).toMatchObject({ outcome: "valid", license });
      const expired = one.payload === "2712" ? [{ code: "license/expired", expiresAt: now + 1 }] : [];
      expect(checkLicense(text, { ...here, now: now + 1 }).reasons).toEqual(expired);
    });
  }
});
