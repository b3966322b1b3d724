import type { LicenseType } from "./kit.js";
import { firstUnused, pinAt } from "./pages.js";
import type { Pin } from "./pin.js";
import type { OpenKit, UnusedPin } from "./state.js";

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
