import * as fc from "fast-check";
import {
  deviceLists,
  parameters,
  type Device,
  type KeyParameters,
  type Parameter,
  type Policy,
  type PolicyOptions,
  type ScalarParameter,
} from "../../fingerprint/index.js";
import { ensure, ensureEqual, rulesFor, type Failure, type Rule } from "../rule.js";
import type { FingerprintSubject } from "../subject.js";
import { computer } from "./arbitraries.js";
import { addDevice, devicesIn, withScalar } from "./edits.js";
import { deviceRules } from "./rules-devices.js";
import { predictionRules } from "./rules-predictions.js";
import { readingRules } from "./rules-readings.js";
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
const votable: readonly ScalarParameter[] = [
  ...(["os.name", "networkName", "board.model", "memoryBytes", "bios.type", "bios.version"] as const),
];

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
      await ensureOpenVotes(subject, base);
      await ensureExact(subject, base);
      if (total === 0) return;
      const threshold = 1 + (drawnThreshold % total);
      const observed = changed.reduce(broken, base);
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
    const seed = options.seed ?? 1;
    try {
      const failure = await lawBreach(subject.fingerprint, seed);
      return failure === undefined ? voted : { ok: false, failure };
    } catch (thrown) {
      return { ok: false, failure: { seed, counterexample: "", reason: String(thrown) } };
    }
  },
};

/** The computer with a parameter that breaks; of RAM, there is less. */
function broken(of: KeyParameters, parameter: ScalarParameter): KeyParameters {
  return withScalar(of, parameter, parameter === "memoryBytes" ? 0 : "quite another");
}

/** More RAM holds, what cannot be read leaves it open, and a policy's options count in votes too. */
async function ensureOpenVotes(subject: FingerprintSubject, base: KeyParameters): Promise<void> {
  const two: Policy = { kind: "atLeast", of: ["memoryBytes", "board.model"], count: 2 };
  const one: Policy = { kind: "anyOf", of: ["memoryBytes", "board.model"] };
  const more = withScalar(base, "memoryBytes", Number(base.memoryBytes) + 1);
  await ensureVote(subject, base, more, two, true);
  const unread = withScalar(base, "board.model", { unreadable: "no rights" });
  for (const [reference, observed, policy, expected] of [
    [base, unread, two, "undetermined"],
    [base, unread, one, "same"],
    [unread, base, two, "undetermined"],
    [unread, base, one, "same"],
    [base, withScalar(unread, "memoryBytes", 0), two, "changed"],
    [base, withScalar(unread, "memoryBytes", 0), one, "undetermined"],
    [base, { ...unread, disks: { unreadable: "no rights" } }, one, "same"],
  ] as const) {
    const { outcome } = await subject.compare(reference, observed, policy);
    ensureEqual(outcome, expected, `outcome of ${JSON.stringify(policy)}`);
    ensureEqual(await subject.survives(reference, observed, policy), expected === "same", "survives");
  }
  const named: Policy = { kind: "anyOf", of: ["networkName"], networkNameCase: "insensitive" };
  const [small, capital] = [withScalar(base, "networkName", "buh"), withScalar(base, "networkName", "BUH")];
  ensure(await subject.survives(small, capital, named), "a policy's options count in a vote");
}

/** Exact: each addition breaks, in every list, and each byte of RAM. */
async function ensureExact(subject: FingerprintSubject, base: KeyParameters): Promise<void> {
  const exact: Policy = { kind: "exact" };
  const one: Device = { model: "added", mac: "00:1a:2b:3c:4d:57" };
  const additions = [withScalar(base, "memoryBytes", Number(base.memoryBytes) + 1)];
  for (const list of deviceLists) if (devicesIn(base, list).length > 0) additions.push(addDevice(base, list, one));
  for (const observed of additions) {
    ensureEqual((await subject.compare(base, observed, exact)).outcome, "changed", "an addition under an exact policy");
    ensure(!(await subject.survives(base, observed, exact)), "survives knows exact policies");
  }
  ensure(await subject.survives(base, base, exact), "a computer is exactly itself");
}

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
    for (const law of [...valueRules, ...readingRules, ...deviceRules, ...verdictRules, ...predictionRules]) {
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
  const bound = (named: Policy | undefined): Policy => ({ ...policy, ...options(named) });
  return {
    ...subject,
    compare: (reference, observed, named) => subject.compare(reference, observed, bound(named)),
    survives: (reference, observed, named) => subject.survives(reference, observed, bound(named)),
    whatIf: (reference, changes, named) => subject.whatIf(reference, changes, bound(named)),
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
