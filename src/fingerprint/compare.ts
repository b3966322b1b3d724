import { listFindings, scalarFinding, unknownFinding, type Finding } from "./findings.js";
import type { KeyParameters, Parameter } from "./parameters.js";
import { deviceLists, parameters, scalarOf, scalarParameters } from "./parameters.js";
import { scaleOf, standardPolicy, type Policy, type Scale } from "./policy.js";
import { examineList, outcomeOf, standingOf, type Outcome, type Standing } from "./standing.js";
import { isUnchanged, isUnchangedList } from "./survives.js";

/** What a comparison says: the verdict, and every difference behind it. */
export interface Comparison {
  readonly outcome: Outcome;
  /**
   * Parameters of one value first, then processors, network adapters and disks; within a list what is missing, what is
   * unread, what was added, each by code point.
   */
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
  const scale = scaleOf(policy);
  if (!scale.votes && isUnchanged(reference, observed)) return { outcome: "same", findings: [] };
  const findings: Finding[] = [];
  // Most of a computer is what it was; a vote, though, wants to know of each parameter whether it was read.
  for (const parameter of scalarParameters) {
    if (!scale.votes && scalarOf(reference, parameter) === scalarOf(observed, parameter)) continue;
    const standing = standingOf(parameter, reference, observed, policy);
    const finding = scalarFinding(parameter, reference, observed, policy, standing);
    if (finding !== undefined) findings.push(finding);
  }
  for (const list of deviceLists) {
    if (!scale.votes && isUnchangedList(reference[list], observed[list])) continue;
    const exam = examineList(list, reference[list], observed[list], policy);
    findings.push(...listFindings(list, reference[list], observed[list], policy, exam));
  }
  if (!scale.votes) return { outcome: outcomeOfFindings(findings), findings };
  const standing = (parameter: Parameter): Standing => standingOf(parameter, reference, observed, policy);
  const outcome = outcomeOf(standing, policy);
  const isSilent = (parameter: Parameter): boolean =>
    outcome === "undetermined" && scale.weightOf(parameter) > 0 && standing(parameter) === "unknown";
  const silent = parameters.filter(isSilent).map((parameter) => unknownFinding(parameter, reference));
  return { outcome, findings: [...findings, ...silent].map((finding) => voted(finding, outcome, scale)) };
}

/** Where every parameter must hold, the findings are the verdict. @rule FP-14 */
function outcomeOfFindings(findings: readonly Finding[]): Outcome {
  if (findings.some(({ effect }) => effect === "breaking")) return "changed";
  return findings.some(({ effect }) => effect === "unread") ? "undetermined" : "same";
}

/**
 * What a difference does in a vote: a counted one breaks exactly when the vote fails, and what could not be read matters
 * only as long as the vote is not passed without it.
 *
 * @rule FP-23
 */
function voted(finding: Finding, outcome: Outcome, { weightOf }: Scale): Finding {
  const counted = weightOf(finding.parameter) > 0;
  const breaks = counted && finding.effect === "breaking" && outcome === "changed";
  const open = counted && finding.effect === "unread" && outcome !== "same";
  return { ...finding, effect: breaks ? "breaking" : open ? "unread" : "tolerated" };
}
