import type { Rule } from "../rule.js";
import { dayRules } from "./rules-days.js";
import { kindRules } from "./rules-kinds.js";
import { lifeRules } from "./rules-life.js";
import { orderRules } from "./rules-order.js";
import { planRules } from "./rules-plan.js";
import { policyRules } from "./rules-policies.js";
import { poolRules } from "./rules-pools.js";
import { searchRules } from "./rules-search.js";
import { unitRules } from "./rules-units.js";

/** The rules on seats. */
export const allocationRules: readonly Rule[] = [
  ...unitRules,
  ...poolRules,
  ...searchRules,
  ...kindRules,
  ...orderRules,
  ...dayRules,
  ...lifeRules,
  ...policyRules,
  ...planRules,
].sort((a, b) => (a.id < b.id ? -1 : 1));
