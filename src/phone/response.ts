import { err, ok, toDigits, type Result } from "../core/index.js";
import { readMessage, type MessageError } from "./message.js";
import { responseLayout, sheetOf, type PhoneSheet } from "./sheet.js";

/** What a response says. */
export interface ResponseFields {
  /** 4 digits: the month in which the license expires, `YYMM`, valid to its end (UTC); `0000` for none. */
  readonly payload: string;
  /** A whole BLS12-381 signature in G1: 48 bytes in lower-case hex. */
  readonly signature: string;
}

/** Why digits are no response. */
export type ResponseError =
  | MessageError
  /** The month is none. */
  | { readonly code: "phone/no-such-month"; readonly payload: string }
  /** The number is too large for 48 bytes. */
  | { readonly code: "phone/signature-out-of-range" };

const SIGNATURE_BYTES = 48;
/** Digits that hold every number of 48 bytes, and some that are none. */
const SIGNATURE_DIGITS = 116;

/**
 * A response as a sheet to dictate: 120 digits in 8 rows.
 *
 * Throws `RangeError` where the signature is not 96 hex digits, or the payload no month.
 *
 * @rule PH-02, PH-09
 * @source docs/formats.md; S2 p. 19; S4 ("the operator will dictate to you a set of 120 digits")
 * @example
 * ```ts
 * import { decodeResponse, encodeResponse } from "licit/phone";
 *
 * const response = { payload: "2712", signature: "93".repeat(48) };
 *
 * decodeResponse(encodeResponse(response).digits); // → { ok: true, value: response }
 * ```
 */
export function encodeResponse({ payload, signature }: ResponseFields): PhoneSheet {
  if (!/^[0-9a-f]{96}$/i.test(signature)) throw new RangeError("encodeResponse: 96 hex digits");
  if (!isMonth(payload)) throw new RangeError(`encodeResponse: YYMM, not ${JSON.stringify(payload)}`);
  return sheetOf(payload + toDigits(BigInt(`0x${signature}`), SIGNATURE_DIGITS), responseLayout);
}

/**
 * Reads a response: its 120 digits alone, with the total behind, or row by row with their checksums, with or without the total. Whatever
 * checksums are there must match. Whether the signature is one, its verifier says.
 *
 * Outcomes: a character that is no digit, the number of digits, a row that does not match, the total, a month that is none,
 * a number beyond 48 bytes; the first that applies.
 *
 * @rule PH-02, PH-09
 * @source docs/formats.md
 */
export function decodeResponse(text: string): Result<ResponseFields, ResponseError> {
  const read = readMessage(text, responseLayout);
  if (!read.ok) return read;
  const payload = read.value.slice(0, 4);
  if (!isMonth(payload)) return err({ code: "phone/no-such-month", payload });
  const signature = BigInt(read.value.slice(4))
    .toString(16)
    .padStart(2 * SIGNATURE_BYTES, "0");
  if (signature.length > 2 * SIGNATURE_BYTES) return err({ code: "phone/signature-out-of-range" });
  return ok({ payload, signature });
}

function isMonth(payload: string): boolean {
  return /^[0-9]{2}(0[1-9]|1[0-2])$/.test(payload) || payload === "0000";
}
