import { err, isBlank, ok, type Result } from "../core/index.js";
import { documentLimits, type DocumentError, type DocumentLabel } from "./document.js";

/** A document's text between its label's two lines. */
export interface Armored {
  readonly label: DocumentLabel;
  /** Letters of base64url, and dots. */
  readonly body: string;
}

const WIDTH = 64;

/** A document as a text that a person can mail. Throws `RangeError` on one that nobody would open, being too large. */
export function armored(label: DocumentLabel, body: string): string {
  const lines: string[] = [];
  for (let at = 0; at < body.length; at += WIDTH) lines.push(body.slice(at, at + WIDTH));
  const text = [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ""].join("\n");
  if (text.length > documentLimits.text) throw new RangeError(`a document of more than ${documentLimits.text} units`);
  return text;
}

/**
 * Finds the one document of these kinds in a text: of a file, or of an e-mail with its chatter, its quote marks and its own line breaks. A
 * byte order mark, CRLF and blanks are passed over.
 */
export function readArmor(text: unknown, expected: readonly DocumentLabel[]): Result<Armored, DocumentError> {
  if (typeof text !== "string") return err({ code: "license/no-document" });
  if (text.length > documentLimits.text) return err({ code: "license/too-large", limit: documentLimits.text });
  const begins = [...text.matchAll(BEGIN)].map(({ 0: line, 1: named = "", index }) => ({
    named,
    from: index + line.length,
  }));
  const [first] = begins;
  if (first === undefined) return err({ code: "license/no-document" });
  const wanted = begins.flatMap(({ named, from }) =>
    expected.filter((one) => one === named).map((label) => ({ label, from })),
  );
  const [document] = wanted;
  if (document === undefined) return err({ code: "license/other-document", label: first.named, expected });
  if (wanted.length > 1) return err({ code: "license/several-documents", count: wanted.length });
  const { label, from } = document;
  const to = text.indexOf(`-----END ${label}-----`, from);
  if (to < 0) return err({ code: "license/damaged", at: text.length });
  return bodyOf(text, from, to, label);
}

const BEGIN = /-----BEGIN (LICIT [A-Z ]{1,40})-----/g;

function bodyOf(text: string, from: number, to: number, label: DocumentLabel): Result<Armored, DocumentError> {
  const plain = text.slice(from, to).replace(/\r?\n/g, "");
  if (/^[\w.-]*$/.test(plain)) return ok({ label, body: plain });
  let body = "";
  let lineStart = false;
  for (let at = from; at < to; at++) {
    const character = text.charAt(at);
    if (LETTER.test(character)) {
      body += character;
      lineStart = false;
    } else if (character === "\n" || character === "\r") lineStart = true;
    else if (!isBlank(text.charCodeAt(at)) && character !== "\uFEFF" && !(lineStart && character === ">")) {
      return err({ code: "license/damaged", at });
    }
  }
  return ok({ label, body });
}

const LETTER = /[A-Za-z0-9_.-]/;
