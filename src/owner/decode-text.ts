import { err, inputError, loneSurrogateAt, ok, utf8Decode, type InputError, type Result } from "../core/index.js";

/** Bytes of a file (included). */
const MAX_BYTES = 65_536;

/**
 * The text of a file, whatever wrote it: UTF-8, UTF-16 (either order) or Windows-1251. A byte order mark decides; without
 * one, zero bytes tell UTF-16; what is not UTF-8 is Windows-1251.
 *
 * Refuses more than 65,536 bytes, half of a UTF-16 unit or pair, bytes that no encoding has, and U+0000; the path of a
 * fault is the index of the byte.
 */
export function decodeText(bytes: Uint8Array): Result<string, InputError> {
  if (bytes.length > MAX_BYTES) return err(inputError([{ path: [], rule: "count", limit: MAX_BYTES }]));
  const decoded = decode(bytes);
  if (!decoded.ok) return decoded;
  const zero = decoded.value.indexOf("\0");
  return zero < 0 ? decoded : malformed(zero, "no U+0000");
}

function decode(bytes: Uint8Array): Result<string, InputError> {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) {
    const text = utf8Decode(bytes.subarray(3));
    return text.ok ? text : malformed(text.error.at + 3, "UTF-8");
  }
  if (first === 0xff && second === 0xfe) return utf16(bytes, 2, 0);
  if (first === 0xfe && second === 0xff) return utf16(bytes, 2, 1);
  const zero = bytes.indexOf(0);
  // In UTF-16 a line end has one zero byte: the high one, which in one order comes second, in the other first.
  if (zero >= 0) return utf16(bytes, 0, zero % 2 === 1 ? 0 : 1);
  const text = utf8Decode(bytes);
  return text.ok ? text : windows1251(bytes);
}

/** UTF-16 from a byte on; `low` is the place of the low byte in a unit. */
function utf16(bytes: Uint8Array, from: number, low: 0 | 1): Result<string, InputError> {
  if (bytes.length % 2 !== 0) return malformed(bytes.length - 1, "whole UTF-16 units");
  let text = "";
  for (let at = from; at < bytes.length; at += 2) {
    text += String.fromCharCode((bytes[at + low] ?? 0) | ((bytes[at + 1 - low] ?? 0) << 8));
  }
  const lone = loneSurrogateAt(text);
  return lone < 0 ? ok(text) : malformed(from + 2 * lone, "whole UTF-16 pairs");
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
