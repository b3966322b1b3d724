import { checkRules, formatReport, rules } from "licit/spec";
import { describe, expect, test } from "vitest";

describe("the specification, run against this library", () => {
  for (const { id, statement } of rules) {
    test(`${id} ${statement}`, async () => {
      const [report] = await checkRules({ only: [id] });
      expect(report && formatReport(report)).toMatch(new RegExp(`^${id} passed`));
    });
  }
});
