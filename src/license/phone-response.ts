import { blsAlgorithm, bytesToHex, utf8Encode, type Sign } from "../core/index.js";
import { encodeResponse, type PhoneSheet } from "../phone/index.js";
import { PROFILE } from "./phone-digits.js";
import { isExpiry } from "./phone-expiry.js";
import type { SignAsync } from "./ports.js";
import { canonicalText } from "./signed.js";
import { ask, atOnce, later, type Work } from "./work.js";

/** What a response by phone answers: kit and superseded PIN as the center has them on record. */
export interface PhoneAnswer {
  readonly issuer: string;
  readonly product: string;
  readonly kit: string;
  /** Of a recovery with a spare PIN: the one that is superseded. */
  readonly supersededPin?: string | undefined;
  /** The 48 digits of the request. */
  readonly request: string;
  /** `YYMM`, or `0000`: see {@link phoneExpiry}. */
  readonly payload: string;
}

/**
 * The bytes that a response by phone signs, where the key stays in a KMS or an HSM. The signature, 48 bytes, goes into
 * `encodeResponse`.
 *
 * Throws `RangeError` where the request is not 48 digits, or the payload no month.
 *
 * @rule PH-10, PH-11
 * @source docs/formats.md
 * @example
 * ```ts
 * import { utf8Decode } from "licit";
 * import { phoneSigningInput } from "licit/license";
 *
 * const request = "138150537641012282445040974953412453782980723817";
 * const input = phoneSigningInput({ issuer: "Example Vendor", product: "ledger", kit: "8050525679", request, payload: "0000" });
 * utf8Decode(input); // → { ok: true, value: '["licit-phone-1","Example Vendor","ledger","8050525679","","138150537641012282445040974953412453782980723817","0000"]' }
 * ```
 */
export function phoneSigningInput({
  issuer,
  product,
  kit,
  supersededPin = "",
  request,
  payload,
}: PhoneAnswer): Uint8Array {
  const claims = [issuer, product, kit, supersededPin, request, payload];
  const sound = claims.every((claim) => typeof claim === "string") && /^[0-9]{48}$/.test(request) && isExpiry(payload);
  if (!sound)
    throw new RangeError(`phoneSigningInput: 48 digits (encodeRequest) and YYMM, not ${JSON.stringify(claims)}`);
  return utf8Encode(canonicalText([PROFILE, ...claims]));
}

/**
 * A response to dictate: 120 digits, with a whole signature in them.
 *
 * Throws `RangeError` where the payload is no month or the signature not 48 bytes, and `TypeError` where the key is for
 * another kind of signature.
 *
 * @rule PH-10, PH-11
 * @source docs/formats.md; S2 p. 19; S4 ("the operator will dictate to you a set of 120 digits")
 */
export function phoneResponse(answer: PhoneAnswer, sign: Sign): PhoneSheet {
  return atOnce(responding(answer, sign));
}

/** {@link phoneResponse} with a key that answers later. */
export function phoneResponseAsync(answer: PhoneAnswer, sign: SignAsync): Promise<PhoneSheet> {
  return later(responding(answer, sign));
}

function* responding(answer: PhoneAnswer, sign: SignAsync): Work<PhoneSheet> {
  if (sign.alg !== blsAlgorithm) throw new TypeError(`signed with ${sign.alg}`);
  const signature = yield* ask(() => sign.sign(phoneSigningInput(answer)));
  return encodeResponse({ payload: answer.payload, signature: bytesToHex(signature) });
}
