import type { Policy } from "./policy.js";

/** Which of the rules on verdicts a kind of policy keeps, and which it gives up. Together they are all of them. */
export interface Laws {
  readonly keeps: readonly string[];
  readonly disclaims: readonly string[];
}

/** The rules that say which verdict a comparison comes to: what a policy can keep or give up. */
const verdictRules: readonly string[] = [
  "FP-01",
  "FP-02",
  "FP-03",
  "FP-04",
  "FP-05",
  "FP-06",
  "FP-07",
  "FP-08",
  "FP-09",
  "FP-10",
  "FP-11",
  "FP-12",
  "FP-13",
  "FP-14",
  "FP-15",
  "FP-16",
  "FP-17",
  "FP-18",
  "FP-26",
  "FP-27",
];

/** An exact policy holds every addition against the computer. */
const exact = lawsWithout("FP-05", "FP-07", "FP-11");

/** In a vote no single parameter decides, so what speaks of one parameter breaking no longer holds, nor transitivity. */
const vote = lawsWithout(
  ...["FP-02", "FP-03", "FP-04", "FP-05", "FP-06", "FP-08", "FP-09", "FP-10", "FP-11"],
  ...["FP-13", "FP-15", "FP-18", "FP-26", "FP-27"],
);

/**
 * The laws of a policy: each rule it keeps holds as written, and for each it disclaims there is a counterexample. Both
 * are checked in `licit/spec`.
 *
 * @rule FP-23
 * @example
 * ```ts
 * import { lawsOf, standardPolicy } from "licit/fingerprint";
 *
 * lawsOf(standardPolicy).disclaims; // → []
 * lawsOf({ kind: "exact" }).disclaims; // → ["FP-05", "FP-07", "FP-11"]
 * lawsOf({ kind: "anyOf", of: ["board.model", "disks"] }).keeps; // → ["FP-01", "FP-07", "FP-12", "FP-14", "FP-16", "FP-17"]
 * ```
 */
export function lawsOf(policy: Policy): Laws {
  switch (policy.kind) {
    case "standard":
      return lawsWithout();
    case "exact":
      return exact;
    case "anyOf":
    case "atLeast":
    case "weighted":
      return vote;
  }
}

function lawsWithout(...disclaims: readonly string[]): Laws {
  return { keeps: verdictRules.filter((rule) => !disclaims.includes(rule)), disclaims };
}
