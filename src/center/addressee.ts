import { canonicalText, compareOwner, type Owner } from "../owner/index.js";
import type { Contact } from "./asked.js";
import type { LicenseRecord, RegisteredKit } from "./state.js";

// Who a letter is from, by what is on record; and where an answer goes: never to an address that only the letter has.

/**
 * Whether a name is the one on record. People who lost their data do not have it to the character: letter case, quotes,
 * look-alike letters and the order of a person's names are no difference here, as what is sent goes to the address on
 * record.
 */
export function isNamed(name: string, known: readonly string[]): boolean {
  return known.some((one) => one !== "" && isAlike(one, name));
}

function isAlike(a: string, b: string): boolean {
  const { same, fields } = compareOwner(company(a), company(b));
  const [difference] = fields;
  return same || (difference !== undefined && harmless.includes(difference.hint));
}

const harmless: readonly string[] = ["letter-case", "look-alike", "punctuation"];

function company(organization: string): Owner {
  return { kind: "company", organization: canonicalText(organization) };
}

/** The names of whoever bought a kit, or called. */
export function namesOfContact(contact: Contact | null): readonly string[] {
  return contact === null ? [] : [contact.name, contact.organization ?? ""];
}

/** What a license's owner is called. Of digests, nothing is known. */
export function namesOfLicense({ owner, contact }: LicenseRecord): readonly string[] {
  return [...(owner.kept === "fields" ? namesOfOwner(owner.fields) : []), ...namesOfContact(contact)];
}

/** Of a company, its name; of a person, his, in the orders in which people write it. */
function namesOfOwner(owner: Owner): readonly string[] {
  if (owner.kind === "company") return [owner.organization ?? ""];
  const { firstName = "", middleName = "", lastName = "" } = owner;
  if (lastName === "") return [];
  const orders = [
    [lastName, firstName],
    [firstName, lastName],
    [lastName, firstName, middleName],
    [firstName, middleName, lastName],
  ];
  return orders.map((names) => names.filter((name) => name !== "").join(" "));
}

/** Where mail to a license's owner goes: to its own address, and to no other. */
export function addressOf({ owner, contact }: LicenseRecord): string | undefined {
  return addressIn(owner.kept === "fields" ? owner.fields.email : contact?.email);
}

/** Where mail to whoever bought the kit goes. */
export function addressOfCustomer({ customer }: RegisteredKit): string | undefined {
  return addressIn(customer?.email);
}

/** One address, and nothing that could become another line of a mail's header. */
function addressIn(email: string | undefined): string | undefined {
  const address = canonicalText(email ?? "");
  return /^[^\s@<>,;:"]{1,100}@[^\s@<>,;:"]{1,100}$/.test(address) ? address : undefined;
}
