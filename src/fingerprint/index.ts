export { bindsEnough, type IdentifiedDevice, type WeakBinding } from "./binding.js";
export { isCheckDue } from "./check-interval.js";
export { compare, type Comparison } from "./compare.js";
export { definePolicy } from "./define-policy.js";
export { canonicalParameters, digestOf } from "./digest.js";
export type { Finding, FindingValue } from "./findings.js";
export { lawsOf, type Laws } from "./laws.js";
export { byText, pairNearest } from "./nearest.js";
export {
  deviceLists,
  isRead,
  parameters,
  scalarOf,
  scalarParameters,
  type Device,
  type DeviceList,
  type KeyParameters,
  type NetworkAdapter,
  type OsFamily,
  type Parameter,
  type ScalarParameter,
  type Unreadable,
} from "./parameters.js";
export { inputLimits, keyParametersSchema, parseKeyParameters } from "./parse.js";
export { isPlaceholder } from "./placeholder.js";
export {
  standardPolicy,
  type AnyOfPolicy,
  type AtLeastPolicy,
  type ExactPolicy,
  type Policy,
  type PolicyOptions,
  type Requirement,
  type StandardPolicy,
  type VotePolicy,
  type WeightedPolicy,
} from "./policy.js";
export { readKeyParameters, type HardwareProbe, type ProbeError } from "./probe.js";
export { pseudonymize } from "./pseudonymize.js";
export { recordedParameters } from "./recorded.js";
export { recoveriesNeeded, type BoundReference, type Recoveries } from "./recovery.js";
export type { Outcome } from "./standing.js";
export { survives } from "./survives.js";
export { fromSystemInformation } from "./system-information.js";
export { applyChanges, whatIf, type ChangeError, type HardwareChange } from "./what-if.js";
