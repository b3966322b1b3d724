import { err, ok, type Result } from "../core/index.js";
import type { Channel, LicenseRequest } from "../license/index.js";
import { decodeRequest, encodeRequest, type PhoneOperation, type RequestFields } from "../phone/index.js";
import type { LicenseType, Pin } from "../pins/index.js";
import type { Asked, AskedByDocument, AskedByPhone } from "./asked.js";
import { unfitContact } from "./fitness.js";
import type { CenterError } from "./refusal.js";
import type { RegisteredKit } from "./state.js";

/** A request, whatever its channel: what every decision looks at. */
export type Claim = DocumentClaim | PhoneClaim;

interface AnyClaim {
  /** By what the same request is known again: its id; by phone its 48 digits. */
  readonly key: string;
  readonly operation: PhoneOperation;
  readonly pin: Pin;
  readonly supersededPin: Pin | undefined;
  readonly kind: LicenseType | undefined;
}

export interface DocumentClaim extends AnyClaim {
  readonly by: Exclude<Channel, "phone">;
  readonly request: LicenseRequest;
}

export interface PhoneClaim extends AnyClaim {
  readonly by: "phone";
  readonly fields: RequestFields;
  readonly call: AskedByPhone;
}

/** What is claimed, where it is claimed of this kit at all. */
export function claimOf(asked: Asked, kit: RegisteredKit): Result<Claim, CenterError> {
  const named = asked.by === "phone" ? asked.kit : asked.request.kit;
  if (named !== kit.pins.kit) return err({ code: "center/other-kit", kit: named, instead: "check-the-kit-number" });
  return asked.by === "phone" ? claimOfCall(asked) : claimOfDocument(asked, kit);
}

function claimOfDocument({ by, request }: AskedByDocument, kit: RegisteredKit): Result<Claim, CenterError> {
  const differs = (["issuer", "product"] as const).filter((name) => request[name] !== kit[name]);
  if (differs.length > 0) return err({ code: "center/other-vendor", differs, instead: "ask-that-vendor" });
  const { id, operation, pin, supersededPin, kind } = request;
  return ok({ by, key: id, operation, pin, supersededPin, kind, request });
}

function claimOfCall(call: AskedByPhone): Result<Claim, CenterError> {
  const read = decodeRequest(call.digits);
  if (!read.ok) return err({ ...read.error, instead: "dictate-again" });
  const { value: fields } = read;
  const { operation, pin } = fields;
  const missing = missingOf(call, operation);
  if (missing !== undefined) return err({ code: "center/incomplete-call", missing, instead: "complete-the-call" });
  const unfit = unfitContact(call.contact);
  if (unfit !== undefined) return err(unfit);
  const supersededPin = operation === "recovery-spare" ? call.supersededPin : undefined;
  const key = encodeRequest(fields).digits;
  return ok({ by: "phone", key, operation, pin, supersededPin, kind: undefined, fields, call });
}

/** What is decided on nothing else: whether the digits are the ones that were read, and which license is to give way. */
function missingOf(call: AskedByPhone, operation: PhoneOperation): "checksum" | "supersededPin" | undefined {
  // Digits that decode are 48, or more with their checksums.
  const bare = call.digits.replace(/[^0-9]/g, "").length === 48;
  if (bare && call.checksumConfirmed !== true) return "checksum";
  return operation === "recovery-spare" && call.supersededPin === undefined ? "supersededPin" : undefined;
}

/** What the computer calls itself, where that is known. */
export function networkNameOf(claim: Claim): string | undefined {
  if (claim.by === "phone") return undefined;
  const { networkName } = claim.request.parameters;
  return typeof networkName === "string" ? networkName : undefined;
}
