import { checkRules, rules, saboteurs, type CheckOptions, type Subject } from "licit/spec";
import { describe, expect, test } from "vitest";

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
        const reports = await checkRules({ ...options, subject, shrink: false });
        const broken = reports.filter(({ status }) => status === "failed").map(({ id }) => id);
        expect(broken.sort()).toEqual([rule, ...alsoBreaks].sort());
      });
    }
  });
}
