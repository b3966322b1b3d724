import type { Rule } from "../rule.js";
import { channelRules } from "./rules-channels.js";
import { fileRules } from "./rules-files.js";
import { graphRules } from "./rules-graph.js";
import { hostRules } from "./rules-host.js";
import { placeRules } from "./rules-places.js";
import { recoveryRules } from "./rules-recovery.js";
import { stepRules } from "./rules-steps.js";

/** The rules on the acquisition wizard. */
export const acquisitionRules: readonly Rule[] = [
  ...stepRules,
  ...graphRules,
  ...recoveryRules,
  ...channelRules,
  ...fileRules,
  ...placeRules,
  ...hostRules,
];
