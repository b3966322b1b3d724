import { canonicalMac } from "./mac.js";
import type { Device, DeviceList, KeyParameters, ScalarParameter } from "./parameters.js";
import { isRead, scalarOf } from "./parameters.js";
import { isPlaceholder } from "./placeholder.js";
import type { PolicyOptions } from "./policy.js";

/** A value as it counts: texts trimmed and no placeholders; `undefined` where nothing was read. */
export type Read = string | number | undefined;

/** What a scalar parameter says, before any reduction. @rule FP-15, FP-26, FP-27 */
export function readScalar(parameters: KeyParameters, parameter: ScalarParameter, options: PolicyOptions): Read {
  return readValue(scalarOf(parameters, parameter), options);
}

/**
 * What of a scalar parameter counts when `reference` is the reference: on Windows the version's first two numbers only,
 * and serial number and date on Windows only. Without the family, none of the three can be understood: they count as
 * unread.
 *
 * @rule FP-03, FP-04, FP-26
 */
export function reduceScalar(
  parameters: KeyParameters,
  parameter: ScalarParameter,
  reference: KeyParameters,
  options: PolicyOptions,
): Read {
  const value = readScalar(parameters, parameter, options);
  if (value === undefined) return undefined;
  if (parameter === "networkName") {
    return options.networkNameCase === "insensitive" ? String(value).toUpperCase() : value;
  }
  const isVersion = parameter === "os.version";
  if (!isVersion && parameter !== "os.serialNumber" && parameter !== "os.installedAt") return value;
  const family = reference.os.family;
  if (typeof family !== "string" || typeof parameters.os.family !== "string") return undefined;
  if (isVersion) return family === "windows" ? windowsRelease(String(value)) : value;
  return family === "windows" && countsInstallation(reference, options) ? value : undefined;
}

/** Whether the serial number and date of this Windows count; where its version was not read, nothing says so. @rule FP-04 */
function countsInstallation(reference: KeyParameters, options: PolicyOptions): boolean {
  if (options.windowsInstallation !== "before-windows-10") return true;
  const version = readScalar(reference, "os.version", options);
  // A name such as "XP" is no number of 10 or more.
  return version !== undefined && !(Number.parseInt(String(version), 10) >= 10);
}

/** The first two numbers of a Windows version, "10.0"; a text that does not begin with numbers stays whole. @rule FP-03 */
export function windowsRelease(version: string): string {
  const [, first, second = "0"] = /^0*(\d+)(?:\.0*(\d+)(?:\..*)?)?$/s.exec(version) ?? [];
  return first === undefined ? version : `${first}.${second}`;
}

/** One attribute of a device as it counts when it was read; `undefined` where the device does not have it. @rule FP-26 */
export function attributeOf(list: DeviceList, device: Device, name: string): Read {
  const value = device[name];
  if (typeof value !== "string") return value;
  const trimmed = value.trim();
  return name === "mac" && list === "networkAdapters" ? (canonicalMac(trimmed) ?? trimmed) : trimmed;
}

/**
 * Whether every attribute of a device was read. One of which something could not be read binds nothing in a reference,
 * and proves nothing when observed.
 *
 * @rule FP-15, FP-27
 */
export function isWhole(list: DeviceList, device: Device, options: PolicyOptions): boolean {
  return Object.keys(device).every((name) => isValue(attributeOf(list, device, name), options));
}

/** The devices of a list that bind; none where it was not read. */
export function wholeDevices(
  list: DeviceList,
  devices: KeyParameters[DeviceList],
  options: PolicyOptions,
): readonly Device[] {
  return isRead(devices) ? devices.filter((device) => isWhole(list, device, options)) : [];
}

/** Whether something was read, and no placeholder. */
export function isValue(value: Read, options: PolicyOptions): boolean {
  return typeof value === "string" ? !isPlaceholder(value, options.placeholders) : value !== undefined;
}

function readValue(value: unknown, options: PolicyOptions): Read {
  if (typeof value === "number") return value;
  return typeof value === "string" && !isPlaceholder(value, options.placeholders) ? value.trim() : undefined;
}
