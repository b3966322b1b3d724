import { err, inputError, loneSurrogateAt, ok, utf8Decode, type InputError, type Result } from "../core/index.js";

/** Bytes of a file (included). */
const MAX_BYTES = 65_536;

/**
 * The text of a file, whatever wrote it: UTF-8, UTF-16 (either order) or Windows-1251. A byte order mark decides. Without
 * one, several zero bytes in one half of the units tell UTF-16; what is not UTF-8 is Windows-1251, unless more of it is
 * UTF-8 than is not: then it is damaged, and read as anything else it would be nonsense.
 *
 * Refuses more than 65,536 bytes, half of a UTF-16 unit or pair, bytes that no encoding has, and U+0000. The path of a
 * fault is the index of the byte.
 */
export function decodeText(bytes: Uint8Array): Result<string, InputError> {
  if (bytes.length > MAX_BYTES) return err(inputError([{ path: [], rule: "count", limit: MAX_BYTES }]));
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return utf16(bytes, 2, 0);
  if (first === 0xfe && second === 0xff) return utf16(bytes, 2, 1);
  const zero = bytes.indexOf(0);
  if (zero >= 0)
    return looksLikeUtf16(bytes, zero) ? utf16(bytes, 0, zero % 2 === 1 ? 0 : 1) : malformed(zero, "no U+0000");
  const marked = first === 0xef && second === 0xbb && third === 0xbf;
  const from = marked ? 3 : 0;
  const text = utf8Decode(bytes.subarray(from));
  if (text.ok) return text;
  return marked || isDamagedUtf8(bytes) ? malformed(from + text.error.at, "UTF-8") : windows1251(bytes);
}

/** In UTF-16 colons, blanks and line ends have a zero byte each: always the same half of a unit, and more than one. */
function looksLikeUtf16(bytes: Uint8Array, first: number): boolean {
  let zeros = 0;
  for (let at = first; at < bytes.length; at++) {
    if (bytes[at] !== 0) continue;
    if (at % 2 !== first % 2) return false;
    zeros++;
  }
  return zeros > 1;
}

/** Whether more characters beyond ASCII are whole UTF-8 than there are bytes in it that are not. */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  let [whole, broken, from] = [0, 0, 0];
  while (from < bytes.length) {
    const rest = bytes.subarray(from);
    const text = utf8Decode(rest);
    const end = text.ok ? rest.length : text.error.at;
    for (const byte of rest.subarray(0, end)) if (byte >= 0xc0) whole++;
    if (!text.ok) broken++;
    from += end + 1;
  }
  return whole > broken;
}

/** UTF-16 from a byte on; `low` is the place of the low byte in a unit. */
function utf16(bytes: Uint8Array, from: number, low: 0 | 1): Result<string, InputError> {
  if (bytes.length % 2 !== 0) return malformed(bytes.length - 1, "whole UTF-16 units");
  let text = "";
  for (let at = from; at < bytes.length; at += 2) {
    text += String.fromCharCode((bytes[at + low] ?? 0) | ((bytes[at + 1 - low] ?? 0) << 8));
  }
  const lone = loneSurrogateAt(text);
  if (lone >= 0) return malformed(from + 2 * lone, "whole UTF-16 pairs");
  const zero = text.indexOf("\0");
  return zero < 0 ? ok(text) : malformed(from + 2 * zero, "no U+0000");
}

/** The upper half of Windows-1251 below А (0xC0); U+FFFD where it has nothing. */
const windows1251Signs = "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\ufffd™љ›њќћџ\u00a0ЎўЈ¤Ґ¦§Ё©Є«¬\u00ad®Ї°±Ііґµ¶·ё№є»јЅѕї";

function windows1251(bytes: Uint8Array): Result<string, InputError> {
  let text = "";
  for (const [at, byte] of bytes.entries()) {
    if (byte === 0x98) return malformed(at, "UTF-8, UTF-16 or Windows-1251");
    if (byte < 0x80) text += String.fromCharCode(byte);
    else text += byte < 0xc0 ? windows1251Signs.charAt(byte - 0x80) : String.fromCharCode(0x410 + byte - 0xc0);
  }
  return ok(text);
}

function malformed(at: number, expected: string): Result<never, InputError> {
  return err(inputError([{ path: [at], rule: "format", expected }]));
}
