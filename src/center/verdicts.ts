import {
  compare,
  deviceLists,
  isRead,
  type Comparison,
  type KeyParameters,
  type Policy,
} from "../fingerprint/index.js";
import { compareOwner, digestOwner, matchOwnerDigest, type OwnerComparison } from "../owner/index.js";
import type { Claim } from "./claim.js";
import type { CenterPolicies } from "./policies.js";
import type { ComputerRecord, LicenseRecord, OwnerRecord } from "./state.js";

/** How what a request says compares with what is on record. By phone no more is known than equal or not. */
export type OwnerVerdict = OwnerComparison | { readonly same: boolean; readonly fields?: undefined };

/** How a request's computer compares with the one on record. `digits`: equal or not, whatever changed. */
export type ComputerVerdict = Comparison | { readonly outcome: "same" | "changed"; readonly digits: true };

/** @rule CE-02, CE-12, OW-04, OW-11 */
export function ownerVerdict(claim: Claim, { owner }: LicenseRecord, policies: CenterPolicies): OwnerVerdict {
  const { countryOf, owners } = policies;
  if (claim.by === "phone") return { same: owner.kept === "code" && owner.code === claim.fields.ownerCode };
  const entered = claim.request.owner;
  switch (owner.kept) {
    case "fields":
      return compareOwner(owner.fields, entered, countryOf);
    case "digest":
      // Without its key a digest says nothing: no permission.
      return owners === "clear"
        ? { same: false }
        : matchOwnerDigest(owner.digest, entered, owners.digestKey, countryOf);
    case "code":
      return { same: false };
  }
}

/**
 * Where one side was given by phone and the other as a document, nothing can be compared: `undefined`.
 *
 * @rule CE-05, CE-15
 */
export function computerVerdict(
  claim: Claim,
  { computer }: LicenseRecord,
  policy: Policy,
): ComputerVerdict | undefined {
  if (claim.by === "phone") {
    if (computer.kept !== "digits") return undefined;
    return { outcome: computer.digits === claim.fields.binding ? "same" : "changed", digits: true };
  }
  return computer.kept === "parameters" ? compare(computer.parameters, claim.request.parameters, policy) : undefined;
}

/**
 * Whether a PIN of a license was offered from another computer: one that shares no device of its own (MAC, serial) with the
 * one on record. A computer that was changed is none; nor is it wrong to come from another one with a spare PIN. Never by
 * phone, where a computer that merely grew, or an owner that was mistyped, looks like another one.
 *
 * @rule CE-09, CE-15
 */
export function countsAsElsewhere(
  claim: Claim,
  license: LicenseRecord | undefined,
  { computers }: CenterPolicies,
): "two-computers" | null {
  if (claim.by === "phone" || license?.computer.kept !== "parameters") return null;
  if (claim.operation === "recovery-spare" && claim.supersededPin === license.pin) return null;
  const { parameters: reference } = license.computer;
  const { parameters: observed } = claim.request;
  if (compare(reference, observed, computers).outcome !== "changed") return null;
  return sharesDevice(reference, observed) ? null : "two-computers";
}

function sharesDevice(reference: KeyParameters, observed: KeyParameters): boolean {
  const known = ownTexts(reference);
  return ownTexts(observed).some((text) => known.includes(text));
}

/** What tells a computer's devices from all others, as texts. */
function ownTexts(of: KeyParameters): readonly string[] {
  return deviceLists.flatMap((list) => {
    const devices = of[list];
    if (!isRead(devices)) return [];
    return devices.flatMap((device) =>
      ["mac", "serial", "serialNumber", "uuid"].flatMap((name) =>
        device[name] === undefined ? [] : [`${name} ${device[name]}`],
      ),
    );
  });
}

/** What is kept of the owner that a request gives. @rule OW-11 */
export function ownerRecord(claim: Claim, { owners, countryOf }: CenterPolicies): OwnerRecord {
  if (claim.by === "phone") return { kept: "code", code: claim.fields.ownerCode };
  const { owner } = claim.request;
  if (owners === "clear") return { kept: "fields", fields: owner };
  return { kept: "digest", digest: digestOwner(owner, owners.digestKey, countryOf) };
}

/** What is kept of the computer that a request gives. */
export function computerRecord(claim: Claim): ComputerRecord {
  if (claim.by === "phone") return { kept: "digits", digits: claim.fields.binding };
  return { kept: "parameters", parameters: claim.request.parameters };
}
