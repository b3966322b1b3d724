import { isBlankText, type Decision } from "../core/index.js";
import type { PinKitEvent } from "./event.js";
import type { LicenseType } from "./kit.js";
import { pinAt, positionOf } from "./pages.js";
import type { Pin } from "./pin.js";
import type { Instead, PinKitError } from "./refusal.js";
import {
  isVoid,
  type CancelledPin,
  type CurrentPin,
  type OpenKit,
  type PinRecord,
  type SupersededPin,
  type UnusedPin,
} from "./state.js";

export type PinKitDecision = Decision<PinKitEvent, PinKitError>;
export type Refused = Extract<PinKitDecision, { readonly ok: false }>;

export function happened(event: PinKitEvent): PinKitDecision {
  return { ok: true, events: [event] };
}

export function refuse(error: PinKitError): Refused {
  return { ok: false, error };
}

/** UTF-16 units of a text that a command carries (included). */
const MAX_TEXT = 1_000;

export function tooLong(name: string, text: string | undefined): Refused | undefined {
  const length = text?.length ?? 0;
  if (length <= MAX_TEXT) return undefined;
  return refuse({ code: "pins/value-too-long", name, length, limit: MAX_TEXT, instead: "correct-the-command" });
}

/** The texts that name the computer's state and name: neither nothing nor too much. */
export function unfitReference(reference: string, computer: string | undefined): Refused | undefined {
  if (isBlankText(reference)) return refuse({ code: "pins/no-reference", instead: "correct-the-command" });
  return tooLong("reference", reference) ?? tooLong("computer", computer);
}

export function notInKit(kit: OpenKit, pin: Pin): Refused {
  return refuse({ code: "pins/not-in-kit", pin, kit: kit.kit, instead: "check-the-pin" });
}

/** A PIN that a command names, or why it is not the one in question. @rule PN-13 */
export function namedPin(kit: OpenKit, pin: Pin, expected: LicenseType | undefined): PinRecord | Refused {
  const record = pinAt(kit.pages, positionOf(kit, pin));
  if (record === undefined) return notInKit(kit, pin);
  if (expected === undefined || record.set === expected) return record;
  return refuse({ code: "pins/wrong-license-type", pin, set: record.set, expected, instead: "check-the-pin" });
}

/** The PIN under which a license runs, or why none does under this one. @rule PN-09, PN-12, PN-13 */
export function currentPin(kit: OpenKit, pin: Pin, expected: LicenseType | undefined): CurrentPin | Refused {
  const named = namedPin(kit, pin, expected);
  if ("ok" in named) return named;
  switch (named.state) {
    case "current":
      return named;
    case "unused":
      return refuseVoid(kit, named) ?? notActivated(kit, named);
    case "superseded":
    case "cancelled":
      return refuseSpent(named);
  }
}

/** An unused PIN in place of the current one: where a license is in use, it most likely is a spare for that. */
function notActivated({ sets }: OpenKit, { pin, set }: UnusedPin): Refused {
  const inUse = sets[set].taken > 0;
  return refuse({
    code: "pins/not-activated",
    pin,
    instead: inUse ? "recover-with-the-current-pin" : "acquire-with-this-pin",
  });
}

/** @rule PN-12, PN-22 */
export function refuseSpent({ pin, state, since }: SupersededPin | CancelledPin, instead?: Instead): Refused {
  return state === "superseded"
    ? refuse({ code: "pins/superseded", pin, since, ...(instead ?? { instead: "recover-with-the-current-pin" }) })
    : refuse({ code: "pins/cancelled", pin, since, ...(instead ?? { instead: "ask-the-licensing-center" }) });
}

/** @rule PN-07 */
export function refuseVoid(kit: OpenKit, { pin, set }: UnusedPin): Refused | undefined {
  if (kit.chosen === null || !isVoid(kit, set)) return undefined;
  return refuse({ code: "pins/void", pin, set, chosen: kit.chosen, instead: "use-the-chosen-set" });
}
