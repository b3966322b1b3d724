import { err, ok, type Result } from "../core/index.js";
import { readMessage, type MessageError } from "./message.js";
import { requestLayout, sheetOf, type PhoneSheet } from "./sheet.js";

/** What the customer wants. By phone no more can be said than these three. */
export type PhoneOperation = "first-time" | "recovery" | "recovery-spare";

/** What a request says. */
export interface RequestFields {
  readonly operation: PhoneOperation;
  /** 15 digits: the PIN, or of `recovery-spare` the spare one. */
  readonly pin: string;
  /** 6 digits: tell whether the owner differs, no more. */
  readonly ownerCode: string;
  /** 26 digits: the computer and the owner, stretched. */
  readonly binding: string;
}

/** Why digits are no request. `phone/reserved-operation`: the first digit stands for nothing yet. */
export type RequestError = MessageError | { readonly code: "phone/reserved-operation"; readonly digit: string };

const operations: readonly PhoneOperation[] = ["first-time", "recovery", "recovery-spare"];

/**
 * A request as a sheet to dictate: 48 digits in 4 rows.
 *
 * Throws `RangeError` where a field does not have its number of digits.
 *
 * @rule PH-01, PH-09
 * @source docs/formats.md; S2 p. 19; S4 ("you will need to provide 48 digits")
 * @example
 * ```ts
 * import { decodeRequest, encodeRequest } from "licit/phone";
 *
 * const fields = { operation: "first-time", pin: "381505376410122", ownerCode: "824450", binding: "40974953412453782980723817" } as const;
 * const sheet = encodeRequest(fields);
 *
 * sheet.rows[0]; // → { groups: ["138", "150", "537", "641"], checksum: "362" }
 * decodeRequest(sheet.digits); // → { ok: true, value: fields }
 * ```
 */
export function encodeRequest({ operation, pin, ownerCode, binding }: RequestFields): PhoneSheet {
  const digits = `${operations.indexOf(operation) + 1}${exactly(pin, 15)}${exactly(ownerCode, 6)}${exactly(binding, 26)}`;
  return sheetOf(digits, requestLayout);
}

/**
 * Reads a request: its 48 digits alone, with the total behind, or row by row with their checksums, with or without the total. Whatever
 * checksums are there must match.
 *
 * Outcomes: a character that is no digit, the number of digits, a row that does not match, the total, an operation that is
 * reserved; the first that applies.
 *
 * @rule PH-01, PH-09
 * @source docs/formats.md
 */
export function decodeRequest(text: string): Result<RequestFields, RequestError> {
  const read = readMessage(text, requestLayout);
  if (!read.ok) return read;
  const digits = read.value;
  const digit = digits.charAt(0);
  const operation = operations[Number(digit) - 1];
  if (operation === undefined) return err({ code: "phone/reserved-operation", digit });
  return ok({ operation, pin: digits.slice(1, 16), ownerCode: digits.slice(16, 22), binding: digits.slice(22) });
}

function exactly(digits: string, length: number): string {
  if (digits.length !== length || !/^[0-9]*$/.test(digits)) {
    throw new RangeError(`encodeRequest: ${length} digits, not ${JSON.stringify(digits)}`);
  }
  return digits;
}
