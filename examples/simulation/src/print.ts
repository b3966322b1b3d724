import type { Counts, Report } from "./report.js";

/** The report as Markdown, for a vendor to read. */
export function print(report: Report): string {
  const { seed, kits, years, computers, events, broken } = report;
  return [
    `Seed ${seed}: ${number(kits)} kits, ${number(computers)} computers, ${years} years, ${number(events)} events.`,
    "",
    broken.length === 0
      ? "Every rule that is checked held after every one of them."
      : [`**${broken.length} faults.**`, ...broken.slice(0, 20).map((fault) => `- ${fault}`)].join("\n"),
    "",
    ...table("What happened to the computers", report.happened),
    ...table("What the center did", report.eventTypes),
    ...table("Licenses granted, by operation and channel", report.grants),
    ...table("Requests refused, by reason", report.refusals),
    ...table("What counted as a violation", report.violations),
    ...table("What the PINs are at the end", report.pins),
    ...table("Thefts", report.thefts),
    ...table("The computers' licenses at the end, and the remedy of those that do not work", report.licenses),
  ].join("\n");
}

function table(title: string, counts: Counts): readonly string[] {
  const sorted = Object.entries(counts).sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
  return [`| ${title} | |`, "|---|--:|", ...sorted.map(([name, count]) => `| ${name} | ${number(count)} |`), ""];
}

/** With thin groups, whatever the machine's locale. */
function number(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ",");
}
