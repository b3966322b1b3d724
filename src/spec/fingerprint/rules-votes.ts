import * as fc from "fast-check";
import {
  parameters,
  type KeyParameters,
  type Parameter,
  type Policy,
  type PolicyOptions,
  type ScalarParameter,
} from "../../fingerprint/index.js";
import { ensureEqual, rulesFor, type Failure, type Rule } from "../rule.js";
import type { FingerprintSubject } from "../subject.js";
import { computer } from "./arbitraries.js";
import { withScalar } from "./edits.js";
import { deviceRules } from "./rules-devices.js";
import { predictionRules } from "./rules-predictions.js";
import { valueRules } from "./rules-values.js";
import { verdictRules } from "./rules-verdicts.js";

const rule = rulesFor("fingerprint");

/** One policy of each kind beside the standard one, strict enough for every law that it gives up to have a counterexample. */
const policies: readonly Policy[] = [
  { kind: "exact" },
  { kind: "anyOf", of: ["board.model", "networkAdapters"] },
  { kind: "atLeast", count: 2, of: ["board.model", "networkAdapters", "disks"] },
  {
    kind: "weighted",
    weights: { "board.model": 3, networkAdapters: 2, disks: 2, memoryBytes: 1 },
    threshold: 5,
  },
];

/** Parameters that a vote can count here: texts that break whenever they differ. */
const votable: readonly ScalarParameter[] = ["os.name", "networkName", "board.model", "bios.type", "bios.version"];

const weights = fc.record(
  Object.fromEntries(votable.map((parameter) => [parameter, fc.integer({ min: 1, max: 9 })])) as Record<
    (typeof votable)[number],
    fc.Arbitrary<number>
  >,
  { requiredKeys: [] },
);

const votes = rule(
  {
    id: "FP-23",
    statement:
      "Other policies are data: exact, any of, at least n of m, weighted votes. Each declares its laws, and that is true of each; in a vote a counted difference breaks exactly when the vote fails.",
    source: "peers",
  },
  {
    cases: fc.tuple(computer, weights, fc.integer({ min: 1, max: 20 }), fc.array(fc.constantFrom(...votable))),
    async holds(subject, [base, drawn, drawnThreshold, changed]) {
      const total = Object.values(drawn).reduce((sum, weight) => sum + weight, 0);
      if (total === 0) return;
      const threshold = 1 + (drawnThreshold % total);
      const observed = changed.reduce((of, parameter) => withScalar(of, parameter, "quite another"), base);
      const held = Object.entries(drawn)
        .filter(([parameter]) => !changed.some((other) => other === parameter))
        .reduce((sum, [, weight]) => sum + weight, 0);
      await ensureVote(subject, base, observed, { kind: "weighted", weights: drawn, threshold }, held >= threshold);
      const of = Object.keys(drawn) as Parameter[]; // the names of `votable`
      const count = 1 + (drawnThreshold % of.length);
      const left = of.filter((parameter) => !changed.some((other) => other === parameter)).length;
      await ensureVote(subject, base, observed, { kind: "atLeast", of, count }, left >= count);
      await ensureVote(subject, base, observed, { kind: "anyOf", of }, left >= 1);
    },
  },
);

/** The rule on policies beside the standard one: how votes are counted, and that each policy's laws are as declared. */
export const voteRule: Rule = {
  ...votes,
  async check(subject, options = {}) {
    const voted = await votes.check(subject, options);
    if (!voted.ok || subject.fingerprint === undefined) return voted;
    const failure = await lawBreach(subject.fingerprint, options.seed ?? 1);
    return failure === undefined ? voted : { ok: false, failure };
  },
};

async function ensureVote(
  subject: FingerprintSubject,
  reference: KeyParameters,
  observed: KeyParameters,
  policy: Policy,
  passes: boolean,
): Promise<void> {
  const { outcome, findings } = await subject.compare(reference, observed, policy);
  const what = JSON.stringify(policy);
  ensureEqual(outcome, passes ? "same" : "changed", `outcome of ${what}`);
  ensureEqual(await subject.survives(reference, observed, policy), passes, `survives under ${what}`);
  const counted = policy.kind === "weighted" ? Object.keys(policy.weights) : "of" in policy ? policy.of : parameters;
  for (const { parameter, effect } of findings) {
    const breaks = !passes && counted.some((name) => name === parameter);
    ensureEqual(effect, breaks ? "breaking" : "tolerated", `${parameter} under ${what}`);
  }
}

/** Each law that a policy keeps holds under it, and each it gives up has a counterexample: the first that is not so. */
async function lawBreach(subject: FingerprintSubject, seed: number): Promise<Failure | undefined> {
  for (const policy of policies) {
    const { keeps, disclaims } = await subject.lawsOf(policy);
    const bound = { fingerprint: underPolicy(subject, policy) };
    for (const law of [...valueRules, ...deviceRules, ...verdictRules, ...predictionRules]) {
      const kept = keeps.includes(law.id);
      const said = kept !== disclaims.includes(law.id);
      const outcome = await law.check(bound, { seed, numRuns: kept ? 25 : 1_000, shrink: kept });
      if (said && outcome.ok === kept) continue;
      const counterexample = outcome.ok ? JSON.stringify(policy) : outcome.failure.counterexample;
      const reason = said
        ? `under ${JSON.stringify(policy)} ${law.id} ${kept ? "is declared, and broken" : "is disclaimed, and holds"}`
        : `${JSON.stringify(policy)} does not say whether it keeps ${law.id}`;
      return { seed, counterexample, reason };
    }
  }
  return undefined;
}

/** The subject as it is when nobody names a policy and this one is in force. */
function underPolicy(subject: FingerprintSubject, policy: Policy): FingerprintSubject {
  return {
    ...subject,
    compare: (reference, observed, named) => subject.compare(reference, observed, { ...policy, ...options(named) }),
    survives: (reference, observed, named) => subject.survives(reference, observed, { ...policy, ...options(named) }),
    whatIf: (reference, changes, named) => subject.whatIf(reference, changes, { ...policy, ...options(named) }),
    // Votes have no digest: theirs is the one of the standard policy, which they do not keep to.
    digestOf: (of, named) =>
      subject.digestOf(of, { kind: policy.kind === "exact" ? "exact" : "standard", ...options(named) }),
  };
}

/** What a law asks for beside the kind. */
function options(policy: Policy | undefined): PolicyOptions {
  if (policy === undefined) return {};
  const { windowsInstallation, networkNameCase, placeholders } = policy;
  return { windowsInstallation, networkNameCase, placeholders };
}
