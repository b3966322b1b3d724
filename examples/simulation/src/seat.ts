import { createHash } from "node:crypto";
import type { Stretch } from "licit";
import type { Asked, CustomerAnswer } from "licit/center";
import type { KeyParameters } from "licit/fingerprint";
import { createRequest, phoneRequest, type License, type LicenseRequest, type RequestDetails } from "licit/license";
import type { Owner } from "licit/owner";
import { licenseName, type LicenseType, type Pin } from "licit/pins";
import type { Dice } from "./dice.js";

/** A computer that needs a license, and what its people know. */
export interface Seat {
  readonly name: string;
  readonly set: LicenseType;
  /** What was typed at the first registration, as they have it saved. */
  owner: Owner;
  computer: KeyParameters;
  by: Asked["by"];
  /** Under which its license runs, as they believe. */
  pin: Pin | undefined;
  /** The license file. Absent where there never was one, or it is lost. */
  license: License | undefined;
  /** The request that was granted it: its id, or its 48 digits. */
  request: string | undefined;
  /** What they were told to do, and did not get done. */
  stuck: string | undefined;
}

/** Who sells the kits, and what. */
export const vendor = { issuer: "Example Vendor", product: "ledger" } as const;

/** A stretching that costs nothing: nobody attacks a simulation. */
const stretch: Stretch = (secret, salt, { length }) =>
  new Uint8Array(createHash("sha256").update(secret).update(salt).digest().subarray(0, length));

/** A request, as a program makes it: with an id of its own, of what was typed and read. */
export function newRequest(details: Omit<RequestDetails, "issuer" | "product">, dice: Dice): LicenseRequest {
  const made = createRequest({ ...vendor, ...details }, (length) => Uint8Array.from({ length }, () => dice.below(256)));
  if (!made.ok) throw new TypeError(`a request is refused: ${JSON.stringify(made.error)}`);
  return made.value;
}

/** How a request reaches the center. By phone, the operator hears what he should. */
export function sent(by: Asked["by"], request: LicenseRequest, at: number): Asked {
  if (by !== "phone") return { by, request, at };
  const sheet = phoneRequest(request, stretch);
  const { kit, operation, supersededPin, owner } = request;
  const digits = sheet.ok ? sheet.value.digits + sheet.value.total : "";
  const name = owner.kind === "company" ? (owner.organization ?? "nobody") : (owner.lastName ?? "nobody");
  const heard = operation === "first-time" ? { contact: { name, email: owner.email } } : { contactConfirmed: true };
  return { by, kit, digits, ...(supersededPin === undefined ? {} : { supersededPin }), ...heard, at };
}

/** By what the center knows a request. */
export function keyOf(asked: Asked): string {
  return asked.by === "phone" ? asked.digits.slice(0, 48) : asked.request.id;
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
