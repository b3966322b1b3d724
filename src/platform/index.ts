export {
  parseBindingReport,
  reportLimit,
  type BindingReport,
  type LicenseReport,
  type ReportEntry,
  type ReportFields,
} from "./binding-report.js";
export {
  licenseDirectories,
  unnamedValues,
  type Directory,
  type DirectoryValue,
  type LicensedSystem,
  type ServerProfile,
} from "./directories.js";
export { directoryTable, type DirectoryRow } from "./directory-table.js";
export { explainBindingReport } from "./explain-binding-report.js";
export type { MessageStatus } from "./message-evidence.js";
export {
  platformMessages,
  type MessagePhrase,
  type MessageVocabulary,
  type PlatformMessageCode,
  type SearchedPlace,
} from "./message-vocabulary.js";
export { messageLimit, recognizeMessage, type PlatformMessage, type RecognizedText } from "./messages.js";
export { checkNethaspIni, type IniFinding, type IniFindingCode } from "./nethasp-check.js";
export type { IniEncoding } from "./nethasp-encoding.js";
export {
  iniLimit,
  parseNethaspIni,
  writeNethaspIni,
  type IniEnd,
  type IniLine,
  type IniSetting,
  type NethaspIni,
} from "./nethasp-ini.js";
export type { IniSection } from "./nethasp-layout.js";
export type { IniManager, KnownManagers, ManagerRefusal } from "./nethasp-managers.js";
export { repairNethaspIni, type IniRepair } from "./nethasp-repair.js";
export { platformReport, reportKinds, type ReportKind, type ReportVocabulary } from "./report-vocabulary.js";
