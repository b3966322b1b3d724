/**
 * A MAC address as `aa:bb:cc:dd:ee:ff`, from 12 hex digits in any case and with any separators; `undefined` where the
 * text is not one.
 *
 * @rule FP-26
 */
export function canonicalMac(text: string): string | undefined {
  const digits = text.replace(SEPARATORS, "").toLowerCase();
  return TWELVE_HEX.test(digits) ? digits.replace(/..(?=.)/g, "$&:") : undefined;
}

/** Blanks, ASCII punctuation, and the dashes that word processors make of a hyphen. A letter is never a separator. */
const SEPARATORS = /[\s!-/:-@[-`{-~\u2010-\u2015\u2212]/g;

const TWELVE_HEX = /^[0-9a-f]{12}$/;
