import type { Rule } from "../rule.js";
import { answerRules } from "./rules-answers.js";
import { letterRules } from "./rules-letters.js";
import { phoneRules } from "./rules-phone.js";
import { recoveryRules } from "./rules-recovery.js";
import { requestRules } from "./rules-requests.js";

/** Every rule of `licit/center`. */
export const centerRules: readonly Rule[] = [
  ...requestRules,
  ...recoveryRules,
  ...answerRules,
  ...letterRules,
  ...phoneRules,
];
