import { pinKit, pinReport, type LicenseType, type OpenKit, type Pin, type PinPlace } from "../pins/index.js";

/**
 * The unused PINs that the license under a PIN could be recovered with on a changed computer, in the kit's order: those
 * that the kit itself would take, asked of its machine, so that no rule of it is said here again. `false`: it takes no
 * recovery any more, whatever the PIN (PN-24).
 */
export function sparesOf(kit: OpenKit, pin: Pin, set: LicenseType): readonly Spare[] | false {
  const spares: Spare[] = [];
  for (const record of kit.pages.flat()) {
    if (record.state !== "unused" || record.set !== set) continue;
    const data = { pin, sparePin: record.pin, parameters: "changed", reference: "as it is now", at: 0 } as const;
    const decision = pinKit.decide({ type: "recover", data }, kit);
    if (decision.ok) spares.push({ pin: record.pin, place: { set, place: record.place } });
    else if (decision.error.code === "pins/recovery-limit") return false;
  }
  return spares;
}

/** An unused PIN. Its digits are for counting; who is told of it is told the place. */
export interface Spare {
  readonly pin: Pin;
  readonly place: PinPlace;
}

/** Whether the license under a current PIN can be recovered with it once more. @rule PN-09, PN-24 */
export function takesSamePin(kit: OpenKit, pin: Pin): boolean {
  return pinKit.decide({ type: "recover", data: { pin, parameters: "unchanged", at: 0 } }, kit).ok;
}

/** Whether a license can be acquired with a PIN. @rule PN-06, PN-07, PN-08 */
export function canAcquire(kit: OpenKit, pin: Pin): boolean {
  return pinKit.decide({ type: "acquire", data: { pin, reference: "as it is now", at: 0 } }, kit).ok;
}

/** The first PIN of these sets with which a license can be acquired. */
export function firstToAcquire(kit: OpenKit, sets: readonly LicenseType[]): PinPlace | undefined {
  const row = pinReport(kit).find(
    ({ set, state, pin }) => state === "unused" && sets.includes(set) && canAcquire(kit, pin),
  );
  return row && { set: row.set, place: row.place };
}
