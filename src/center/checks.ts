import type { Case } from "./case.js";
import type { Claim } from "./claim.js";
import type { CenterPolicies } from "./policies.js";
import type { CenterRefusal } from "./refusal.js";
import type { LicenseRecord } from "./state.js";
import { ownerVerdict } from "./verdicts.js";
import { countOf } from "./violations.js";

// What is checked of whoever asks for a license that there is: again, or with a spare PIN.

/** @rule CE-03 @source S1; S2 p. 30; S4 */
export function otherChannel(
  claim: Claim,
  { channel }: LicenseRecord,
  { channels }: CenterPolicies,
): CenterRefusal | undefined {
  const strict = channels === "strict" || channel === "phone" || claim.by === "phone";
  if (claim.by === channel || !strict) return undefined;
  const expected = channel === "phone" || channels === "strict" ? channel : "automatic-or-file";
  return { code: "center/other-channel", expected, instead: "use-that-channel" };
}

/** @rule CE-16 */
export function unconfirmed(claim: Claim, { contact }: LicenseRecord): CenterRefusal | undefined {
  if (claim.by !== "phone" || contact === null || claim.call.contactConfirmed === true) return undefined;
  if (claim.operation === "first-time" && claim.call.contact?.name === contact.name) return undefined;
  return { code: "center/contact-not-confirmed", instead: "ask-the-licensing-center" };
}

/** Where, up to the limit of guesses; beyond it, only the operator sees that. @rule CE-02, CE-08, OW-04, OW-07 */
export function otherOwner({ asked, claim, policies }: Case, license: LicenseRecord): CenterRefusal | undefined {
  const { same, fields } = ownerVerdict(claim, license, policies);
  if (same) return undefined;
  const limit = policies.limits["owner-guesses"];
  const told = limit === null || countOf(license.times["owner-guesses"], limit, asked.at) < limit.limit;
  const hints = told && fields !== undefined ? { fields } : {};
  return { code: "center/owner-differs", ...hints, instead: "correct-the-owner" };
}

/** What is over is not recovered, however right the rest is: a spare PIN would be lost with it. @rule LC-15 */
export function expired({ asked }: Case, { terms: { expiresAt } }: LicenseRecord): CenterRefusal | undefined {
  if (asked.terms !== undefined || expiresAt === undefined || expiresAt > asked.at) return undefined;
  return { code: "center/expired", expiresAt, instead: "ask-the-licensing-center" };
}
