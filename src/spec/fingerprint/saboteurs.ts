import type { Saboteur } from "../saboteur.js";
import { deviceSaboteurs } from "./saboteurs-devices.js";
import { policySaboteurs } from "./saboteurs-policies.js";
import { valueSaboteurs } from "./saboteurs-values.js";
import { verdictSaboteurs } from "./saboteurs-verdicts.js";

/** Broken implementations of the rules on key computer parameters. */
export const fingerprintSaboteurs: readonly Saboteur[] = [
  ...valueSaboteurs,
  ...deviceSaboteurs,
  ...verdictSaboteurs,
  ...policySaboteurs,
];
