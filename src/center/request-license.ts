import type { Asked } from "./asked.js";
import type { Case } from "./case.js";
import { claimOf } from "./claim.js";
import { refuse, type CenterDecision } from "./decision.js";
import { unfitTerms } from "./fitness.js";
import type { CenterPolicies } from "./policies.js";
import { recover } from "./recover.js";
import { register } from "./register.js";
import { repeat, repeatedLicense } from "./repeat.js";
import type { RegisteredKit } from "./state.js";

/**
 * A customer asks for a license: for the first time, for the same again, or with a spare PIN. The first reason that applies
 * is told.
 *
 * @rule CE-01 … CE-08, CE-12, CE-15, CE-16
 */
export function requestLicense(asked: Asked, kit: RegisteredKit, policies: CenterPolicies): CenterDecision {
  const claimed = claimOf(asked, kit);
  if (!claimed.ok) return refuse(claimed.error);
  const { value: claim } = claimed;
  const one: Case = { asked, claim, kit, policies };
  const granted = repeatedLicense(claim, kit);
  if (granted !== undefined) return repeat(one, granted);
  const unfit = unfitTerms(asked.terms, asked.by, asked.at);
  if (unfit !== undefined) return refuse(unfit);
  return claim.operation === "first-time" ? register(one) : recover(one);
}
