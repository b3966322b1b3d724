import { compareCodePoints } from "../core/index.js";
import type { Device, DeviceList } from "./parameters.js";
import type { PolicyOptions } from "./policy.js";
import { isWhole, readAttribute } from "./reading.js";

/** What is left of two lists of devices when everything that matches is taken away. */
export interface Leftovers {
  /** The attribute names on which devices of this list are compared, sorted. @rule FP-09 */
  readonly names: readonly string[];
  /** Reference devices without an equal. */
  readonly missing: readonly Device[];
  /** Observed devices without an equal. */
  readonly added: readonly Device[];
  /** Whether one of the added could be a missing one: something of it could not be read. */
  readonly unsure: boolean;
}

/** Everything matched. */
export const nothingLeft: Leftovers = { names: [], missing: [], added: [], unsure: false };

/**
 * Matches each reference device with an equal observed one, counted with multiplicity, whatever the order. Linear in
 * the number of devices.
 *
 * Devices are equal when they agree on every attribute name that occurs in the reference's list.
 *
 * @rule FP-06, FP-09, FP-12
 */
export function matchDevices(
  list: DeviceList,
  reference: readonly Device[],
  observed: readonly Device[],
  options: PolicyOptions,
): Leftovers {
  // Equal in the same place: taken away first, because a computer mostly is what it was.
  const same = (device: Device, at: number): boolean => isSameDevice(device, observed[at]);
  if (observed.length === reference.length && reference.every(same)) return nothingLeft;
  const missing = reference.filter((device, at) => !same(device, at) && isWhole(device, options));
  const candidates = observed.filter((device, at) => !isSameDevice(device, reference[at]));

  const names = attributeNames(reference.filter((device) => isWhole(device, options)));
  const found = new Map<string, Device[]>();
  for (const device of candidates) {
    const key = keyOf(list, device, names, options);
    const equals = found.get(key);
    if (equals === undefined) found.set(key, [device]);
    else equals.push(device);
  }
  const unmatched = missing.filter((device) => found.get(keyOf(list, device, names, options))?.pop() === undefined);
  const added = [...found.values()].flat();
  return { names, missing: unmatched, added, unsure: added.some((device) => !isWhole(device, options)) };
}

/** Whether two devices are alike to the letter: then they match, whatever else is in their lists. */
export function isSameDevice(a: Device, b: Device | undefined): boolean {
  if (a === b) return true;
  if (b === undefined) return false;
  let names = 0;
  for (const name in a) {
    if (a[name] !== b[name]) return false;
    names++;
  }
  for (const _ in b) names--;
  return names === 0;
}

/** The attribute names that occur in a list, sorted by code point. */
export function attributeNames(devices: readonly Device[]): readonly string[] {
  const names = new Set<string>();
  for (const device of devices) for (const name in device) names.add(name);
  return [...names].sort(compareCodePoints);
}

/** A text that two devices share exactly when they agree on these attributes. */
function keyOf(list: DeviceList, device: Device, names: readonly string[], options: PolicyOptions): string {
  let key = "";
  for (const name of names) {
    const value = readAttribute(list, device, name, options);
    key += typeof value === "string" ? `${value.length}:${value}` : `#${value};`;
  }
  return key;
}
