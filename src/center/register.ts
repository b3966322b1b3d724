import { bindsEnough } from "../fingerprint/index.js";
import { acquirableByPhone } from "../phone/index.js";
import { pinKit, findPin, type PinRecord } from "../pins/index.js";
import type { Case } from "./case.js";
import { networkNameOf, type Claim } from "./claim.js";
import { refuse, type CenterDecision } from "./decision.js";
import { grant } from "./grant.js";
import { recordOf } from "./license-pages.js";
import { refused } from "./refused.js";
import { altered, isTaken } from "./repeat.js";
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
  const unfit = unfitForLicense(one);
  if (unfit !== undefined) return refused(one, unfit, undefined);
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

/** Why no new license, or no new binding, can be made of a request. By phone nobody sees the computer. @rule CE-07, FP-25 */
export function unfitForLicense({ claim, kit, policies }: Case): CenterRefusal | undefined {
  if (claim.by === "phone") return undefined;
  if (isTaken(claim, kit)) return altered;
  const bound = bindsEnough(claim.request.parameters, policies.computers);
  return bound.ok ? undefined : { ...bound.error, instead: "read-again" };
}
