import { bindsEnough } from "../fingerprint/index.js";
import { acquirableByPhone } from "../phone/index.js";
import { pinKit, findPin, type PinRecord } from "../pins/index.js";
import type { Case } from "./case.js";
import { networkNameOf, type Claim } from "./claim.js";
import { refuse, type CenterDecision } from "./decision.js";
import { grant } from "./grant.js";
import { recordOf } from "./license-pages.js";
import type { CenterPolicies } from "./policies.js";
import { refused } from "./refused.js";
import type { CenterRefusal } from "./refusal.js";
import { computerRecord, countsAsElsewhere, ownerRecord } from "./verdicts.js";

/**
 * A first-time registration: kit number and PIN are checked; owner, computer and channel are recorded, not compared.
 *
 * @rule CE-01, CE-16, FP-25, PH-03
 */
export function register(one: Case): CenterDecision {
  const { asked, claim, kit, policies } = one;
  const { pin, kind, key } = claim;
  const row = findPin(kit.pins, pin);
  const license = recordOf(kit, row);
  const not = row === undefined ? undefined : notByPhone(claim, row);
  if (not !== undefined) return refused(one, not, license);
  const computer = networkNameOf(claim);
  const acquisition = { pin, licenseType: kind, reference: key, computer, at: asked.at };
  const acquired = pinKit.decide({ type: "acquire", data: acquisition }, kit.pins);
  if (!acquired.ok) return refused(one, acquired.error, license, countsAsElsewhere(claim, license, policies));
  const weak = weakBinding(claim, policies);
  if (weak !== undefined) return refused(one, weak, undefined);
  if (claim.by === "phone" && claim.call.contact === undefined)
    return refuse({ code: "center/incomplete-call", missing: "contact", instead: "complete-the-call" });
  return grant(one, {
    pin,
    acquiredWith: pin,
    pins: acquired.events,
    owner: ownerRecord(claim, policies),
    computer: computerRecord(claim),
    terms: {},
  });
}

/** @rule PH-03 */
function notByPhone(claim: Claim, { set }: PinRecord): CenterRefusal | undefined {
  if (claim.by !== "phone") return undefined;
  const acquirable = acquirableByPhone({ license: set, edition: "standard" });
  return acquirable.ok ? undefined : { ...acquirable.error, instead: "use-another-channel" };
}

/** Why a license could not be bound to this computer. By phone nobody sees it. @rule FP-25 */
export function weakBinding(claim: Claim, { computers }: CenterPolicies): CenterRefusal | undefined {
  if (claim.by === "phone") return undefined;
  const bound = bindsEnough(claim.request.parameters, computers);
  return bound.ok ? undefined : { ...bound.error, instead: "read-again" };
}
