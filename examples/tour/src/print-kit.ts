import { formatPin } from "licit/pins";
import { explain } from "./words.js";
import { whatDiffers, whyRefused } from "./kit-words.js";
import type { KitTour } from "./kit-tour.js";
import type { OwnerTour } from "./owner-tour.js";
import { bold, dim, green, headline, red, table, yellow } from "./terminal.js";

/** The life of a kit, line by line, and what is left of it. */
export function printKit({ kit, advice, change, steps, report }: KitTour): string {
  const rows = steps.map(({ title, refused }) => [
    refused === undefined ? green("done") : red("refused"),
    title + (refused === undefined ? "" : dim(`\n           ${whyRefused(refused)}`)),
  ]);
  const pins = report.map(({ place, pin, state, computer, note }) => [
    String(place),
    formatPin(pin),
    state === "current" ? green(state) : state === "unused" ? state : dim(state),
    [computer, note].filter((words) => words !== undefined).join(", "),
  ]);
  return [
    headline(`The life of a kit: no. ${kit}, one workstation, three PINs`),
    table(rows),
    dim(`\n  Why a spare PIN: ${change.findings.map(explain).join("; ")}. What is left:\n`),
    table(pins),
    advice.ok && advice.choice === "final"
      ? `\n  ${bold("And a kit with two sets?")} For a terminal server take the ${advice.set} set. ${yellow("The choice is final")}: the\n  ${advice.loses} set is void as soon as the first license is acquired.`
      : "",
  ].join("\n");
}

/** What the customer is told of an owner that does not match. */
export function printOwner({ comparison, fromFile }: OwnerTour): string {
  return [
    headline("Recovery asks for the owner, correct to every character"),
    table(comparison.fields.map(whatDiffers).map(([field, words]) => [yellow(field), words])),
    dim(
      "\n  Nothing of what is stored was told. A center that keeps keyed digests only says the same, but for the near miss.",
    ),
    fromFile.same
      ? `  ${green("same")}    from the file that was saved at the first registration: it would have spared all that\n`
      : "",
  ].join("\n");
}
