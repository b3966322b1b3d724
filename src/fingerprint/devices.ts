import type { Device, DeviceList } from "./parameters.js";
import type { PolicyOptions } from "./policy.js";
import { attributeOf, isWhole } from "./reading.js";

/** What is left of two lists of devices when everything that matches is taken away. */
export interface Leftovers {
  /** The attribute names on which devices of this list are compared. @rule FP-09 */
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
  const { missing, added } = withoutTwins(reference, observed);
  if (missing.length + added.length === 0) return nothingLeft;
  const whole = (device: Device): boolean => isWhole(device, options);
  const names = attributeNames(reference.filter(whole));
  const found = new Map<string, Device[]>();
  for (const device of added) {
    const key = keyOf(list, device, names);
    const equals = found.get(key);
    if (equals === undefined) found.set(key, [device]);
    else equals.push(device);
  }
  const unmatched = missing.filter(
    (device) => whole(device) && found.get(keyOf(list, device, names))?.pop() === undefined,
  );
  const left = [...found.values()].flat();
  return { names, missing: unmatched, added: left, unsure: !left.every(whole) };
}

/** How far ahead a twin is looked for. */
const LOOK_AHEAD = 4;

/**
 * Takes away what is alike to the letter, in one walk along both lists: mostly nothing changed, or a device came or went
 * and the rest moved up. What it misses is matched by its attributes.
 */
function withoutTwins(
  reference: readonly Device[],
  observed: readonly Device[],
): { readonly missing: readonly Device[]; readonly added: readonly Device[] } {
  const missing: Device[] = [];
  const added: Device[] = [];
  let next = 0;
  for (const device of reference) {
    const end = Math.min(next + LOOK_AHEAD, observed.length);
    let at = next;
    while (at < end && !isSameDevice(device, observed[at])) at++;
    if (at === end) missing.push(device);
    else {
      added.push(...observed.slice(next, at));
      next = at + 1;
    }
  }
  return { missing, added: next === 0 ? observed : added.concat(observed.slice(next)) };
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

/** The attribute names that occur in a list. */
export function attributeNames(devices: readonly Device[]): readonly string[] {
  const names = new Set<string>();
  for (const device of devices) for (const name in device) names.add(name);
  return [...names];
}

/** A text that two devices share exactly when they agree on these attributes. A placeholder agrees with no read value. */
function keyOf(list: DeviceList, device: Device, names: readonly string[]): string {
  let key = "";
  for (const name of names) {
    const value = attributeOf(list, device, name);
    key += typeof value === "string" ? `${value.length}:${value}` : `#${value};`;
  }
  return key;
}
