import { rowChecksum, totalChecksum, MAX_ROWS, type MessageKind } from "./checksum.js";

/** How a message is laid out in rows for dictation. @rule PH-02 */
export interface PhoneLayout {
  readonly kind: MessageKind;
  /** 1 to 99 (included). */
  readonly rows: number;
  /** Groups of 3 digits in a row, 1 to 5 (included): with 6, two wrong digits could pass. */
  readonly groups: number;
}

/** A request: 48 digits in 4 rows of 4 groups. @rule PH-01 @source S2 p. 19 (figure); S4 */
export const requestLayout: PhoneLayout = { kind: "request", rows: 4, groups: 4 };

/** A response: 120 digits in 8 rows of 5 groups. @rule PH-02 @source S2 p. 19 (figure); S4 */
export const responseLayout: PhoneLayout = { kind: "response", rows: 8, groups: 5 };

/** How many digits a layout has, checksums apart. */
export function digitsIn({ rows, groups }: PhoneLayout): number {
  return 3 * rows * groups;
}

/** A message as it is shown and dictated. */
export interface PhoneSheet {
  /** All digits, without checksums. */
  readonly digits: string;
  readonly rows: readonly PhoneRow[];
  /** The checksum over all of it. */
  readonly total: string;
}

/** A row: groups of 3 digits, and their checksum. */
export interface PhoneRow {
  readonly groups: readonly string[];
  readonly checksum: string;
}

/**
 * Lays digits out in rows, with a checksum for each and one over all.
 *
 * Throws `RangeError` where the digits do not fill the layout, and where the layout has rows or groups beyond its bounds.
 *
 * @rule PH-01, PH-02
 * @source S2 p. 19
 * @example
 * ```ts
 * import { requestLayout, sheetOf } from "licit/phone";
 *
 * const sheet = sheetOf("123456789012".repeat(4), requestLayout);
 * sheet.rows[0]; // → { groups: ["123", "456", "789", "012"], checksum: "247" }
 * sheet.total; // → "339"
 * ```
 */
export function sheetOf(digits: string, layout: PhoneLayout): PhoneSheet {
  const { kind, rows, groups } = layout;
  if (!within(rows, MAX_ROWS) || !within(groups, MAX_GROUPS)) {
    throw new RangeError(`sheetOf: 1 to ${MAX_ROWS} rows of 1 to ${MAX_GROUPS} groups, not ${rows} of ${groups}`);
  }
  if (digits.length !== digitsIn(layout)) {
    throw new RangeError(`sheetOf: ${digitsIn(layout)} digits fill this layout, not ${digits.length}`);
  }
  return {
    digits,
    rows: Array.from({ length: rows }, (_, at) => {
      const ofRow = groupsOf(digits.slice(3 * groups * at, 3 * groups * (at + 1)));
      return { groups: ofRow, checksum: rowChecksum(ofRow, at + 1, kind) };
    }),
    total: totalChecksum(digits, kind),
  };
}

const MAX_GROUPS = 5;

function within(value: number, most: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= most;
}

/** Digits in groups of 3. */
export function groupsOf(digits: string): readonly string[] {
  return Array.from({ length: digits.length / 3 }, (_, at) => digits.slice(3 * at, 3 * at + 3));
}
