import type { MessagePhrase, MessageVocabulary, SearchedPlace } from "./message-vocabulary.js";

/** One word of a text, and where it stands: `line` from 0, `from` and `to` in that line. */
export interface Word {
  readonly word: string;
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

/** What a phrase of the vocabulary means. */
export type Meaning =
  | { readonly kind: "message"; readonly phrase: MessagePhrase }
  | { readonly kind: "heading"; readonly searched: SearchedPlace }
  | { readonly kind: "around" };

/** A phrase in a text: its words are `from` up to `to`. */
export interface Match {
  readonly meaning: Meaning;
  readonly from: number;
  readonly to: number;
}

/**
 * The words of lines: letters and digits, in small letters, `ё` as `е`; a hyphen within a word says nothing (`пин-код`), nor
 * does what stands between words.
 */
export function wordsIn(lines: readonly string[]): Word[] {
  return lines.flatMap((text, line) =>
    Array.from(text.matchAll(WORD), ({ 0: found, index }) => ({
      word: plain(found),
      line,
      from: index,
      to: index + found.length,
    })),
  );
}

function plain(found: string): string {
  const word = found.normalize("NFC").toLowerCase().replaceAll("ё", "е").replace(HYPHEN, "");
  return word === "1c" ? "1с" : word; // the name of the platform is written in either alphabet
}

const HYPHEN = /[-\u2010\u2011\u00ad\u200b]/g;
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[-\u2010\u2011\u00ad\u200b][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu;

/** Phrases in a text, from left to right: of those that begin at one word the longest, and the next one behind it. */
export function matchesIn(words: readonly Word[], vocabulary: MessageVocabulary): Match[] {
  const root = treeOf(vocabulary);
  const matches: Match[] = [];
  for (let from = 0; from < words.length;) {
    const match = longestAt(words, from, root);
    if (match !== undefined) matches.push(match);
    from = match?.to ?? from + 1;
  }
  return matches;
}

/** Words that follow one another in phrases. */
interface Branch {
  readonly next: Map<string, Branch>;
  meaning: Meaning | undefined;
}

function longestAt(words: readonly Word[], from: number, root: Branch): Match | undefined {
  let match: Match | undefined;
  let branch: Branch | undefined = root;
  for (let at = from; branch !== undefined && at < words.length; at++) {
    branch = branch.next.get(words[at]?.word ?? "");
    if (branch?.meaning !== undefined) match = { meaning: branch.meaning, from, to: at + 1 };
  }
  return match;
}

function treeOf({ phrases, headings, around }: MessageVocabulary): Branch {
  const root: Branch = { next: new Map(), meaning: undefined };
  const grow = (text: string, meaning: Meaning): void => {
    let branch = root;
    for (const { word } of wordsIn([text])) {
      const next = branch.next.get(word) ?? { next: new Map(), meaning: undefined };
      branch.next.set(word, next);
      branch = next;
    }
    if (branch !== root) branch.meaning ??= meaning;
  };
  for (const phrase of phrases) grow(phrase.text, { kind: "message", phrase });
  for (const { text, searched } of headings) grow(text, { kind: "heading", searched });
  for (const text of around) grow(text, { kind: "around" });
  return root;
}
