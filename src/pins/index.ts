export { adviseSet, type AdviceError, type Placement, type SetAdvice } from "./advise-set.js";
export { checkDefinition, checkKit, type BoundedName, type Kit, type KitFault, type PinSets } from "./check-kit.js";
export type {
  Acquisition,
  AdditionalPinRequest,
  Cancellation,
  Note,
  Opening,
  PinKitCommand,
  Recovery,
  RecoveryOfTheSame,
  RecoveryWithSpare,
} from "./command.js";
export type { DigitTextError } from "./digit-text.js";
export type { LicenseAcquired, LicenseRecovered, PinCancelled, PinIssued, PinKitEvent, PinNoted } from "./event.js";
export { licenseName, parseKitNumber, type KitNumber, type KitNumberError } from "./kit-number.js";
export {
  licenseTypes,
  pinCountOf,
  placesOf,
  setsOf,
  type ClientSet,
  type KitDefinition,
  type LicenseType,
} from "./kit.js";
export { kits, type KitName } from "./kits.js";
export { kitDefinitionSchema, parseKitDefinition, parsePinKitCommand, parsePinKitEvent } from "./parse.js";
export { formatPin, parsePin, type Edition, type Pin, type PinError } from "./pin.js";
export { pinKit } from "./pin-kit.js";
export type { Instead, PinKitError, Refusal } from "./refusal.js";
export { findPin } from "./pages.js";
export { pinReport, type PinRow } from "./report.js";
export { parsePinKitState } from "./parse-state.js";
export { sharedPins, type SharedPin } from "./shared-pins.js";
export { spareLeft } from "./spare.js";
export type {
  CancelledPin,
  CurrentPin,
  OpenKit,
  PinKitState,
  PinPlace,
  PinRecord,
  PinState,
  SetCounts,
  SupersededPin,
  UnopenedKit,
  UnusedPin,
} from "./state.js";
