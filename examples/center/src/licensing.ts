import { answerTo, type Asked, type CenterError, type CustomerAnswer, type CustomerCommand } from "licit/center";
import {
  openRequestAsync,
  phoneResponseAsync,
  signLicenseAsync,
  signRefusalAsync,
  type LicenseRequest,
  type OpenAsync,
  type OpenRequestError,
  type SignAsync,
} from "licit/license";
import type { PhoneSheet } from "licit/phone";
import type { KitNumber } from "licit/pins";
import type { Result, Sign } from "licit";
import type { KitDesk } from "./kit-desk.js";

/** What a customer is told, signed. It is stored before it is signed: whoever asks again is told the same. */
export type SignedAnswer =
  | { readonly answer: "granted"; readonly document: string }
  | { readonly answer: "dictated"; readonly sheet: PhoneSheet }
  /** `document`: the refusal, signed, of a request to this vendor. */
  | { readonly answer: "refused"; readonly refusal: CenterError; readonly document?: string }
  /** The center's own fault: into the log. */
  | { readonly answer: "failed"; readonly error: CenterError }
  /** Too many at once: nothing happened. */
  | { readonly answer: "busy" };

/** Requests in, answers out. */
export interface Licensing {
  open(document: string): Promise<Result<LicenseRequest, OpenRequestError>>;
  license(asked: Asked): Promise<SignedAnswer>;
  /** What else is asked about a kit. Nothing of it is signed. */
  tell(kit: KitNumber, command: Exclude<CustomerCommand, LicenseCommand>): Promise<CustomerAnswer | Busy>;
}

type LicenseCommand = Extract<CustomerCommand, { readonly type: "request-license" }>;
type Busy = { readonly answer: "busy" };

/** What licensing needs: a desk, and keys. */
export interface LicensingPorts {
  readonly desk: KitDesk;
  readonly open: OpenAsync;
  readonly sign: SignAsync;
  readonly phone: Sign;
  readonly issuer: string;
}

export function licensing({ desk, open, sign, phone, issuer }: LicensingPorts): Licensing {
  async function answer(kit: KitNumber, command: CustomerCommand): Promise<CustomerAnswer | Busy> {
    const served = await desk.serve(kit, command);
    return served.decided ? answerTo(command, served.handled, issuer) : { answer: "busy" };
  }

  return {
    open: (document) => openRequestAsync(document, open),
    tell: answer,
    async license(asked) {
      const kit = asked.by === "phone" ? asked.kit : asked.request.kit;
      const told = await answer(kit, { type: "request-license", data: asked });
      switch (told.answer) {
        case "granted":
          return told.by === "phone"
            ? { answer: "dictated", sheet: await phoneResponseAsync(told.toSign, phone) }
            : { answer: "granted", document: await signLicenseAsync(told.toSign, sign) };
        case "refused": {
          const { refusal, toSign } = told;
          if (toSign === undefined) return { answer: "refused", refusal };
          return { answer: "refused", refusal, document: await signRefusalAsync(toSign, sign) };
        }
        case "failed":
        case "busy":
          return told;
        default:
          throw new TypeError(`a request for a license is not answered with "${told.answer}"`);
      }
    },
  };
}
