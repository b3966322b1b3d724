import {
  bindsEnough,
  compare,
  digestOf,
  readKeyParameters,
  type Comparison,
  type Finding,
  type KeyParameters,
  type Requirement,
} from "licit/fingerprint";
import { explainBindingReport, parseBindingReport } from "licit/platform";
import { officePc } from "./office-pc.js";
import { thisComputer } from "./probe.js";
import { bindingReport } from "./report.js";
import { plansFor, play, type PlayedPlan } from "./what-ifs.js";

/** Everything the tour found out about this computer: data first, words later. */
export interface FingerprintTour {
  readonly computer: KeyParameters;
  readonly digest: string;
  /** What FP-25 makes of this computer: what would be missing to bind a license to it. */
  readonly missing: readonly Requirement[];
  readonly again: Comparison;
  readonly plans: readonly PlayedPlan[];
  /** The same changes on a described office PC, where this computer shows too little to play them all. */
  readonly officePlans: readonly PlayedPlan[];
  readonly report: readonly Finding[];
  /** What the tour promised and did not find; empty when all is well. */
  readonly broken: readonly string[];
}

/** How many kinds of change there are to play. */
const KINDS_OF_CHANGE = 10;

/** Reads this computer twice, plays every kind of change on it, and explains a real report. */
export async function fingerprintTour(): Promise<FingerprintTour> {
  const computer = await read();
  const again = compare(computer, await read());
  const plans = plansFor(computer).map((plan) => play(computer, plan));
  const officePlans = plans.length < KINDS_OF_CHANGE ? plansFor(officePc).map((plan) => play(officePc, plan)) : [];
  const bound = bindsEnough(computer);
  const parsed = parseBindingReport(bindingReport);
  const report = parsed.ok ? explainBindingReport(parsed.value) : [];
  const broken = [
    ...(again.outcome === "same" ? [] : [`a second reading is ${again.outcome}`]),
    ...[...plans, ...officePlans]
      .filter(({ comparison, expected }) => comparison.outcome !== expected)
      .map(({ title, expected }) => `${title}: not ${expected}`),
    ...(report.filter(({ effect }) => effect === "breaking").length === 5 ? [] : ["the report is explained otherwise"]),
  ];
  return {
    computer,
    digest: digestOf(computer),
    missing: bound.ok ? [] : bound.error.missing,
    again,
    plans,
    officePlans,
    report,
    broken,
  };
}

async function read(): Promise<KeyParameters> {
  const timeUp = new Promise<void>((resolve) => setTimeout(resolve, 60_000).unref());
  const computer = await readKeyParameters(thisComputer, timeUp);
  if (!computer.ok) throw new Error(`This computer could not be read: ${JSON.stringify(computer.error)}`);
  return computer.value;
}
