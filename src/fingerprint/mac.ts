/**
 * A MAC address as `aa:bb:cc:dd:ee:ff`, from 12 hex digits in any case and with any separators; `undefined` where the
 * text is not one.
 *
 * @rule FP-26
 */
export function canonicalMac(text: string): string | undefined {
  if (CANONICAL.test(text)) return text; // as it is stored: most of them
  const digits = text.toLowerCase().replace(/[^0-9a-z]/g, "");
  return /^[0-9a-f]{12}$/.test(digits) ? digits.replace(/..(?=.)/g, "$&:") : undefined;
}

const CANONICAL = /^(?:[0-9a-f]{2}:){5}[0-9a-f]{2}$/;
