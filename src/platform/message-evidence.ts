import { fileIn, parseBindingReport, type LicenseReport } from "./binding-report.js";
import { seriesOf, type Draft } from "./message-drafts.js";
import type { PlatformMessageCode } from "./message-vocabulary.js";
import type { Word } from "./message-words.js";
import type { ReportVocabulary } from "./report-vocabulary.js";

/** The numbers of a message, by what they are called in it: `Net Status=0, Warning=129`. */
export interface MessageStatus {
  readonly status?: number;
  readonly netStatus?: number;
  readonly systemError?: number;
  readonly warning?: number;
  readonly errorCode?: number;
}

/** What a message says besides its phrase. */
export interface Evidence {
  readonly file?: string;
  readonly series?: string;
  readonly status?: MessageStatus;
  readonly reason?: string;
}

/** The evidence of a message, and the last line that it is read from. */
export function evidenceOf(
  lines: readonly string[],
  words: readonly Word[],
  draft: Draft,
): { readonly evidence: Evidence; readonly last: number } {
  const { parts, last } = partsOf(lines, words, draft);
  const file = parts.map(fileIn).find((found) => found !== undefined);
  const series = SERIAL.has(draft.code) ? seriesIn(words, draft, last) : undefined;
  const status = statusIn(parts);
  const reason = reasonIn(lines, words, draft);
  return {
    evidence: {
      ...(file !== undefined && { file }),
      ...(series !== undefined && { series }),
      ...(Object.keys(status).length > 0 && { status }),
      ...(reason !== undefined && { reason }),
    },
    last,
  };
}

/** Messages of the dongles of one series. */
const SERIAL: ReadonlySet<PlatformMessageCode> = new Set(["no-local-dongle", "dongle-manager", "no-network-dongle"]);

/** The text of a message up to the end of its line or the next message; then lines that hold nothing but evidence. */
function partsOf(
  lines: readonly string[],
  words: readonly Word[],
  { from, to, reason, until }: Draft,
): { readonly parts: readonly string[]; readonly last: number } {
  const next = words[until];
  const first = words[from]?.line ?? 0;
  // A reason may stand on the line behind the words that introduce it.
  const reasonLine = reason !== undefined && isWithin(words, reason, until) ? words[reason - 1]?.line : undefined;
  let last = reasonLine ?? words[to - 1]?.line ?? 0;
  const parts: string[] = [];
  for (let line = first; line <= last; line++) {
    const start = line === first ? words[from]?.from : 0;
    parts.push((lines[line] ?? "").slice(start, next?.line === line ? next.from : undefined));
  }
  while (last + 1 < (next?.line ?? lines.length) && BARE.test(lines[last + 1] ?? "")) parts.push(lines[++last] ?? "");
  return { parts, last };
}

/** A line that goes on with what the one before it says. */
const BARE = /^\s*(?:file:\/\/|(?:net status|system error|status|warning|error code)\s*=)/i;

/** Whether a reason follows on the line of the words that introduce it. */
function isWithin(words: readonly Word[], reason: number, until: number): boolean {
  return reason < until && words[reason]?.line === words[reason - 1]?.line;
}

function reasonIn(lines: readonly string[], words: readonly Word[], draft: Draft): string | undefined {
  const { reason, reasonEnd, until } = draft;
  const end = Math.min(until, reasonEnd ?? until);
  const first = reason === undefined ? undefined : words[reason];
  if (reason === undefined || first === undefined || !isWithin(words, reason, end)) return undefined;
  let last = reason;
  while (last + 1 < end && words[last + 1]?.line === first.line) last++;
  return lines[first.line]?.slice(first.from, words[last]?.to);
}

function seriesIn(words: readonly Word[], { from, until }: Draft, last: number): string | undefined {
  for (let at = from; at < until; at++) {
    const word = words[at];
    if (word === undefined || word.line > last) return undefined;
    const series = seriesOf(word);
    if (series !== undefined) return series;
  }
  return undefined;
}

const NUMBERS =
  /(net status|system error|status|warning|error code)[ \t\u00a0]{0,9}=[ \t\u00a0]{0,9}(-?\d{1,9})(?!\d)/gi;

const NAMES: { readonly [name: string]: keyof MessageStatus } = {
  "net status": "netStatus",
  "system error": "systemError",
  status: "status",
  warning: "warning",
  "error code": "errorCode",
};

/** Of two numbers with one name the first. */
function statusIn(parts: readonly string[]): MessageStatus {
  const status: { -readonly [name in keyof MessageStatus]: number } = {};
  for (const [, name = "", number] of parts.flatMap((part) => [...part.matchAll(NUMBERS)])) {
    const field = NAMES[name.toLowerCase()];
    if (field !== undefined) status[field] ??= Number(number);
  }
  return status;
}

/** The binding report in the lines behind a message, up to the next one, and which of them it is read from. */
export function reportBehind(
  lines: readonly string[],
  from: number,
  end: number,
  vocabulary: ReportVocabulary,
): { readonly report?: LicenseReport; readonly read: readonly number[] } {
  const block = lines.slice(from, end);
  // A report passes over what stands around it; here such a line says something else, or introduces the next message.
  const parsed = parseBindingReport(block.join("\n"), { ...vocabulary, around: [] });
  const [license, another] = parsed.ok ? parsed.value.licenses : [];
  if (!parsed.ok || license === undefined) return { read: [] };
  const unread = new Set(parsed.value.unread.map(({ line }) => line));
  const { removed, present } = license;
  // The message is of one license; what follows its report is of one that nobody named.
  const last = another === undefined ? block.length : Math.max(removed.at(-1)?.line ?? 0, present.at(-1)?.line ?? 0);
  const placed = (entries: LicenseReport["removed"]): LicenseReport["removed"] =>
    entries.map((entry) => ({ ...entry, line: entry.line + from }));
  return {
    report: { ...license, removed: placed(removed), present: placed(present) },
    read: block.flatMap((_, at) => (at < last && !unread.has(at + 1) ? [from + at] : [])),
  };
}
