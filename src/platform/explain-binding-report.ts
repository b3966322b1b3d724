import {
  byText,
  pairNearest,
  parameters,
  type Device,
  type DeviceList,
  type Finding,
  type FindingValue,
  type Parameter,
} from "../fingerprint/index.js";
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
    ...[...scalarFindings(license), ...memoryFindings(license)].sort(byParameter),
    ...listFindings("processors", "processor", license),
    ...listFindings("networkAdapters", "networkAdapter", license),
    ...listFindings("disks", "disk", license),
  ]);
}

/** In the order of a comparison. */
function byParameter(a: Finding, b: Finding): number {
  return parameters.indexOf(a.parameter) - parameters.indexOf(b.parameter);
}

/** Which fields of which kind of line are which parameters. */
const scalars: readonly {
  readonly kind: ReportKind["kind"];
  readonly fields: readonly (readonly [Parameter, string])[];
}[] = [
  { kind: "name", fields: [["networkName", "model"]] },
  { kind: "board", fields: [["board.model", "model"]] },
  {
    kind: "bios",
    fields: [
      ["bios.type", "model"],
      ["bios.version", "version"],
    ],
  },
];

/** A removed line always broke something: where its parameters are the same, its other fields are not. */
function scalarFindings(license: LicenseReport): readonly Finding[] {
  return scalars.flatMap(({ kind, fields }) => {
    const present = license.present.filter((entry) => entry.kind === kind);
    return license.removed
      .filter((entry) => entry.kind === kind)
      .flatMap((removed, at) => {
        const now = present[at]?.fields;
        const changed = fields.filter(([, field]) => now?.[field] !== removed.fields[field]);
        if (changed.length > 0) {
          return changed.map(([parameter, field]) => broken(parameter, removed.fields[field], now?.[field]));
        }
        return fields
          .slice(-1)
          .map(([parameter]) => broken(parameter, deviceOf(removed), now && deviceOf({ fields: now })));
      });
  });
}

function broken(
  parameter: Parameter,
  reference: FindingValue | undefined,
  observed: FindingValue | undefined,
): Finding {
  return {
    parameter,
    effect: "breaking",
    kind: "value",
    ...(reference === undefined ? {} : { reference }),
    ...(observed === undefined ? {} : { observed }),
    rule: "FP-02",
  };
}

/** Memory that was removed breaks, whatever is there now; memory that is only present has grown. @rule FP-05 */
function memoryFindings(license: LicenseReport): readonly Finding[] {
  const sizeIn = (entries: readonly ReportEntry[]) =>
    entries.find(({ kind }) => kind === "memory")?.fields["sizeBytes"];
  const [reference, observed] = [sizeIn(license.removed), sizeIn(license.present)];
  const finding = { parameter: "memoryBytes", rule: "FP-05" } as const;
  if (reference === undefined) {
    return observed === undefined ? [] : [{ ...finding, effect: "tolerated", kind: "increased", observed }];
  }
  const gone = { ...finding, effect: "breaking", kind: "decreased", reference } as const;
  return [observed === undefined ? gone : { ...gone, observed }];
}

function deviceOf({ fields }: Pick<ReportEntry, "fields">): Device {
  return { model: "", ...fields };
}

function listFindings(parameter: DeviceList, kind: ReportKind["kind"], license: LicenseReport): readonly Finding[] {
  const devices = (entries: readonly ReportEntry[]): readonly Device[] =>
    byText(parameter, entries.filter((one) => one.kind === kind).map(deviceOf));
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
