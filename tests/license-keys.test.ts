import {
  checkLicenseAsync,
  openLicenseAsync,
  openRequestAsync,
  openResponseAsync,
  phoneLicenseAsync,
  phoneRequestAsync,
  phoneResponseAsync,
  sealRequestAsync,
  signLicenseAsync,
  signRefusalAsync,
} from "licit/license";
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

describe("the rules on licenses, with every port answering later", () => {
  const subject = {
    license: {
      ...licit.license,
      checkLicense: checkLicenseAsync,
      openLicense: openLicenseAsync,
      openRequest: openRequestAsync,
      openResponse: openResponseAsync,
      phoneLicense: phoneLicenseAsync,
      phoneRequest: phoneRequestAsync,
      phoneResponse: phoneResponseAsync,
      sealRequest: sealRequestAsync,
      signLicense: signLicenseAsync,
      signRefusal: signRefusalAsync,
    },
  };

  // Of a port that may answer later, a promise of "yes" is a yes: what LC-02 says of promises is said of the others.
  const ids = [
    "LC-01",
    "LC-03",
    "LC-08",
    "LC-09",
    "LC-11",
    "LC-12",
    "LC-15",
    "LC-16",
    "LC-17",
    "PH-10",
    "PH-11",
    "PH-14",
  ];
  test.each(ids)("%s", async (id) => {
    const [report] = await checkRules({ subject, only: [id], numRuns: 20 });
    expect(report && formatReport(report)).toMatch(new RegExp(`^${id} passed`));
  });
});
