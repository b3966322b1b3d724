import type { LicenseType } from "./kit.js";
import { findPin, firstUnused, pinAt } from "./pages.js";
import type { Pin } from "./pin.js";
import type { Instead } from "./refusal.js";
import type { CurrentPin, OpenKit, PinKitState, UnusedPin } from "./state.js";

/**
 * What the license under a PIN is recovered with on a changed computer: an unused PIN of its set, by its place in the kit's
 * document, where one is left that may serve it; else one more, to be asked for. `undefined` where no license runs under
 * this PIN.
 *
 * @rule PN-10, PN-14, PN-15
 * @example
 * ```ts
 * import { replay } from "licit";
 * import { kits, pinKit, spareLeft } from "licit/pins";
 *
 * const pins = { "single-user": ["381505376410122", "996007681344799", "412000000000017"] };
 * const kit = replay(pinKit, [
 *   { type: "kit-opened", data: { kit: "8050525679", definition: kits["client-1"], pins, at: 1 } },
 *   { type: "license-acquired", data: { pin: "381505376410122", set: "single-user", voids: null, reference: "r1", computer: null, at: 2 } },
 * ]);
 *
 * spareLeft(kit, "381505376410122"); // → { instead: "use-an-unused-pin", unused: { set: "single-user", place: 2 } }
 * spareLeft(kit, "996007681344799"); // → undefined
 * ```
 */
export function spareLeft(state: PinKitState, pin: Pin): Instead | undefined {
  if (state.status !== "open") return undefined;
  const record = findPin(state, pin);
  return record?.state === "current" ? spareFor(state, record) : undefined;
}

/** {@link spareLeft} of a PIN in use. */
export function spareFor(kit: OpenKit, { set, acquiredWith }: CurrentPin): Instead {
  const unused = unusedPinFor(kit, set, acquiredWith);
  if (unused === undefined) return { instead: "request-an-additional-pin" };
  return { instead: "use-an-unused-pin", unused: { set, place: unused.place } };
}

/**
 * An unused PIN of a set that would do for a license, if one is left: the first of them.
 *
 * @rule PN-14, PN-15
 */
export function unusedPinFor(kit: OpenKit, set: LicenseType, license: Pin): UnusedPin | undefined {
  let position = kit.sets[set].firstUnused;
  while (position >= 0) {
    const record = pinAt(kit.pages, position);
    if (record?.state === "unused" && mayServe(kit, record, license)) return record;
    position = firstUnused(kit.pages, set, position + 1);
  }
  return undefined;
}

/** Whether an additional PIN was issued for another license, and the definition holds it to that one. @rule PN-14 */
export function mayServe({ definition }: OpenKit, { issuedFor }: UnusedPin, license: Pin | null): boolean {
  return definition.additionalPins !== "that-license" || issuedFor === null || issuedFor === license;
}
