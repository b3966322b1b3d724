import { err, inputError, ok, utf8Decode, utf8Encode, type InputError, type Result } from "../core/index.js";

/** What a file is in; `text` where a text was handed in and no bytes. */
export type IniEncoding = "text" | "utf-8" | "utf-16le" | "utf-16be" | "latin-1";

/** A file's text, and what it takes to give the same file back. */
export interface DecodedIni {
  readonly encoding: IniEncoding;
  readonly bom: boolean;
  readonly text: string;
}

const MARK = "\uFEFF";

/** A text, or a copy of bytes: what can be read at all. */
export function contentOf(input: unknown, limit: number): Result<string | Uint8Array, InputError> {
  if (typeof input === "string") {
    return input.length <= limit ? ok(input) : err(inputError([{ path: [], rule: "length", limit }]));
  }
  try {
    if (!ArrayBuffer.isView(input) || !(input instanceof Uint8Array)) {
      return err(inputError([{ path: [], rule: "type", expected: "text or bytes" }]));
    }
    // What it says of its length may be a property of its own; a copy has the true one.
    const bytes = input.length > limit ? undefined : new Uint8Array(input);
    if (bytes !== undefined && bytes.length <= limit) return ok(bytes);
    return err(inputError([{ path: [], rule: "count", limit }]));
  } catch {
    return err(inputError([{ path: [], rule: "hostile" }]));
  }
}

/**
 * The text of a file in any encoding. A byte order mark decides; else zero bytes in one half of the units tell UTF-16; what
 * is no UTF is read byte for byte: keys and addresses are ASCII in every code page, and the rest has only to survive.
 */
export function decodeIni(input: string | Uint8Array): DecodedIni {
  if (typeof input === "string") return unmarked(input, "text");
  const order = orderOf(input);
  if (order !== undefined) return unmarked(utf16Decode(input, order), order);
  const text = utf8Decode(input);
  return text.ok ? unmarked(text.value, "utf-8") : { encoding: "latin-1", bom: false, text: latin1Decode(input) };
}

function unmarked(text: string, encoding: IniEncoding): DecodedIni {
  const bom = text.startsWith(MARK);
  return { encoding, bom, text: bom ? text.slice(1) : text };
}

/** The file again. Throws `RangeError` where the encoding does not have a character. */
export function encodeIni(text: string, encoding: IniEncoding, bom: boolean): string | Uint8Array {
  const whole = bom ? MARK + text : text;
  switch (encoding) {
    case "text":
      return whole;
    case "utf-8":
      return utf8Encode(whole);
    case "latin-1":
      return latin1Encode(whole);
    case "utf-16le":
    case "utf-16be":
      return utf16Encode(whole, encoding);
  }
}

type Order = "utf-16le" | "utf-16be";

function orderOf(bytes: Uint8Array): Order | undefined {
  if (bytes.length % 2 !== 0) return undefined;
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  const zero = bytes.indexOf(0);
  let zeros = 0;
  for (let at = zero; at >= 0; at = bytes.indexOf(0, at + 1)) {
    if (at % 2 !== zero % 2) return undefined;
    zeros++;
  }
  if (zeros < 2) return undefined;
  return zero % 2 === 1 ? "utf-16le" : "utf-16be";
}

function utf16Decode(bytes: Uint8Array, order: Order): string {
  const low = order === "utf-16le" ? 0 : 1;
  let text = "";
  for (let at = 0; at < bytes.length; at += 2) {
    text += String.fromCharCode((bytes[at + low] ?? 0) | ((bytes[at + 1 - low] ?? 0) << 8));
  }
  return text;
}

function utf16Encode(text: string, order: Order): Uint8Array {
  const low = order === "utf-16le" ? 0 : 1;
  const bytes = new Uint8Array(2 * text.length);
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    bytes[2 * at + low] = unit & 0xff;
    bytes[2 * at + 1 - low] = unit >> 8;
  }
  return bytes;
}

function latin1Decode(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

function latin1Encode(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit > 0xff) throw new RangeError(`writeNethaspIni: a character at ${at} that a code page file cannot hold`);
    bytes[at] = unit;
  }
  return bytes;
}
