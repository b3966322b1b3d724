import { err, inputError, ok, type InputError, type Result } from "../core/index.js";
import { platformReport, type ReportKind, type ReportVocabulary } from "./report-vocabulary.js";

/** The fields of one line of a report, by name. */
export interface ReportFields {
  readonly [name: string]: string | number;
}

/** One line of a report: a device or a value that was there at acquisition, or is there now. */
export interface ReportEntry {
  readonly kind: ReportKind["kind"];
  /** The number behind the kind: `DISK_0` is 0. */
  readonly index: number;
  /** The fields by name; of a device, `model` is the one that a person recognizes it by. */
  readonly fields: ReportFields;
  /** Its line in the text, from 1. */
  readonly line: number;
}

/** What a report says of one license. */
export interface LicenseReport {
  /** The license file, as the report names it; absent where it names none. */
  readonly file?: string;
  /** What the license was made for and is no longer found. */
  readonly removed: readonly ReportEntry[];
  /** What is found and the license was not made for. */
  readonly present: readonly ReportEntry[];
}

/** The platform's report of a binding failure, read. */
export interface BindingReport {
  readonly licenses: readonly LicenseReport[];
  /** Lines that could not be read, kept word for word; `line` counts from 1. */
  readonly unread: readonly { readonly line: number; readonly text: string }[];
}

/** UTF-16 units of a report that are read (included). */
export const reportLimit = 1_000_000;

/**
 * Reads the platform's report of a binding failure: which license, what was removed since it was acquired, what is
 * present now. Several licenses may follow each other; blank lines, CRLF, a byte order mark and the letter case of kinds
 * do not matter. Lines that mean nothing to it are reported, never dropped.
 *
 * Headings and kinds are data: pass a vocabulary for another language.
 *
 * Outcomes: `core/invalid-input`: no text, longer than 1,000,000 units, or neither of the two lists is in it.
 *
 * @rule FP-22
 * @source tests/vectors/binding-report-server-ru.txt
 * @example
 * ```ts
 * import { parseBindingReport } from "licit/platform";
 *
 * const report = parseBindingReport(`
 * Ошибка программного лицензирования. Ошибка привязки программной лицензии к компьютеру: file://C:/1C/20130821122954.lic
 * После получения лицензии удалены:
 * Sys Type_0: ProLiant DL360 G7, x64-based PC
 * В текущей конфигурации компьютера имеются:
 * Phis Mem_0: 19313217536
 * `);
 * report.ok && report.value.licenses[0]?.file; // → "C:/1C/20130821122954.lic"
 * report.ok && report.value.licenses[0]?.removed[0]?.fields; // → { model: "ProLiant DL360 G7", type: "x64-based PC" }
 * parseBindingReport("Все работает").ok; // → false
 * ```
 */
export function parseBindingReport(
  text: string,
  vocabulary: ReportVocabulary = platformReport,
): Result<BindingReport, InputError> {
  if (typeof text !== "string") return err(inputError([{ path: [], rule: "type", expected: "text" }]));
  if (text.length > reportLimit) return err(inputError([{ path: [], rule: "length", limit: reportLimit }]));
  const licenses: DraftLicense[] = [];
  const unread: { line: number; text: string }[] = [];
  let list: "removed" | "present" | undefined;
  for (const [at, raw] of text.split(/\r\n|\r|\n/).entries()) {
    const line = raw.trim(); // a byte order mark is a blank to `trim`
    const heading = headingOf(line, vocabulary);
    switch (heading) {
      case "blank":
      case "around":
        break;
      case "license":
        licenses.push({ file: fileIn(line), removed: [], present: [] });
        list = undefined;
        break;
      case "removed":
      case "present":
        if (startsAnother(heading, list, licenses)) licenses.push({ file: undefined, removed: [], present: [] });
        list = heading;
        break;
      case undefined: {
        const entry = list === undefined ? undefined : entryOf(line, at + 1, vocabulary);
        const license = licenses.at(-1);
        if (entry === undefined || license === undefined || list === undefined)
          unread.push({ line: at + 1, text: raw });
        else license[list].push(entry);
      }
    }
  }
  const found = licenses.filter(({ removed, present }) => removed.length + present.length > 0);
  if (found.length === 0) return err(inputError([{ path: [], rule: "format", expected: "binding report" }]));
  return ok({
    licenses: licenses.map(({ file, ...lists }) => (file === undefined ? lists : { file, ...lists })),
    unread,
  });
}

interface DraftLicense {
  readonly file: string | undefined;
  readonly removed: ReportEntry[];
  readonly present: ReportEntry[];
}

type Heading = "blank" | "around" | "license" | "removed" | "present";

function headingOf(line: string, vocabulary: ReportVocabulary): Heading | undefined {
  if (line === "") return "blank";
  const plain = line.toLowerCase();
  const says = (phrase: string): boolean => plain.includes(phrase.toLowerCase());
  if (vocabulary.license.some(says)) return "license";
  if (vocabulary.removed.some(says)) return "removed";
  if (vocabulary.present.some(says)) return "present";
  return vocabulary.around.some(says) ? "around" : undefined;
}

/** A list of removed devices after a list of present ones, or before any license was named, begins another license. */
function startsAnother(
  heading: "removed" | "present",
  list: string | undefined,
  licenses: readonly unknown[],
): boolean {
  return licenses.length === 0 || (heading === "removed" && list !== undefined) || heading === list;
}

/** The path behind `file://`, up to `.lic`: `C:/1C/a.lic` of `file:///C:/1C/a.lic`, `/var/1C/a.lic` of a Unix one. */
export function fileIn(line: string): string | undefined {
  const start = line.toLowerCase().indexOf("file://");
  const end = line.toLowerCase().indexOf(".lic", start);
  if (start < 0 || end < 0) return undefined;
  return line.slice(start + "file://".length, end + ".lic".length).replace(/^\/(?=[A-Za-z]:)/, "");
}

function entryOf(line: string, at: number, vocabulary: ReportVocabulary): ReportEntry | undefined {
  const [, name = "", index = "", rest = ""] = /^([^_:]+)_(\d{1,9})\s*:\s*(.+)$/.exec(line) ?? [];
  const kind = vocabulary.kinds.find(({ names }) => names.includes(name.trim().toLowerCase()));
  if (kind === undefined) return undefined;
  const fields = fieldsOf(rest, kind);
  return fields === undefined ? undefined : { kind: kind.kind, index: Number(index), fields, line: at };
}

/** Fields are separated by a comma and a blank, and only the recognizing one can hold such of its own. */
function fieldsOf(rest: string, { fields }: ReportKind): ReportFields | undefined {
  const parts = rest.split(/,\s/).map((part) => part.trim());
  const surplus = parts.length - fields.length;
  if (surplus < 0) return undefined;
  const elastic = Math.max(fields.indexOf("model"), 0);
  const merged = parts.slice(elastic, elastic + surplus + 1).join(", ");
  const values = [...parts.slice(0, elastic), merged, ...parts.slice(elastic + surplus + 1)];
  return Object.fromEntries(fields.map((field, at) => [field, numeric(field, values[at] ?? "")]));
}

/** Counts and sizes are numbers; identifiers that happen to look like one stay text. */
function numeric(field: string, value: string): string | number {
  const number = Number(value);
  return COUNTED.test(field) && /^\d+$/.test(value) && Number.isSafeInteger(number) ? number : value;
}

const COUNTED = /Bytes$|KiB$|MHz$|Width$|^(?:bytesPerSector|sectorsPerTrack|cylinders|heads|tracks|sectors)$/;
