import type * as fingerprint from "../../fingerprint/index.js";
import type * as platform from "../../platform/index.js";
import type { Eventually } from "../eventually.js";

/** What is checked of `licit/platform`. */
export interface PlatformSubject {
  parseBindingReport(text: string): Eventually<ReturnType<typeof platform.parseBindingReport>>;
  explainBindingReport(report: platform.BindingReport): Eventually<readonly fingerprint.Finding[]>;
  licenseDirectories(system: platform.LicensedSystem): Eventually<readonly platform.Directory[]>;
  parseNethaspIni(input: string | Uint8Array): Eventually<ReturnType<typeof platform.parseNethaspIni>>;
  writeNethaspIni(ini: platform.NethaspIni): Eventually<string | Uint8Array>;
  checkNethaspIni(ini: platform.NethaspIni): Eventually<readonly platform.IniFinding[]>;
  repairNethaspIni(ini: platform.NethaspIni, known?: platform.KnownManagers): Eventually<platform.IniRepair>;
  recognizeMessage(text: string): Eventually<ReturnType<typeof platform.recognizeMessage>>;
}
