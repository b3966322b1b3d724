import type { Saboteur } from "../saboteur.js";
import { codeSaboteurs } from "./saboteurs-codes.js";
import { kitSaboteurs } from "./saboteurs-kit.js";

/** Broken implementations of the rules on kits and PINs. */
export const pinSaboteurs: readonly Saboteur[] = [...codeSaboteurs, ...kitSaboteurs];
