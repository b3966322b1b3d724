import type { Rule } from "../rule.js";
import { causeRules } from "./rules-causes.js";
import { remedyRules } from "./rules-remedies.js";

/** Every rule of `licit/diagnosis`. */
export const diagnosisRules: readonly Rule[] = [...causeRules, ...remedyRules];
