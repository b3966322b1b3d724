import type { Saboteur } from "../saboteur.js";
import { machineSaboteurs } from "./saboteurs-machine.js";
import { searchSaboteurs } from "./saboteurs-search.js";
import { unitSaboteurs } from "./saboteurs-units.js";

/** Broken implementations of the rules on seats. */
export const allocationSaboteurs: readonly Saboteur[] = [...unitSaboteurs, ...searchSaboteurs, ...machineSaboteurs];
