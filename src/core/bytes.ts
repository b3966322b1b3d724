import { loneSurrogateAt } from "./code-points.js";
import { err, ok, type Result } from "./result.js";

/** Why bytes or their text form could not be read: `at` is the first offending index. */
export interface BytesError {
  readonly code: "core/not-utf8" | "core/not-hex";
  readonly at: number;
}

/**
 * The UTF-8 bytes of a text, without a host's `TextEncoder`.
 *
 * Throws `RangeError` on a lone surrogate, which has no UTF-8: a replacement character would make two texts one. Ask
 * `loneSurrogateAt` first where the text is not yours.
 *
 * @example
 * ```ts
 * import { bytesToHex, utf8Encode } from "licit";
 *
 * bytesToHex(utf8Encode("№1")); // → "e2849631"
 * ```
 */
export function utf8Encode(text: string): Uint8Array {
  return asciiBytes(text) ?? encoded(text);
}

/** The bytes of a text in which every character is one; most of what is signed is. */
function asciiBytes(text: string): Uint8Array | undefined {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x80) return undefined;
    bytes[at] = unit;
  }
  return bytes;
}

function encoded(text: string): Uint8Array {
  const lone = loneSurrogateAt(text);
  if (lone >= 0) throw new RangeError(`utf8Encode: a lone surrogate at ${lone}`);
  const bytes = new Uint8Array(text.length * 3);
  let length = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    if (point < 0x80) {
      bytes[length++] = point;
      continue;
    }
    if (point < 0x800) bytes[length++] = 0xc0 | (point >> 6);
    else {
      if (point < 0x10000) bytes[length++] = 0xe0 | (point >> 12);
      else {
        bytes[length++] = 0xf0 | (point >> 18);
        bytes[length++] = 0x80 | ((point >> 12) & 0x3f);
      }
      bytes[length++] = 0x80 | ((point >> 6) & 0x3f);
    }
    bytes[length++] = 0x80 | (point & 0x3f);
  }
  return bytes.slice(0, length);
}

/**
 * The text of UTF-8 bytes, strictly: overlong forms, surrogates, truncated sequences and code points above U+10FFFF are
 * refused. A byte order mark is a character like any other.
 *
 * @example
 * ```ts
 * import { hexToBytes, utf8Decode } from "licit";
 *
 * utf8Decode(new Uint8Array([0xe2, 0x84, 0x96])); // → { ok: true, value: "№" }
 * utf8Decode(new Uint8Array([0x41, 0xc0, 0x80])); // → { ok: false, error: { code: "core/not-utf8", at: 1 } }
 * ```
 */
export function utf8Decode(bytes: Uint8Array): Result<string, BytesError> {
  const parts: string[] = [];
  let text = "";
  for (let at = 0; at < bytes.length;) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80 && text.length <= 4096) {
      text += String.fromCharCode(lead);
      at++;
      continue;
    }
    const size = lead < 0x80 ? 1 : lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
    let point = size === 1 ? lead : lead & (0x7f >> size);
    for (let next = 1; next < size; next++) {
      const byte = bytes[at + next] ?? 0;
      if ((byte & 0xc0) !== 0x80) return err({ code: "core/not-utf8", at });
      point = (point << 6) | (byte & 0x3f);
    }
    const overlong = point < (SMALLEST[size] ?? 0);
    if (size === 0 || overlong || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) {
      return err({ code: "core/not-utf8", at });
    }
    text += String.fromCodePoint(point);
    at += size;
    if (text.length > 4096) {
      parts.push(text);
      text = "";
    }
  }
  return ok(parts.join("") + text);
}

/** The smallest code point that needs a sequence of this many bytes. */
const SMALLEST: readonly number[] = [0, 0, 0x80, 0x800, 0x10000];

/** Lower-case hex of bytes, two digits each. */
export function bytesToHex(bytes: Uint8Array): string {
  let hex = "";
  for (const byte of bytes) hex += (byte < 16 ? "0" : "") + byte.toString(16);
  return hex;
}

/**
 * The bytes of hex digits, in either case; an even number of them and nothing else.
 *
 * @example
 * ```ts
 * import { hexToBytes } from "licit";
 *
 * hexToBytes("00fF"); // → { ok: true, value: new Uint8Array([0, 255]) }
 * hexToBytes("0g"); // → { ok: false, error: { code: "core/not-hex", at: 1 } }
 * ```
 */
export function hexToBytes(hex: string): Result<Uint8Array, BytesError> {
  const at = hex.search(/[^0-9a-fA-F]/);
  if (at >= 0) return err({ code: "core/not-hex", at });
  if (hex.length % 2 !== 0) return err({ code: "core/not-hex", at: hex.length });
  const bytes = new Uint8Array(hex.length / 2);
  for (let i = 0; i < bytes.length; i++) bytes[i] = Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16);
  return ok(bytes);
}
