import {
  deviceLists,
  isRead,
  scalarOf,
  scalarParameters,
  type Comparison,
  type Finding,
  type KeyParameters,
} from "licit/fingerprint";
import type { CenterTour } from "./center-tour.js";
import type { DiagnosisTour } from "./diagnosis-tour.js";
import type { FingerprintTour } from "./fingerprint-tour.js";
import { bold, dim, green, headline, red, table, yellow } from "./terminal.js";
import type { KitTour } from "./kit-tour.js";
import type { LicenseTour } from "./license-tour.js";
import type { OwnerTour } from "./owner-tour.js";
import { printCenter } from "./print-center.js";
import { printKit, printOwner } from "./print-kit.js";
import { printLicense } from "./print-license.js";
import { printSeats } from "./print-seats.js";
import { printDiagnosis, printWizard } from "./print-wizard.js";
import type { SeatsTour } from "./seats-tour.js";
import type { WizardTour } from "./wizard-tour.js";
import type { PlayedPlan } from "./what-ifs.js";
import { deviceLine, explain, parameterNames, remedy, show } from "./words.js";

/** All of the tour. */
export interface Tour extends FingerprintTour {
  readonly kit: KitTour;
  readonly owner: OwnerTour;
  readonly license: LicenseTour;
  readonly center: CenterTour;
  readonly seats: SeatsTour;
  readonly wizard: WizardTour;
  readonly diagnosis: DiagnosisTour;
}

/** The tour in words, for a person at a terminal. */
export function print(tour: Tour): string {
  const { computer, digest, missing, again, plans, officePlans, report, broken } = tour;
  return [
    headline("What a license would be bound to: the key parameters of this computer"),
    table(parameterRows(computer)),
    dim(`\n  digest ${digest}`),
    bindingLine(missing),
    headline("Read again, and compared"),
    `  ${verdict(again.outcome)}  ${again.findings.map(explain).join("; ") || "nothing changed between two readings"}`,
    headline("What if? Before anyone opens the computer"),
    plansTable(plans),
    ...(officePlans.length === 0
      ? []
      : [
          headline("This computer shows little of itself, so the same on a described office PC"),
          plansTable(officePlans),
        ]),
    headline("A real report: the server was moved to a virtual machine, and its license fell off"),
    table(report.map((finding) => [effect(finding), dim(finding.rule), explain(finding)])),
    `\n  ${bold("What now?")} Five key parameters of the licensed computer are gone, so it is another computer:\n  ${remedy("changed")}, one of the unused codes of the kit, and cross the old one out.`,
    printKit(tour.kit),
    printOwner(tour.owner),
    printLicense(tour.license),
    printCenter(tour.center),
    printSeats(tour.seats),
    printWizard(tour.wizard),
    printDiagnosis(tour.diagnosis),
    broken.length === 0
      ? `\n${green("Everything that was promised held.")}`
      : `\n${red(`Not as promised: ${broken.join("; ")}`)}`,
  ].join("\n");
}

function parameterRows(computer: KeyParameters): readonly (readonly string[])[] {
  return [
    ...scalarParameters
      .filter((parameter) => scalarOf(computer, parameter) !== undefined)
      .map((parameter) => [parameterNames[parameter], faint(show(parameter, scalarOf(computer, parameter)))]),
    ...deviceLists.flatMap((list) => {
      const devices = computer[list];
      if (!isRead(devices)) return [[`${parameterNames[list]}s`, faint(show(list, devices))]];
      return devices.map((device, at) => [at === 0 ? `${parameterNames[list]}s` : "", deviceLine(device)]);
    }),
  ];
}

function bindingLine(missing: FingerprintTour["missing"]): string {
  if (missing.length === 0) return `  ${green("binds")}   enough could be read to make a license for this computer`;
  const names = missing.map((one) =>
    one === "identifiedDevice" ? "a device with a MAC or serial" : parameterNames[one],
  );
  return `  ${yellow("weak")}    no license would be made for it: ${names.join(", ")} could not be read (FP-25)`;
}

/** Verdict and remedy in columns, and under each the reason. */
function plansTable(plans: readonly PlayedPlan[]): string {
  const lines = table(
    plans.map(({ title, comparison: { outcome } }) => [title, verdict(outcome), remedy(outcome)]),
  ).split("\n");
  return plans
    .map(({ comparison }, at) => {
      const why = comparison.findings.map((finding) => `${explain(finding)} (${finding.rule})`);
      return [lines[at] ?? "", ...why.map((reason) => dim(`      ${reason}`))].join("\n");
    })
    .join("\n");
}

function verdict(outcome: Comparison["outcome"]): string {
  switch (outcome) {
    case "same":
      return green("same");
    case "changed":
      return red("changed");
    case "undetermined":
      return yellow("undetermined");
  }
}

function effect(finding: Finding): string {
  switch (finding.effect) {
    case "breaking":
      return red("breaks");
    case "tolerated":
      return green("tolerated");
    case "unread":
      return yellow("not read");
  }
}

function faint(text: string): string {
  return text.startsWith("not read: ") ? dim(text) : text;
}
