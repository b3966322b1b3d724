import type { Pin } from "../pins/index.js";
import type { License } from "./license.js";

/**
 * The PINs that gave way to a spare one, as far as the licenses on this computer tell: what `checkLicense` takes as
 * `superseded`, beside what the licensing center knows. Pass licenses that opened, of one issuer and product.
 *
 * @rule LC-03, PN-12
 * @source S4
 * @example
 * ```ts
 * import { supersededPins } from "licit/license";
 *
 * supersededPins([]); // → []
 * ```
 */
export function supersededPins(licenses: readonly License[]): readonly Pin[] {
  return licenses.flatMap(({ supersededPin }) => (supersededPin === undefined ? [] : [supersededPin]));
}
