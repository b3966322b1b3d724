export { checkRules, formatReport, rules, type CheckRulesOptions, type RuleReport } from "./check-rules.js";
export { arbitraries } from "./arbitraries.js";
export { licit } from "./licit.js";
export { modelPorts } from "./license/model-ports.js";
export { explorePinKit, type Exploration, type ExploreOptions } from "./pins/explore.js";
export type { CheckOptions, CheckOutcome, Failure, Rule } from "./rule.js";
export type {
  Eventually,
  AcquisitionSubject,
  AllocationSubject,
  CenterSubject,
  DiagnosisSubject,
  FingerprintSubject,
  LicensePorts,
  LicenseSubject,
  OwnerSubject,
  PhoneSubject,
  PinsSubject,
  PlatformSubject,
  Subject,
} from "./subject.js";
export { sources } from "./sources.js";
export type { Saboteur } from "./saboteur.js";
export { saboteurs } from "./saboteurs.js";
