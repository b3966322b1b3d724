export type {
  BindingCause,
  CauseCode,
  DongleCause,
  FileCause,
  PinCause,
  SeatCause,
  ServiceCause,
} from "./cause-code.js";
export type {
  Cause,
  Certainty,
  Elsewhere,
  Evidence,
  FilePlaceFound,
  LicenseFindings,
  LicenseRemedy,
  Occupant,
} from "./cause.js";
export { costOf, remedyCosts, type RemedyCost } from "./costs.js";
export { causeCodes, diagnose } from "./diagnose.js";
export type {
  FileElsewhere,
  ObservationName,
  Observations,
  ObservedDongle,
  ObservedDongles,
  ObservedLicense,
  ObservedPort,
  ObservedRefusal,
  ObservedSettings,
} from "./observations.js";
export { usualPorts, type PortPurpose, type UsualPort } from "./ports.js";
export { remedyFor, type Situation } from "./remedy-for.js";
export type { AskCenter, FilePath, Remedy, Setting } from "./remedy.js";
