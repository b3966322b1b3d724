import type { Channel } from "../license/index.js";
import { ownerFields, type Country, type Owner, type OwnerField } from "../owner/index.js";
import type { LicenseType } from "../pins/index.js";
import type { AskingStep } from "./steps.js";

/** What was entered, as it was entered; what was not is absent. It stays when the person goes back. @rule AQ-03 */
export interface Answers extends OwnerAnswers {
  readonly forThisUserOnly?: boolean;
  readonly action?: "acquire" | "load-response" | "community";
  readonly kit?: string;
  readonly pin?: string;
  readonly kind?: LicenseType | "unknown";
  readonly onServer?: boolean;
  readonly host?: string;
  readonly port?: string;
  readonly automatic?: boolean;
  readonly operation?: "first-time" | "recovery";
  readonly ownerKind?: Owner["kind"];
  readonly confirmed?: boolean;
  readonly unchanged?: boolean;
  readonly currentPin?: string;
  readonly sparePin?: string;
  readonly spendSpare?: boolean;
  readonly channel?: Channel;
  readonly paper?: "type-it-again" | "call-again";
}

type OwnerAnswers = { readonly [F in Exclude<OwnerField, "country">]?: string } & { readonly country?: Country };

/** Names of fields; what is entered into the rows of a response is kept by the entry itself. */
export type FieldName = keyof Answers | RowName | "total";

/** A row of the response that the operator dictates. */
export type RowName = "row1" | "row2" | "row3" | "row4" | "row5" | "row6" | "row7" | "row8";

/** What a field takes: see {@link FieldValue}. */
export type FieldKind =
  "text" | "kit-number" | "pin" | "host" | "port" | "flag" | "choice" | "country" | "row" | "checksum";

/** A value of a field: text of any kind; a flag; one of the choices; a country of the list. */
export type FieldValue = string | boolean | Country;

/** The rows of a response, in their order. */
export const rowNames: readonly RowName[] = ["row1", "row2", "row3", "row4", "row5", "row6", "row7", "row8"];

const owner: readonly FieldName[] = ["ownerKind", ...ownerFields];

/** Which fields a step has, in the order of the form. Each belongs to one step, those of an owner apart. */
export const stepFields: { readonly [S in AskingStep]: readonly FieldName[] } = {
  visibility: ["forThisUserOnly"],
  action: ["action"],
  kit: ["kit", "pin", "kind", "onServer", "host", "port", "automatic"],
  operation: ["operation"],
  owner: [...owner, "confirmed"],
  recovery: ["unchanged", "currentPin", "sparePin", "spendSpare"],
  "verify-owner": owner,
  channel: ["channel"],
  "file-request": [],
  "file-response": [],
  paper: ["paper"],
  "phone-request": [],
  "phone-response": [...rowNames, "total"],
  community: [],
  confirm: [],
};

/** What each field takes. */
export const fieldKinds: { readonly [F in FieldName]: FieldKind } = {
  forThisUserOnly: "flag",
  action: "choice",
  kit: "kit-number",
  pin: "pin",
  kind: "choice",
  onServer: "flag",
  host: "host",
  port: "port",
  automatic: "flag",
  operation: "choice",
  ownerKind: "choice",
  organization: "text",
  lastName: "text",
  firstName: "text",
  middleName: "text",
  email: "text",
  country: "country",
  zip: "text",
  region: "text",
  district: "text",
  town: "text",
  street: "text",
  house: "text",
  building: "text",
  apartment: "text",
  confirmed: "flag",
  unchanged: "flag",
  currentPin: "pin",
  sparePin: "pin",
  spendSpare: "flag",
  channel: "choice",
  paper: "choice",
  row1: "row",
  row2: "row",
  row3: "row",
  row4: "row",
  row5: "row",
  row6: "row",
  row7: "row",
  row8: "row",
  total: "checksum",
};

/** What can be chosen in each field that offers choices, in the order in which it is shown. */
export const fieldChoices: { readonly [name: string]: readonly string[] } = {
  action: ["acquire", "load-response", "community"],
  kind: ["single-user", "multi-user", "server", "unknown"],
  operation: ["first-time", "recovery"],
  ownerKind: ["company", "individual"],
  channel: ["automatic", "file", "phone"],
  paper: ["type-it-again", "call-again"],
};
