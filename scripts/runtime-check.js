// Runs the whole specification on whatever runtime this is, against the built package; the same in a browser.
import { digestOf, pseudonymize } from "../dist/fingerprint/index.js";
import { canonicalOwner } from "../dist/owner/index.js";
import { checkRules, formatReport } from "../dist/spec/index.js";

const computer = {
  os: { family: "windows", name: "Microsoft Windows 11 Pro", version: "10.0.22631" },
  networkName: "ООО «Ромашка»",
  board: { model: "PRIME B450M-A" },
  memoryBytes: 17179869184,
  bios: { type: "American Megatrends Inc.", version: "2409" },
  processors: [{ model: "AMD Ryzen 5 3600" }],
  networkAdapters: [{ model: "Realtek PCIe GbE", mac: "00-1A-2B-3C-4D-57" }],
  disks: [{ model: "Samsung SSD 980 😀", serial: "S64D192623" }],
};

// Characters that an older engine does not normalize are among them.
const owner = {
  kind: "company",
  organization: "ООО\u00a0«Рома\u00adшка»",
  lastName: "И\u0306вано\u0301ва",
  town: "\u{105d2}\u0316\u0307 e\u0897\u0316\u0301 \u{1611e}\u{1611e}\u{1611f}",
};

/** What must be the same everywhere, and what did not hold. */
export async function runtimeCheck() {
  const reports = await checkRules({ numRuns: 30 });
  return {
    passed: reports.filter(({ status }) => status === "passed").length,
    failed: reports.filter(({ status }) => status !== "passed").map(formatReport),
    digest: digestOf(pseudonymize(computer, "salt")),
    owner: canonicalOwner(owner),
  };
}
