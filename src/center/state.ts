import type { KeyParameters } from "../fingerprint/index.js";
import type { Channel } from "../license/index.js";
import type { Owner, OwnerDigest } from "../owner/index.js";
import type { PhoneOperation } from "../phone/index.js";
import type { OpenKit, Pin } from "../pins/index.js";
import type { Contact, Terms } from "./asked.js";
import type { Violation } from "./policies.js";
import type { CenterRefusal } from "./refusal.js";

/**
 * What a licensing center knows of one kit, as a JSON value: a row of a table, or what a stream of events folds into. It
 * does not grow with the number of requests.
 */
export type CenterState = UnregisteredKit | RegisteredKit;

/** Nothing yet: only `register-kit` is possible. */
export interface UnregisteredKit {
  readonly status: "unregistered";
}

/** A kit that was sold. Stored ones come back through `parseCenterState`. */
export interface RegisteredKit {
  readonly status: "registered";
  readonly issuer: string;
  readonly product: string;
  /** Who bought it, where that is known. */
  readonly customer: Contact | null;
  readonly pins: OpenKit;
  /** Every license ever acquired from it, by the PIN that it was first acquired with: in pages, in the order of these PINs. */
  readonly licenses: readonly (readonly LicenseRecord[])[];
  /** Requests for additional PINs that wait for an operator. */
  readonly waiting: readonly WaitingRequest[];
  /**
   * What happened last, the newest behind: at most 50, and of requests that are about no license of the kit at most 10, so
   * that strangers do not push the rest out. All of it are the events.
   */
  readonly history: readonly HistoryEntry[];
}

/** What is on record of a license. Under which PIN it runs, and whether it runs at all, the kit's PINs say. */
export interface LicenseRecord {
  readonly acquiredWith: Pin;
  /** The PIN under which it runs; of a revoked one, ran. */
  readonly pin: Pin;
  readonly supersededPin: Pin | null;
  /** Of the first acquisition: it never changes. @rule CE-03 */
  readonly channel: Channel;
  /** As given at the first acquisition: a spare PIN inherits it. @rule CE-12 */
  readonly owner: OwnerRecord;
  /** The computer that it is bound to. */
  readonly computer: ComputerRecord;
  /** Who called at a first registration by phone. @rule CE-16 */
  readonly contact: Contact | null;
  /** What it says beside what was asked for, as it was granted last. */
  readonly terms: Terms;
  /** The request that made it what it is now. @rule CE-07 */
  readonly made: Granted;
  /** Those that got it again since then, the newest behind: at most 32. @rule CE-07 */
  readonly again: readonly Granted[];
  /** When it happened, the newest behind: at most 100 each. @rule CE-09 */
  readonly times: { readonly [V in Violation]: readonly number[] };
}

/** An owner as a center keeps it: as it is; as digests (OW-11); by phone, as six digits that tell whether another one differs. */
export type OwnerRecord =
  | { readonly kept: "fields"; readonly fields: Owner }
  | { readonly kept: "digest"; readonly digest: OwnerDigest }
  | { readonly kept: "code"; readonly code: string };

/** A computer as a center knows it: its key parameters, or by phone 26 digits that are equal or not. */
export type ComputerRecord =
  | { readonly kept: "parameters"; readonly parameters: KeyParameters }
  | { readonly kept: "digits"; readonly digits: string };

/** A request that was granted, and what the answer to it says. */
export interface Granted {
  /** The id of the request; by phone its 48 digits. */
  readonly request: string;
  readonly terms: Terms;
  readonly at: number;
}

/** A request for an additional PIN. @rule PN-14 */
export type WaitingRequest = {
  /** The current PIN, to be replaced. */
  readonly pin: Pin;
  readonly company: string;
  readonly reason: string;
  /** Whether an operator asked for a request file, and what the file says. @rule CE-14 */
  readonly requestFile: "not-asked" | "missing" | "attached";
  readonly evidence: Evidence | null;
  readonly at: number;
};

/** What a request file that came with a letter shows: no more than that. @rule CE-14 */
export interface Evidence {
  readonly request: string;
  /** Whether it is of this vendor, this kit and the PIN in question. */
  readonly pin: "same" | "different";
  /** `unknown`: of a license by phone, which a document cannot be compared with. */
  readonly owner: "same" | "different" | "unknown";
  readonly computer: "same" | "changed" | "undetermined" | "unknown";
}

/** One thing that happened, in short. For the operator: it can name what customers are not told. */
export interface HistoryEntry {
  readonly event: string;
  readonly at: number;
  readonly by?: Channel;
  readonly request?: string;
  readonly operation?: PhoneOperation;
  /** The PIN that was offered, or that something became of. */
  readonly pin?: Pin;
  /** The license in question, by the PIN that it was first acquired with. */
  readonly license?: Pin;
  /** Of an additional PIN: the PIN that it was asked for. */
  readonly replaces?: Pin;
  /** Of a revocation, or of a request that an operator denied. */
  readonly reason?: string;
  /** Of lost data: what was sent, and where. */
  readonly wants?: "pins" | "owner";
  readonly sentTo?: readonly string[];
  /** What the customer was told. */
  readonly refusal?: CenterRefusal;
  /** Of a refused request: SHA-256 over all that it says, so that the same one again is known. */
  readonly digest?: string;
  /** What was counted with it. */
  readonly counts?: Violation;
  /** An operator let it pass. */
  readonly allowed?: true;
}
