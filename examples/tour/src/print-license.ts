import type { LicenseReason } from "licit/license";
import type { CheckedLicense, LicenseTour } from "./license-tour.js";
import { bold, dim, green, headline, red, table, yellow } from "./terminal.js";
import { explain } from "./words.js";

/** How a license comes without internet, and what becomes of it where it does not belong. */
export function printLicense({
  standIn,
  requestText,
  licenseText,
  fileName,
  dictated,
  inWords,
  response,
  misheard,
  checks,
}: LicenseTour): string {
  const [byFile, byPhone] = [checks.slice(0, 3), checks.slice(3)];
  return [
    headline("A license without internet, by file"),
    standIn.length === 0
      ? "  for this very computer, with keys made on the spot"
      : `  ${yellow("weak")}    nothing here is unmistakable, so no license is made for this computer; an office PC stands in`,
    `  The customer mails ${dim(firstLines(requestText))}`,
    `  and gets back      ${dim(firstLines(licenseText))}  as ${bold(fileName)}\n`,
    table(byFile.map(line)),
    headline("The same by phone: 48 digits there, 120 digits back, a whole signature in them"),
    sheet("The customer reads", dictated.rows, dictated.total),
    dim(`  aloud: ${inWords}\n`),
    sheet("The operator reads", response.rows, response.total),
    `\n  ${red("misheard")}  ${misheardLine(misheard)}\n`,
    table(byPhone.map(line)),
  ].join("\n");
}

function firstLines(text: string): string {
  return `${text.split("\n")[0] ?? ""} ${text.split("\n")[1]?.slice(0, 24) ?? ""}… (${text.length} characters)`;
}

function sheet(who: string, rows: LicenseTour["response"]["rows"], total: string): string {
  const lines = rows.map(({ groups, checksum }, at) => [
    at === 0 ? who : "",
    `${at + 1}`,
    groups.join(" "),
    dim(checksum),
  ]);
  return table([...lines, ["", "", "total", dim(total)]]);
}

function misheardLine({ row, typed, check }: LicenseTour["misheard"]): string {
  if (check.ok || check.error.code !== "phone/row-mismatch") return "";
  const [meant] = check.error.suggestions;
  const at = Array.from(typed).findIndex((digit, index) => index < 15 && digit !== meant?.charAt(index));
  return meant === undefined
    ? `row ${row} does not match its checksum: read it again`
    : `row ${row} does not match its checksum: digit ${at + 1} may be a ${meant.charAt(at)}, not a ${typed.charAt(at)}. Only this row is typed again.`;
}

function line({ title, verdict }: CheckedLicense): readonly string[] {
  const [reason] = verdict.reasons;
  if (reason === undefined) return [green("valid"), title, ""];
  const why = verdict.comparison?.findings.filter(({ effect }) => effect === "breaking").map(explain) ?? [];
  return [red("refused"), title, dim(`${words(reason)}${why.length > 0 ? `: ${why.join("; ")}` : ""}`)];
}

/** The reasons that occur on this tour. */
function words(reason: LicenseReason): string {
  switch (reason.code) {
    case "license/not-verified":
      return "nobody who is trusted signed this";
    case "license/binding-broken":
      return "not the computer that it was made for";
    default:
      return reason.code;
  }
}
