import { dayOf, MS_A_DAY, monthStart, twoDigits } from "../core/index.js";

/**
 * The four digits of a response that say when the license expires: `YYMM`, valid to the end of that month (UTC); `0000` for
 * never. Of a moment, the month that it lies in, so that the license is valid then; of a month's first moment, the month
 * before, so that it is not.
 *
 * Throws `RangeError` on a moment that is not after the first of 2000 and up to the first of 2100 (included), whose months two digits
 * can say.
 *
 * @rule LC-15, PH-09
 * @source docs/formats.md
 * @example
 * ```ts
 * import { phoneExpiry } from "licit/license";
 *
 * phoneExpiry(Date.UTC(2027, 11, 24)); // → "2712"
 * phoneExpiry(Date.UTC(2028, 0, 1)); // → "2712"
 * phoneExpiry(undefined); // → "0000"
 * ```
 */
export function phoneExpiry(expiresAt: number | undefined): string {
  if (expiresAt === undefined) return "0000";
  const { year, month } = dayOf(Math.floor((expiresAt - 1) / MS_A_DAY));
  if (!(year >= 2000 && year <= 2099)) throw new RangeError(`phoneExpiry: ${expiresAt} is not of 2000 to 2099`);
  return twoDigits(year - 2000) + twoDigits(month);
}

/** When a license with these four digits is no longer valid: the first moment after its month. */
export function expiryOf(payload: string): number | undefined {
  if (payload === "0000") return undefined;
  const [year, month] = [2000 + Number(payload.slice(0, 2)), Number(payload.slice(2))];
  return MS_A_DAY * (month === 12 ? monthStart(year + 1, 1) : monthStart(year, month + 1));
}

/** Whether four digits are a month, or stand for none. */
export function isExpiry(payload: string): boolean {
  return /^(?:[0-9]{2}(?:0[1-9]|1[0-2])|0000)$/.test(payload);
}
