import type { Contact, OperatorView } from "licit/center";
import { words } from "./languages.js";
import type { Language } from "./words.js";

interface OnRecordProperties {
  readonly language: Language;
  readonly view: Pick<OperatorView, "kit" | "license">;
}

/** Who bought the kit, and whom a license by phone was given to: the operator hears whether it is they who call. */
export function OnRecord({ language, view: { kit, license } }: OnRecordProperties) {
  const { desk, kits } = words[language];
  if (kit === undefined) return null;
  return (
    <section>
      <h2>{desk.record}</h2>
      <p>
        {kits.buyer}: {inWords(kit.customer)}
      </p>
      {license?.channel === "phone" ? (
        <p>
          {desk.contact}: {inWords(license.contact)}
        </p>
      ) : null}
    </section>
  );
}

function inWords(contact: Contact | null): string {
  if (contact === null) return "—";
  const { name, organization, email } = contact;
  return [...new Set([name, organization, email].filter((one) => one !== undefined))].join(", ");
}
