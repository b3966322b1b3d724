import type { Kit } from "./check-kit.js";
import type { KitNumber } from "./kit-number.js";
import { licenseTypes } from "./kit.js";
import type { Pin } from "./pin.js";

/** A PIN that several kits have, and their numbers. */
export interface SharedPin {
  readonly pin: Pin;
  readonly kits: readonly KitNumber[];
}

/**
 * PINs that more than one kit of an issuer has: each is a fault in the issuer's register, for a PIN belongs to one kit.
 * In the order in which they come up; kits of one number count as one.
 *
 * @rule PN-26
 * @example
 * ```ts
 * import { sharedPins } from "licit/pins";
 *
 * const register = [
 *   { kit: "8050525679", pins: { server: ["381505376410122", "996007681344799"] } },
 *   { kit: "8008484861", pins: { server: ["996007681344799"] } },
 * ];
 *
 * sharedPins(register); // → [{ pin: "996007681344799", kits: ["8050525679", "8008484861"] }]
 * ```
 */
export function sharedPins(register: readonly Pick<Kit, "kit" | "pins">[]): readonly SharedPin[] {
  const owners = new Map<Pin, Set<KitNumber>>();
  for (const { kit, pins } of register) {
    for (const pin of licenseTypes.flatMap((set) => pins[set] ?? [])) {
      const ofPin = owners.get(pin) ?? new Set();
      owners.set(pin, ofPin.add(kit));
    }
  }
  return [...owners].filter(([, of]) => of.size > 1).map(([pin, of]) => ({ pin, kits: [...of] }));
}
