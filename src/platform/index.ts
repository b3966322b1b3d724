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
export { platformReport, reportKinds, type ReportKind, type ReportVocabulary } from "./report-vocabulary.js";
