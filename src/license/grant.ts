import type { Json } from "../core/index.js";
import { licenseName, type LicenseType } from "../pins/index.js";
import type { Channel, License } from "./license.js";
import type { LicenseRequest } from "./request.js";

/** What a licensing center adds to a request to make a license of it. */
export interface Grant {
  readonly kind: LicenseType;
  /** From 1; of a single-user license 1. */
  readonly seats: number;
  readonly channel: Exclude<Channel, "phone">;
  /** Milliseconds since 1970 UTC, as of `expiresAt`. */
  readonly issuedAt: number;
  readonly expiresAt?: number | undefined;
  readonly features?: Json | undefined;
}

/**
 * The license that answers a request: bound to the computer of the request, and to be signed. Whether it is granted, the
 * licensing center has decided. A recovery with unchanged parameters gives the same license again, and is not made here.
 *
 * @rule LC-01, LC-09
 * @source S2 p. 17 f.
 * @example
 * ```ts
 * import { licenseFor, type LicenseRequest } from "licit/license";
 *
 * const request: LicenseRequest = {
 *   id: "00112233445566778899aabbccddeeff",
 *   issuer: "Example Vendor",
 *   product: "ledger",
 *   kit: "8050525679",
 *   operation: "recovery-spare",
 *   pin: "996007681344799",
 *   supersededPin: "381505376410122",
 *   owner: { kind: "company", organization: "ООО «Ромашка»" },
 *   parameters: {
 *     os: { family: "linux", name: "Debian GNU/Linux", version: "12" },
 *     networkName: "BUH-31",
 *     board: { model: "PRIME B450M-A" },
 *     memoryBytes: 2147483648,
 *     bios: { type: "American Megatrends Inc.", version: "2409" },
 *     processors: [{ model: "AMD Ryzen 5 3600" }],
 *     networkAdapters: [{ model: "Realtek PCIe GbE", mac: "00:1a:2b:3c:4d:57" }],
 *     disks: [],
 *   },
 *   at: Date.UTC(2026, 10, 22),
 * };
 * const license = licenseFor(request, { kind: "single-user", seats: 1, channel: "file", issuedAt: Date.UTC(2026, 10, 22) });
 *
 * license.name; // → "996007681344799-8050525679"
 * license.supersededPin; // → "381505376410122"
 * ```
 */
export function licenseFor(request: LicenseRequest, grant: Grant): License {
  const { issuer, product, kit, pin, supersededPin, owner, parameters, id } = request;
  return {
    issuer,
    product,
    name: licenseName(pin, kit),
    kit,
    pin,
    ...(supersededPin === undefined ? {} : { supersededPin }),
    owner,
    binding: { to: "hardware", reference: parameters },
    request: id,
    ...grant,
  };
}
