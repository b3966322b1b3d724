import type { Acquisition } from "./command.js";
import { mustChoose, otherClientSet, placesOf, type ClientSet, type LicenseType } from "./kit.js";
import { happened, namedPin, refuse, refuseSpent, refuseVoid, unfitReference, type PinKitDecision } from "./refuse.js";
import { mayServe } from "./spare.js";
import type { OpenKit } from "./state.js";

/**
 * A first-time registration: with any unused PIN of a valid set, while a place is free.
 *
 * @rule PN-05, PN-06, PN-07, PN-08, PN-11, PN-13
 */
export function acquire({ pin, licenseType, reference, computer, at }: Acquisition, kit: OpenKit): PinKitDecision {
  const record = namedPin(kit, pin, licenseType);
  if ("ok" in record) return record;
  if (record.state === "current") {
    return refuse({ code: "pins/already-activated", pin, since: record.since, instead: "recover-with-this-pin" });
  }
  if (record.state !== "unused") return refuseSpent(record);
  const { set } = record;
  const refused = refuseVoid(kit, record) ?? unfitReference(reference, computer);
  if (refused !== undefined) return refused;
  if (!mayServe(kit, record, null)) {
    return refuse({ code: "pins/for-another-license", pin, instead: "ask-the-licensing-center" });
  }
  const places = placesOf(kit.definition, set);
  if (kit.sets[set].taken >= places)
    return refuse({ code: "pins/no-place-left", set, places, instead: "recover-or-buy" });
  return happened({
    type: "license-acquired",
    data: { pin, set, voids: voidedBy(kit, set), reference, computer: computer ?? null, at },
  });
}

/** The set that is lost with the first license of another. @rule PN-07 */
function voidedBy({ chosen, definition }: OpenKit, set: LicenseType): ClientSet | null {
  if (chosen !== null || set === "server" || !mustChoose(definition)) return null;
  return otherClientSet(set);
}
