import type { NoUse, SkipReason } from "../allocation/index.js";
import type { Tie } from "../acquisition/index.js";
import type { FaultRule } from "../core/index.js";
import type { LetterField, Violation } from "../center/index.js";
import type { Elsewhere, PortPurpose, Setting } from "../diagnosis/index.js";
import type { Parameter, Requirement } from "../fingerprint/index.js";
import type { Channel, RequestPart } from "../license/index.js";
import type { OwnerField, OwnerHint } from "../owner/index.js";
import type { Edition, LicenseType, Placement } from "../pins/index.js";

/** What outcomes name without a code, and sentences say in words. */
export type Term =
  | Parameter
  | Requirement
  | OwnerField
  | OwnerHint
  | Exclude<LicenseType, "server">
  | "server"
  | Channel
  | Tie
  | Edition
  | Placement
  | Exclude<RequestPart, "owner" | "kind">
  | "owner"
  | "kind"
  | Violation
  | LetterField
  | FaultRule
  | NoUse
  | SkipReason
  | Setting
  | PortPurpose
  | Elsewhere
  | "mac"
  | "serial"
  | "ownerKind"
  | "expiresAt"
  | "features"
  | "contact"
  | "checksum"
  | "leaseMs"
  | "borrowingMs"
  | "reservation"
  | "note"
  | "document"
  | "company"
  | "reason"
  | "on"
  | "off"
  | "fault";
