import {
  recoveriesNeeded as recoveriesNeededOf,
  type KeyParameters,
  type Policy,
  type Recoveries,
} from "../fingerprint/index.js";
import type { License } from "./license.js";

/**
 * Which of the licenses on a computer need recovery: each whose own reference changed. Those bound to a dongle never do.
 * They are known by their names, `<PIN>-<kit number>`.
 *
 * @rule FP-19, LC-16
 * @source S2 p. 33 ("If multiple licenses are installed on the computer, you have to restore all of them")
 * @example
 * ```ts
 * import { recoveriesNeeded } from "licit/license";
 *
 * const nothing = { unreadable: "no rights" };
 * const observed = {
 *   os: { family: nothing, name: nothing, version: nothing },
 *   networkName: nothing,
 *   board: { model: nothing },
 *   memoryBytes: nothing,
 *   bios: { type: nothing, version: nothing },
 *   processors: nothing,
 *   networkAdapters: nothing,
 *   disks: nothing,
 * };
 * recoveriesNeeded([], observed); // → { needed: [], undetermined: [] }
 * ```
 */
export function recoveriesNeeded(licenses: readonly License[], observed: KeyParameters, policy?: Policy): Recoveries {
  const bound = licenses.flatMap(({ name, binding }) =>
    binding.to === "hardware" ? [{ name, reference: binding.reference }] : [],
  );
  return recoveriesNeededOf(bound, observed, policy);
}
