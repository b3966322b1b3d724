import { checkRules, rules, saboteurs } from "licit/spec";
import { describe, expect, test } from "vitest";

describe("SP-04 every rule catches a broken implementation", () => {
  test("each rule has a saboteur", () => {
    expect(rules.map(({ id }) => id).filter((id) => !saboteurs.some(({ rule }) => rule === id))).toEqual([]);
  });

  for (const { rule, mistake, alsoBreaks, subject } of saboteurs) {
    test(`${rule} catches: ${mistake}`, async () => {
      const reports = await checkRules({ subject, shrink: false });
      const broken = reports.filter(({ status }) => status === "failed").map(({ id }) => id);
      expect(broken.sort()).toEqual([rule, ...alsoBreaks].sort());
    });
  }
});
