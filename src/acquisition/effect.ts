import type { Json } from "../core/index.js";
import type { KeyParameters } from "../fingerprint/index.js";
import type { License, LicenseRequest } from "../license/index.js";
import type { Owner, OwnerFileExtra } from "../owner/index.js";
import type { Place } from "./place.js";

/**
 * Something that the wizard asks its host to do. It does nothing itself: the host does it, and gives the outcome back under
 * the same number. `view` lists what it still owes.
 *
 * @rule AQ-10
 */
export type Effect = Asked & {
  /** Counts from 1 through the life of a wizard. */
  readonly id: number;
};

/** What is asked. */
export type Asked =
  /** Read the key parameters of that computer, draw an id for a request, and tell the time. */
  | { readonly type: "gather-parameters"; readonly place: Place }
  /** Let the person save the owner to a text file (`writeOwnerFile`). */
  | { readonly type: "save-owner-data"; readonly owner: Owner; readonly extra: OwnerFileExtra }
  /** Let the person choose the text file of the owner, and read it (`readOwnerFile`). */
  | { readonly type: "open-owner-data" }
  /** Seal the request (`sealRequest`), and let the person save it to a file. Keep both until the answer is installed: `context.waiting`. */
  | { readonly type: "save-request"; readonly request: LicenseRequest; readonly place: Place }
  /** Let the person choose a file, and open it: of a request with `openResponse`; without one with `openLicense`. */
  | { readonly type: "open-response"; readonly request: LicenseRequest | null }
  /** Send the request to the licensing center, and open its answer (`openResponse`). */
  | { readonly type: "send"; readonly request: LicenseRequest }
  /** Turn the request into digits (`phoneRequest`): it takes a moment. Keep it: with the paper it makes the license again. */
  | { readonly type: "encode-for-phone"; readonly request: LicenseRequest }
  /** Make the license of the digits that were dictated (`phoneLicense`). */
  | { readonly type: "make-license"; readonly request: LicenseRequest; readonly digits: string }
  /** Get a community license for that computer. */
  | { readonly type: "get-community-license"; readonly place: Place }
  /** Store the license there. */
  | {
      readonly type: "install";
      readonly text: string;
      readonly place: Place;
      readonly serves: "everyone" | "this-user";
    }
  /** Open the licensing center's page. */
  | { readonly type: "open-page" };

/** What is asked of a host, by name. */
export type EffectType = Asked["type"];

/** What became of an effect. */
export type Outcome =
  /** Of `gather-parameters`. `id`: 32 hex digits, drawn at random. `at`: milliseconds since 1970 UTC. */
  | {
      readonly outcome: "parameters";
      readonly parameters: KeyParameters;
      readonly id: string;
      readonly at: number;
    }
  /** Of `encode-for-phone`: 48 digits. */
  | { readonly outcome: "digits"; readonly digits: string }
  /** Of whatever brings a license: it was opened and verified. */
  | { readonly outcome: "granted"; readonly text: string; readonly license: License }
  /** Of `get-community-license`: a license of nobody's, without kit, PIN and owner. */
  | { readonly outcome: "fetched"; readonly text: string }
  /** The licensing center does not grant it. */
  | {
      readonly outcome: "refused";
      /** As the center says it: say, `pins/superseded`. */
      readonly code: string;
      /** What belongs to the code: the refusal's `details`, as `openResponse` gives it. */
      readonly evidence?: Json | undefined;
      /** For support: whatever else there is to say. */
      readonly details?: string | undefined;
    }
  /** Of `open-owner-data`: what `readOwnerFile` read. */
  | { readonly outcome: "owner-data"; readonly owner: Owner }
  /** Of `save-…`, `install` and `open-page`. `file`: where it is now. */
  | { readonly outcome: "done"; readonly file?: string | undefined }
  /** The person closed the dialog: nothing is wrong. */
  | { readonly outcome: "dismissed" }
  /** It could not be done. `code`: one of this library, as `license/other-request`, or of {@link HostFailure}. */
  | {
      readonly outcome: "failed";
      readonly code: string;
      /** What belongs to the code: all else that the error says. */
      readonly evidence?: Json | undefined;
      readonly details?: string | undefined;
    };

/** Why a host could not do what it was asked for, where no function of this library says it better. */
export type HostFailure =
  | "acquisition/center-unreachable"
  /** It takes no more requests from here for now. `evidence` may have `minutes`: after how many it does again. */
  | "acquisition/center-busy"
  /** It answered, but not to the request. */
  | "acquisition/center-failed"
  | "acquisition/not-readable"
  | "acquisition/not-saved"
  | "acquisition/not-opened"
  | "acquisition/not-encoded"
  | "acquisition/not-installed"
  | "acquisition/not-answered";

/** Outcomes that each effect can have. */
export const outcomesOf: { readonly [E in EffectType]: readonly Outcome["outcome"][] } = {
  "gather-parameters": ["parameters", "failed"],
  "save-owner-data": ["done", "dismissed", "failed"],
  "open-owner-data": ["owner-data", "dismissed", "failed"],
  "save-request": ["done", "dismissed", "failed"],
  "open-response": ["granted", "refused", "dismissed", "failed"],
  send: ["granted", "refused", "failed"],
  "encode-for-phone": ["digits", "failed"],
  "make-license": ["granted", "failed"],
  "get-community-license": ["fetched", "refused", "failed"],
  install: ["done", "failed"],
  "open-page": ["done", "dismissed", "failed"],
};
