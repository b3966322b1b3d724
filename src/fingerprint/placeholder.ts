/**
 * What firmware and drivers answer where nobody filled the field in. None of it tells one computer from another, so it
 * counts as unread, never as a value. What a vendor did fill in, however dull ("Virtual Machine"), is a value.
 *
 * The last two: four zeros or more ("0" and "000" may be slot numbers), and a MAC's or UUID's worth of `f`. One
 * expression, because it is asked of every text of every check: it leaves most of them at their first letter.
 *
 * @source field reports of DMI tables; the list grows
 */
const BLANK = new RegExp(
  `^(?:${[
    "-|n/a|none|null|oem|o\\.e\\.m\\.|empty|invalid|undefined|unknown",
    "default(?: string)?|to be filled by (?:oem|o\\.e\\.m\\.)",
    "not (?:specified|available|applicable|present)|0?1234567890?",
    "system (?:manufacturer|product name|serial number|version)|base board",
    "(?:0[-:. ]?){4,}|(?:f[-:. ]?){12,}",
  ].join("|")})$`,
  "i",
);

/**
 * Whether a text stands where a value should: empty, one of the known placeholders or of `more` (compared without regard to letter
 * case and outer blanks), or nothing but zeros or but `f` between separators: the MAC of no adapter, the UUID of no
 * board, a serial of zeros.
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
  const plain = text.trim();
  if (plain === "" || BLANK.test(plain)) return true;
  return more.length > 0 && more.some((one) => one.trim().toLowerCase() === plain.toLowerCase());
}
