import { acquisitionRules } from "./acquisition/rules.js";
import { allocationRules } from "./allocation/rules.js";
import { centerRules } from "./center/rules.js";
import { diagnosisRules } from "./diagnosis/rules.js";
import { fingerprintRules } from "./fingerprint/rules.js";
import { licenseRules } from "./license/rules.js";
import { licit } from "./licit.js";
import { ownerRules } from "./owner/rules.js";
import { phoneRules } from "./phone/rules.js";
import { pinRules } from "./pins/rules.js";
import { platformRules } from "./platform/rules.js";
import type { CheckOptions, Failure, Rule } from "./rule.js";
import type { Subject } from "./subject.js";

/** Every rule of the specification, by id. */
export const rules: readonly Rule[] = [
  ...acquisitionRules,
  ...allocationRules,
  ...centerRules,
  ...diagnosisRules,
  ...fingerprintRules,
  ...licenseRules,
  ...ownerRules,
  ...phoneRules,
  ...pinRules,
  ...platformRules,
].sort((a, b) => (a.id < b.id ? -1 : 1));

/** What a check takes: which subject, which rules, how long. */
export interface CheckRulesOptions extends CheckOptions {
  /** What is checked. Default: this library. Only the rules of the modules that it has are checked. */
  readonly subject?: Subject | undefined;
  /** Ids of the rules to check. Default: all. */
  readonly only?: readonly string[] | undefined;
  /**
   * Rules from which the subject is known to deviate, each with the reason. They are checked too: a deviation that no
   * longer occurs is reported as `deviation-gone`.
   */
  readonly deviations?: { readonly [ruleId: string]: string } | undefined;
}

/** What came of one rule. `deviates` is a failure that was declared; `failed` and `deviation-gone` call for somebody. */
export interface RuleReport {
  readonly id: string;
  readonly statement: string;
  readonly source: string;
  readonly status: "passed" | "failed" | "deviates" | "deviation-gone";
  /** Cases that held. */
  readonly runs: number;
  readonly failure?: Failure;
  /** The reason declared for a deviation. */
  readonly deviation?: string;
}

/**
 * Checks an implementation against the rules: this library, another one, a port to another language behind an adapter.
 * Its functions may answer now or later. Never rejects for what the subject does.
 *
 * Equal options try equal cases. Throws `RangeError` where `only` or `deviations` names a rule that there is not, and
 * where no rule is left to check.
 *
 * @rule SP-01, SP-02, SP-03, SP-05
 * @example
 * ```ts
 * import { compare, survives } from "licit/fingerprint";
 * import * as fingerprint from "licit/fingerprint";
 * import { checkRules, formatReport } from "licit/spec";
 *
 * // A vendor's own check, written for other computers: it forgives a missing disk.
 * const forgiving: typeof compare = (reference, observed) => compare({ ...reference, disks: [] }, observed);
 * const mine = { ...fingerprint, compare: forgiving, survives: (a, b) => forgiving(a, b).outcome === "same" };
 *
 * const [ram, removal] = await checkRules({ subject: { fingerprint: mine }, only: ["FP-05", "FP-08"] });
 * ram?.status; // → "passed"
 * removal?.status; // → "failed"
 * removal && formatReport(removal).split("\n")[0]; // → "FP-08 failed: Removing a reference device always breaks; replacing is removing and adding, so it breaks."
 * ```
 */
export async function checkRules(options: CheckRulesOptions = {}): Promise<RuleReport[]> {
  const { subject = licit, only, deviations = {} } = options;
  for (const id of [...(only ?? []), ...Object.keys(deviations)]) {
    if (!rules.some((rule) => rule.id === id)) throw new RangeError(`checkRules: there is no rule ${id}`);
  }
  const chosen = rules.filter(({ id, module }) => (only?.includes(id) ?? true) && subject[module] !== undefined);
  if (chosen.length === 0)
    throw new RangeError("checkRules: the subject has none of the modules that these rules are of");
  const reports: RuleReport[] = [];
  for (const rule of chosen) reports.push(await reportOf(rule, subject, options, deviations[rule.id]));
  return reports;
}

async function reportOf(
  rule: Rule,
  subject: Subject,
  options: CheckOptions,
  deviation: string | undefined,
): Promise<RuleReport> {
  const { id, statement, source } = rule;
  const outcome = await rule.check(subject, options);
  const declared = deviation === undefined ? {} : { deviation };
  if (outcome.ok) {
    const status = deviation === undefined ? "passed" : "deviation-gone";
    return { id, statement, source, status, runs: outcome.runs, ...declared };
  }
  const status = deviation === undefined ? "failed" : "deviates";
  return { id, statement, source, status, runs: 0, failure: outcome.failure, ...declared };
}

/** A report in lines for a terminal: the rule, and of a failure what did not hold, the seed and the smallest case. @rule SP-03 */
export function formatReport({ id, statement, status, runs, failure, deviation }: RuleReport): string {
  const head = `${id} ${status === "passed" ? `passed (${runs} cases)` : status}: ${statement}`;
  return [
    head,
    ...(deviation === undefined ? [] : [`  declared: ${deviation}`]),
    ...(failure === undefined
      ? []
      : [`  ${failure.reason}`, `  seed ${failure.seed}, smallest counterexample:`, `  ${failure.counterexample}`]),
  ].join("\n");
}
