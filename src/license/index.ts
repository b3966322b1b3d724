export { checkLicense, checkLicenseAsync, type CheckOptions, type CheckOptionsAsync } from "./check.js";
export { documentLimits, type DocumentError, type DocumentLabel } from "./document.js";
export { licenseFileName } from "./file-name.js";
export { licenseFor, type Grant } from "./grant.js";
export { installDirectory, type InstallError, type Installation } from "./install.js";
export { judgeLicense, type Circumstances, type LicensePolicy } from "./judge.js";
export type { Binding, Channel, Dongle, DongleBinding, HardwareBinding, License } from "./license.js";
export type { DirectoryListing, FilePlace, LicenseDirectory, ListedFile } from "./listing.js";
export { openLicense, openLicenseAsync, type LicenseError } from "./open.js";
export { licenseSchema, parseLicense } from "./parse.js";
export { phoneExpiry } from "./phone-expiry.js";
export {
  phoneLicense,
  phoneLicenseAsync,
  type MadeLicense,
  type PhoneLicenseError,
  type PhonePorts,
  type PhonePortsAsync,
} from "./phone-license.js";
export { phoneRequest, phoneRequestAsync } from "./phone-request.js";
export { phoneResponse, phoneResponseAsync, phoneSigningInput, type PhoneAnswer } from "./phone-response.js";
export type { OpenAsync, SealAsync, SignAsync, StretchAsync, VerifyAsync } from "./ports.js";
export type { LicenseReason, LicenseVerdict, RefusedLicense, ValidLicense } from "./reasons.js";
export { recoveriesNeeded } from "./recoveries.js";
export { parseRefusal, type Refusal } from "./refusal.js";
export {
  createRequest,
  parseRequest,
  type LicenseRequest,
  type RequestDetails,
  type RequestDetailsError,
} from "./request.js";
export {
  openResponse,
  openResponseAsync,
  type LicenseResponse,
  type OpenResponseError,
  type RequestPart,
  type ResponsePorts,
  type ResponsePortsAsync,
} from "./response.js";
export { openRequest, openRequestAsync, sealRequest, sealRequestAsync, type OpenRequestError } from "./seal.js";
export {
  attachSignature,
  refusalSigningInput,
  signingInput,
  signLicense,
  signLicenseAsync,
  signRefusal,
  signRefusalAsync,
} from "./sign.js";
export { supersededPins } from "./superseded.js";
export type { TrustError, Verifiers, VerifiersAsync } from "./signed.js";
export {
  visibleLicenses,
  type FileError,
  type RefusedFile,
  type UsableFile,
  type Viewer,
  type VisibleLicenses,
} from "./visible.js";
