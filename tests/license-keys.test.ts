import { checkRules, formatReport, licit } from "licit/spec";
import { describe, expect, test } from "vitest";
import { vendorKeys } from "./keys.ts";

describe("the rules on licenses, with RSA and BLS in place of the model", () => {
  const ports = { ...vendorKeys("model"), stretch: licit.license.ports.stretch };
  const subject = { license: { ...licit.license, ports } };

  test.each(["LC-01", "LC-02", "LC-04", "LC-08", "LC-09", "LC-11", "LC-17", "PH-10", "PH-11", "PH-14"])(
    "%s",
    async (id) => {
      const [report] = await checkRules({ subject, only: [id], numRuns: 3 });
      expect(report && formatReport(report)).toMatch(new RegExp(`^${id} passed`));
    },
  );
});
