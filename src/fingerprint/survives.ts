import { isSameDevice } from "./devices.js";
import type { DeviceList, KeyParameters } from "./parameters.js";
import { isRead } from "./parameters.js";
import { scaleOf, standardPolicy, type Policy } from "./policy.js";
import { outcomeOf, standingOf } from "./standing.js";

/**
 * Whether the license stays valid: `compare` says `same`. The hot path, for a check at every start; where it answers
 * `false`, ask `compare` why.
 *
 * @rule FP-02 … FP-15
 * @source S2 p.33
 * @example
 * ```ts
 * import { survives, type KeyParameters } from "licit/fingerprint";
 *
 * const reference: KeyParameters = {
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
 * survives(reference, { ...reference, memoryBytes: 6 * 2 ** 30 }); // → true
 * survives(reference, { ...reference, memoryBytes: 1 * 2 ** 30 }); // → false
 * ```
 */
export function survives(reference: KeyParameters, observed: KeyParameters, policy: Policy = standardPolicy): boolean {
  if (!scaleOf(policy).votes && isUnchanged(reference, observed)) return true;
  return outcomeOf((parameter) => standingOf(parameter, reference, observed, policy), policy) === "same";
}

/** Whether every value is the same to the letter and every device in the same place: then no policy without votes objects. */
export function isUnchanged(a: KeyParameters, b: KeyParameters): boolean {
  return (
    a.memoryBytes === b.memoryBytes &&
    a.networkName === b.networkName &&
    a.os.name === b.os.name &&
    a.os.version === b.os.version &&
    a.os.family === b.os.family &&
    a.os.serialNumber === b.os.serialNumber &&
    a.os.installedAt === b.os.installedAt &&
    a.board.model === b.board.model &&
    a.bios.type === b.bios.type &&
    a.bios.version === b.bios.version &&
    isUnchangedList(a.processors, b.processors) &&
    isUnchangedList(a.networkAdapters, b.networkAdapters) &&
    isUnchangedList(a.disks, b.disks)
  );
}

/** The same of one list. */
export function isUnchangedList(a: KeyParameters[DeviceList], b: KeyParameters[DeviceList]): boolean {
  if (!isRead(a) || !isRead(b) || a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) {
    const device = a[at];
    if (device === undefined || !isSameDevice(device, b[at])) return false;
  }
  return true;
}
