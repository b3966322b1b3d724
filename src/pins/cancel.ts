import type { Cancellation } from "./command.js";
import { happened, namedPin, refuseSpent, refuseVoid, tooLong, type PinKitDecision } from "./refuse.js";
import type { OpenKit } from "./state.js";

/**
 * An operator's cancellation: final. Of a PIN in use, the license is revoked with it.
 *
 * @rule PN-22
 * @source S4 ("PIN codes that have previously been used or cancelled")
 */
export function cancel({ pin, reason, at }: Cancellation, kit: OpenKit): PinKitDecision {
  const record = namedPin(kit, pin, undefined);
  if ("ok" in record) return record;
  if (record.state === "superseded" || record.state === "cancelled") return refuseSpent(record);
  const refused = (record.state === "unused" ? refuseVoid(kit, record) : undefined) ?? tooLong("reason", reason);
  if (refused !== undefined) return refused;
  return happened({ type: "pin-cancelled", data: { pin, reason: reason ?? "", at } });
}
