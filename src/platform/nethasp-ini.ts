import { ok, type InputError, type Result } from "../core/index.js";
import { contentOf, decodeIni, encodeIni, type IniEncoding } from "./nethasp-encoding.js";

/** `nethasp.ini`, read to the last character: what {@link writeNethaspIni} gives back is what was read. */
export interface NethaspIni {
  /** `text` of a text; else what the bytes were in. Bytes of no UTF are `latin-1`, whatever code page they were meant in. */
  readonly encoding: IniEncoding;
  /** Whether a byte order mark stands in front. */
  readonly bom: boolean;
  /** Line 1 is the first. */
  readonly lines: readonly IniLine[];
}

/** The end of one line; none at the end of the file. */
export type IniEnd = "\n" | "\r\n" | "\r" | "";

/** One line. Its parts in their order are the line, so that a value can be changed and all else stays. */
export type IniLine =
  | { readonly kind: "blank"; readonly text: string; readonly end: IniEnd }
  | {
      readonly kind: "comment";
      readonly text: string;
      /** The setting that this comment takes out. It is read from the text, and not written. */
      readonly takesOut?: { readonly key: string; readonly value: string };
      readonly end: IniEnd;
    }
  | {
      readonly kind: "section";
      /** Blanks and the bracket. */
      readonly before: string;
      readonly section: string;
      /** Blanks, the bracket and what follows it. */
      readonly after: string;
      readonly end: IniEnd;
    }
  | IniSetting
  /** Neither section nor setting nor comment. */
  | { readonly kind: "other"; readonly text: string; readonly end: IniEnd };

/** A line with a value. */
export interface IniSetting {
  readonly kind: "setting";
  readonly before: string;
  readonly key: string;
  /** The sign, and blanks around it. */
  readonly equals: string;
  readonly value: string;
  /** Blanks and a comment. */
  readonly after: string;
  readonly end: IniEnd;
}

/** UTF-16 units of a text, or bytes of a file, that are read (included). */
export const iniLimit = 1_000_000;

/**
 * Reads `nethasp.ini` out of a text or the bytes of a file: UTF-8, UTF-16 of either order, with or without a byte order
 * mark, or a code page. Nothing is refused for what it says, and nothing is lost: comments, unknown keys and sections,
 * repetitions, stray blanks and each line's own end are kept.
 *
 * Outcomes: `core/invalid-input`: neither a text nor bytes, or more than 1,000,000 units or bytes.
 *
 * @rule DG-03
 * @source S3 (nethasp.ini); tests/vectors/nethasp-minimal.ini
 * @example
 * ```ts
 * import { parseNethaspIni, writeNethaspIni } from "licit/platform";
 *
 * const file = "[NH_COMMON]\r\nNH_TCPIP = Enabled ; the others are off\n";
 * const ini = parseNethaspIni(file);
 * ini.ok && ini.value.lines[1]; // → { kind: "setting", before: "", key: "NH_TCPIP", equals: " = ", value: "Enabled", after: " ; the others are off", end: "\n" }
 * ini.ok && writeNethaspIni(ini.value) === file; // → true
 * ```
 */
export function parseNethaspIni(input: string | Uint8Array): Result<NethaspIni, InputError> {
  const content = contentOf(input, iniLimit);
  if (!content.ok) return content;
  const { encoding, bom, text } = decodeIni(content.value);
  return ok({ encoding, bom, lines: linesOf(text) });
}

/**
 * The file as it was read, with what was changed since: a text of a text, and bytes in the same encoding of bytes.
 *
 * Throws `RangeError` where a changed line has characters that the encoding has not.
 *
 * @rule DG-03
 */
export function writeNethaspIni({ encoding, bom, lines }: NethaspIni): string | Uint8Array {
  return encodeIni(lines.map(textOf).join(""), encoding, bom);
}

/** A line as it stands in the file, its end apart. */
function textOf(line: IniLine): string {
  switch (line.kind) {
    case "setting":
      return line.before + line.key + line.equals + line.value + line.after + line.end;
    case "section":
      return line.before + line.section + line.after + line.end;
    default:
      return line.text + line.end;
  }
}

function linesOf(text: string): IniLine[] {
  const parts = text.split(/(\r\n|\r|\n)/);
  const lines: IniLine[] = [];
  for (let at = 0; at < parts.length; at += 2) {
    const line = parts[at] ?? "";
    // Only what stands between the separators is caught, so this is one of them, or the end of the file.
    const end = (parts[at + 1] ?? "") as IniEnd;
    if (line !== "" || end !== "") lines.push(lineOf(line, end));
  }
  return lines;
}

function lineOf(text: string, end: IniEnd): IniLine {
  const from = skipBlanks(text, 0);
  if (from === text.length) return { kind: "blank", text, end };
  if (text[from] === ";") {
    const takesOut = takenOut(text, from);
    return takesOut === undefined ? { kind: "comment", text, end } : { kind: "comment", text, takesOut, end };
  }
  return (text[from] === "[" ? sectionOf(text, from, end) : settingOf(text, from, end)) ?? { kind: "other", text, end };
}

/** The setting that a comment takes out: only of keys as the file has them, so that prose stays prose. */
function takenOut(text: string, from: number): { readonly key: string; readonly value: string } | undefined {
  let start = from;
  while (text[start] === ";" || isBlankAt(text, start)) start++;
  if (!/^NHS?_/i.test(text.slice(start, start + 4))) return undefined;
  const setting = settingOf(text, start, "");
  return setting === undefined ? undefined : { key: setting.key, value: setting.value };
}

function sectionOf(text: string, from: number, end: IniEnd): IniLine | undefined {
  const close = text.indexOf("]", from);
  if (close < 0) return undefined;
  const start = Math.min(skipBlanks(text, from + 1), close);
  const stop = Math.max(start, backBlanks(text, close));
  return {
    kind: "section",
    before: text.slice(0, start),
    section: text.slice(start, stop),
    after: text.slice(stop),
    end,
  };
}

function settingOf(text: string, from: number, end: IniEnd): IniSetting | undefined {
  const note = text.indexOf(";", from);
  const stop = note < 0 ? text.length : note;
  const sign = text.indexOf("=", from);
  if (sign <= from || sign > stop) return undefined;
  const keyEnd = backBlanks(text, sign);
  const start = Math.min(skipBlanks(text, sign + 1), stop);
  const valueEnd = Math.max(start, backBlanks(text, stop));
  return {
    kind: "setting",
    before: text.slice(0, from),
    key: text.slice(from, keyEnd),
    equals: text.slice(keyEnd, start),
    value: text.slice(start, valueEnd),
    after: text.slice(valueEnd),
    end,
  };
}

// By hand: `/[ \t]+$/` looks again at every run of blanks, and a line may be a megabyte of them.

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (isBlankAt(text, at)) at++;
  return at;
}

function backBlanks(text: string, from: number): number {
  let at = from;
  while (isBlankAt(text, at - 1)) at--;
  return at;
}

function isBlankAt(text: string, at: number): boolean {
  return text[at] === " " || text[at] === "\t";
}
