import type { Pin, PinKitEvent } from "../pins/index.js";
import type { Terms } from "./asked.js";
import type { Case } from "./case.js";
import { happened, type CenterDecision } from "./decision.js";
import { copyOfContact, copyOfTerms } from "./fitness.js";
import type { ComputerRecord, OwnerRecord } from "./state.js";

/** What a grant puts on record, beside what was asked. */
interface Gain {
  /** The PIN under which the license runs from now on, and the one that it was first acquired with. */
  readonly pin: Pin;
  readonly acquiredWith: Pin;
  readonly pins: readonly PinKitEvent[];
  readonly owner: OwnerRecord | null;
  readonly computer: ComputerRecord | null;
  /** What the license said before. */
  readonly terms: Terms;
}

/** A license is granted. What is to be signed follows from it: see `answerTo`. */
export function grant({ asked, claim }: Case, gain: Gain): CenterDecision {
  const { by, key, operation } = claim;
  const { pin, acquiredWith, pins, owner, computer } = gain;
  const first = operation === "first-time" && claim.by === "phone" ? claim.call.contact : undefined;
  return happened({
    type: "license-granted",
    data: {
      by,
      request: key,
      operation,
      pin,
      acquiredWith,
      pins,
      owner,
      computer,
      contact: first === undefined ? null : copyOfContact(first),
      terms: asked.terms === undefined ? gain.terms : copyOfTerms(asked.terms),
      allowed: asked.allowed ?? false,
      at: asked.at,
    },
  });
}
