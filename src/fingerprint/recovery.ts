import { compare, type Comparison } from "./compare.js";
import type { KeyParameters } from "./parameters.js";
import { standardPolicy, type Policy } from "./policy.js";
import type { Outcome } from "./standing.js";

/** A license, known by its name, and the state of the computer when it was acquired. */
export interface BoundReference {
  readonly name: string;
  readonly reference: KeyParameters;
}

/** Which licenses need recovery, and which cannot be told before everything is read. In the order given. */
export interface Recoveries {
  readonly needed: readonly { readonly name: string; readonly comparison: Comparison }[];
  readonly undetermined: readonly { readonly name: string; readonly comparison: Comparison }[];
}

/**
 * Which of the licenses on one computer need recovery: each whose own reference changed. Licenses acquired at different
 * times have different references, so one may fall while another holds.
 *
 * With the policy `recoverAll`, if one has changed, all need recovery.
 *
 * @rule FP-19
 * @source S2 p.33 ("If multiple licenses are installed on the computer, you have to restore all of them")
 * @example
 * ```ts
 * import { recoveriesNeeded, type KeyParameters } from "licit/fingerprint";
 *
 * const atFirst: KeyParameters = {
 *   os: { family: "linux", name: "Debian GNU/Linux", version: "12" },
 *   networkName: "BUH-31",
 *   board: { model: "PRIME B450M-A" },
 *   memoryBytes: 2 * 2 ** 30,
 *   bios: { type: "American Megatrends Inc.", version: "2409" },
 *   processors: [{ model: "AMD Ryzen 5 3600" }],
 *   networkAdapters: [{ model: "Realtek PCIe GbE", mac: "00:1a:2b:3c:4d:57" }],
 *   disks: [],
 * };
 * const afterUpgrade = { ...atFirst, memoryBytes: 6 * 2 ** 30 };
 * const now = { ...atFirst, memoryBytes: 4 * 2 ** 30 };
 *
 * const { needed } = recoveriesNeeded(
 *   [
 *     { name: "first", reference: atFirst },
 *     { name: "second", reference: afterUpgrade },
 *   ],
 *   now,
 * );
 * needed.map(({ name }) => name); // → ["second"]
 * ```
 */
export function recoveriesNeeded(
  licenses: readonly BoundReference[],
  observed: KeyParameters,
  policy: Policy = standardPolicy,
): Recoveries {
  const compared = licenses.map(({ name, reference }) => ({ name, comparison: compare(reference, observed, policy) }));
  const whose = (outcome: Outcome) => compared.filter(({ comparison }) => comparison.outcome === outcome);
  const changed = whose("changed");
  if (policy.recoverAll === true && changed.length > 0) return { needed: compared, undetermined: [] };
  return { needed: changed, undetermined: whose("undetermined") };
}
