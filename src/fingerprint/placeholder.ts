/**
 * What firmware and drivers answer where nobody filled the field in. None of it tells one computer from another, so it
 * counts as unread, never as a value.
 *
 * Lower case. Strings that a vendor did fill in, however dull ("Virtual Machine"), are values.
 *
 * @rule FP-27
 * @source field reports of DMI tables; the list grows
 */
export const placeholders: readonly string[] = [
  "-",
  "0123456789",
  "123456789",
  "1234567890",
  "base board",
  "base board serial number",
  "chassis serial number",
  "default",
  "default string",
  "empty",
  "invalid",
  "n/a",
  "no enclosure",
  "none",
  "not applicable",
  "not available",
  "not present",
  "not specified",
  "null",
  "o.e.m.",
  "oem",
  "system manufacturer",
  "system product name",
  "system serial number",
  "system version",
  "to be filled by o.e.m.",
  "to be filled by oem",
  "type1productconfigid",
  "undefined",
  "unknown",
];

const known: ReadonlySet<string> = new Set(placeholders);

/**
 * Whether a text stands where a value should: empty, one of {@link placeholders} or of `more` (compared without regard
 * to letter case and outer blanks), or nothing but zeros or but `f` between separators: the MAC of no adapter, the UUID
 * of no board, a serial of zeros.
 *
 * @rule FP-27
 * @example
 * ```ts
 * import { isPlaceholder } from "licit/fingerprint";
 *
 * isPlaceholder("To Be Filled By O.E.M."); // → true
 * isPlaceholder("00:00:00:00:00:00"); // → true
 * isPlaceholder("PRIME B450M-A"); // → false
 * isPlaceholder("Demo board", ["demo board"]); // → true
 * ```
 */
export function isPlaceholder(text: string, more: readonly string[] = []): boolean {
  if (text.length > LONGEST && more.length === 0) return false;
  const plain = text.trim().toLowerCase();
  return (
    plain === "" ||
    BLANK_IDENTITY.test(plain) ||
    known.has(plain) ||
    more.some((one) => one.trim().toLowerCase() === plain)
  );
}

/** No placeholder is longer; longer texts need no closer look. */
const LONGEST = 64;

/** Four zeros or more, or a MAC's or UUID's worth of `f`: "0" and "000" may be slot numbers. */
const BLANK_IDENTITY = /^(?:0[-:. ]?){4,}$|^(?:f[-:. ]?){12,}$/;
