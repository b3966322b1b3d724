import type { Policy } from "../fingerprint/index.js";
import type { License, LicenseRequest } from "../license/index.js";
import type { RequiredFields } from "../owner/index.js";
import type { Edition, KitDefinition, LicenseType } from "../pins/index.js";
import type { Place } from "./place.js";

/** What is known when the wizard is opened. All of it is JSON; what is left out is not known. */
export interface WizardContext {
  /** Whose license is acquired, and of which product. 1 to 200 UTF-16 units (included). */
  readonly issuer: string;
  readonly product: string;
  /** Offered by itself as the application started, or opened on purpose, say for a further license. @rule AQ-14 */
  readonly opened: "at-start" | "on-purpose";
  /** What the application found as it started. */
  readonly found: { readonly license: boolean; readonly dongle: boolean };
  /** For whom a license can be stored: whether the directory for everyone can be written. @rule AQ-01, LC-05 */
  readonly storable: "for-everyone" | "for-this-user-only";
  /** What the computer is on which the wizard runs. @rule AQ-12 */
  readonly runsOn: "workstation" | "application-server" | "terminal-server" | "web-server";
  /** Default: standard. */
  readonly edition?: Edition | undefined;
  /** What the license is for. Left out, it is asked. @rule AQ-17 */
  readonly kind?: LicenseType | undefined;
  /** What is in the kit. @rule AQ-09 */
  readonly kit?: KitDefinition | undefined;
  /** Whether the licensing center can be reached from here. */
  readonly center?: "reachable" | "unreachable" | undefined;
  /** Whether another computer has internet. @rule AQ-16 */
  readonly internetElsewhere?: boolean | undefined;
  /** Licenses on this computer that verify, in the order in which they were acquired. At most 1,000. @rule AQ-06, AQ-15 */
  readonly licenses?: readonly License[] | undefined;
  /** A request that was saved to a file in an earlier run, and waits for its answer. @rule AQ-07 */
  readonly waiting?: { readonly request: LicenseRequest; readonly place: Place } | undefined;
  /** Requests that were dictated in earlier runs: with the paper they make their license again. At most 1,000. @rule PH-14 */
  readonly dictated?: readonly LicenseRequest[] | undefined;
  /** Fields that an owner must fill in. Default: those of `licit/owner`. */
  readonly required?: RequiredFields | undefined;
  /** How computers are compared. Default: the standard policy. */
  readonly policy?: Policy | undefined;
  /** Whether the vendor has a community license. Default: `true`. */
  readonly community?: boolean | undefined;
}

/**
 * Whether a wizard that opens by itself has something to offer: only where neither license nor dongle was found.
 *
 * @rule AQ-14
 * @source S1 ("if no dongle is found, you are prompted"); S2 p. 7; S3
 */
export function isOffered({ opened, found }: WizardContext): boolean {
  return opened === "on-purpose" || !(found.license || found.dongle);
}
