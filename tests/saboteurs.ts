import { checkRules, rules, saboteurs, type CheckOptions, type Subject } from "licit/spec";
import { describe, expect, test } from "vitest";

/** `THOROUGH=yes` puts every rule to every saboteur with all its cases. */
const thorough = process.env["THOROUGH"] === "yes";

async function brokenIn(subject: Subject, only: readonly string[], options: CheckOptions): Promise<readonly string[]> {
  if (only.length === 0) return [];
  const reports = await checkRules({ ...options, subject, only, shrink: false });
  return reports
    .filter(({ status }) => status === "failed")
    .map(({ id }) => id)
    .sort();
}

/** SP-04 for the rules of these modules: each has a saboteur, and each saboteur breaks just what it says. */
export function checkSaboteurs(modules: readonly (keyof Subject)[], options: CheckOptions = {}): void {
  const own = rules.filter(({ module }) => modules.includes(module)).map(({ id }) => id);

  describe("SP-04 every rule catches a broken implementation", () => {
    test("each rule has a saboteur", () => {
      expect(own.filter((id) => !saboteurs.some(({ rule }) => rule === id))).toEqual([]);
      expect(own.length).toBeGreaterThan(0);
    });

    for (const { rule, mistake, alsoBreaks, subject } of saboteurs.filter(({ rule }) => own.includes(rule))) {
      test(`${rule} catches: ${mistake}`, async () => {
        const expected = [rule, ...alsoBreaks];
        expect(await brokenIn(subject, expected, options)).toEqual([...expected].sort());
        // A rule that is not broken holds in every case: few of them show it nearly as well as many.
        const others = rules.filter(({ id, module }) => subject[module] !== undefined && !expected.includes(id));
        const few = thorough ? options : { ...options, numRuns: 6 };
        expect(
          await brokenIn(
            subject,
            others.map(({ id }) => id),
            few,
          ),
        ).toEqual([]);
      });
    }
  });
}
