import type { Rule } from "../rule.js";
import { additionalRules } from "./rules-additional.js";
import { codeRules } from "./rules-codes.js";
import { kitRules } from "./rules-kits.js";
import { namingRules } from "./rules-naming.js";
import { recordRules } from "./rules-records.js";
import { recoveryRules } from "./rules-recovery.js";
import { spendingRules } from "./rules-spending.js";

/** The rules on kits and PINs. */
export const pinRules: readonly Rule[] = [
  ...codeRules,
  ...kitRules,
  ...spendingRules,
  ...namingRules,
  ...recoveryRules,
  ...additionalRules,
  ...recordRules,
];
