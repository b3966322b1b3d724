import { canonicalParameters } from "../fingerprint/index.js";
import { findPin } from "../pins/index.js";
import type { Case } from "./case.js";
import type { Claim, DocumentClaim } from "./claim.js";
import { happened, nothingNew, type CenterDecision } from "./decision.js";
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
 * A request that was granted comes again: the same answer, and no event, unless somebody counts copies. An id alone does not
 * make it the same.
 *
 * @rule CE-07, CE-09
 */
export function repeat(one: Case, license: LicenseRecord): CenterDecision {
  const { asked, claim, policies } = one;
  if (!isSame(claim, license, policies)) {
    const altered = { code: "center/altered-request", instead: "make-a-new-request" } as const;
    return refused(one, altered, license, countsAsElsewhere(claim, license, policies));
  }
  if (policies.limits.copies === null) return nothingNew;
  const held = heldBy(license, ["copies"], policies, asked.allowed === true, asked.at);
  if (held !== undefined) return refused(one, held.refusal, license, held.counts);
  const { by, key: request } = claim;
  return happened({
    type: "request-repeated",
    data: { by, request, license: license.acquiredWith, at: asked.at },
  });
}

/** Whether a request says what the one with its id said. Of a phone call, the digits are all. */
export function isSame(claim: Claim, license: LicenseRecord, policies: CenterPolicies): boolean {
  if (claim.by === "phone") return true;
  if (!ownerVerdict(claim, license, policies).same) return false;
  if (license.made.request !== claim.key)
    return claim.operation === "recovery" && computerVerdict(claim, license, policies.computers)?.outcome === "same";
  const operation = license.supersededPin === null ? "first-time" : "recovery-spare";
  const superseded = claim.supersededPin ?? null;
  return claim.operation === operation && superseded === license.supersededPin && isOfReference(claim, license);
}

/** A license is bound to the very state of the request that made it. */
function isOfReference({ request }: DocumentClaim, { computer }: LicenseRecord): boolean {
  return (
    computer.kept === "parameters" &&
    canonicalParameters(computer.parameters) === canonicalParameters(request.parameters)
  );
}
