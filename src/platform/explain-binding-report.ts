import { pairNearest, type Device, type DeviceList, type Finding, type Parameter } from "../fingerprint/index.js";
import type { BindingReport, LicenseReport, ReportEntry } from "./binding-report.js";
import type { ReportKind } from "./report-vocabulary.js";

/**
 * What a report says in the words of a comparison: which parameters broke the binding, and for each removed device the
 * nearest one that is present. Of memory that only the present list holds, there is more than at acquisition.
 *
 * Findings of several licenses follow each other; pass `{ ...report, licenses: [one] }` for one of them.
 *
 * @rule FP-22
 * @example
 * ```ts
 * import { explainBindingReport, parseBindingReport } from "licit/platform";
 *
 * const report = parseBindingReport(`
 * После получения лицензии удалены:
 * NET_0: Realtek PCIe GbE, 00:1A:2B:3C:4D:57
 * В текущей конфигурации компьютера имеются:
 * NET_0: Realtek PCIe GbE, 00:1B:2B:3C:4D:57
 * `);
 * const findings = report.ok ? explainBindingReport(report.value) : [];
 * findings.map(({ parameter, kind, effect }) => [parameter, kind, effect]); // → [["networkAdapters", "replaced", "breaking"]]
 * ```
 */
export function explainBindingReport(report: BindingReport): readonly Finding[] {
  return report.licenses.flatMap((license) => [
    ...scalarFindings(license),
    ...listFindings("processors", "processor", license),
    ...listFindings("networkAdapters", "networkAdapter", license),
    ...listFindings("disks", "disk", license),
  ]);
}

/** Which field of which kind of line is which parameter. */
const scalars: readonly { readonly parameter: Parameter; readonly kind: ReportKind["kind"]; readonly field: string }[] =
  [
    { parameter: "networkName", kind: "name", field: "model" },
    { parameter: "board.model", kind: "board", field: "model" },
    { parameter: "memoryBytes", kind: "memory", field: "sizeBytes" },
    { parameter: "bios.type", kind: "bios", field: "model" },
    { parameter: "bios.version", kind: "bios", field: "version" },
  ];

function scalarFindings(license: LicenseReport): readonly Finding[] {
  return scalars.flatMap(({ parameter, kind, field }) => {
    const reference = license.removed.find((entry) => entry.kind === kind)?.fields[field];
    const observed = license.present.find((entry) => entry.kind === kind)?.fields[field];
    if (parameter === "memoryBytes") return memoryFinding(reference, observed);
    if (reference === undefined || reference === observed) return [];
    const finding: Finding = { parameter, effect: "breaking", kind: "value", reference, rule: "FP-02" };
    return [observed === undefined ? finding : { ...finding, observed }];
  });
}

function memoryFinding(reference: string | number | undefined, observed: string | number | undefined): Finding[] {
  const values = { ...(reference === undefined ? {} : { reference }), ...(observed === undefined ? {} : { observed }) };
  if (reference !== undefined) {
    return [{ parameter: "memoryBytes", effect: "breaking", kind: "decreased", ...values, rule: "FP-05" }];
  }
  if (observed === undefined) return [];
  return [{ parameter: "memoryBytes", effect: "tolerated", kind: "increased", ...values, rule: "FP-05" }];
}

function listFindings(parameter: DeviceList, kind: ReportKind["kind"], license: LicenseReport): readonly Finding[] {
  const devices = (entries: readonly ReportEntry[]): readonly Device[] =>
    entries.filter((one) => one.kind === kind).map(({ fields }) => ({ model: "", ...fields }));
  const removed = devices(license.removed);
  const present = devices(license.present);
  const names = [...new Set(removed.flatMap((device) => Object.keys(device)))];
  const partners = pairNearest(parameter, removed, present, names);
  const paired = new Set(partners);
  return [
    ...removed.map((reference, at): Finding => {
      const observed = present[partners[at] ?? -1];
      const finding = { parameter, effect: "breaking", reference, rule: "FP-08" } as const;
      return observed === undefined ? { ...finding, kind: "removed" } : { ...finding, kind: "replaced", observed };
    }),
    ...present
      .filter((_, at) => !paired.has(at))
      .map((observed): Finding => ({ parameter, effect: "tolerated", kind: "added", observed, rule: "FP-07" })),
  ];
}
