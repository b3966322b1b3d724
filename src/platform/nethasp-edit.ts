import type { IniEnd, IniLine, NethaspIni } from "./nethasp-ini.js";
import { capitals, layoutOf, type IniSection } from "./nethasp-layout.js";

/** The file with another value in the setting of a line; the rest of the line stays. */
export function setValue(ini: NethaspIni, line: number, value: string): NethaspIni {
  const lines = ini.lines.map((one, at) => (at + 1 === line && one.kind === "setting" ? { ...one, value } : one));
  return { ...ini, lines };
}

/** The file with these sections, the missing ones at its end. */
export function withSections(ini: NethaspIni, sections: readonly IniSection[]): NethaspIni {
  const { sections: there } = layoutOf(ini);
  const missing = [...new Set(sections)].filter((section) => !there.has(section));
  const added = missing.map((section): IniLine => ({ kind: "section", before: "[", section, after: "]", end: "" }));
  return { ...ini, lines: spliced(ini.lines, ini.lines.length, added) };
}

/** The file with new settings in a section that it has. */
export function insertInto(
  ini: NethaspIni,
  section: IniSection,
  settings: readonly { readonly key: string; readonly value: string }[],
): NethaspIni {
  const added = settings.map((setting): IniLine => ({
    kind: "setting",
    before: "",
    equals: "=",
    after: "",
    end: "",
    ...setting,
  }));
  return { ...ini, lines: spliced(ini.lines, endOf(ini, section), added) };
}

/** The file with lines moved to the sections that they belong to, which it has. Lines count from 1. */
export function moveLines(ini: NethaspIni, moves: ReadonlyMap<number, IniSection>): NethaspIni {
  if (moves.size === 0) return ini;
  let moved: NethaspIni = { ...ini, lines: apart(ini.lines.filter((_, at) => !moves.has(at + 1))) };
  for (const [line, section] of moves) {
    const one = ini.lines[line - 1];
    if (one !== undefined) moved = { ...moved, lines: spliced(moved.lines, endOf(moved, section), [one]) };
  }
  return moved;
}

/** Behind the last setting of a section's first occurrence, so that what stands between sections stays between them. */
function endOf({ lines }: NethaspIni, section: IniSection): number {
  const head = lines.findIndex((line) => line.kind === "section" && capitals(line.section) === section);
  let end = head + 1;
  for (let at = head + 1; at < lines.length; at++) {
    const kind = lines[at]?.kind;
    if (kind === "section") break;
    if (kind === "setting") end = at + 1;
  }
  return end;
}

/** Lines in between, each with an end as its neighbors have; only the last line of a file may have none, if it had none. */
function spliced(lines: readonly IniLine[], at: number, added: readonly IniLine[]): readonly IniLine[] {
  if (added.length === 0) return lines;
  const usual = lines[at - 1]?.end || lines[0]?.end || "\r\n";
  const last = lines.length > 0 && at === lines.length ? (lines.at(-1)?.end ?? usual) : usual;
  const ended = added.map((line, index) => withEnd(line, index < added.length - 1 ? usual : last));
  const head = lines.slice(0, at);
  const before = head.at(-1);
  if (before?.end === "") head[head.length - 1] = { ...before, end: usual };
  return apart([...head, ...ended, ...lines.slice(at)]);
}

/** Before an empty line that ends in a line feed, a carriage return would become one end with it. */
function apart(lines: readonly IniLine[]): readonly IniLine[] {
  return lines.map((line, at) => {
    const next = line.end === "\r" ? lines[at + 1] : undefined;
    return next?.kind === "blank" && next.text === "" && next.end === "\n" ? { ...line, end: "\r\n" } : line;
  });
}

/** A line keeps the end that it came with, unless it is to be the last and have none. */
function withEnd(line: IniLine, end: IniEnd): IniLine {
  return line.end === "" || end === "" ? { ...line, end } : line;
}
