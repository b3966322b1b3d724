import type { Rule } from "../rule.js";
import { checksumRules } from "./rules-checksums.js";
import { entryRules } from "./rules-entry.js";
import { messageRules } from "./rules-messages.js";

/** The rules on codes read aloud. */
export const phoneRules: readonly Rule[] = [...messageRules, ...entryRules, ...checksumRules];
