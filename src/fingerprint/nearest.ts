import { compareCodePoints } from "../core/index.js";
import type { Device, DeviceList } from "./parameters.js";
import { attributeOf } from "./reading.js";

/** So many unmatched devices of each side are paired (included); what a person reads ends long before. @rule FP-14 */
const MAX_PAIRED = 32;

/**
 * Pairs devices that are missing with devices that were added, the nearest first: fewest attributes apart, ties by the
 * order given (a comparison gives them in code-point order). Answers, for each missing device, the index of its partner in `added`, or `undefined`.
 *
 * Devices are compared on `names`; at most the first 32 of each side are paired (included).
 *
 * @rule FP-14
 * @example
 * ```ts
 * import { pairNearest } from "licit/fingerprint";
 *
 * const missing = [{ model: "Realtek PCIe GbE", mac: "00:1a:2b:3c:4d:57" }];
 * const added = [
 *   { model: "Intel Wi-Fi", mac: "a0:88:69:00:00:00" },
 *   { model: "Realtek PCIe GbE", mac: "00:1b:2b:3c:4d:57" },
 * ];
 * pairNearest("networkAdapters", missing, added, ["mac", "model"]); // → [1]
 * ```
 */
export function pairNearest(
  list: DeviceList,
  missing: readonly Device[],
  added: readonly Device[],
  names: readonly string[],
): readonly (number | undefined)[] {
  const pairs: { readonly missing: number; readonly added: number; readonly apart: number }[] = [];
  for (const [i, device] of missing.slice(0, MAX_PAIRED).entries()) {
    for (const [j, candidate] of added.slice(0, MAX_PAIRED).entries()) {
      const differs = (name: string): boolean => attributeOf(list, device, name) !== attributeOf(list, candidate, name);
      pairs.push({ missing: i, added: j, apart: names.filter(differs).length });
    }
  }
  pairs.sort((a, b) => a.apart - b.apart || a.missing - b.missing || a.added - b.added);
  const partners = new Array<number | undefined>(missing.length).fill(undefined);
  const taken = new Set<number>();
  for (const pair of pairs) {
    if (partners[pair.missing] !== undefined || taken.has(pair.added)) continue;
    partners[pair.missing] = pair.added;
    taken.add(pair.added);
  }
  return partners;
}

/** Devices sorted by their attributes, name and value, in code-point order: the same whatever order they came in. @rule FP-12 */
export function byText(list: DeviceList, devices: readonly Device[]): readonly Device[] {
  return byTextOf(list, devices, (device) => device);
}

/** The same of things that have a device. */
export function byTextOf<T>(list: DeviceList, items: readonly T[], deviceOf: (item: T) => Device): readonly T[] {
  if (items.length < 2) return items;
  return items
    .map((item) => ({ item, text: textOf(list, deviceOf(item)) }))
    .sort((a, b) => compareCodePoints(a.text, b.text))
    .map(({ item }) => item);
}

/** A text that two devices share exactly when they have the same attributes. */
export function textOf(list: DeviceList, device: Device): string {
  const names = Object.keys(device).sort(compareCodePoints);
  return JSON.stringify(names.map((name) => [name, attributeOf(list, device, name)]));
}
