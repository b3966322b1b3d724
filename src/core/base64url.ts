/** Letters of base64url, by value. @source RFC 4648, section 5 */
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** Bytes in base64url, without padding. */
export function toBase64url(bytes: Uint8Array): string {
  const units = new Uint8Array(Math.ceil((bytes.length * 4) / 3));
  for (let [at, end] = [0, 0]; at < bytes.length; at += 3) {
    const triple = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    // Beyond the end, what is written is lost.
    units[end++] = LETTERS[triple >> 18] ?? 0;
    units[end++] = LETTERS[(triple >> 12) & 63] ?? 0;
    units[end++] = LETTERS[(triple >> 6) & 63] ?? 0;
    units[end++] = LETTERS[triple & 63] ?? 0;
  }
  let text = "";
  for (let at = 0; at < units.length; at += MOST_ARGUMENTS) {
    // Spread, they would be taken out one by one; `apply` takes whatever has a length.
    text += String.fromCharCode.apply(null, units.subarray(at, at + MOST_ARGUMENTS) as unknown as number[]);
  }
  return text;
}

const LETTERS: Uint8Array = Uint8Array.from(ALPHABET, (letter) => letter.charCodeAt(0));

/** An engine takes some ten thousand arguments and more; this many are as fast. */
const MOST_ARGUMENTS = 1_024;

/**
 * The bytes of base64url, strictly: no padding, no letter of another alphabet, no bits left over. What is read is written
 * again as the same text, so that two texts never stand for the same bytes. `undefined` for everything else.
 */
export function fromBase64url(text: string): Uint8Array | undefined {
  const { length } = text;
  if (length % 4 === 1) return undefined;
  const bytes = new Uint8Array(Math.floor((length * 3) / 4));
  let [at, end] = [0, 0];
  for (; at + 4 <= length; at += 4) {
    const bits =
      (value(text, at) << 18) | (value(text, at + 1) << 12) | (value(text, at + 2) << 6) | value(text, at + 3);
    if (bits < 0) return undefined;
    bytes[end++] = bits >> 16;
    bytes[end++] = bits >> 8;
    bytes[end++] = bits;
  }
  if (at === length) return bytes;
  const three = at + 3 === length;
  const bits = (value(text, at) << 12) | (value(text, at + 1) << 6) | (three ? value(text, at + 2) : 0);
  if (bits < 0 || (bits & (three ? 0x3 : 0x3ff)) !== 0) return undefined;
  bytes[end++] = bits >> 10;
  if (three) bytes[end] = bits >> 2;
  return bytes;
}

/** The value of a letter; negative for what is none, and so is every number that it is shifted into. */
function value(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit < 128 ? (VALUES[unit] ?? -1) : -1;
}

const VALUES: Int8Array = Int8Array.from({ length: 128 }, (_, unit) => ALPHABET.indexOf(String.fromCharCode(unit)));
