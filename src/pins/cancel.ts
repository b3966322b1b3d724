import type { Cancellation } from "./command.js";
import { happened, namedPin, refuse, refuseSpent, tooLong, type PinKitDecision, type Refused } from "./refuse.js";
import { isVoid, type OpenKit, type PinRecord } from "./state.js";

/**
 * An operator's cancellation: final. Of a PIN in use, the license is revoked with it.
 *
 * @rule PN-22
 * @source S4 ("PIN codes that have previously been used or cancelled")
 */
export function cancel({ pin, reason, at }: Cancellation, kit: OpenKit): PinKitDecision {
  const record = namedPin(kit, pin, undefined);
  if ("ok" in record) return record;
  const refused = cancelRefused(kit, record) ?? tooLong("reason", reason);
  return refused ?? happened({ type: "pin-cancelled", data: { pin, reason: reason ?? "", at } });
}

function cancelRefused(kit: OpenKit, record: PinRecord): Refused | undefined {
  switch (record.state) {
    case "superseded":
      return refuseSpent(record, { instead: "cancel-the-current-pin" });
    case "cancelled":
      return refuseSpent(record, { instead: "leave-it" });
    case "unused": {
      const { pin, set } = record;
      if (kit.chosen === null || !isVoid(kit, set)) return undefined;
      return refuse({ code: "pins/void", pin, set, chosen: kit.chosen, instead: "leave-it" });
    }
    case "current":
      return undefined;
  }
}
