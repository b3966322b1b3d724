import { err, inputError, isBlankText, ok, type InputError, type Result } from "../core/index.js";
import type { LicenseReport } from "./binding-report.js";
import { draftsOf } from "./message-drafts.js";
import { evidenceOf, reportBehind, type MessageStatus } from "./message-evidence.js";
import {
  platformMessages,
  type MessageVocabulary,
  type PlatformMessageCode,
  type SearchedPlace,
} from "./message-vocabulary.js";
import { matchesIn, wordsIn } from "./message-words.js";

/** A message of the platform that was recognized in a text. */
export interface PlatformMessage {
  readonly code: PlatformMessageCode;
  /** The line in which it begins, from 1. */
  readonly line: number;
  /** Where a license was looked for, as the message itself says or the heading above it. */
  readonly searched?: SearchedPlace;
  /** The license file that it names. */
  readonly file?: string;
  /** The series of dongles that it names: `ORGL8`. */
  readonly series?: string;
  /** Of a binding failure: what was removed and what is present, as the lines behind it say. */
  readonly report?: LicenseReport;
  /** The numbers that it gives. */
  readonly status?: MessageStatus;
  /** Of a failed check: its reason in the text's own words, where it is none that is recognized itself. */
  readonly reason?: string;
}

/** What a text says: its messages in their order, and the lines that are no part of any. */
export interface RecognizedText {
  readonly messages: readonly PlatformMessage[];
  /** Word for word; `line` counts from 1. Blank lines are left out. */
  readonly unknown: readonly { readonly line: number; readonly text: string }[];
}

/** UTF-16 units of a text in which messages are looked for (included). */
export const messageLimit = 1_000_000;

/**
 * Recognizes the platform's own messages in a text that somebody copied or photographed: several on a line or in a
 * paragraph, in Russian or English, in any letter case, with whatever blanks and punctuation. Of phrases that begin at one
 * word the longest counts. A binding report behind its message is read; lines that are part of no message are kept.
 *
 * Phrases are data: pass a vocabulary for another language.
 *
 * Outcomes: `core/invalid-input`: no text, or longer than 1,000,000 units.
 *
 * @rule DG-04
 * @source tests/vectors/platform-messages.md
 * @example
 * ```ts
 * import { recognizeMessage } from "licit/platform";
 *
 * const read = recognizeMessage(`
 * Поиск лицензии на клиенте:
 * Превышено максимальное количество пользователей, разрешенное файлом программной лицензии: file:///C:/1C/20130821122954.lic
 * Обратитесь к администратору.
 * `);
 * read.ok && read.value.messages; // → [{ code: "seats-taken", line: 3, searched: "client", file: "C:/1C/20130821122954.lic" }]
 * read.ok && read.value.unknown; // → [{ line: 4, text: "Обратитесь к администратору." }]
 * ```
 */
export function recognizeMessage(
  text: string,
  vocabulary: MessageVocabulary = platformMessages,
): Result<RecognizedText, InputError> {
  if (typeof text !== "string") return err(inputError([{ path: [], rule: "type", expected: "text" }]));
  if (text.length > messageLimit) return err(inputError([{ path: [], rule: "length", limit: messageLimit }]));
  const lines = text.split(/\r\n|\r|\n/);
  const words = wordsIn(lines);
  const { drafts, introducing } = draftsOf(words, matchesIn(words, vocabulary));
  const covered = new Set(introducing);
  const messages = drafts.map((draft): PlatformMessage => {
    const { code, searched, from, until } = draft;
    const line = words[from]?.line ?? 0;
    const { evidence, last } = evidenceOf(lines, words, draft);
    for (let at = line; at <= last; at++) covered.add(at);
    const end = words[until]?.line ?? lines.length;
    const { report, read } =
      code === "binding-broken" ? reportBehind(lines, last + 1, end, vocabulary.report) : NO_REPORT;
    for (const at of read) covered.add(at);
    return {
      code,
      line: line + 1,
      ...(searched !== undefined && { searched }),
      ...evidence,
      ...(report !== undefined && {
        report: evidence.file === undefined ? report : { file: evidence.file, ...report },
      }),
    };
  });
  const unknown = lines.flatMap((line, at) =>
    covered.has(at) || isBlankText(line) ? [] : [{ line: at + 1, text: line }],
  );
  return ok({ messages, unknown });
}

const NO_REPORT: ReturnType<typeof reportBehind> = { read: [] };
