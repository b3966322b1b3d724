import type { Field, WizardView } from "licit/acquisition";
import type { Cause } from "licit/diagnosis";
import { describe, labelsIn, placeInWords, progressInWords } from "licit/messages";
import type { DiagnosisTour } from "./diagnosis-tour.js";
import { bold, dim, green, headline, red, table, yellow } from "./terminal.js";
import type { WizardTour } from "./wizard-tour.js";

const labels = labelsIn("en");
const russian = labelsIn("ru");

/** The wizard's way by phone, screen by screen. */
export function printWizard({ screens }: WizardTour): string {
  return [
    headline("A license without internet at all: the wizard, by phone, as any screen draws it"),
    table(
      screens.map(({ view, did }) => [
        dim(view.progress.working ? "…" : progressInWords(view.progress, "en")),
        bold(labels.steps[view.step].title),
        dim(russian.steps[view.step].title),
        shown(view),
        did,
      ]),
    ),
  ].join("\n");
}

/** What stands on a screen, in a few words. */
function shown(view: WizardView): string {
  const { fields, notices, sheet, installation, hindrance } = view;
  const wrong = fields.find((field) => field.wrong !== undefined && field.entered);
  if (wrong?.wrong !== undefined) return red(short(describe(wrong.wrong, "en")));
  const offered = fields.flatMap(({ choices = [] }) => choices).find(({ recommended }) => recommended);
  if (sheet !== undefined) return `${sheet.rows[0]?.groups.join(" ") ?? ""} ${bold(sheet.rows[0]?.checksum ?? "")} …`;
  if (installation !== undefined) return placeInWords(installation, "en");
  if (offered !== undefined) return green(`${labels.recommended}: ${offered.value}`);
  const row = fields.find((field) => field.row?.state === "open");
  if (row !== undefined) return `next: ${labels.fields[row.name].toLowerCase()}`;
  const [notice] = notices;
  if (notice !== undefined) return yellow(short(describe(notice, "en")));
  return hindrance === undefined ? filledIn(fields) : dim(short(describe(hindrance, "en")));
}

function filledIn(fields: readonly Field[]): string {
  const entered = fields.filter((field) => field.entered && field.value !== "");
  return entered.length === 0 ? "" : entered.length === 1 ? "1 field" : `${entered.length} fields`;
}

function short(text: string): string {
  return text.length > 64 ? `${text.slice(0, 63)}…` : text;
}

/** Why no license is found here, and in five stories that people told. */
export function printDiagnosis({ looked, here, stories }: DiagnosisTour): string {
  return [
    headline("Why is no license found? This computer, as it is"),
    dim(`  looked into ${looked.join(", ")}`),
    ...here.slice(0, 4).map(cause),
    dim(`  and ${here.length - 4} more that nothing rules out yet: the more is observed, the fewer they are`),
    headline("The same question, in five stories that people told"),
    ...stories.flatMap(({ told, causes }) => [`\n  ${bold(told)}`, ...causes.slice(0, 1).map(cause)]),
  ].join("\n");
}

function cause(of: Cause): string {
  const mark = { certain: red("certain"), partial: yellow("likely "), none: dim("open   ") }[of.certainty];
  return `  ${mark}  ${describe(of, "en")}\n           ${dim(describe(of, "ru"))}`;
}
