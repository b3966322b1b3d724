import { canonicalText, type Owner } from "../owner/index.js";
import { pinReport, type PinRow } from "../pins/index.js";
import type { Contact } from "./asked.js";
import type { LostDataAsked } from "./command.js";
import { happened, refuse, type CenterDecision } from "./decision.js";
import type { Parcel } from "./event.js";
import { licenseOf } from "./license-pages.js";
import type { LicenseRecord, RegisteredKit } from "./state.js";

/**
 * A letter asks for PINs or for the owner's data. They are sent to the address on record, never to the one that asks: of an
 * owner, to that owner's own. The name in the letter must be on record, too; which of both was missing, nobody is told.
 *
 * @rule CE-08, CE-10
 * @source S3; S4 ("In response, you should receive a letter indicating the organization data")
 */
export function requestLostData({ letter, at }: LostDataAsked, kit: RegisteredKit): CenterDecision {
  if (letter.kit !== kit.pins.kit)
    return refuse({ code: "center/other-kit", kit: letter.kit, instead: "check-the-kit-number" });
  const { wants } = letter;
  const name = canonicalText(letter.name);
  const known = kit.licenses.flat().filter((license) => namesOf(license).includes(name));
  const parcels = wants === "pins" ? pinParcel(name, known, kit) : ownerParcels(known, kit);
  if (parcels.length > 0) return happened({ type: "lost-data-sent", data: { wants, parcels, at } });
  const refusal = { code: "center/not-on-record", instead: "ask-the-licensing-center" } as const;
  return happened({ type: "lost-data-refused", data: { refusal, at } });
}

/** The kit's PINs, to whoever bought it, or else to an owner of one of its licenses. */
function pinParcel(name: string, known: readonly LicenseRecord[], { customer }: RegisteredKit): readonly Parcel[] {
  const buyer = customer !== null && contactNames(customer).includes(name) ? customer.email : undefined;
  const [to] = [buyer, ...known.map(addressOf)].filter(isAddress);
  return to === undefined ? [] : [{ to, licenses: [] }];
}

/** Each owner's data to that owner's address; where none is known, to whoever bought the kit. */
function ownerParcels(known: readonly LicenseRecord[], { customer }: RegisteredKit): readonly Parcel[] {
  const byAddress = new Map<string, string[]>();
  for (const license of known.filter(({ owner }) => owner.kept === "fields")) {
    const to = [addressOf(license), customer?.email].find(isAddress);
    if (to !== undefined) byAddress.set(to, [...(byAddress.get(to) ?? []), license.acquiredWith]);
  }
  return [...byAddress].map(([to, licenses]) => ({ to, licenses }));
}

function isAddress(address: string | undefined): address is string {
  return address !== undefined && address !== "";
}

function addressOf({ owner, contact }: LicenseRecord): string | undefined {
  return owner.kept === "fields" ? owner.fields.email : contact?.email;
}

/** What a license's owner calls itself: the organization, or last and first name. */
function namesOf({ owner, contact }: LicenseRecord): readonly string[] {
  const named = owner.kept === "fields" ? ownerNames(owner.fields) : [];
  return [...named, ...(contact === null ? [] : contactNames(contact))];
}

function ownerNames(owner: Owner): readonly string[] {
  const organization = owner.kind === "company" ? (owner.organization ?? "") : "";
  const person = `${owner.lastName ?? ""} ${owner.firstName ?? ""}`;
  return [organization, person].map(canonicalText).filter((name) => name !== "");
}

function contactNames({ name, organization }: Contact): readonly string[] {
  return [name, organization ?? ""].map(canonicalText).filter((text) => text !== "");
}

/** What is sent to one address. */
export interface LostData {
  readonly to: string;
  /** Unused PINs, and current ones with their computers' names. Empty where the owner's data was asked for. @rule CE-10 */
  readonly pins: readonly PinRow[];
  readonly owners: readonly { readonly license: string; readonly owner: Owner }[];
}

/**
 * What stands in the letters that answer a request for lost data: which PINs are unused, and which are current on which
 * computer; or the owner's data.
 *
 * @rule CE-10
 */
export function lostDataOf(
  kit: RegisteredKit,
  wants: "pins" | "owner",
  parcels: readonly Parcel[],
): readonly LostData[] {
  const pins =
    wants === "owner" ? [] : pinReport(kit.pins).filter(({ state }) => state === "unused" || state === "current");
  return parcels.map(({ to, licenses }) => ({
    to,
    pins,
    owners: licenses.flatMap((license) => {
      const record = licenseOf(kit.licenses, license);
      return record?.owner.kept === "fields" ? [{ license, owner: record.owner.fields }] : [];
    }),
  }));
}
