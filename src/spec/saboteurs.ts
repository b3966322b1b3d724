import { acquisitionSaboteurs } from "./acquisition/saboteurs.js";
import { allocationSaboteurs } from "./allocation/saboteurs.js";
import { centerSaboteurs } from "./center/saboteurs.js";
import { diagnosisSaboteurs } from "./diagnosis/saboteurs.js";
import { fingerprintSaboteurs } from "./fingerprint/saboteurs.js";
import { licenseSaboteurs } from "./license/saboteurs.js";
import { ownerSaboteurs } from "./owner/saboteurs.js";
import { phoneSaboteurs } from "./phone/saboteurs.js";
import { pinSaboteurs } from "./pins/saboteurs.js";
import { platformSaboteurs } from "./platform/saboteurs.js";
import type { Saboteur } from "./saboteur.js";

/** For every rule at least one broken implementation that it catches. @rule SP-04 */
export const saboteurs: readonly Saboteur[] = [
  ...acquisitionSaboteurs,
  ...allocationSaboteurs,
  ...centerSaboteurs,
  ...diagnosisSaboteurs,
  ...fingerprintSaboteurs,
  ...licenseSaboteurs,
  ...ownerSaboteurs,
  ...phoneSaboteurs,
  ...pinSaboteurs,
  ...platformSaboteurs,
];
