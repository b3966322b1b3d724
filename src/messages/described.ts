import type {
  FieldFault,
  Hindrance,
  HostFailure,
  Notice,
  ResumeError,
  WhyNot,
  WizardRefusal,
  Condition,
} from "../acquisition/index.js";
import type { Denial } from "../allocation/index.js";
import type { CenterError, IncompleteLetter, LetterError, LetterFault } from "../center/index.js";
import type { BytesError, CanonicalJsonError, DigitsError, InputError } from "../core/index.js";
import type { Cause, Remedy } from "../diagnosis/index.js";
import type { ChangeError, Finding, ProbeError, WeakBinding } from "../fingerprint/index.js";
import type {
  FileError,
  InstallError,
  LicenseError,
  LicenseReason,
  OpenRequestError,
  OpenResponseError,
  PhoneLicenseError,
} from "../license/index.js";
import type { NotConfirmed } from "../owner/index.js";
import type { EntryError, NotByPhone, RequestError, ResponseError, RowError } from "../phone/index.js";
import type { AdviceError, KitFault, KitNumberError, PinError, PinKitError } from "../pins/index.js";
import type { IniFinding, ManagerRefusal } from "../platform/index.js";

/** Everything with a code that the library answers: why not, what is wrong, what is to be known. */
export type Coded =
  | InputError
  | BytesError
  | CanonicalJsonError
  | DigitsError
  | { readonly code: "core/not-opened" }
  | WeakBinding
  | ChangeError
  | ProbeError
  | NotConfirmed
  | RowError
  | EntryError
  | RequestError
  | ResponseError
  | NotByPhone
  | PinError
  | KitNumberError
  | KitFault
  | PinKitError
  | AdviceError
  | Denial
  | IniFinding
  | ManagerRefusal
  | LicenseError
  | LicenseReason
  | FileError
  | InstallError
  | OpenRequestError
  | OpenResponseError
  | PhoneLicenseError
  | CenterError
  | IncompleteLetter
  | LetterError
  | LetterFault["error"]
  | Cause
  | WizardRefusal
  | ResumeError
  | FieldFault
  | Hindrance
  | Notice
  | WhyNot
  | Condition
  | { readonly code: HostFailure }
  | KeyFault;

/** Why a text is no key. The modules that read keys are loaded where keys are read only: their codes stand here once more. */
export type KeyFault = {
  readonly code: `signing/${"wrong-key-length" | "not-hex" | "not-a-key" | "not-pem" | "key-size" | "key-exponent" | "broken-key"}`;
};

/** Every code of the library. */
export type Code = Coded["code"];

/** What somebody is told to do: what a refusal names. */
export type Instead = Extract<Coded, { readonly instead: string }>["instead"];

/** A reason that came over a wire: say, of a wizard's failure. Its code may be one of a newer version. */
export interface Reported {
  readonly code: string;
}

/** What can be said in words. */
export type Describable = Coded | Finding | Remedy | Reported;
