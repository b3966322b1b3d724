import * as fc from "fast-check";
import type { Asked, AskedByDocument, AskedByPhone } from "../../center/index.js";
import type { KeyParameters, NetworkAdapter } from "../../fingerprint/index.js";
import type { LicenseRequest } from "../../license/index.js";
import type { Owner } from "../../owner/index.js";
import { encodeRequest, type PhoneOperation } from "../../phone/index.js";
import type { KitDefinition, LicenseType, Pin } from "../../pins/index.js";
import { adapter } from "../fingerprint/arbitraries.js";
import { addDevice } from "../fingerprint/edits.js";
import { boundComputer } from "../license/arbitraries.js";
import { fieldText, owner, withField } from "../owner/arbitraries.js";
import { digitsOf } from "../phone/slips.js";
import { KIT } from "../pins/kits.js";
import { granted, vendor, type Desk } from "./desk.js";

/** A customer: who he is, and his computer; as documents say it, and as digits do. */
export interface Customer {
  readonly owner: Owner;
  readonly computer: KeyParameters;
  readonly ownerCode: string;
  readonly binding: string;
}

export const customer: fc.Arbitrary<Customer> = fc.record({
  owner,
  computer: boundComputer,
  ownerCode: digitsOf(6),
  binding: digitsOf(26),
});

/** Two customers of whom nothing is the same. */
export const twoCustomers: fc.Arbitrary<readonly [Customer, Customer]> = fc
  .tuple(customer, customer)
  .map(([a, b]): readonly [Customer, Customer] => [
    a,
    { ...elsewhere(b), owner: withField(b.owner, "zip", otherZip(a)) },
  ]);

function otherZip({ owner: { zip = "" } }: Customer): string {
  return `${zip}7`;
}

/** The customer at another computer: its name is another, and no device is the same. */
export function elsewhere(of: Customer): Customer {
  const { computer } = of;
  const macs = { model: "Other NIC", mac: "02:00:5e:10:00:01" } satisfies NetworkAdapter;
  return {
    ...of,
    computer: { ...computer, networkAdapters: [macs], disks: [], processors: [], networkName: "ANOTHER-PC" },
    binding: shifted(of.binding),
  };
}

/** Other digits, as many. */
export function shifted(digits: string): string {
  return `${(Number(digits.charAt(0)) + 1) % 10}${digits.slice(1)}`;
}

/** The customer with a computer that grew: a license survives that. */
export const growth: fc.Arbitrary<(of: Customer) => Customer> = adapter.map((one) => (of) => ({
  ...of,
  computer: addDevice(of.computer, "networkAdapters", one),
}));

/** Owners who differ from one in some field. */
export const otherOwner: fc.Arbitrary<(of: Owner) => Owner> = fc
  .tuple(fc.constantFrom("zip" as const, "town" as const, "lastName" as const, "house" as const), fieldText)
  .map(
    ([field, text]) =>
      (of) =>
        withField(of, field, of[field] === text ? `${text}7` : text),
  );

/** By which way a request comes. */
export type Channel = Asked["by"];
export const channel: fc.Arbitrary<Channel> = fc.constantFrom("automatic", "file", "phone");
export const byDocument: fc.Arbitrary<"automatic" | "file"> = fc.constantFrom("automatic", "file");

/** What is asked for. `spare`: with a spare PIN, which takes the place of the current one. */
export interface Wish {
  readonly operation: PhoneOperation;
  readonly pin: Pin;
  readonly supersededPin?: Pin;
  readonly at: number;
  /** Draws the id of a document. */
  readonly id?: number;
}

/** A wish as it reaches the center. By phone, the operator heard and confirmed all that he should. */
export function asking(by: Channel, who: Customer, wish: Wish): Asked {
  return by === "phone" ? calling(who, wish) : sending(by, who, wish);
}

export function sending(by: "automatic" | "file", who: Customer, wish: Wish): AskedByDocument {
  return { by, request: requestOf(who, wish), at: wish.at };
}

export function requestOf(
  { owner: whose, computer }: Customer,
  { operation, pin, supersededPin, at, id = at }: Wish,
): LicenseRequest {
  return {
    id: (id + 1).toString(16).padStart(32, "0"),
    ...vendor,
    kit: KIT,
    operation,
    pin,
    ...(supersededPin === undefined ? {} : { supersededPin }),
    owner: whose,
    parameters: computer,
    at,
  };
}

/** Who calls. */
export const caller = { name: "Olga", organization: "Romashka", email: "olga@romashka.example" } as const;

export function calling({ ownerCode, binding }: Customer, { operation, pin, supersededPin, at }: Wish): AskedByPhone {
  const { digits, total } = encodeRequest({ operation, pin, ownerCode, binding });
  const heard = operation === "first-time" ? { contact: caller } : { contactConfirmed: true };
  return {
    by: "phone",
    kit: KIT,
    digits: digits + total,
    ...(supersededPin === undefined ? {} : { supersededPin }),
    ...heard,
    at,
  };
}

/** Kits from which several single-user licenses can be acquired. */
export const severalSeats: fc.Arbitrary<KitDefinition> = fc.constantFrom<KitDefinition>(
  { name: "client-5, for 2", client: { workstations: 2, sets: ["single-user", "multi-user"] } },
  { name: "site, for 3", client: { workstations: 3, sets: ["single-user"] }, server: true },
  { name: "two PINs each", client: { workstations: 2, sets: ["single-user"] }, pinsPerLicense: 2 },
);

/** The PIN at a place of a set, counted from 0. */
export function pinIn(desk: Desk, place: number, set: LicenseType = "single-user"): Pin {
  return desk.kit.pins[set]?.[place] ?? "";
}

/** The customer with a computer of which nothing could be read that binds. */
export function nothingRead(of: Customer): Customer {
  const unread = { unreadable: "no rights" };
  return { ...of, computer: { ...of.computer, networkAdapters: unread, disks: unread, processors: unread } };
}

/** The first license of a kit, acquired by a customer. */
export async function inUse(desk: Desk, by: Channel, who: Customer): Promise<Desk> {
  return (await granted(desk, asking(by, who, { operation: "first-time", pin: pinIn(desk, 0), at: 10 }))).desk;
}
