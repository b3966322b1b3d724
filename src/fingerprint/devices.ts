import type { Device, DeviceList } from "./parameters.js";
import type { PolicyOptions } from "./policy.js";
import { byText, textOf } from "./nearest.js";
import { attributeOf, isValue, isWhole, wholeDevices } from "./reading.js";

/** What is left of two lists of devices when everything that matches is taken away. */
export interface Leftovers {
  /** The attribute names on which devices of this list are compared. @rule FP-09 */
  readonly names: readonly string[];
  /** Reference devices without an equal. */
  readonly missing: readonly Device[];
  /** Reference devices without an equal, each with an observed one of which something could not be read: it may be that. */
  readonly unsure: readonly { readonly device: Device; readonly perhaps: Device }[];
  /** Observed devices without an equal, read whole. */
  readonly added: readonly Device[];
  /** Observed devices of which something could not be read. */
  readonly partial: readonly Device[];
}

/** Everything matched. */
export const nothingLeft: Leftovers = { names: [], missing: [], unsure: [], added: [], partial: [] };

/**
 * Matches each reference device with an equal observed one, counted with multiplicity, whatever the order. Linear in
 * the number of devices.
 *
 * Devices are equal when they agree on every attribute name that occurs in the reference's list; of those that were not
 * read whole, only two that are alike.
 *
 * @rule FP-06, FP-09, FP-12, FP-15
 */
export function matchDevices(
  list: DeviceList,
  reference: readonly Device[],
  observed: readonly Device[],
  options: PolicyOptions,
): Leftovers {
  const rest = withoutTwins(reference, observed);
  if (rest.missing.length + rest.added.length === 0) return nothingLeft;
  const whole = (device: Device): boolean => isWhole(list, device, options);
  const names = attributeNames(wholeDevices(list, reference, options));
  const onNames = (device: Device): string => keyOf(list, device, names);
  const isPartial = (device: Device): boolean => !whole(device);
  const asIs = (device: Device): string => textOf(list, device);
  const [lost, come] = without(list, rest.missing.filter(whole), rest.added.filter(whole), onNames);
  const [, partial] = without(list, rest.missing.filter(isPartial), rest.added.filter(isPartial), asIs);
  const possible = byText(list, partial);
  const missing: Device[] = [];
  const unsure: { device: Device; perhaps: Device }[] = [];
  for (const device of lost) {
    // So many unread devices could be anything; to look through them all for each would no longer be linear.
    const perhaps =
      possible.length > MANY_PARTIAL
        ? possible[0]
        : possible.find((candidate) => couldBe(list, device, candidate, names, options));
    if (perhaps === undefined) missing.push(device);
    else unsure.push({ device, perhaps });
  }
  return { names, missing, unsure, added: come, partial };
}

const MANY_PARTIAL = 32;

/** Two lists without the pairs that have equal keys. Of several with one key, the plainest goes first, ties by code point. */
function without(
  list: DeviceList,
  missing: readonly Device[],
  added: readonly Device[],
  keyOf: (device: Device) => string,
): readonly [readonly Device[], readonly Device[]] {
  if (missing.length === 0 || added.length === 0) return [missing, added];
  const found = new Map<string, Device[]>();
  for (const device of added) {
    const key = keyOf(device);
    const equals = found.get(key);
    if (equals === undefined) found.set(key, [device]);
    else equals.push(device);
  }
  for (const [key, equals] of found) if (equals.length > 1) found.set(key, plainestLast(list, equals));
  const left = missing.filter((device) => found.get(keyOf(device))?.pop() === undefined);
  return [left, [...found.values()].flat()];
}

/** A twin has no attribute that the reference lacks, so the plainest is the one that a twin's place would have shown. */
function plainestLast(list: DeviceList, devices: readonly Device[]): Device[] {
  const attributes = (device: Device): number => Object.keys(device).length;
  return [...byText(list, devices)].reverse().sort((a, b) => attributes(b) - attributes(a));
}

/** Whether an observed device of which something could not be read may be this one: what was read of it agrees. */
function couldBe(
  list: DeviceList,
  device: Device,
  candidate: Device,
  names: readonly string[],
  options: PolicyOptions,
): boolean {
  return names.every((name) => {
    const value = attributeOf(list, candidate, name);
    return value === attributeOf(list, device, name) || (value !== undefined && !isValue(value, options));
  });
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

/** A text that two devices share exactly when they agree on these attributes. */
function keyOf(list: DeviceList, device: Device, names: readonly string[]): string {
  let key = "";
  for (const name of names) {
    const value = attributeOf(list, device, name);
    key += typeof value === "string" ? `${value.length}:${value}` : `#${value};`;
  }
  return key;
}
