import { pinKit } from "../pins/index.js";
import { decideAdditionalPin, requestAdditionalPin } from "./additional-pin.js";
import type { CenterCommand, PinNote, Registration, Revocation } from "./command.js";
import { refuse, type CenterDecision } from "./decision.js";
import { copyOfContact, LATEST, unfitContact, unfitText } from "./fitness.js";
import { requestLostData } from "./lost-data.js";
import type { CenterPolicies } from "./policies.js";
import { requestLicense } from "./request-license.js";
import type { CenterState, RegisteredKit } from "./state.js";

/** Decides a command: see `center`. */
export function decide(command: CenterCommand, state: CenterState, policies: CenterPolicies): CenterDecision {
  if (!isMoment(command.data.at)) return refuse({ code: "center/not-a-time", instead: "correct-the-command" });
  if (command.type === "register-kit") return registerKit(command.data, state);
  if (state.status !== "registered") return refuse({ code: "center/unknown-kit", instead: "check-the-kit-number" });
  switch (command.type) {
    case "request-license":
      return requestLicense(command.data, state, policies);
    case "request-additional-pin":
      return requestAdditionalPin(command.data, state, policies);
    case "decide-additional-pin":
      return decideAdditionalPin(command.data, state, policies);
    case "request-lost-data":
      return requestLostData(command.data, state);
    case "revoke":
      return revoke(command.data, state);
    case "note":
      return note(command.data, state);
    default:
      return refuse({ code: "center/unknown-command", instead: "correct-the-command" });
  }
}

function isMoment(at: number): boolean {
  return Number.isInteger(at) && Math.abs(at) <= LATEST;
}

function registerKit(data: Registration, state: CenterState): CenterDecision {
  if (state.status === "registered")
    return refuse({ code: "center/already-registered", kit: state.pins.kit, instead: "use-the-registered-kit" });
  const { issuer, product, customer, kit, definition, pins, at } = data;
  const unfit = unfitText("issuer", issuer) ?? unfitText("product", product) ?? unfitContact(customer);
  if (unfit !== undefined) return refuse(unfit);
  const opened = pinKit.decide({ type: "open", data: { kit, definition, pins, at } }, pinKit.initialState());
  if (!opened.ok) return opened;
  const known = { issuer, product, customer: customer === undefined ? null : copyOfContact(customer), at };
  return {
    ok: true,
    events: opened.events.map((event) => ({ type: "kit-registered", data: { ...known, pins: event } })),
  };
}

/** @rule PN-22 */
function revoke({ pin, reason, at }: Revocation, kit: RegisteredKit): CenterDecision {
  const cancelled = pinKit.decide({ type: "cancel", data: { pin, reason, at } }, kit.pins);
  if (!cancelled.ok) return cancelled;
  return { ok: true, events: cancelled.events.map((pins) => ({ type: "license-revoked", data: { pins, at } })) };
}

/** @rule PN-23 */
function note({ pin, note: words, at }: PinNote, kit: RegisteredKit): CenterDecision {
  const noted = pinKit.decide({ type: "note", data: { pin, note: words, at } }, kit.pins);
  if (!noted.ok) return noted;
  return { ok: true, events: noted.events.map((pins) => ({ type: "pin-noted", data: { pins, at } })) };
}
