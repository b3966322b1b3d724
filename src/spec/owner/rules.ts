import type { Rule } from "../rule.js";
import { entryRules } from "./rules-entry.js";
import { fileRules } from "./rules-files.js";
import { hintRules } from "./rules-hints.js";
import { matchingRules } from "./rules-matching.js";

/** The rules on license owners. */
export const ownerRules: readonly Rule[] = [...entryRules, ...matchingRules, ...hintRules, ...fileRules];
