import type { PlatformMessageCode, SearchedPlace } from "./message-vocabulary.js";
import type { Match, Word } from "./message-words.js";

/** A message in the words of a text: from one up to another. */
export interface Draft {
  readonly code: PlatformMessageCode;
  readonly searched: SearchedPlace | undefined;
  readonly from: number;
  to: number;
  /** Behind the words that introduce a reason, where they follow directly. */
  reason: number | undefined;
  /** Where the words that introduce the next message end that reason. */
  reasonEnd: number | undefined;
  /** Where the next message or heading begins: what stands before it may be said of this one. */
  until: number;
}

/** Messages in their order, and the lines that only introduce them. */
export interface Drafts {
  readonly drafts: readonly Draft[];
  readonly introducing: ReadonlySet<number>;
}

/**
 * Puts phrases together: headings say where the search of what follows was made; what continues a message belongs to it.
 * Headings and introductions that no message follows introduce nothing.
 */
export function draftsOf(words: readonly Word[], matches: readonly Match[]): Drafts {
  const isFrame = frameLines(words, matches);
  const drafts: Draft[] = [];
  const introducing = new Set<number>();
  let waiting: number[] = [];
  let searched: SearchedPlace | undefined;
  let behind = 0; // the words up to here are of a phrase
  for (const { meaning, from, to } of matches) {
    const last = drafts.at(-1);
    const own = linesOf(words, from, to).filter(isFrame);
    switch (meaning.kind) {
      case "heading":
        if (last !== undefined) last.until = Math.min(last.until, from);
        searched = meaning.searched;
        waiting = own;
        break;
      case "around":
        if (last !== undefined && (last.reason ?? last.to) === from) {
          last.reason = to;
          for (const line of own) introducing.add(line);
        } else {
          if (last !== undefined) last.reasonEnd ??= from;
          waiting.push(...own);
        }
        break;
      case "message": {
        const { code, continues } = meaning.phrase;
        if (last !== undefined && continues === true && last.code === code && isNear(words, last, from)) {
          last.to = to;
          break;
        }
        const start = from > behind && isSeries(words[from - 1], words[from]) ? from - 1 : from;
        if (last !== undefined) last.until = Math.min(last.until, start);
        for (const line of waiting) introducing.add(line);
        waiting = [];
        const where = meaning.phrase.searched ?? searched;
        drafts.push({
          code,
          searched: where,
          from: start,
          to,
          reason: undefined,
          reasonEnd: undefined,
          until: words.length,
        });
      }
    }
    behind = to;
  }
  return { drafts, introducing };
}

/** Whether a line says nothing but where a search was made, or that a message follows. */
function frameLines(words: readonly Word[], matches: readonly Match[]): (line: number) => boolean {
  const left = new Map<number, number>();
  for (const { line } of words) left.set(line, (left.get(line) ?? 0) + 1);
  for (const { meaning, from, to } of matches) {
    if (meaning.kind === "message") continue;
    for (const { line } of words.slice(from, to)) left.set(line, (left.get(line) ?? 0) - 1);
  }
  return (line) => left.get(line) === 0;
}

function linesOf(words: readonly Word[], from: number, to: number): number[] {
  return [...new Set(words.slice(from, to).map(({ line }) => line))];
}

/** On the same line as the message before, or on the next one, with no heading in between. */
function isNear(words: readonly Word[], last: Draft, from: number): boolean {
  const line = words[last.to - 1]?.line ?? 0;
  return last.until === words.length && (words[from]?.line ?? 0) <= line + 1;
}

/** Whether the word before a phrase is the series of dongles that it speaks of. */
function isSeries(before: Word | undefined, first: Word | undefined): boolean {
  return before !== undefined && before.line === first?.line && seriesOf(before) !== undefined;
}

/** A series of dongles as they are marked: five letters and digits, `ORGL8`, `ENSR8`. */
export function seriesOf({ word }: Word): string | undefined {
  return /^(?=.*\d)[a-z][a-z0-9]{4}$/.test(word) ? word.toUpperCase() : undefined;
}
