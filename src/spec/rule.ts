import * as fc from "fast-check";
import type { Subject } from "./subject.js";

/** How often a property is tried, and from which seed. Equal options try equal cases. */
export interface CheckOptions {
  /** Cases tried of each property. Default 100. */
  readonly numRuns?: number | undefined;
  /** Where the cases start. Default 1, so that a run repeats unless another is wanted. */
  readonly seed?: number | undefined;
  /** Whether a failing case is made as small as it goes. Default `true`. */
  readonly shrink?: boolean | undefined;
}

/** What came of checking one rule: how many cases held, or the smallest one that did not. */
export type CheckOutcome =
  { readonly ok: true; readonly runs: number } | { readonly ok: false; readonly failure: Failure };

/** A case against a rule, shrunk as far as it goes. `seed` finds it again. */
export interface Failure {
  readonly seed: number;
  /** The case, as code. */
  readonly counterexample: string;
  /** What did not hold. */
  readonly reason: string;
}

/** One rule of the specification: what it says, where that comes from, and a check that any implementation can be put to. */
export interface Rule {
  readonly id: string;
  /** The module of the subject that it speaks of. */
  readonly module: keyof Subject;
  readonly statement: string;
  readonly source: string;
  /** `property`: random cases; `exhaustive`: all of them; `example`: those that the sources give. */
  readonly method: "property" | "exhaustive" | "example";
  check(subject: Subject, options?: CheckOptions): Promise<CheckOutcome>;
}

/** What a rule says, without its check. */
export type RuleText = Omit<Rule, "check" | "method" | "module">;

/** A law over generated cases. It speaks by throwing: see {@link ensure}. */
export interface Law<S, T> {
  readonly cases: fc.Arbitrary<T>;
  holds(subject: S, value: T): Promise<void>;
}

/**
 * Makes the rules of one module. `name` is the module of the subject that the laws are put to; a subject without that
 * module fails them.
 */
export function rulesFor<M extends keyof Subject>(name: M) {
  return <T>(text: RuleText, law: Law<NonNullable<Subject[M]>, T>): Rule => ({
    ...text,
    module: name,
    method: "property",
    check: (subject, options = {}) => checkLaw(law, subject[name], options),
  });
}

/**
 * Makes a rule of one module that is checked on every case there is. `visit` answers how many those were, and speaks of a
 * failure by throwing.
 */
export function exhaustiveRule<M extends keyof Subject>(
  module: M,
  text: RuleText,
  visit: (subject: NonNullable<Subject[M]>) => Promise<number>,
): Rule {
  return {
    ...text,
    module,
    method: "exhaustive",
    async check(subject, { seed = 1 } = {}) {
      const own = subject[module];
      if (own === undefined) return missing(seed);
      try {
        return { ok: true, runs: await visit(own) };
      } catch (thrown) {
        return { ok: false, failure: { seed, counterexample: "", reason: reasonOf(thrown) } };
      }
    },
  };
}

function missing(seed: number): CheckOutcome {
  return { ok: false, failure: { seed, counterexample: "", reason: "the subject does not have this module" } };
}

function reasonOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

/** Tries a law on generated cases, and shrinks what fails. */
async function checkLaw<S, T>(law: Law<S, T>, subject: S | undefined, options: CheckOptions): Promise<CheckOutcome> {
  const seed = options.seed ?? 1;
  if (subject === undefined) return missing(seed);
  const property = fc.asyncProperty(law.cases, (value) => law.holds(subject, value));
  const run = await fc.check(property, {
    seed,
    numRuns: options.numRuns ?? 100,
    endOnFailure: options.shrink === false,
  });
  if (!run.failed) return { ok: true, runs: run.numRuns };
  const counterexample = fc.stringify(run.counterexample?.[0]);
  return { ok: false, failure: { seed, counterexample, reason: reasonOf(run.errorInstance) } };
}

/** Ends a law where something does not hold, and says what. */
export function ensure(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(what);
}

/** Ends a law where two JSON values differ, the order of names apart. */
export function ensureEqual(actual: unknown, expected: unknown, what: string): void {
  ensure(sorted(actual) === sorted(expected), `${what}: expected ${sorted(expected)}, got ${sorted(actual)}`);
}

function sorted(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) =>
    typeof member === "object" && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
}
