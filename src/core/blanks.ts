/**
 * Whether a UTF-16 unit is a blank: `White_Space` of Unicode, line ends and U+0085 among them. The property has been the
 * same since Unicode 6.3, and all of its characters are single units; what `\s` means differs (U+FEFF, U+0085).
 */
export function isBlank(unit: number): boolean {
  if (unit <= 0x20) return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d);
  if (unit < 0x2000) return unit === 0x85 || unit === 0xa0 || unit === 0x1680;
  return unit <= 0x200a || unit === 0x2028 || unit === 0x2029 || unit === 0x202f || unit === 0x205f || unit === 0x3000;
}

/** Whether nothing of a text can be seen: it has blanks and characters of no width only. */
export function isBlankText(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const noWidth = unit === 0xad || (unit >= 0x200b && unit <= 0x200f) || unit === 0x2060 || unit === 0xfeff;
    if (!noWidth && !isBlank(unit)) return false;
  }
  return true;
}
