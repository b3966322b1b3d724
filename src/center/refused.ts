import { canonicalJson, sha256Hex } from "../core/index.js";
import type { Case } from "./case.js";
import type { Claim } from "./claim.js";
import { happened, nothingNew, type CenterDecision } from "./decision.js";
import type { Violation } from "./policies.js";
import type { CenterRefusal } from "./refusal.js";
import type { LicenseRecord, RegisteredKit } from "./state.js";

/** A request is refused: the history shows it. The very same request, refused for the same, adds nothing to it. @rule CE-08 */
export function refused(
  { asked, claim, kit }: Case,
  refusal: CenterRefusal,
  license: LicenseRecord | undefined,
  counts: Violation | null = null,
): CenterDecision {
  const { by, key, operation, pin } = claim;
  if (isSameRefusal(lastRefusal(claim, kit), refusal)) return nothingNew;
  return happened({
    type: "request-refused",
    data: {
      by,
      request: key,
      digest: digestOf(claim),
      operation,
      pin,
      license: license?.acquiredWith ?? null,
      refusal,
      counts,
      at: asked.at,
    },
  });
}

/** Whether somebody is told what he was told before. */
export function isSameRefusal(before: CenterRefusal | undefined, now: CenterRefusal): boolean {
  return before !== undefined && textOf(before) === textOf(now);
}

/** What this very request was refused for, where that is not too long ago, and it was not granted since. */
export function lastRefusal(claim: Claim, { history }: RegisteredKit): CenterRefusal | undefined {
  for (let at = history.length - 1; at >= 0; at--) {
    const entry = history[at];
    if (entry?.request !== claim.key) continue;
    if (entry.event === "license-granted") return undefined;
    if (isOfCopies(entry.refusal)) continue; // what holds a copy now may let it pass tomorrow
    if (entry.refusal !== undefined && entry.digest === digestOf(claim)) return entry.refusal;
  }
  return undefined;
}

function isOfCopies(refusal: CenterRefusal | undefined): boolean {
  return refusal !== undefined && "violation" in refusal && refusal.violation === "copies";
}

/** By what a request is known again that was refused: an id alone could be used for another guess. */
function digestOf(claim: Claim): string {
  if (claim.by !== "phone") return sha256Hex(textOf(claim.request));
  const { contact = null, supersededPin = null, contactConfirmed = false, againstSpare = null } = claim.call;
  return sha256Hex(textOf([claim.key, contact, supersededPin, contactConfirmed, againstSpare]));
}

/** Requests and refusals are closed JSON, but for absent members that may stand as `undefined`. */
function textOf(value: unknown): string {
  const text = canonicalJson(value);
  if (text.ok) return text.value;
  const without = canonicalJson(JSON.parse(JSON.stringify(value)));
  return without.ok ? without.value : "";
}
