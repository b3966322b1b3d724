import { sha256Hex, hexToBytes, utf8Encode, toBase64url, type Stretch } from "licit";
import type { Asked, CustomerAnswer } from "licit/center";
import type { KeyParameters } from "licit/fingerprint";
import { phoneRequest, type License, type LicenseRequest } from "licit/license";
import type { Owner } from "licit/owner";
import { licenseName, type LicenseType, type Pin } from "licit/pins";

/** A computer that needs a license, and what its people know. */
export interface Seat {
  readonly name: string;
  readonly set: LicenseType;
  readonly owner: Owner;
  computer: KeyParameters;
  by: Asked["by"];
  /** Under which its license runs, as they believe. */
  pin: Pin | undefined;
  /** The license file. Absent where there never was one, or it is lost. */
  license: License | undefined;
  /** What they were told to do, and did not get done. */
  stuck: string | undefined;
}

export const vendor = { issuer: "Example Vendor", product: "ledger" } as const;

/** A stretching that costs nothing: nobody attacks a simulation. */
const stretch: Stretch = (secret, salt, { length }) => {
  const bytes = hexToBytes(sha256Hex(`${toBase64url(secret)}.${toBase64url(salt)}`));
  return bytes.ok ? bytes.value.slice(0, length) : utf8Encode("");
};

/** How a request reaches the center. By phone, the operator hears what he should. */
export function sent(by: Asked["by"], request: LicenseRequest, at: number): Asked {
  if (by !== "phone") return { by, request, at };
  const sheet = phoneRequest(request, stretch);
  const { kit, operation, supersededPin, owner } = request;
  const digits = sheet.ok ? sheet.value.digits : "";
  const name = owner.kind === "company" ? (owner.organization ?? "nobody") : (owner.lastName ?? "nobody");
  const heard = operation === "first-time" ? { contact: { name, email: owner.email } } : { contactConfirmed: true };
  return { by, kit, digits, ...(supersededPin === undefined ? {} : { supersededPin }), ...heard, at };
}

/** The license that an answer makes at the customer's: a file, or by phone what was kept and what was dictated. */
export function licenseOf(
  answer: Extract<CustomerAnswer, { readonly answer: "granted" }>,
  request: LicenseRequest,
): License {
  if (answer.by !== "phone") return answer.toSign;
  const { issuer, product, kit, pin, supersededPin, owner, parameters } = request;
  return {
    issuer,
    product,
    name: licenseName(pin, kit),
    kind: "single-user",
    seats: 1,
    kit,
    pin,
    ...(supersededPin === undefined ? {} : { supersededPin }),
    owner,
    binding: { to: "hardware", reference: parameters },
    channel: "phone",
  };
}
