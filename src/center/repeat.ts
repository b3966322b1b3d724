import { canonicalJson } from "../core/index.js";
import { compare } from "../fingerprint/index.js";
import { findPin } from "../pins/index.js";
import type { Terms } from "./asked.js";
import type { Case } from "./case.js";
import { otherChannel, unconfirmed } from "./checks.js";
import type { Claim, DocumentClaim } from "./claim.js";
import { happened, nothingNew, refuse, type CenterDecision } from "./decision.js";
import { copyOfTerms, unfitTerms } from "./fitness.js";
import { recordOf } from "./license-pages.js";
import type { CenterPolicies } from "./policies.js";
import { refused } from "./refused.js";
import type { Granted, LicenseRecord, RegisteredKit } from "./state.js";
import { computerVerdict, countsAsElsewhere, ownerVerdict } from "./verdicts.js";
import { heldBy } from "./violations.js";

/** The license that this request was granted, as long as it is current. @rule CE-07, PN-12 */
export function repeatedLicense(claim: Claim, kit: RegisteredKit): LicenseRecord | undefined {
  const row = findPin(kit.pins, claim.pin);
  const license = row?.state === "current" ? recordOf(kit, row) : undefined;
  return license !== undefined && grantedTo(claim.key, license) !== undefined ? license : undefined;
}

/** What a request was granted of a license, where it is remembered. */
export function grantedTo(request: string, { made, again }: LicenseRecord): Granted | undefined {
  return made.request === request ? made : again.find((one) => one.request === request);
}

/**
 * A request that was granted comes again: the same answer, and no event, unless somebody counts copies or the center gives
 * the license other terms. An id alone does not make it the same, nor digits read by somebody else.
 *
 * @rule CE-03, CE-07, CE-09, CE-16
 */
export function repeat(one: Case, license: LicenseRecord): CenterDecision {
  const { asked, claim, policies } = one;
  const stranger = otherChannel(claim, license, policies) ?? unconfirmed(claim, license);
  if (stranger !== undefined) return refused(one, stranger, license);
  const owner = ownerVerdict(claim, license, policies);
  if (!owner.same || !isSame(claim, license, policies)) {
    const counts = owner.same ? countsAsElsewhere(claim, license, policies) : "owner-guesses";
    return refused(one, altered, license, counts);
  }
  const { by, key: request } = claim;
  const { acquiredWith } = license;
  if (asked.renew === true && asked.terms !== undefined && isNew(asked.terms, grantedTo(request, license))) {
    const terms = copyOfTerms(asked.terms);
    const unfit = unfitTerms(terms, by, asked.at);
    if (unfit !== undefined) return refuse(unfit);
    return happened({ type: "license-renewed", data: { by, request, license: acquiredWith, terms, at: asked.at } });
  }
  if (policies.limits.copies === null) return nothingNew;
  const held = heldBy(license, ["copies"], policies, asked.allowed === true, asked.at);
  if (held !== undefined) return refused(one, held, license);
  return happened({ type: "request-repeated", data: { by, request, license: acquiredWith, at: asked.at } });
}

/** The id of a request that was granted, on one that says something else. */
export const altered = { code: "center/altered-request", instead: "make-a-new-request" } as const;

function isNew(terms: Terms, granted: Granted | undefined): boolean {
  const [now, before] = [canonicalJson(copyOfTerms(terms)), canonicalJson(granted?.terms ?? {})];
  return !now.ok || !before.ok || now.value !== before.value;
}

/** Whether a request with this id was granted a license of the kit before: a new one needs an id of its own. @rule CE-07 */
export function isTaken({ key, by }: Claim, { licenses }: RegisteredKit): boolean {
  return by !== "phone" && licenses.some((page) => page.some((one) => grantedTo(key, one) !== undefined));
}

/** Whether a request says what the one with its id said. Of a phone call, the digits are all. */
function isSame(claim: Claim, license: LicenseRecord, policies: CenterPolicies): boolean {
  if (claim.by === "phone") return true;
  if (license.made.request !== claim.key)
    return claim.operation === "recovery" && computerVerdict(claim, license, policies.computers)?.outcome === "same";
  const operation = license.supersededPin === null ? "first-time" : "recovery-spare";
  const superseded = claim.supersededPin ?? null;
  return claim.operation === operation && superseded === license.supersededPin && isOfReference(claim, license);
}

/** A license is bound to the very state of the request that made it: not even a tolerated difference. */
function isOfReference({ request }: DocumentClaim, { computer }: LicenseRecord): boolean {
  return computer.kept === "parameters" && compare(computer.parameters, request.parameters).findings.length === 0;
}
