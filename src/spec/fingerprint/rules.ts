import type { Rule } from "../rule.js";
import { deviceRules } from "./rules-devices.js";
import { policyRules } from "./rules-policies.js";
import { predictionRules } from "./rules-predictions.js";
import { valueRules } from "./rules-values.js";
import { verdictRules } from "./rules-verdicts.js";

/** The rules on key computer parameters, by id. */
export const fingerprintRules: readonly Rule[] = [
  ...valueRules,
  ...deviceRules,
  ...verdictRules,
  ...predictionRules,
  ...policyRules,
].sort((a, b) => (a.id < b.id ? -1 : 1));
