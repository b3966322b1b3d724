import type { Asked } from "./asked.js";
import type { Claim } from "./claim.js";
import type { CenterPolicies } from "./policies.js";
import type { RegisteredKit } from "./state.js";

/** Everything that a decision on a request looks at. */
export interface Case {
  readonly asked: Asked;
  readonly claim: Claim;
  readonly kit: RegisteredKit;
  readonly policies: CenterPolicies;
}
