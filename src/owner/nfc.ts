import { numbersFrom } from "./code-point-set.js";
import { youngerMarks, youngerPairs } from "./unicode-16.js";

/**
 * Unicode NFC as of Unicode 16.0, on engines that know 13.0 or newer.
 *
 * What an engine knows, it normalizes, and Unicode promises that this never changes. Characters younger than 13.0 it may
 * not know: it would leave them where they stand, and one text would have two forms. Where a text has some, they are taken
 * apart, older characters of the same kind stand in for them while the engine does its work, and then they come back:
 * what is of one kind never changes places, so the n-th is the n-th.
 */
export function nfc(text: string): string {
  return youngerCharacters.test(text) ? nfcOfYounger(text) : text.normalize("NFC");
}

function nfcOfYounger(text: string): string {
  const characters = Array.from(decomposed(text));
  const older = characters.map((character) => standIns.get(character) ?? character).join("");
  const originals = new Map<string, Iterator<string>>();
  for (const kind of new Set(kinds.values())) {
    const ofKind = characters.filter((character) => kindOf(standIns.get(character) ?? character) === kind);
    originals.set(kind, ofKind.values());
  }
  const whole: string[] = [];
  for (const character of older.normalize("NFC")) {
    const next = originals.get(kindOf(character) ?? "")?.next();
    const original = next === undefined || next.done === true ? character : next.value;
    const younger = standIns.has(original);
    const restored = kindOf(character) === BASE && !younger ? character : original;
    compose(whole, restored);
    if (younger && character === DOTTED_BASE) compose(whole, DOT);
  }
  return whole.join("");
}

/** A letter that composes with a dot above and with nothing else, as the younger letters do for which it stands in. */
const BASE = "F";
const DOTTED_BASE = "\u1e1e";
const DOT = "\u0307";

const marks = youngerMarks.flatMap(([standIn, list]) =>
  numbersFrom(list).map((mark) => [String.fromCodePoint(mark), String.fromCodePoint(standIn)] as const),
);
const pairs = youngerPairs.flatMap((_, at) =>
  at % 3 === 0 ? [youngerPairs.slice(at, at + 3).map((point) => String.fromCodePoint(point))] : [],
);

const standIns: ReadonlyMap<string, string> = new Map([
  ...marks,
  ...pairs.filter(([, second]) => second === DOT).map(([first = ""]) => [first, BASE] as const),
]);

/** What may stand for one another, by the stand-in. */
const kinds: ReadonlyMap<string, string> = new Map([
  ...marks.map(([, standIn]) => [standIn, standIn] as const),
  [BASE, BASE],
  [DOTTED_BASE, BASE],
]);

function kindOf(character: string): string | undefined {
  return kinds.get(character);
}

const compositions: ReadonlyMap<string, string> = new Map(
  pairs.map(([first = "", second = "", whole = ""]) => [first + second, whole]),
);
const parts: ReadonlyMap<string, string> = new Map(
  pairs.map(([first = "", second = "", whole = ""]) => [whole, first + second]),
);

/** Puts a character behind others; where it composes with the last one, what comes of it takes that one's place. */
function compose(characters: string[], character: string): void {
  const last = characters.length - 1;
  const whole = compositions.get((characters[last] ?? "") + character);
  if (whole === undefined) characters.push(character);
  else characters[last] = whole;
}

/** A text with its younger compositions taken apart, down to what is none. */
function decomposed(text: string): string {
  let whole = "";
  for (const character of text) {
    const apart = parts.get(character);
    whole += apart === undefined ? character : decomposed(apart);
  }
  return whole;
}

/** Whatever of this a text may hold: then the engine may not know it. */
const youngerCharacters = new RegExp(
  `[${Array.from([...standIns.keys(), ...compositions.keys(), ...parts.keys()]).join("")}]`,
  "u",
);
