import type { Owner } from "../owner/index.js";
import { findPin, pinReport, type LicenseType, type Pin } from "../pins/index.js";
import { addressOf, addressOfCustomer, isNamed, namesOfContact, namesOfLicense } from "./addressee.js";
import type { LostDataAsked } from "./command.js";
import { happened, nothingNew, refuse, type CenterDecision } from "./decision.js";
import type { Consignment } from "./event.js";
import { licenseOf } from "./license-pages.js";
import type { LicenseRecord, RegisteredKit } from "./state.js";

/**
 * A letter asks for PINs or for the owner's data. They are sent to the address on record, never to the one that asks; and
 * each owner is sent what is of his own licenses. Only whoever bought the kit, or holds all of it, is sent all of its PINs.
 * The name in the letter must be on record, too; which of both was missing, nobody is told.
 *
 * The same is sent once a day.
 *
 * @rule CE-08, CE-10
 * @source S3; S4 ("In response, you should receive a letter indicating the organization data")
 */
export function requestLostData({ letter, at }: LostDataAsked, kit: RegisteredKit): CenterDecision {
  if (letter.kit !== kit.pins.kit)
    return refuse({ code: "center/other-kit", kit: letter.kit, instead: "check-the-kit-number" });
  const { wants, name } = letter;
  const active = kit.licenses.flat().filter(({ pin }) => findPin(kit.pins, pin)?.state === "current");
  const own = active.filter((license) => isNamed(name, namesOfLicense(license)));
  const isCustomer = isNamed(name, namesOfContact(kit.customer));
  const letters =
    wants === "pins"
      ? pinsFor(own, isCustomer ? addressOfCustomer(kit) : undefined, own.length === active.length)
      : ownersFor(
          own.filter(({ owner }) => owner.kept === "fields"),
          isCustomer ? addressOfCustomer(kit) : undefined,
        );
  if (letters.length > 0 && isSentToday(kit, wants, letters, at)) return nothingNew;
  if (letters.length > 0) return happened({ type: "lost-data-sent", data: { wants, letters, at } });
  const refusal = { code: "center/not-on-record", instead: "ask-the-licensing-center" } as const;
  return happened({ type: "lost-data-refused", data: { refusal, at } });
}

const DAY = 86_400_000;

/** Whoever knows a kit's number cannot fill its owner's mailbox: the same goes out once a day. */
function isSentToday({ history }: RegisteredKit, wants: string, letters: readonly Consignment[], at: number): boolean {
  const addresses = letters.map(({ to }) => to).join(" ");
  return history.some((one) => one.wants === wants && one.sentTo?.join(" ") === addresses && at - one.at < DAY);
}

/** All of the kit's PINs, or those of one's own licenses. */
function pinsFor(own: readonly LicenseRecord[], customer: string | undefined, all: boolean): readonly Consignment[] {
  if (customer !== undefined) return [{ to: customer, licenses: "all" }];
  const letters = ownersFor(own, undefined);
  const [only, ...others] = letters;
  return all && only !== undefined && others.length === 0 ? [{ to: only.to, licenses: "all" }] : letters;
}

/** Each owner's own, to that owner's address; where there is none, to whoever bought the kit under the same name. */
function ownersFor(own: readonly LicenseRecord[], customer: string | undefined): readonly Consignment[] {
  const byAddress = new Map<string, Pin[]>();
  for (const license of own) {
    const to = addressOf(license) ?? customer;
    if (to !== undefined) byAddress.set(to, [...(byAddress.get(to) ?? []), license.acquiredWith]);
  }
  return [...byAddress].map(([to, licenses]) => ({ to, licenses }));
}

/** What stands in one letter. */
export interface LostData {
  readonly to: string;
  /** Unused PINs, and current ones with their computers' names. Empty where the owner's data was asked for. */
  readonly pins: readonly LostPin[];
  readonly owners: readonly { readonly license: Pin; readonly owner: Owner }[];
}

/** A PIN, as its customer is told of it: nothing of what the operator wrote on it. */
export interface LostPin {
  readonly set: LicenseType;
  readonly place: number;
  readonly pin: Pin;
  readonly state: "unused" | "current";
  readonly computer?: string;
}

/**
 * What stands in the letters that answer a request for lost data: which PINs are unused, and which are current on which
 * computer; or the owner's data. `letters` are those of the event `lost-data-sent`.
 *
 * @rule CE-10
 * @source S4 ("a letter indicating the PIN codes and the computers on which they were activated")
 * @example
 * ```ts
 * import { handle } from "licit";
 * import { center, lostDataOf } from "licit/center";
 * import { kits } from "licit/pins";
 *
 * const pins = { "single-user": ["381505376410122", "996007681344799", "412000118270017"] };
 * const customer = { name: "Olga", email: "olga@romashka.example" };
 * const sold = { issuer: "Example Vendor", product: "ledger", customer, kit: "8050525679", definition: kits["client-1"], pins, at: 1 };
 * const { state } = handle(center, { type: "register-kit", data: sold }, center.initialState());
 * const letter = { kind: "lost-data", wants: "pins", kit: "8050525679", name: "Olga", reason: "a fire" } as const;
 * const { decision } = handle(center, { type: "request-lost-data", data: { letter, at: 2 } }, state);
 * const [event] = decision.ok ? decision.events : [];
 *
 * const letters = event?.type === "lost-data-sent" ? event.data.letters : [];
 * state.status === "registered" && lostDataOf(state, "pins", letters)[0]?.pins.length; // → 3
 * ```
 */
export function lostDataOf(
  kit: RegisteredKit,
  wants: "pins" | "owner",
  letters: readonly Consignment[],
): readonly LostData[] {
  return letters.map(({ to, licenses }) => ({
    to,
    pins: wants === "pins" ? pinsIn(kit, licenses) : [],
    owners: wants === "owner" && licenses !== "all" ? licenses.flatMap((license) => ownerIn(kit, license)) : [],
  }));
}

function pinsIn(kit: RegisteredKit, licenses: Consignment["licenses"]): readonly LostPin[] {
  return pinReport(kit.pins).flatMap(({ set, place, pin, state, computer, acquiredWith = "" }) => {
    if (state !== "unused" && state !== "current") return [];
    if (licenses !== "all" && !licenses.includes(acquiredWith)) return [];
    return [{ set, place, pin, state, ...(computer === undefined ? {} : { computer }) }];
  });
}

function ownerIn({ licenses }: RegisteredKit, license: Pin): LostData["owners"] {
  const record = licenseOf(licenses, license);
  return record?.owner.kept === "fields" ? [{ license, owner: record.owner.fields }] : [];
}
