import { ensure } from "../rule.js";
import type { IniCase } from "./ini-files.js";

/**
 * Ends a law where a repair did not keep the file: lines that nothing was wrong with stand as they stood, in their order;
 * the others say what they said, elsewhere or otherwise.
 */
export function ensureKept(file: IniCase, text: string): void {
  const written = text.split(/(?<=\r\n|\r(?!\n)|\n)/);
  const moves = file.lines.some(({ repair }) => repair === "moves");
  const bare = written.map((one) => one.replace(/[\r\n]+$/, ""));
  let at = 0;
  for (const [index, { text: line, end, repair }] of file.lines.entries()) {
    if (repair === "moves") {
      const moved = line.replace(/(=\s*)([^;]*?)(\s*(;.*)?)$/, (_, sign: string, value: string, note: string) =>
        /NH_TCPIP\s*=/i.test(line) && value.toLowerCase() !== "enabled" ? `${sign}Enabled${note}` : sign + value + note,
      );
      ensure(bare.includes(moved), `the line ${JSON.stringify(moved)} moves`);
      continue;
    }
    const expected =
      repair === "enables"
        ? line.replace(/(=\s*)([^;]*?)(\s*(;.*)?)$/, (_, sign: string, __, note: string) => `${sign}Enabled${note}`)
        : line;
    const isLast = index === file.lines.length - 1;
    const isSame = (one: string): boolean =>
      one === expected + end ||
      (isLast && end === "" && one.replace(/[\r\n]+$/, "") === expected) ||
      // Where a line moves, a carriage return may come to stand before a lone line feed.
      (moves && end === "\r" && one === `${expected}\r\n`);
    while (at < written.length && !isSame(written[at] ?? "")) at++;
    ensure(at < written.length, `the line ${JSON.stringify(expected + end)} is kept, in its order`);
    at++;
  }
}
