import type { Rule } from "../rule.js";
import { additionalRules } from "./rules-additional.js";
import { codeRules } from "./rules-codes.js";
import { kitRules } from "./rules-kits.js";
import { recordRules } from "./rules-records.js";
import { recoveryRules } from "./rules-recovery.js";
import { spendingRules } from "./rules-spending.js";

/** The rules on kits and PINs. */
export const pinRules: readonly Rule[] = [
  ...codeRules,
  ...kitRules,
  ...spendingRules,
  ...recoveryRules,
  ...additionalRules,
  ...recordRules,
];
