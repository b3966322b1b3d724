import {
  scalarOf,
  type KeyParameters,
  type Parameter,
  type Policy,
  type ScalarParameter,
} from "../../fingerprint/index.js";
import { ensure, ensureEqual } from "../rule.js";
import type { FingerprintSubject } from "../subject.js";
import { withScalar } from "./edits.js";

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

/**
 * Changes in parameters of one value, each with the finding that tells it: an answer worked out by hand.
 *
 * @rule FP-14
 */
export async function ensureScalarFindings(subject: FingerprintSubject, base: KeyParameters): Promise<void> {
  const known = [
    ["os.version", "10.0.1"],
    ["os.serialNumber", "S1"],
    ["os.installedAt", 5],
    ["networkName", "BUH-31"],
    ["memoryBytes", 100],
    ["bios.type", "AMI"],
  ] as const;
  const windows = known.reduce(
    (of, [name, value]) => withScalar(of, name, value),
    withScalar(base, "os.family", "windows"),
  );
  const linux = withScalar(windows, "os.family", "linux");
  const breaking = { effect: "breaking", kind: "value" };
  const tolerated = { effect: "tolerated", kind: "value" };
  const expected = [
    [windows, "os.version", "10.0.2", { ...tolerated, rule: "FP-03" }],
    [windows, "os.version", "10.1.1", { ...breaking, rule: "FP-03" }],
    [linux, "os.version", "10.0.2", { ...breaking, rule: "FP-03" }],
    [windows, "os.serialNumber", "S2", { ...breaking, rule: "FP-04" }],
    [linux, "os.serialNumber", "S2", { ...tolerated, rule: "FP-04" }],
    [windows, "os.installedAt", 6, { ...breaking, rule: "FP-04" }],
    [windows, "networkName", "BUH-32", { ...breaking, rule: "FP-02" }],
    [windows, "memoryBytes", 101, { effect: "tolerated", kind: "increased", rule: "FP-05" }],
    [windows, "memoryBytes", 99, { effect: "breaking", kind: "decreased", rule: "FP-05" }],
    [windows, "bios.type", "HP", { ...breaking, rule: "FP-02" }],
    [windows, "bios.type", { unreadable: "why" }, { effect: "unread", kind: "unread", rule: "FP-15" }],
  ] as const;
  const more = await subject.compare(windows, withScalar(windows, "memoryBytes", 101));
  const renamed = await subject.compare(windows, withScalar(windows, "networkName", "BUH-32"));
  const isStandard = more.outcome === "same" && renamed.outcome === "changed";
  for (const [of, parameter, observed, rest] of expected) {
    const reference = scalarOf(of, parameter);
    const { findings } = await subject.compare(of, withScalar(of, parameter, observed));
    // What another policy than the standard one makes of it is its own affair; what happened is the same for all.
    const { effect, rule, ...what } = { parameter, ...rest, reference, observed };
    const about = findings.filter((finding) => finding.parameter === parameter);
    const [finding] = about;
    ensureEqual((isStandard ? findings : about).length, 1, `findings on ${parameter}`);
    ensureEqual({ ...finding, effect: undefined, rule: undefined }, what, `finding on ${parameter}`);
    if (isStandard) ensureEqual(finding, { ...what, effect, rule }, `finding on ${parameter}, effect and rule`);
  }
  // All at once, in the order of the parameters.
  const all = withScalar(withScalar(withScalar(windows, "bios.type", "HP"), "memoryBytes", 99), "os.version", "10.1");
  const told = (await subject.compare(windows, all)).findings.filter(({ kind }) => kind !== "unread");
  const order = told.map(({ parameter }) => parameter);
  ensureEqual(order, ["os.version", "memoryBytes", "bios.type"], "order of findings");
}
