/** Colors, where the terminal wants them: `NO_COLOR` and pipes do not. */
const colored = process.stdout.isTTY && process.env["NO_COLOR"] === undefined;

function paint(code: number): (text: string) => string {
  return (text) => (colored ? `\u001b[${code}m${text}\u001b[0m` : text);
}

export const bold: (text: string) => string = paint(1);
export const dim: (text: string) => string = paint(2);
export const red: (text: string) => string = paint(31);
export const green: (text: string) => string = paint(32);
export const yellow: (text: string) => string = paint(33);

/** A headline with air around it. */
export function headline(text: string): string {
  return `\n${bold(text)}\n${dim("─".repeat(Array.from(text).length))}`;
}

/** Rows in columns that line up; the last column runs on. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => width(row[column] ?? ""))));
  return rows
    .map((row) =>
      row
        .map((cell, at) => (at === row.length - 1 ? cell : cell + " ".repeat((widths[at] ?? 0) - width(cell))))
        .join("  "),
    )
    .map((line) => `  ${line}`)
    .join("\n");
}

/** How wide a text stands in a terminal, its colors apart. */
function width(text: string): number {
  return Array.from(text.replace(COLOR, "")).length;
}

const COLOR = new RegExp("\u001b\\[\\d+m", "g");
