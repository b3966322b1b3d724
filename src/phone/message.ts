import { err, ok, readTypedDigits, type Result, type TypedDigitsError } from "../core/index.js";
import { digitsIn, sheetOf, type PhoneLayout, type PhoneSheet } from "./sheet.js";

/** Why a text is not a message of its layout. */
export type MessageError =
  | TypedDigitsError<"phone">
  /** `expected`: the message alone, with its total, with the checksums of its rows, or with all of them. */
  | { readonly code: "phone/wrong-digit-count"; readonly digits: number; readonly expected: readonly number[] }
  /** A row does not match its checksum. Rows count from 1. */
  | { readonly code: "phone/row-checksum"; readonly row: number }
  | { readonly code: "phone/total-checksum" };

/** The digits of a message, whatever checksums were typed with it; all that were must match. */
export function readMessage(text: string, layout: PhoneLayout): Result<string, MessageError> {
  const read = readTypedDigits(text, "phone");
  if (!read.ok) return read;
  const bare = digitsIn(layout);
  const inRows = bare + 3 * layout.rows;
  const expected = [bare, bare + 3, inRows, inRows + 3];
  const typed = read.value;
  if (!expected.includes(typed.length)) return err({ code: "phone/wrong-digit-count", digits: typed.length, expected });
  if (typed.length === bare) return ok(typed);
  const withRows = typed.length >= inRows;
  const width = 3 * layout.groups + 3;
  const rows = Array.from({ length: layout.rows }, (_, at) => typed.slice(width * at, width * (at + 1)));
  const digits = withRows ? rows.map((row) => row.slice(0, -3)).join("") : typed.slice(0, bare);
  const sheet = sheetOf(digits, layout);
  const wrong = withRows ? rows.findIndex((row, at) => row.slice(-3) !== sheet.rows[at]?.checksum) : -1;
  if (wrong >= 0) return err({ code: "phone/row-checksum", row: wrong + 1 });
  if (typed.length !== inRows && typed.slice(-3) !== sheet.total) return err({ code: "phone/total-checksum" });
  return ok(digits);
}

/** A sheet as a text that `decodeRequest` and `decodeResponse` read: a line for each row with its checksum, and the total. */
export function sheetText({ rows, total }: PhoneSheet): string {
  return [...rows.map(({ groups, checksum }) => `${groups.join(" ")}  ${checksum}`), total].join("\n");
}
