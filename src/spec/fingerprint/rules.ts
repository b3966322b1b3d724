import type { Rule } from "../rule.js";
import { deviceRules } from "./rules-devices.js";
import { policyRules } from "./rules-policies.js";
import { predictionRules } from "./rules-predictions.js";
import { readingRules } from "./rules-readings.js";
import { valueRules } from "./rules-values.js";
import { verdictRules } from "./rules-verdicts.js";

/** The rules on key computer parameters. */
export const fingerprintRules: readonly Rule[] = [
  ...valueRules,
  ...readingRules,
  ...deviceRules,
  ...verdictRules,
  ...predictionRules,
  ...policyRules,
];
