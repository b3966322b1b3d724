import { pinAt, positionOf } from "./pages.js";
import type { Recovery, RecoveryWithSpare } from "./command.js";
import {
  currentPin,
  happened,
  notInKit,
  refuse,
  refuseSpent,
  unfitReference,
  type PinKitDecision,
  type Refused,
} from "./refuse.js";
import { mayServe, spareFor } from "./spare.js";
import type { CurrentPin, OpenKit } from "./state.js";

/**
 * A recovery: the same license again with the current PIN, or with an unused one of its set for a changed computer.
 *
 * @rule PN-09, PN-10, PN-12, PN-13, PN-24
 */
export function recover(data: Recovery, kit: OpenKit): PinKitDecision {
  const current = currentPin(kit, data.pin, data.licenseType);
  if ("ok" in current) return swapped(data, kit) ?? current;
  const refused = limitReached(kit, data.parameters === "unchanged" ? current : undefined);
  if (refused !== undefined) return refused;
  switch (data.parameters) {
    case "changed":
      return recoverWithSpare(data, current, kit);
    case "unchanged": {
      const { reference, computer } = current;
      const { pin, at } = data;
      return happened({ type: "license-recovered", data: { pin, superseded: null, reference, computer, at } });
    }
    default:
      return refuse({ code: "pins/unknown-command", instead: "correct-the-command" });
  }
}

/** The slip that is made most easily: the spare PIN given as the current one, and the current one as the spare. */
function swapped(data: Recovery, kit: OpenKit): Refused | undefined {
  if (data.parameters !== "changed") return undefined;
  const named = pinAt(kit.pages, positionOf(kit, data.pin));
  const spare = pinAt(kit.pages, positionOf(kit, data.sparePin));
  if (named?.state !== "unused" || spare?.state !== "current" || named.set !== spare.set) return undefined;
  if (data.licenseType !== undefined && data.licenseType !== named.set) return undefined;
  return refuse({ code: "pins/not-activated", pin: data.pin, instead: "swap-the-pins" });
}

function recoverWithSpare(data: RecoveryWithSpare, current: CurrentPin, kit: OpenKit): PinKitDecision {
  const { pin, sparePin, reference, computer, at } = data;
  const refused = spareRefused(sparePin, current, kit) ?? unfitReference(reference, computer);
  if (refused !== undefined) return refused;
  return happened({
    type: "license-recovered",
    data: { pin: sparePin, superseded: pin, reference, computer: computer ?? null, at },
  });
}

/** Why a PIN cannot be the spare one of a license. @rule PN-10, PN-13, PN-14 */
function spareRefused(pin: string, current: CurrentPin, kit: OpenKit): Refused | undefined {
  const spare = pinAt(kit.pages, positionOf(kit, pin));
  if (spare === undefined) return notInKit(kit, pin);
  const fits = spare.set === current.set && spare.state === "unused" && mayServe(kit, spare, current.acquiredWith);
  if (fits) return undefined;
  const instead = spareFor(kit, current);
  if (spare.set !== current.set) {
    return refuse({ code: "pins/other-set", pin, set: spare.set, expected: current.set, ...instead });
  }
  if (pin === current.pin) return refuse({ code: "pins/spare-is-current", pin, ...instead });
  switch (spare.state) {
    case "current":
      return refuse({ code: "pins/already-activated", pin, since: spare.since, ...instead });
    case "superseded":
    case "cancelled":
      return refuseSpent(spare, instead);
    case "unused":
      return refuse({ code: "pins/for-another-license", pin, ...instead });
  }
}

/** Recoveries of the same license count for its PIN; all of them count for the kit. @rule PN-24 */
function limitReached({ definition, recoveries }: OpenKit, again: CurrentPin | undefined): Refused | undefined {
  const { perPin, perKit } = definition.recoveries ?? {};
  if (perPin !== undefined && again !== undefined && again.recoveries >= perPin) {
    return refuse({ code: "pins/recovery-limit", per: "pin", limit: perPin, instead: "ask-the-licensing-center" });
  }
  if (perKit !== undefined && recoveries >= perKit) {
    return refuse({ code: "pins/recovery-limit", per: "kit", limit: perKit, instead: "ask-the-licensing-center" });
  }
  return undefined;
}
