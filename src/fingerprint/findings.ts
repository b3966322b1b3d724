import { nothingLeft } from "./devices.js";
import { byText, byTextOf, pairNearest } from "./nearest.js";
import type { Device, DeviceList, KeyParameters, Parameter, ScalarParameter, Unreadable } from "./parameters.js";
import { isRead, scalarOf, valueOf } from "./parameters.js";
import type { Policy } from "./policy.js";
import { readScalar } from "./reading.js";
import type { ListExam, Standing } from "./standing.js";

/** A value as a finding shows it, as it was handed in. */
export type FindingValue = string | number | Device | readonly Device[] | Unreadable;

/** One difference between the reference and what is observed. */
export interface Finding {
  readonly parameter: Parameter;
  /** `breaking`: the license falls over it. `tolerated`: it does not. `unread`: it could not be told. */
  readonly effect: "breaking" | "tolerated" | "unread";
  readonly kind: "value" | "increased" | "decreased" | "removed" | "replaced" | "added" | "unread";
  /** What the license was made for; of a device, the device. */
  readonly reference?: FindingValue;
  /** What is there now; of a replaced device, the nearest one that was added. */
  readonly observed?: FindingValue;
  /** The rule that speaks: `FP-05`. */
  readonly rule: string;
}

/** The difference in a parameter of one value, or `undefined` where there is none to tell. */
export function scalarFinding(
  parameter: ScalarParameter,
  reference: KeyParameters,
  observed: KeyParameters,
  policy: Policy,
  standing: Standing,
): Finding | undefined {
  const raw = scalarOf(observed, parameter);
  if (standing !== "unread" && raw === scalarOf(reference, parameter)) return undefined;
  const before = readScalar(reference, parameter, policy);
  const after = readScalar(observed, parameter, policy);
  if (standing === "unread") {
    const unread = { parameter, effect: "unread", kind: "unread", rule: "FP-15" } as const;
    return { ...unread, ...given("reference", before), ...given("observed", raw) };
  }
  if (before === undefined || after === undefined || before === after) return undefined;
  const effect = standing === "broken" ? "breaking" : "tolerated";
  const kind = kindOf(parameter, before, after);
  return { parameter, effect, kind, reference: before, observed: after, rule: ruleOf(parameter, kind, effect) };
}

function kindOf(parameter: ScalarParameter, before: string | number, after: string | number): Finding["kind"] {
  if (parameter !== "memoryBytes") return "value";
  return after > before ? "increased" : "decreased";
}

function ruleOf(parameter: ScalarParameter, kind: Finding["kind"], effect: Finding["effect"]): string {
  if (parameter === "networkName" && effect === "tolerated") return "FP-26";
  return kind === "increased" && effect === "breaking" ? "FP-23" : scalarRules[parameter];
}

/** The rule that speaks when a parameter of one value differs. */
const scalarRules: { readonly [parameter in ScalarParameter]: string } = {
  "os.family": "FP-02",
  "os.name": "FP-02",
  "os.version": "FP-03",
  "os.serialNumber": "FP-04",
  "os.installedAt": "FP-04",
  networkName: "FP-02",
  "board.model": "FP-02",
  memoryBytes: "FP-05",
  "bios.type": "FP-02",
  "bios.version": "FP-02",
};

/**
 * The differences in a list of devices: each missing device paired with the nearest added one ("replaced"), the rest
 * removed or added. A missing device that may be one of which something could not be read is unread.
 *
 * @rule FP-07, FP-08, FP-14, FP-15
 */
export function listFindings(
  list: DeviceList,
  reference: KeyParameters[DeviceList],
  observed: KeyParameters[DeviceList],
  policy: Policy,
  { standing, leftovers, additionsBreak }: ListExam,
): readonly Finding[] {
  if (!isRead(observed)) {
    if (standing !== "unread" || !isRead(reference)) return [];
    const known = byText(list, reference);
    return [{ parameter: list, effect: "unread", kind: "unread", reference: known, observed, rule: "FP-15" }];
  }
  if (leftovers === nothingLeft) return [];
  const missing = byText(list, leftovers.missing);
  const added = byText(list, leftovers.added);
  const partners = pairNearest(list, missing, added, leftovers.names);
  const paired = new Set(partners);
  const evidence = new Set(leftovers.unsure.map(({ perhaps }) => perhaps));
  return [
    ...missing.map((device, at): Finding => {
      const found = added[partners[at] ?? -1];
      return lost(list, found === undefined ? "removed" : "replaced", device, found);
    }),
    ...byTextOf(list, leftovers.unsure, ({ device }) => device).map(({ device, perhaps }) =>
      lost(list, "unread", device, perhaps),
    ),
    ...added.filter((_, at) => !paired.has(at)).map((device) => come(list, device, additionsBreak)),
    ...byText(list, leftovers.partial)
      .filter((device) => !evidence.has(device))
      .map((device) => come(list, device, false)),
  ];
}

/** The finding on an observed device that has no equal. */
function come(parameter: DeviceList, observed: Device, breaks: boolean): Finding {
  const effect = breaks ? "breaking" : "tolerated";
  return { parameter, effect, kind: "added", observed, rule: breaks ? "FP-23" : "FP-07" };
}

/** The finding on a reference device that has no equal. */
function lost(
  parameter: DeviceList,
  kind: "removed" | "replaced" | "unread",
  reference: Device,
  found: Device | undefined,
): Finding {
  const effect = kind === "unread" ? "unread" : "breaking";
  const rule = kind === "unread" ? "FP-15" : "FP-08";
  if (found === undefined) return { parameter, effect, kind, reference, rule };
  return { parameter, effect, kind, reference, observed: found, rule };
}

/** In a vote, a parameter that the reference does not know has no voice, which may leave the vote open. @rule FP-23 */
export function unknownFinding(parameter: Parameter, reference: KeyParameters): Finding {
  return {
    parameter,
    effect: "unread",
    kind: "unread",
    ...given("reference", valueOf(reference, parameter)),
    rule: "FP-23",
  };
}

/** A property where there is a value, and none where there is not: `undefined` does not survive JSON. */
function given<N extends string>(name: N, value: FindingValue | undefined): { readonly [name in N]?: FindingValue } {
  return value === undefined ? {} : ({ [name]: value } as { readonly [name in N]: FindingValue }); // a computed name
}
