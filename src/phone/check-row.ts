import { err, readTypedDigits, type TypedDigitsError } from "../core/index.js";
import { rowChecksum, type MessageKind } from "./checksum.js";
import { groupsOf, requestLayout, responseLayout, type PhoneLayout } from "./sheet.js";

/** Why a typed row is not taken. */
export type RowError =
  | TypedDigitsError<"phone">
  /** It has another number of digits than a row with its checksum. */
  | { readonly code: "phone/wrong-row-length"; readonly digits: number; readonly expected: number }
  /**
   * Its checksum does not match. `suggestions` are at most two rows, checksum and all, from which it differs by one digit
   * or by two neighbors swapped: to be read out and confirmed, never to be taken unasked.
   */
  | { readonly code: "phone/row-mismatch"; readonly suggestions: readonly string[] };

/** What became of a typed row: its digits without the checksum, or why not. */
export type RowCheck =
  { readonly ok: true; readonly value: string } | { readonly ok: false; readonly error: RowError & Suggested };

interface Suggested {
  readonly suggestions: readonly string[];
}

/**
 * Checks a row that was typed with its checksum: the groups, then 3 digits more; blanks and dashes anywhere.
 *
 * Where the checksum does not match, says which rows it may have been: those that differ by one digit, then those in which
 * two neighbors are swapped, each by place; at most two in all. They contain the true row for every such slip.
 *
 * `row` counts from 1. Throws `RangeError` where there is no such row.
 *
 * @rule PH-06, PH-07, PH-08
 * @source docs/formats.md
 * @example
 * ```ts
 * import { checkRow } from "licit/phone";
 *
 * checkRow("123 456 789 012  247", 1, "request"); // → { ok: true, value: "123456789012" }
 * checkRow("123 456 798 012  247", 1, "request"); // → { ok: false, error: { code: "phone/row-mismatch", suggestions: ["123456789012247"] } }
 * ```
 */
export function checkRow(typed: string, row: number, kind: MessageKind): RowCheck {
  return checkRowOf(typed, row, kind === "request" ? requestLayout : responseLayout);
}

/** {@link checkRow} for a layout of one's own. */
export function checkRowOf(typed: string, row: number, { kind, groups }: PhoneLayout): RowCheck {
  const read = readTypedDigits(typed, "phone");
  if (!read.ok) return err({ ...read.error, suggestions: [] });
  const expected = 3 * groups + 3;
  const { value } = read;
  if (value.length !== expected) {
    return err({ code: "phone/wrong-row-length", digits: value.length, expected, suggestions: [] });
  }
  if (matches(value, row, kind)) return { ok: true, value: value.slice(0, -3) };
  return err({ code: "phone/row-mismatch", suggestions: suggestions(value, row, kind) });
}

function matches(digits: string, row: number, kind: MessageKind): boolean {
  return rowChecksum(groupsOf(digits.slice(0, -3)), row, kind) === digits.slice(-3);
}

const MOST_SUGGESTIONS = 2;

function suggestions(typed: string, row: number, kind: MessageKind): readonly string[] {
  const found: string[] = [];
  const places = Array.from({ length: typed.length }, (_, at) => at);
  const wrongDigits = places.flatMap((at) =>
    Array.from("0123456789", (digit) => typed.slice(0, at) + digit + typed.slice(at + 1)),
  );
  const swaps = places
    .slice(1)
    .map((at) => typed.slice(0, at - 1) + typed.charAt(at) + typed.charAt(at - 1) + typed.slice(at + 1));
  for (const candidate of [...wrongDigits, ...swaps]) {
    if (found.length === MOST_SUGGESTIONS) break;
    if (!found.includes(candidate) && matches(candidate, row, kind)) found.push(candidate);
  }
  return found;
}
