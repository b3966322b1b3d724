import {
  blsAlgorithm,
  err,
  hexToBytes,
  ok,
  toBase64url,
  utf8Encode,
  type Json,
  type Result,
  type Stretch,
} from "../core/index.js";
import { decodeResponse, type NotByPhone, type ResponseError, type ResponseFields } from "../phone/index.js";
import { armored } from "./armor.js";
import { sound } from "./document.js";
import type { License } from "./license.js";
import { claimsOf, requestSheet } from "./phone-digits.js";
import { licenseOf, operationOf, parseForm, type PhoneForm } from "./phone-form.js";
import { notByPhone } from "./phone-request.js";
import { phoneSigningInput } from "./phone-response.js";
import type { StretchAsync } from "./ports.js";
import type { LicenseRequest } from "./request.js";
import { anyVerifies, canonicalText, type TrustError, type Verifiers, type VerifiersAsync } from "./signed.js";
import { atOnce, later, type Work } from "./work.js";

/** Why digits are no answer to a request. */
export type PhoneLicenseError = ResponseError | NotByPhone | TrustError;

/** A license by phone, and its document. */
export interface MadeLicense {
  readonly license: License;
  /** What is stored: an armored form of its own. */
  readonly text: string;
}

/** What it takes to check a license by phone. */
export interface PhonePorts {
  readonly verify: Verifiers;
  readonly stretch: Stretch;
}

/** {@link PhonePorts} that may answer later. */
export interface PhonePortsAsync {
  readonly verify: VerifiersAsync;
  readonly stretch: StretchAsync;
}

/**
 * The license that a request and the 120 digits of its answer make. The same request and the same digits make it again at any
 * time, without a call: keep the request and the paper.
 *
 * What is signed is made anew from the request, never from what was typed back: an answer to another computer, kit, PIN,
 * owner, operation or superseded license does not verify.
 *
 * Throws `RangeError` where `parseRequest` would find a fault in the request, or a `stretch` gives another number of bytes.
 *
 * Outcomes: those of `decodeResponse` (a digit too many, a row that does not match …), `phone/single-user-only`,
 * `phone/standard-pins-only`, `license/cannot-verify`, `license/not-verified`; the first that applies.
 *
 * @rule PH-10, PH-11, PH-14, LC-11
 * @source docs/formats.md; S2 p. 19 f.
 */
export function phoneLicense(
  request: LicenseRequest,
  digits: string,
  ports: PhonePorts,
): Result<MadeLicense, PhoneLicenseError> {
  return atOnce(making(request, digits, ports));
}

/** {@link phoneLicense} with cryptography that answers later. */
export function phoneLicenseAsync(
  request: LicenseRequest,
  digits: string,
  ports: PhonePortsAsync,
): Promise<Result<MadeLicense, PhoneLicenseError>> {
  return later(making(request, digits, ports));
}

function* making(
  request: LicenseRequest,
  digits: string,
  { verify, stretch }: PhonePortsAsync,
): Work<Result<MadeLicense, PhoneLicenseError>> {
  const not = notByPhone(request);
  if (not !== undefined) return err(not);
  const response = decodeResponse(digits);
  if (!response.ok) return response;
  const form = formOf(request, response.value);
  const license = sound(licenseOf(sound(parseForm(form))));
  const verified = yield* formVerifies(form, verify, stretch);
  if (!verified.ok) return verified;
  return ok({ license, text: phoneDocument(form) });
}

/** Whether the signature in a form is one over all that the form says. */
export function* formVerifies(
  form: PhoneForm,
  verify: VerifiersAsync,
  stretch: StretchAsync | undefined,
): Work<Result<true, TrustError>> {
  if (stretch === undefined) return err({ code: "license/cannot-verify", needs: "stretch" });
  const { issuer, product, kit, pin, supersededPin, payload } = form;
  const [owner, reference] = [canonicalText(form.owner), canonicalText(form.reference)];
  const operation = operationOf(form);
  const { digits } = yield* requestSheet({ issuer, kit, pin, operation, owner, reference }, stretch);
  const signed = phoneSigningInput({ issuer, product, kit, supersededPin, request: digits, payload });
  const signature = hexToBytes(form.signature);
  if (!signature.ok) return err({ code: "license/not-verified" });
  return yield* anyVerifies(verify, blsAlgorithm, signed, signature.value, "");
}

function formOf(request: LicenseRequest, { payload, signature }: ResponseFields): PhoneForm {
  const { issuer, kit, pin, operation, owner, reference } = claimsOf(request);
  return {
    issuer,
    product: request.product,
    kit,
    pin,
    supersededPin: request.supersededPin ?? "",
    operation: operationNumbers[operation],
    owner: JSON.parse(owner) as Json, // what was written as JSON
    reference: JSON.parse(reference) as Json, // likewise
    payload,
    signature,
  };
}

const operationNumbers = { "first-time": 1, recovery: 2, "recovery-spare": 3 } as const;

function phoneDocument(form: PhoneForm): string {
  return armored("LICIT PHONE LICENSE", toBase64url(utf8Encode(canonicalText(form))));
}
