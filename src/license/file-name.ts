import { dayOf, MS_A_DAY, twoDigits } from "../core/index.js";

/**
 * What the file of a license is called: by its time, `YYYYMMDDhhmmss.lic`, UTC. A name that exists is advanced by a second,
 * until one is free; letter case does not make it another.
 *
 * `at` is milliseconds since 1970 UTC. Throws `RangeError` beyond the years 0 to 9999.
 *
 * @rule LC-07
 * @source S2 p. 20; field reports
 * @example
 * ```ts
 * import { licenseFileName } from "licit/license";
 *
 * licenseFileName(Date.UTC(2026, 10, 22, 9, 30, 5)); // → "20261122093005.lic"
 * licenseFileName(Date.UTC(2026, 11, 31, 23, 59, 59), ["20261231235959.LIC"]); // → "20270101000000.lic"
 * ```
 */
export function licenseFileName(at: number, taken: Iterable<string> = []): string {
  const names = new Set([...taken].map((name) => name.toLowerCase()));
  let second = Math.floor(at / 1_000);
  let name = nameOf(second);
  while (names.has(name)) name = nameOf(++second);
  return name;
}

function nameOf(second: number): string {
  const { year, month, day } = dayOf(Math.floor((second * 1_000) / MS_A_DAY));
  if (!(year >= 0 && year <= 9_999)) throw new RangeError("licenseFileName: a time of the years 0 to 9999");
  const ofDay = ((second % 86_400) + 86_400) % 86_400;
  const clock = [Math.floor(ofDay / 3_600), Math.floor(ofDay / 60) % 60, ofDay % 60];
  return `${String(year).padStart(4, "0")}${[month, day, ...clock].map(twoDigits).join("")}.lic`;
}
