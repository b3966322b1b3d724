import { canonicalJson, isBlankText } from "../core/index.js";
import type { Channel } from "../license/index.js";
import type { Contact, Terms } from "./asked.js";
import type { CenterError } from "./refusal.js";

// What a center's own people and programs hand in, checked where it is used: a license has no room for anything else.

/** Why somebody cannot be noted. */
export function unfitContact(contact: Contact | undefined): CenterError | undefined {
  if (contact === undefined) return undefined;
  const { name, organization, email } = contact;
  return unfitText("name", name) ?? unfitOptional("organization", organization) ?? unfitOptional("email", email);
}

/** Somebody, as it is put on record: without what is left open. */
export function copyOfContact({ name, organization, email }: Contact): Contact {
  return { name, ...(organization === undefined ? {} : { organization }), ...(email === undefined ? {} : { email }) };
}

/** Why a text cannot stand where one of 1 to 200 UTF-16 units belongs. */
export function unfitText(
  name: "issuer" | "product" | "name" | "organization" | "email",
  text: string,
): CenterError | undefined {
  const fits = typeof text === "string" && text.length <= 200 && !isBlankText(text);
  return fits ? undefined : { code: "center/unfit-text", name, instead: "correct-the-command" };
}

function unfitOptional(name: "organization" | "email", text: string | undefined): CenterError | undefined {
  return text === undefined ? undefined : unfitText(name, text);
}

/** Why a license cannot say this. @rule LC-15, LC-17 */
export function unfitTerms(terms: Terms | undefined, by: Channel, at: number): CenterError | undefined {
  if (terms === undefined) return undefined;
  const { expiresAt, features } = terms;
  if (expiresAt !== undefined && !isExpiry(expiresAt, by, at)) return unfitTerm("expiresAt");
  const fits = features === undefined || (by !== "phone" && canonicalJson({ features }).ok);
  return fits ? undefined : unfitTerm("features");
}

/** Terms, as they are put on record: without what is left open. */
export function copyOfTerms({ expiresAt, features }: Terms): Terms {
  return { ...(expiresAt === undefined ? {} : { expiresAt }), ...(features === undefined ? {} : { features }) };
}

/** After now; by phone, within the century that two digits can say. */
function isExpiry(expiresAt: number, by: Channel, at: number): boolean {
  const limit = by === "phone" ? CENTURY_END : LATEST;
  return (
    Number.isInteger(expiresAt) &&
    expiresAt > Math.max(at, by === "phone" ? CENTURY_START : -LATEST) &&
    expiresAt <= limit
  );
}

/** The first of 2000 and of 2100, UTC. */
const [CENTURY_START, CENTURY_END] = [946_684_800_000, 4_102_444_800_000] as const;
/** The last moment that a license can name. */
export const LATEST = 8_640_000_000_000_000;

function unfitTerm(name: "expiresAt" | "features"): CenterError {
  return { code: "center/unfit-terms", name, instead: "correct-the-command" };
}
