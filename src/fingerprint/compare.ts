import { listDifferences, scalarDifference, type Difference, type Finding } from "./findings.js";
import type { KeyParameters, Parameter } from "./parameters.js";
import { deviceLists, scalarParameters } from "./parameters.js";
import { standardPolicy, voteOf, type Policy } from "./policy.js";
import { examineList, outcomeOf, standingOf, type Outcome, type Standing } from "./standing.js";
import { isUnchanged } from "./survives.js";

/** What a comparison says: the verdict, and every difference behind it. */
export interface Comparison {
  readonly outcome: Outcome;
  /** Scalar parameters first, then processors, network adapters and disks; within a list by code point. */
  readonly findings: readonly Finding[];
}

/**
 * Compares the computer as it is observed with the reference taken when the license was acquired, and says what changed.
 *
 * `same`: the license stays valid. `changed`: at least one parameter broke, and the findings name each. `undetermined`:
 * nothing broke, but something that the reference knows could not be read now; that is no permission, and the remedy is
 * to read again. Every difference is reported, whether it matters or not. The reference is always the state at
 * acquisition: never put an observed state in its place because it was tolerated.
 *
 * @rule FP-01 … FP-16, FP-23, FP-26, FP-27
 * @source S2 p.33
 * @example
 * ```ts
 * import { compare, type KeyParameters } from "licit/fingerprint";
 *
 * const reference: KeyParameters = {
 *   os: { family: "windows", name: "Microsoft Windows 10 Pro", version: "10.0.19045" },
 *   networkName: "BUH-31",
 *   board: { model: "PRIME B450M-A" },
 *   memoryBytes: 2 * 2 ** 30,
 *   bios: { type: "American Megatrends Inc.", version: "2409" },
 *   processors: [{ model: "AMD Ryzen 5 3600" }],
 *   networkAdapters: [{ model: "Realtek PCIe GbE", mac: "00:1a:2b:3c:4d:57" }],
 *   disks: [{ model: "Samsung SSD 980", serial: "S64D192623" }],
 * };
 * const observed: KeyParameters = {
 *   ...reference,
 *   memoryBytes: 6 * 2 ** 30,
 *   networkAdapters: [{ model: "Realtek PCIe GbE", mac: "00:1b:2b:3c:4d:57" }],
 * };
 *
 * const { outcome, findings } = compare(reference, observed);
 * outcome; // → "changed"
 * findings.map(({ parameter, effect, kind, rule }) => [parameter, effect, kind, rule]); // → [["memoryBytes", "tolerated", "increased", "FP-05"], ["networkAdapters", "breaking", "replaced", "FP-08"]]
 * findings[1]?.observed; // → { model: "Realtek PCIe GbE", mac: "00:1b:2b:3c:4d:57" }
 * ```
 */
export function compare(
  reference: KeyParameters,
  observed: KeyParameters,
  policy: Policy = standardPolicy,
): Comparison {
  if (voteOf(policy) === undefined && isUnchanged(reference, observed)) return { outcome: "same", findings: [] };
  const standings = new Map<Parameter, Standing>();
  const differences: Difference[] = [];
  for (const parameter of scalarParameters) {
    const standing = standingOf(parameter, reference, observed, policy);
    standings.set(parameter, standing);
    const difference = scalarDifference(parameter, reference, observed, policy, standing);
    if (difference !== undefined) differences.push(difference);
  }
  for (const list of deviceLists) {
    const exam = examineList(list, reference[list], observed[list], policy);
    standings.set(list, exam.standing);
    differences.push(...listDifferences(list, reference[list], observed[list], policy, exam));
  }
  const outcome = outcomeOf((parameter) => standings.get(parameter) ?? "unknown", policy);
  return { outcome, findings: differences.map((difference) => withEffect(difference, outcome, policy)) };
}

/**
 * What a difference does under a policy. In a vote a counted difference breaks exactly when the vote fails, and what
 * could not be read matters only as long as the vote is not passed without it.
 *
 * @rule FP-14, FP-23
 */
function withEffect({ weighs, ...finding }: Difference, outcome: Outcome, policy: Policy): Finding {
  const vote = voteOf(policy);
  const counted = vote === undefined || (vote.weights[finding.parameter] ?? 0) > 0;
  const breaks = weighs === "broken" && counted && outcome === "changed";
  const open = weighs === "unread" && counted && (vote === undefined || outcome !== "same");
  const { parameter, ...rest } = finding;
  return { parameter, effect: breaks ? "breaking" : open ? "unread" : "tolerated", ...rest };
}
