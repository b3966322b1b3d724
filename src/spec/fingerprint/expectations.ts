import type { KeyParameters, Parameter, Policy, ScalarParameter } from "../../fingerprint/index.js";
import { ensure, ensureEqual } from "../rule.js";
import type { FingerprintSubject } from "../subject.js";

/** The parameters that must be equal to the letter. @rule FP-02 */
export const equalParameters: readonly ScalarParameter[] = [
  "os.family",
  "os.name",
  "networkName",
  "board.model",
  "bios.type",
  "bios.version",
];

/** The license survives, and both functions say so. */
export async function ensureSame(
  subject: FingerprintSubject,
  reference: KeyParameters,
  observed: KeyParameters,
  policy?: Policy,
): Promise<void> {
  const { outcome, findings } = await subject.compare(reference, observed, policy);
  ensureEqual(outcome, "same", `compared; found ${JSON.stringify(findings)}`);
  ensure(await subject.survives(reference, observed, policy), "survives agrees with compare");
}

/** The license falls, both functions say so, and a finding names the parameter and the rule. */
export async function ensureBreaks(
  subject: FingerprintSubject,
  reference: KeyParameters,
  observed: KeyParameters,
  parameter: Parameter,
  rule: string,
): Promise<void> {
  const { outcome, findings } = await subject.compare(reference, observed);
  ensureEqual(outcome, "changed", `compared, ${parameter} being different`);
  ensure(
    findings.some(
      (finding) => finding.parameter === parameter && finding.effect === "breaking" && finding.rule === rule,
    ),
    `a breaking finding names ${parameter} and ${rule}: ${JSON.stringify(findings)}`,
  );
  ensure(!(await subject.survives(reference, observed)), "survives agrees with compare");
}
