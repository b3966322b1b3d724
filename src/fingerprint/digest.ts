import { canonicalJson, compareCodePoints, sha256Hex, type Json } from "../core/index.js";
import { type Device, type DeviceList, type KeyParameters, type ScalarParameter } from "./parameters.js";
import { standardPolicy, type ExactPolicy, type Policy, type StandardPolicy } from "./policy.js";
import { attributeOf, reduceScalar, wholeDevices } from "./reading.js";

/**
 * The canonical text of key parameters, `licit-parameters-1`: what counts of them, in one form.
 *
 * Two states have the same text exactly when each survives the other (standard and exact policies). A list that is
 * empty binds as little as one that was not read, so both are `null`.
 *
 * Throws `RangeError` on numbers that `parseKeyParameters` refuses (fractions, NaN).
 *
 * @rule FP-18
 * @source docs/formats.md
 */
export function canonicalParameters(
  parameters: KeyParameters,
  policy: StandardPolicy | ExactPolicy = standardPolicy,
): string {
  const scalar = (parameter: ScalarParameter): Json => reduceScalar(parameters, parameter, parameters, policy) ?? null;
  return canonical({
    bios: [scalar("bios.type"), scalar("bios.version")],
    board: scalar("board.model"),
    disks: canonicalList("disks", parameters, policy),
    memory: scalar("memoryBytes"),
    name: scalar("networkName"),
    networkAdapters: canonicalList("networkAdapters", parameters, policy),
    os: [
      scalar("os.family"),
      scalar("os.name"),
      scalar("os.version"),
      scalar("os.serialNumber"),
      scalar("os.installedAt"),
    ],
    processors: canonicalList("processors", parameters, policy),
  });
}

/**
 * The digest of key parameters: SHA-256 of their canonical text, in lower-case hex.
 *
 * Equal for two states exactly when each survives the other under the standard or an exact policy; whatever the order
 * of devices, and whatever the reason why something was not read. Votes have no digest. With a policy of your own, pass
 * it on both sides: its options decide what counts.
 *
 * @rule FP-18
 * @source docs/formats.md
 * @example
 * ```ts
 * import { digestOf, type KeyParameters } from "licit/fingerprint";
 *
 * const computer: KeyParameters = {
 *   os: { family: "windows", name: "Microsoft Windows 11 Pro", version: "10.0.22631" },
 *   networkName: "BUH-31",
 *   board: { model: "PRIME B450M-A" },
 *   memoryBytes: 17179869184,
 *   bios: { type: "American Megatrends Inc.", version: "2409" },
 *   processors: [{ model: "AMD Ryzen 5 3600" }],
 *   networkAdapters: [{ model: "Realtek PCIe GbE", mac: "00:1a:2b:3c:4d:57" }],
 *   disks: [{ model: "Samsung SSD 980", serial: "S64D192623" }],
 * };
 * const updated = { ...computer, os: { ...computer.os, version: "10.0.26100" } };
 *
 * digestOf(updated) === digestOf(computer); // → true
 * digestOf({ ...computer, networkName: "BUH-32" }) === digestOf(computer); // → false
 * ```
 */
export function digestOf(parameters: KeyParameters, policy: StandardPolicy | ExactPolicy = standardPolicy): string {
  return sha256Hex(canonicalParameters(parameters, policy));
}

function canonicalList(list: DeviceList, parameters: KeyParameters, policy: Policy): Json {
  const counted = wholeDevices(list, parameters[list], policy);
  if (counted.length === 0) return null;
  return counted
    .map((device) => reduced(list, device))
    .map((device) => ({ device, text: canonical(device) }))
    .sort((a, b) => compareCodePoints(a.text, b.text))
    .map(({ device }) => device);
}

function reduced(list: DeviceList, device: Device): Json {
  return Object.fromEntries(Object.keys(device).map((name) => [name, attributeOf(list, device, name) ?? null]));
}

function canonical(value: Json): string {
  const text = canonicalJson(value);
  if (!text.ok) throw new RangeError(`key parameters that parseKeyParameters refuses: ${text.error.path.join(".")}`);
  return text.value;
}
