import type { Json } from "../core/index.js";
import type { LicenseRequest } from "../license/index.js";
import type { KitNumber, Pin } from "../pins/index.js";

/** What a customer asks a licensing center for a license with, and how it came. */
export type Asked = AskedByDocument | AskedByPhone;

/** A request that came as a document: by file, or by the program itself over the network. It was opened already. */
export type AskedByDocument = Occasion & {
  readonly by: "automatic" | "file";
  readonly request: LicenseRequest;
};

/** A call: what the customer dictates, and what the operator hears and notes. */
export type AskedByPhone = Occasion & {
  readonly by: "phone";
  /** The one that was named, as `parseKitNumber` gives it. */
  readonly kit: KitNumber;
  /** The digits as they were dictated, with the checksums of the rows or the total behind: what `decodeRequest` takes. */
  readonly digits: string;
  /** Whether the total was compared by voice: digits without any checksum could be another request. */
  readonly checksumConfirmed?: boolean | undefined;
  /** Of a recovery with a spare PIN: the current PIN that was named, as `parsePin` gives it. */
  readonly supersededPin?: Pin | undefined;
  /** At a first registration: who calls. @rule CE-16 */
  readonly contact?: Contact | undefined;
  /** At a recovery, or a first registration that is repeated: whether who calls is the contact on record, as the operator heard. @rule CE-16 */
  readonly contactConfirmed?: boolean | undefined;
  /** A spare PIN that the operator spends where the digits of the computer differ. Needs policy `rebindByPhone`. @rule CE-15 */
  readonly againstSpare?: Pin | undefined;
};

/** What the center's own people and programs add to what a customer asks. Nothing of it comes from the customer. */
type Occasion = {
  /** What the license is to say beside what was asked for, where one is granted. Default: what it said before. */
  readonly terms?: Terms | undefined;
  /** Whether a request that was granted already is given these terms, too. Default no: a repeat says what it said. */
  readonly renew?: boolean | undefined;
  /** An operator has looked at it: a limit whose effect is `ask` lets it pass. @rule CE-09 */
  readonly allowed?: boolean | undefined;
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
};

/** What a vendor grants beside the license itself. */
export type Terms = {
  /** Milliseconds since 1970 UTC. By phone, it is valid to the end of that month. Absent: for good. */
  readonly expiresAt?: number | undefined;
  /** Closed JSON. Not by phone, where there is no room for it. */
  readonly features?: Json | undefined;
};

/** Who a center deals with. Each text 1 to 200 UTF-16 units (included). */
export type Contact = {
  readonly name: string;
  readonly organization?: string | undefined;
  readonly email?: string | undefined;
};
