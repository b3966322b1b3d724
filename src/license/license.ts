import type { Json } from "../core/index.js";
import type { KeyParameters } from "../fingerprint/index.js";
import type { Owner } from "../owner/index.js";
import type { KitNumber, LicenseType, Pin } from "../pins/index.js";

/** How a license was obtained. */
export type Channel = "automatic" | "file" | "phone";

/** What a license says. @rule LC-01 @source S2 (what the wizard asks), S3 ("this information is stored in the file") */
export interface License {
  /** Who issued it. 1 to 200 UTF-16 units (included), as of `product`. */
  readonly issuer: string;
  readonly product: string;
  /** `<PIN>-<kit number>`. */
  readonly name: string;
  readonly kind: LicenseType;
  /** From 1; of a single-user license 1. */
  readonly seats: number;
  readonly kit: KitNumber;
  readonly pin: Pin;
  /** The PIN that this license superseded, after a recovery with a spare one. */
  readonly supersededPin?: Pin | undefined;
  readonly owner: Owner;
  readonly binding: Binding;
  readonly channel: Channel;
  /** When it was made: milliseconds since 1970 UTC. Unknown of a license by phone. */
  readonly issuedAt?: number | undefined;
  /** From when on it is no longer valid. Absent: never. */
  readonly expiresAt?: number | undefined;
  /** The id of the request that it answers. */
  readonly request?: string | undefined;
  /** What a vendor adds: any closed JSON. */
  readonly features?: Json | undefined;
}

/** What a license is bound to. */
export type Binding = HardwareBinding | DongleBinding;

/** The computer as it was at acquisition. */
export interface HardwareBinding {
  readonly to: "hardware";
  readonly reference: KeyParameters;
}

/** A dongle, whatever computer it is at. @rule LC-16 */
export interface DongleBinding {
  readonly to: "dongle";
  readonly dongle: Dongle;
}

/** A protection key. Both texts: 1 to 200 UTF-16 units (included). */
export interface Dongle {
  readonly series: string;
  readonly id: string;
}
