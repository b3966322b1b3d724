import { err, ok, type Result } from "../core/index.js";
import {
  deviceLists,
  isDeviceList,
  isRead,
  parameters,
  type DeviceList,
  type KeyParameters,
  type Parameter,
} from "./parameters.js";
import { scaleOf, standardPolicy, type Policy, type Requirement } from "./policy.js";
import { isWhole, readScalar } from "./reading.js";
import { knows } from "./standing.js";

/** A reference that would fit too many computers: what is missing in it. */
export interface WeakBinding {
  readonly code: "fingerprint/weak-binding";
  readonly missing: readonly Requirement[];
}

/** Where a reference holds a device that is unmistakable. */
export interface IdentifiedDevice {
  readonly list: DeviceList;
  readonly index: number;
}

/** What a reference must say unless a policy says otherwise. */
export const defaultRequired: readonly Requirement[] = [
  "os.name",
  "os.version",
  "networkName",
  "memoryBytes",
  "identifiedDevice",
];

/**
 * Whether a reference says enough to bind a license to one computer.
 *
 * By default OS name and version, network name and RAM must be read, and at least one device must have an attribute of
 * its own: a MAC, or a `serial`, `serialNumber` or `uuid`. Policy `required` names other requirements. Answers the
 * identified devices, or everything that is missing. Under a vote, those that the reference knows must be able to carry it.
 *
 * Outcomes: `fingerprint/weak-binding`.
 *
 * @rule FP-25
 * @example
 * ```ts
 * import { bindsEnough } from "licit/fingerprint";
 *
 * const bound = bindsEnough({
 *   os: { family: "linux", name: "Alpine Linux", version: "3.22" },
 *   networkName: "f3b1c6a09d27",
 *   board: { model: { unreadable: "empty" } },
 *   memoryBytes: { unreadable: "a container's limit is not its RAM" },
 *   bios: { type: { unreadable: "empty" }, version: { unreadable: "empty" } },
 *   processors: [{ model: "AMD EPYC" }],
 *   networkAdapters: [],
 *   disks: { unreadable: "none seen" },
 * });
 * bound; // → { ok: false, error: { code: "fingerprint/weak-binding", missing: ["memoryBytes", "identifiedDevice"] } }
 * ```
 */
export function bindsEnough(
  reference: KeyParameters,
  policy: Policy = standardPolicy,
): Result<{ readonly identified: readonly IdentifiedDevice[] }, WeakBinding> {
  const identified: IdentifiedDevice[] = [];
  for (const list of deviceLists) identified.push(...identifiedIn(list, reference[list], policy));
  const required = policy.required ?? defaultRequired;
  const isMissing = (requirement: Requirement): boolean =>
    requirement === "identifiedDevice" ? identified.length === 0 : !isThere(reference, requirement, policy);
  const missing = required.filter(isMissing);
  // Without the family, a version cannot be understood.
  if (required.includes("os.version") && isMissing("os.family")) missing.push("os.family");
  missing.push(...silentVoters(reference, policy));
  return missing.length === 0
    ? ok({ identified })
    : err({ code: "fingerprint/weak-binding", missing: [...new Set(missing)] });
}

function isThere(reference: KeyParameters, parameter: Parameter, policy: Policy): boolean {
  return isDeviceList(parameter)
    ? knows(reference, parameter, policy)
    : readScalar(reference, parameter, policy) !== undefined;
}

/** The voters that the reference does not know, where those it knows could never carry the vote. */
function silentVoters(reference: KeyParameters, policy: Policy): readonly Parameter[] {
  const { weightOf, spare, votes } = scaleOf(policy);
  if (!votes) return [];
  const silent = parameters.filter((parameter) => weightOf(parameter) > 0 && !knows(reference, parameter, policy));
  const lost = silent.reduce((sum, parameter) => sum + weightOf(parameter), 0);
  return lost > spare ? silent : [];
}

function identifiedIn(
  list: DeviceList,
  devices: KeyParameters[DeviceList],
  policy: Policy,
): readonly IdentifiedDevice[] {
  if (!isRead(devices)) return [];
  const identified: IdentifiedDevice[] = [];
  for (const [index, device] of devices.entries()) {
    const tells = Object.keys(device).some((name) => isOwn(list, name) && device[name] !== 0);
    if (tells && isWhole(list, device, policy)) identified.push({ list, index });
  }
  return identified;
}

/** Attributes that tell one device from its twin off the same line. */
function isOwn(list: DeviceList, name: string): boolean {
  return (
    name === "serial" || name === "serialNumber" || name === "uuid" || (name === "mac" && list === "networkAdapters")
  );
}
