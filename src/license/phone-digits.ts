import { bytesToInteger, hexToBytes, sha256Hex, toDigits, utf8Encode } from "../core/index.js";
import { canonicalParameters } from "../fingerprint/index.js";
import { canonicalOwner } from "../owner/index.js";
import { encodeRequest, type PhoneOperation, type PhoneSheet } from "../phone/index.js";
import type { LicenseRequest } from "./request.js";
import type { StretchAsync } from "./ports.js";
import { canonicalText } from "./signed.js";
import { ask, type Work } from "./work.js";

/** What the digits of a request by phone are made of. Owner and reference are canonical texts. */
export interface PhoneClaims {
  readonly issuer: string;
  readonly kit: string;
  readonly pin: string;
  readonly operation: PhoneOperation;
  readonly owner: string;
  readonly reference: string;
}

/** The profile that all of it belongs to. */
export const PROFILE = "licit-phone-1";

/** Costs of the stretching: about 0.16 s and 32 MiB. @source docs/formats.md */
const STRETCHING = { cost: 2 ** 15, blockSize: 8, parallelism: 1, length: 16 };

/** What a request's digits are made of. */
export function claimsOf({ issuer, kit, pin, operation, owner, parameters }: LicenseRequest): PhoneClaims {
  return {
    issuer,
    kit,
    pin,
    operation,
    owner: canonicalOwner(owner),
    reference: canonicalParameters(parameters),
  };
}

/** A request's 48 digits, laid out. @source docs/formats.md */
export function* requestSheet(claims: PhoneClaims, stretch: StretchAsync): Work<PhoneSheet> {
  const { issuer, kit, pin, operation, owner, reference } = claims;
  const secret = utf8Encode(canonicalText([PROFILE, owner, reference]));
  const salt = utf8Encode(canonicalText([PROFILE, issuer, kit]));
  const stretched = yield* ask(() => stretch(secret, salt, STRETCHING));
  if (stretched.length !== STRETCHING.length) throw new RangeError("a Stretch that gives another number of bytes");
  const binding = toDigits(bytesToInteger(stretched) % 10n ** 26n, 26);
  return encodeRequest({ operation, pin, ownerCode: ownerCode(kit, owner), binding });
}

/** 6 digits that tell whether the owner is another. @source docs/formats.md */
function ownerCode(kit: string, owner: string): string {
  const first = hexToBytes(sha256Hex(canonicalText(["licit-owner-1", kit, owner])).slice(0, 16));
  return toDigits((first.ok ? bytesToInteger(first.value) : 0n) % 1_000_000n, 6);
}
