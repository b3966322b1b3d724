import { canonicalJson, fromBase64url, toBase64url, utf8Decode, utf8Encode, type Json } from "../../core/index.js";

/** The parts of a document between its two lines, as they stand in docs/formats.md. */
export function partsOf(text: string): readonly string[] {
  const lines = text.trim().split("\n");
  return lines.slice(1, -1).join("").split(".");
}

/** A document of these parts, with the lines of another. */
export function withParts(text: string, parts: readonly string[]): string {
  const lines = text.trim().split("\n");
  return [lines[0], parts.join("."), lines.at(-1), ""].join("\n");
}

/** What an encoded part says. */
export function said(part: string): { readonly [name: string]: Json } {
  const text = utf8Decode(fromBase64url(part) ?? new Uint8Array());
  return JSON.parse(text.ok ? text.value : "{}") as { readonly [name: string]: Json }; // what was written as JSON
}

/** A part that says something, in its canonical form. */
export function saying(value: Json): string {
  const text = canonicalJson(value);
  return toBase64url(utf8Encode(text.ok ? text.value : ""));
}

/** The same document as mail programs and editors hand it on. */
export const manglings: readonly { readonly what: string; readonly mangle: (text: string) => string }[] = [
  { what: "CRLF", mangle: (text) => text.replaceAll("\n", "\r\n") },
  { what: "a byte order mark", mangle: (text) => `\uFEFF${text}` },
  { what: "other line breaks", mangle: (text) => text.replace(/[A-Za-z0-9_.-]{20}(?=[A-Za-z0-9_.])/g, "$&\n") },
  { what: "an e-mail around it", mangle: (text) => `Dear Anna,\nhere is your license:\n\n${text}\n--\nExample Vendor` },
  { what: "quote marks", mangle: (text) => text.replace(/^/gm, "> ") },
  { what: "blanks", mangle: (text) => text.replaceAll("\n", " \u00a0\n\t") },
];

/** A document with another letter somewhere between its two lines. */
export function withLetter(text: string, place: number): string {
  const at = 28 + (place % (text.length - 60));
  const letter = text.charAt(at) === "A" ? "B" : "A";
  return text.slice(0, at) + letter + text.slice(at + 1);
}
