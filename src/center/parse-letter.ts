import { err, ok, type Result } from "../core/index.js";
import { canonicalText } from "../owner/index.js";
import { letterLimits, letterOf, type IncompleteLetter, type LetterRequirements } from "./letter-fields.js";
import { fieldNamed, folded, subjectWords, type LetterField, type LetterTopic } from "./letter-labels.js";
import type { Letter } from "./letter.js";

/** A letter that was read. */
export interface ReadLetter {
  readonly letter: Letter;
  /** A request file that stands in its text: `openRequest` takes it. Evidence only (CE-14). */
  readonly document?: string;
  /** Lines that say nothing to this: a greeting, a signature. In their order. */
  readonly otherLines: readonly string[];
}

/** Why a text is no letter that a center can answer. */
export type LetterError =
  /** More than `limit` UTF-16 units. It was not looked at. */
  | { readonly code: "center/letter-too-long"; readonly limit: number }
  /** Neither its subject nor its fields say what it asks for. */
  | ({ readonly code: "center/unknown-letter" } & Remainder)
  | (IncompleteLetter & Remainder);

/** What was read of a letter that is not complete: nothing is lost. */
interface Remainder {
  readonly read: { readonly [F in LetterField]?: string };
  /** A request file that stands in its text. */
  readonly document?: string;
  readonly otherLines: readonly string[];
}

/**
 * Reads a letter to the licensing center, as people write it: with Russian or English labels, in any order, with text around
 * it. What it lacks is named, all of it.
 *
 * Outcomes: `center/letter-too-long`, `center/unknown-letter`, `center/letter-incomplete`.
 *
 * @rule CE-13, CE-14
 * @source S2 p. 34; S3; S4
 * @example
 * ```ts
 * import { parseLetter } from "licit/center";
 *
 * const read = parseLetter("Subject: additional PIN, please\n\nGood day!\nProduct registration number - 8050525679\nName of company: OOO Romashka");
 *
 * !read.ok && read.error.code === "center/letter-incomplete" && read.error.missing; // → ["pin", "reason"]
 * ```
 */
export function parseLetter(text: string, requirements: LetterRequirements = {}): Result<ReadLetter, LetterError> {
  if (text.length > letterLimits.letter) return err({ code: "center/letter-too-long", limit: letterLimits.letter });
  const { document, rest } = withoutDocument(text);
  const { subject, values, otherLines } = linesOf(rest);
  const topic = topicOf(subject, values, document);
  const attached = document === undefined ? {} : { document };
  const remainder: Remainder = { read: readValues(values), ...attached, otherLines };
  if (topic === undefined) return err({ code: "center/unknown-letter", ...remainder });
  const read = letterOf(topic, values, document, requirements);
  if (!read.ok) return err({ ...read.error, ...remainder });
  return ok({
    letter: read.value,
    ...(topic === "request-file" ? {} : attached),
    otherLines: [...otherLines, ...leftOver(values, read.value)],
  });
}

const END = "-----END LICIT REQUEST-----";

/** A request file in a text, which begins on a line of its own, and what stands around it. */
function withoutDocument(text: string): { readonly document?: string; readonly rest: string } {
  const begin = text.search(/^-----BEGIN LICIT REQUEST-----/m);
  const last = begin < 0 ? -1 : text.indexOf(END, begin);
  if (last < 0) return { rest: text };
  const end = last + END.length;
  const document = text.slice(begin, end).replace(/\r\n?/g, "\n");
  return { document, rest: `${text.slice(0, begin)}\n${text.slice(end)}` };
}

interface Lines {
  readonly subject: string;
  readonly values: ReadonlyMap<LetterField, readonly string[]>;
  readonly otherLines: readonly string[];
}

function linesOf(text: string): Lines {
  const values = new Map<LetterField, string[]>();
  const otherLines: string[] = [];
  let subject = "";
  /** The values of a field that may go on in the next line. */
  let open: string[] | undefined;
  for (const raw of text.split(/\r\n|[\n\r\u0085\u2028\u2029]/)) {
    const line = canonicalText(raw).replace(/^(?:[-–—•*]|[0-9]{1,2}[.)]) /, "");
    const title = subject === "" ? /^(?:subject|тема) ?: ?(.+)$/i.exec(line)?.[1] : undefined;
    const field = title === undefined ? fieldIn(line) : undefined;
    if (title !== undefined) subject = title;
    else if (field !== undefined) {
      const ofField = values.get(field.name) ?? [];
      ofField.push(field.value);
      values.set(field.name, ofField);
      open = field.name === "reason" || field.value === "" ? ofField : undefined;
    } else if (line === "") open = undefined;
    else if (open !== undefined && !line.startsWith(">")) open.push(`${open.pop() ?? ""} ${line}`.trim());
    else otherLines.push(line);
  }
  return { subject, values, otherLines };
}

/** The longest label is shorter than this. */
const LABEL = 80;

/** A label and what follows it: behind a colon, an equals sign or a dash; digits also behind a blank or a number sign. */
function fieldIn(line: string): { readonly name: LetterField; readonly value: string } | undefined {
  for (const mark of line.slice(0, LABEL).matchAll(/ ?[:=] ?| [-–—] |[-–—](?=[0-9])| №? ?(?=[0-9])/g)) {
    const name = fieldNamed(line.slice(0, mark.index));
    if (name !== undefined) return { name, value: line.slice(mark.index + mark[0].length) };
  }
  return undefined;
}

function topicOf(subject: string, values: Lines["values"], document: string | undefined): LetterTopic | undefined {
  const title = folded(subject);
  const [named] = subjectWords.find(([, words]) => words.every((word) => title.includes(word))) ?? [];
  if (named !== undefined) return named;
  if (values.has("pin") && values.has("reason")) return "additional-pin";
  return document !== undefined && values.size === 0 ? "request-file" : undefined;
}

/** What stands in fields that this letter does not need: read, and not lost. */
function leftOver(values: Lines["values"], letter: Letter): readonly string[] {
  const needed = fieldsOf[letter.kind];
  return [...values].flatMap(([field, given]) =>
    needed.includes(field) ? [] : given.map((value) => `${field}: ${value}`),
  );
}

const fieldsOf: { readonly [K in Letter["kind"]]: readonly LetterField[] } = {
  "additional-pin": ["kit", "name", "pin", "taxNumber", "reason"],
  "lost-data": ["kit", "name", "taxNumber", "reason"],
  "request-file": [],
};

/** Of each field what was read first, so that nobody types it again. */
function readValues(values: Lines["values"]): { readonly [F in LetterField]?: string } {
  return Object.fromEntries([...values].map(([field, given]) => [field, given[0] ?? ""]));
}
