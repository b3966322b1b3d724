import type { LicenseRequest } from "../license/index.js";
import { pinReport, findPin, type Pin } from "../pins/index.js";
import type { Asked, AskedByDocument, AskedByPhone } from "./asked.js";
import { decide } from "./decide.js";
import { recordOf } from "./license-pages.js";
import type { CenterPolicies } from "./policies.js";
import type { CenterError } from "./refusal.js";
import type { RegisteredKit } from "./state.js";

/** What stands in the way of a grant, one thing after the other, as if each were removed before the next is looked at. */
export interface PathToGrant {
  readonly obstacles: readonly Obstacle[];
  /** Whether all of it can be removed. */
  readonly leads: boolean;
}

/** A reason to refuse, and what would remove it. */
export interface Obstacle {
  readonly refusal: CenterError;
  /** Absent where nothing does that an operator and a customer can do on the spot. */
  readonly change?: Change;
}

/** What would remove an obstacle. `pin`: which one. */
export type Change =
  | {
      readonly change:
        | "operator-allows"
        | "wait"
        | "owner-on-record"
        | "channel-on-record"
        | "contact-confirmed"
        | "recovery-instead"
        | "first-time-instead"
        /** The right kind of license, or none named. */
        | "kind-on-record"
        /** The same once more, with an id of its own. */
        | "new-request";
    }
  | { readonly change: "same-pin" | "current-pin" | "spare-pin" | "against-spare"; readonly pin: Pin };

/** Obstacles that are followed up. */
const MOST = 8;

/** Removes one obstacle after the other, and looks what a center would say then. */
export function pathToGrant(kit: RegisteredKit, asked: Asked, policies: CenterPolicies): PathToGrant {
  const obstacles: Obstacle[] = [];
  let one = asked;
  while (obstacles.length < MOST) {
    const refusal = refusalOf(kit, one, policies);
    if (refusal === undefined) return { obstacles, leads: true };
    const known = obstacles.some((before) => JSON.stringify(before.refusal) === JSON.stringify(refusal));
    const next = known ? undefined : changed(kit, one, refusal, policies);
    obstacles.push(next === undefined ? { refusal } : { refusal, change: next.change });
    if (next === undefined) break;
    one = next.asked;
  }
  return { obstacles, leads: false };
}

function refusalOf(kit: RegisteredKit, asked: Asked, policies: CenterPolicies): CenterError | undefined {
  const decision = decide({ type: "request-license", data: asked }, { ...kit, history: [] }, policies);
  if (!decision.ok) return decision.error;
  const [event] = decision.events;
  return event?.type === "request-refused" ? event.data.refusal : undefined;
}

interface Next {
  readonly change: Change;
  readonly asked: Asked;
}

function changed(kit: RegisteredKit, asked: Asked, refusal: CenterError, policies: CenterPolicies): Next | undefined {
  switch (refusal.code) {
    case "center/operator-needed":
      return { change: { change: "operator-allows" }, asked: { ...asked, allowed: true } };
    case "center/limit-reached":
      return { change: { change: "wait" }, asked: { ...asked, at: refusal.until } };
    default:
      return asked.by === "phone" ? changedCall(kit, asked, refusal, policies) : changedDocument(kit, asked, refusal);
  }
}

function changedDocument(kit: RegisteredKit, asked: AskedByDocument, refusal: CenterError): Next | undefined {
  const { pin, supersededPin, operation } = asked.request;
  const current = supersededPin ?? pin;
  const license = recordOf(kit, findPin(kit.pins, current));
  const spare = sparePinOf(kit, refusal);
  const onlyLicense = onlyPinInUse(kit, current);
  switch (refusal.code) {
    case "center/altered-request":
      return { change: { change: "new-request" }, asked: withRequest(asked, { id: ANOTHER_ID }) };
    case "pins/wrong-license-type":
      return { change: { change: "kind-on-record" }, asked: withRequest(asked, { kind: refusal.set }) };
    case "center/other-channel":
      return refusal.expected === "automatic" || refusal.expected === "file"
        ? { change: { change: "channel-on-record" }, asked: { ...asked, by: refusal.expected } }
        : undefined;
    case "center/owner-differs":
      return license?.owner.kept === "fields"
        ? { change: { change: "owner-on-record" }, asked: withRequest(asked, { owner: license.owner.fields }) }
        : undefined;
    case "center/spare-not-needed":
      return { change: { change: "same-pin", pin: current }, asked: recovering(asked, current) };
    case "pins/already-activated":
      if (operation === "first-time") return { change: { change: "recovery-instead" }, asked: recovering(asked, pin) };
      break;
    case "pins/not-activated":
      if (operation === "recovery" && refusal.instead === "acquire-with-this-pin")
        return { change: { change: "first-time-instead" }, asked: withRequest(asked, { operation: "first-time" }) };
      if (refusal.instead === "swap-the-pins")
        return { change: { change: "current-pin", pin }, asked: withSpare(asked, pin, current) };
      if (onlyLicense !== undefined && refusal.instead === "recover-with-the-current-pin")
        return { change: { change: "current-pin", pin: onlyLicense }, asked: withCurrent(asked, onlyLicense) };
      break;
    case "pins/superseded":
      if (license !== undefined && license.pin !== current && refusal.pin === current)
        return { change: { change: "current-pin", pin: license.pin }, asked: withCurrent(asked, license.pin) };
      break;
    default:
      break;
  }
  if (spare === undefined || operation === "first-time") return undefined;
  return { change: { change: "spare-pin", pin: spare }, asked: withSpare(asked, current, spare) };
}

/** Of what is dictated nothing can be changed but by a new call; of what the operator does, something can. */
function changedCall(
  kit: RegisteredKit,
  asked: AskedByPhone,
  refusal: CenterError,
  { rebindByPhone }: CenterPolicies,
): Next | undefined {
  const spare = sparePinOf(kit, refusal);
  if (refusal.code === "center/contact-not-confirmed")
    return { change: { change: "contact-confirmed" }, asked: { ...asked, contactConfirmed: true } };
  if (refusal.code !== "center/binding-differs" || !rebindByPhone || spare === undefined) return undefined;
  return { change: { change: "against-spare", pin: spare }, asked: { ...asked, againstSpare: spare } };
}

const ANOTHER_ID = "f".repeat(32);

/** The PIN in use of a PIN's set, where there is one only. */
function onlyPinInUse({ pins }: RegisteredKit, of: Pin): Pin | undefined {
  const set = findPin(pins, of)?.set;
  const [one, other] = pinReport(pins).filter((row) => row.set === set && row.state === "current");
  return other === undefined ? one?.pin : undefined;
}

/** The PIN that stands where the refusal says. */
function sparePinOf(kit: RegisteredKit, refusal: CenterError): Pin | undefined {
  if (refusal.instead !== "use-an-unused-pin") return undefined;
  const { set, place } = refusal.unused;
  return pinReport(kit.pins).find((row) => row.set === set && row.place === place)?.pin;
}

function withRequest(asked: AskedByDocument, other: Partial<LicenseRequest>): AskedByDocument {
  return { ...asked, request: { ...asked.request, ...other } };
}

function recovering(asked: AskedByDocument, pin: Pin): AskedByDocument {
  const { supersededPin: _, ...request } = asked.request;
  return { ...asked, request: { ...request, operation: "recovery", pin } };
}

function withSpare(asked: AskedByDocument, current: Pin, spare: Pin): AskedByDocument {
  return withRequest(asked, { operation: "recovery-spare", pin: spare, supersededPin: current });
}

function withCurrent(asked: AskedByDocument, current: Pin): AskedByDocument {
  const { operation } = asked.request;
  return withRequest(asked, operation === "recovery-spare" ? { supersededPin: current } : { pin: current });
}
