import type { LicenseRequest } from "../license/index.js";
import type { Kit, Pin } from "../pins/index.js";
import type { Asked, Contact } from "./asked.js";
import type { AdditionalPinLetter, LostDataLetter } from "./letter.js";

/**
 * What a licensing center can be asked about one kit. What comes from outside enters through `parseCenterCommand`; times
 * are milliseconds since 1970 UTC.
 */
export type CenterCommand =
  | { readonly type: "register-kit"; readonly data: Registration }
  | CustomerCommand
  | { readonly type: "revoke"; readonly data: Revocation }
  | { readonly type: "note"; readonly data: PinNote };

/** What a customer asks for, and what an operator decides on it. What the customer is told: `answerTo`. */
export type CustomerCommand =
  | { readonly type: "request-license"; readonly data: Asked }
  | { readonly type: "request-additional-pin"; readonly data: AdditionalPinAsked }
  | { readonly type: "decide-additional-pin"; readonly data: AdditionalPinDecision }
  | { readonly type: "request-lost-data"; readonly data: LostDataAsked };

/** A kit was sold: its number, what it is, its PINs, and what licenses of it say. */
export type Registration = Kit & {
  readonly issuer: string;
  readonly product: string;
  readonly customer?: Contact | undefined;
  readonly at: number;
};

/** A letter asks for one PIN more. @rule CE-13, CE-14, PN-14 */
export type AdditionalPinAsked = {
  readonly letter: AdditionalPinLetter;
  /** The request file that came with it, opened. Evidence only. */
  readonly requestFile?: LicenseRequest | undefined;
  readonly at: number;
};

/** A letter asks for data that were lost. @rule CE-10, CE-13 */
export type LostDataAsked = { readonly letter: LostDataLetter; readonly at: number };

/** What an operator makes of a request for an additional PIN. */
export type AdditionalPinDecision =
  | {
      readonly decision: "grant";
      readonly pin: Pin;
      /** Drawn by the caller. */
      readonly newPin: Pin;
      /** Granted though a limit was exceeded. @rule CE-09 */
      readonly allowed?: boolean | undefined;
      readonly at: number;
    }
  | { readonly decision: "ask-request-file"; readonly pin: Pin; readonly at: number }
  | { readonly decision: "refuse"; readonly pin: Pin; readonly reason: string; readonly at: number };

/** An operator takes a PIN away, and revokes the license that runs under it. @rule PN-22 */
export type Revocation = { readonly pin: Pin; readonly reason?: string | undefined; readonly at: number };

/** Words on a PIN. @rule PN-23 */
export type PinNote = { readonly pin: Pin; readonly note: string; readonly at: number };
