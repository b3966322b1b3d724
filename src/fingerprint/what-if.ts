import { err, ok, type InputError, type Result } from "../core/index.js";
import { compare, type Comparison } from "./compare.js";
import type { Device, DeviceList, KeyParameters, Parameter, Unreadable } from "./parameters.js";
import { deviceLists, isRead, parameters } from "./parameters.js";
import { parseKeyParameters } from "./parse.js";
import { standardPolicy, type Policy } from "./policy.js";

/** A planned change to a computer. Indexes are those of the moment at which the change is applied. */
export type HardwareChange =
  | { readonly change: "set"; readonly path: Parameter; readonly value: string | number | Unreadable }
  | { readonly change: "add"; readonly list: DeviceList; readonly device: Device }
  | { readonly change: "remove"; readonly list: DeviceList; readonly index: number }
  | { readonly change: "replace"; readonly list: DeviceList; readonly index: number; readonly device: Device };

/** Why a change cannot be made: `at` is its index among the changes. The first one is reported. */
export type ChangeError =
  | { readonly code: "fingerprint/unknown-change"; readonly at: number }
  | { readonly code: "fingerprint/unknown-parameter"; readonly at: number; readonly path: string }
  | { readonly code: "fingerprint/list-not-read"; readonly at: number; readonly list: DeviceList }
  | {
      readonly code: "fingerprint/no-such-device";
      readonly at: number;
      readonly list: DeviceList;
      readonly index: number;
      readonly devices: number;
    }
  | { readonly code: "fingerprint/invalid-change"; readonly at: number; readonly faults: InputError["faults"] };

/**
 * What a comparison would say after planned changes, before anyone opens the computer. Changes nothing.
 *
 * The changes are applied to the reference in order. `set` gives a parameter another value, or makes it unreadable;
 * `add`, `remove` and `replace` work on a list of devices. What comes out is checked as `parseKeyParameters` checks.
 *
 * Outcomes: `fingerprint/unknown-change`, `fingerprint/unknown-parameter`, `fingerprint/list-not-read`,
 * `fingerprint/no-such-device`, `fingerprint/invalid-change`.
 *
 * @rule FP-17
 * @example
 * ```ts
 * import { whatIf, type KeyParameters } from "licit/fingerprint";
 *
 * const computer: KeyParameters = {
 *   os: { family: "linux", name: "Debian GNU/Linux", version: "12" },
 *   networkName: "BUH-31",
 *   board: { model: "PRIME B450M-A" },
 *   memoryBytes: 2 * 2 ** 30,
 *   bios: { type: "American Megatrends Inc.", version: "2409" },
 *   processors: [{ model: "AMD Ryzen 5 3600" }],
 *   networkAdapters: [{ model: "Realtek PCIe GbE", mac: "00:1a:2b:3c:4d:57" }],
 *   disks: [{ model: "Samsung SSD 980", serial: "S64D192623" }],
 * };
 *
 * const moreMemory = whatIf(computer, [{ change: "set", path: "memoryBytes", value: 6 * 2 ** 30 }]);
 * moreMemory.ok && moreMemory.value.outcome; // → "same"
 *
 * const noDisk = whatIf(computer, [{ change: "remove", list: "disks", index: 0 }]);
 * noDisk.ok && noDisk.value.outcome; // → "changed"
 *
 * whatIf(computer, [{ change: "remove", list: "disks", index: 1 }]); // → { ok: false, error: { code: "fingerprint/no-such-device", at: 0, list: "disks", index: 1, devices: 1 } }
 * ```
 */
export function whatIf(
  reference: KeyParameters,
  changes: readonly HardwareChange[],
  policy: Policy = standardPolicy,
): Result<Comparison, ChangeError> {
  const changed = applyChanges(reference, changes);
  return changed.ok ? ok(compare(reference, changed.value, policy)) : changed;
}

/** The computer after planned changes, applied in order. Outcomes as {@link whatIf}. @rule FP-17 */
export function applyChanges(
  computer: KeyParameters,
  changes: readonly HardwareChange[],
): Result<KeyParameters, ChangeError> {
  let current = computer;
  for (const [at, change] of changes.entries()) {
    const draft = isObject(change)
      ? apply(current, change, at)
      : err({ code: "fingerprint/unknown-change", at } as const);
    if (!draft.ok) return draft;
    const parsed = parseKeyParameters(draft.value);
    if (!parsed.ok) return err({ code: "fingerprint/invalid-change", at, faults: parsed.error.faults });
    current = parsed.value;
  }
  return ok(current);
}

/** Changes may come from a form: what is no object at all is no change. */
function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}

function apply(computer: KeyParameters, change: HardwareChange, at: number): Result<unknown, ChangeError> {
  switch (change.change) {
    case "set":
      return parameters.includes(change.path)
        ? ok(withValue(computer, change.path, change.value))
        : err({ code: "fingerprint/unknown-parameter", at, path: change.path });
    case "add":
      return withList(computer, change.list, at, (devices) => ok([...devices, change.device]));
    case "remove":
      return withDevice(computer, change.list, change.index, at, []);
    case "replace":
      return withDevice(computer, change.list, change.index, at, [change.device]);
    default:
      return err({ code: "fingerprint/unknown-change", at });
  }
}

function withValue(computer: KeyParameters, path: Parameter, value: unknown): unknown {
  const [group, name] = path.split(".", 2);
  if (group !== "os" && group !== "board" && group !== "bios") return { ...computer, [path]: value };
  return { ...computer, [group]: { ...computer[group], [name ?? ""]: value } };
}

function withDevice(
  computer: KeyParameters,
  list: DeviceList,
  index: number,
  at: number,
  instead: readonly Device[],
): Result<unknown, ChangeError> {
  return withList(computer, list, at, (devices) =>
    Number.isInteger(index) && index >= 0 && index < devices.length
      ? ok([...devices.slice(0, index), ...instead, ...devices.slice(index + 1)])
      : err({ code: "fingerprint/no-such-device", at, list, index, devices: devices.length }),
  );
}

function withList(
  computer: KeyParameters,
  list: DeviceList,
  at: number,
  edit: (devices: readonly Device[]) => Result<readonly Device[], ChangeError>,
): Result<unknown, ChangeError> {
  if (!deviceLists.includes(list)) return err({ code: "fingerprint/unknown-parameter", at, path: list });
  const devices = computer[list];
  if (!isRead(devices)) return err({ code: "fingerprint/list-not-read", at, list });
  const edited = edit(devices);
  return edited.ok ? ok({ ...computer, [list]: edited.value }) : edited;
}
