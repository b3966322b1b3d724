import type { Rule } from "../rule.js";
import { additionalPinRules } from "./rules-additional.js";
import { answerRules } from "./rules-answers.js";
import { letterRules } from "./rules-letters.js";
import { ownerRules } from "./rules-owners.js";
import { phoneRules } from "./rules-phone.js";
import { recoveryRules } from "./rules-recovery.js";
import { requestRules } from "./rules-requests.js";

/** Every rule of `licit/center`. */
export const centerRules: readonly Rule[] = [
  ...requestRules,
  ...ownerRules,
  ...additionalPinRules,
  ...recoveryRules,
  ...answerRules,
  ...letterRules,
  ...phoneRules,
];
