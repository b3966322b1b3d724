export { answerTo, type CustomerAnswer, type GrantedAnswer, type Handled } from "./answer.js";
export type { Asked, AskedByDocument, AskedByPhone, Contact, Terms } from "./asked.js";
export { center, centerWith, type Center } from "./center.js";
export type { CenterDecision } from "./decision.js";
export type {
  AdditionalPinAsked,
  AdditionalPinDecision,
  CenterCommand,
  CustomerCommand,
  LostDataAsked,
  PinNote,
  Registration,
  Revocation,
} from "./command.js";
export type {
  AdditionalPinDenied,
  AdditionalPinRefused,
  CenterEvent,
  Consignment,
  KitRegistered,
  LicenseGranted,
  LicenseRenewed,
  LostDataRefused,
  LostDataSent,
  PinChanged,
  PinIssuedOnRequest,
  RequestFileRequested,
  RequestRefused,
  RequestRepeated,
} from "./event.js";
export type { IncompleteLetter, LetterFault, LetterRequirements } from "./letter-fields.js";
export { letterLimits } from "./letter-fields.js";
export type { LetterField, LetterLanguage } from "./letter-labels.js";
export type { AdditionalPinLetter, Letter, LostDataLetter, RequestFileLetter } from "./letter.js";
export { lostDataOf, type LostData, type LostPin } from "./lost-data.js";
export { operatorView, type ViewOptions } from "./operator-view.js";
export { parseCenterCommand } from "./parse-command.js";
export { parseCenterEvent } from "./parse-event.js";
export { parseCenterState } from "./parse-state.js";
export { parseLetter, type LetterError, type ReadLetter } from "./parse-letter.js";
export type { Change, Obstacle, PathToGrant } from "./path-to-grant.js";
export { standardPolicies, type CenterPolicies, type Limit, type SomePolicies, type Violation } from "./policies.js";
export type { CenterError, CenterReason, CenterRefusal, CommandInstead, CommandReason, Instead } from "./refusal.js";
export type {
  OperatorView,
  SeenAnswer,
  SeenDifference,
  SeenKit,
  SeenOwner,
  SeenRequest,
  SeenWaiting,
  ToLookAt,
} from "./seen.js";
export type {
  CenterState,
  ComputerRecord,
  Evidence,
  Granted,
  HistoryEntry,
  LicenseRecord,
  OwnerRecord,
  RegisteredKit,
  UnregisteredKit,
  WaitingRequest,
} from "./state.js";
export type { ComputerVerdict } from "./verdicts.js";
export type { Tally } from "./violations.js";
export { writeLetter } from "./write-letter.js";
