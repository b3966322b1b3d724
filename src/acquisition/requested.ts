import { canonicalJson, err, ok, type Result } from "../core/index.js";
import { bindsEnough, type KeyParameters, type WeakBinding } from "../fingerprint/index.js";
import type { LicenseRequest, RequestDetails } from "../license/index.js";
import { parsePin } from "../pins/index.js";
import { comparisonOf, currentPinOf, kitOf, ownerDraft, pinOf, referenceOf, saysUnchanged } from "./known.js";
import { parseDraft } from "./owner-faults.js";
import { channelOf } from "./route.js";
import type { MadeRequest, Reading, WizardState } from "./state.js";
import { isSamePlace, kindOf, placeOf } from "./where.js";

/** What a request says, but for the computer, the id and the time. */
export type Details = Omit<RequestDetails, "parameters" | "at">;

/**
 * What is asked for: of the answers, those that apply. A spare PIN that was typed before "have not been changed" was
 * confirmed again is not sent, nor the organization of what became an individual.
 *
 * `undefined` where an answer that it takes is missing or wrong.
 *
 * @rule AQ-03, AQ-05, AQ-15
 */
export function detailsOf(state: WizardState): Details | undefined {
  const { issuer, product } = state.context;
  const [kit, pins, owner] = [kitOf(state), pinsOf(state), parseDraft(ownerDraft(state), state)];
  if (kit === undefined || pins === undefined || !owner.ok) return undefined;
  const kind = kindOf(state);
  const known = kind === "unknown" ? {} : { kind };
  return { issuer, product, kit, ...known, ...pins, owner: owner.value };
}

function pinsOf(state: WizardState): Pick<RequestDetails, "operation" | "pin" | "supersededPin"> | undefined {
  const { operation, sparePin = "" } = state.answers;
  if (operation === "first-time") {
    const pin = pinOf(state);
    return pin === undefined ? undefined : { operation, pin };
  }
  const current = currentPinOf(state);
  if (operation === undefined || current === undefined) return undefined;
  if (saysUnchanged(state)) return { operation, pin: current };
  const spare = parsePin(sparePin, state.context.edition);
  return spare.ok ? { operation: "recovery-spare", pin: spare.value, supersededPin: current } : undefined;
}

/**
 * Whether the request that was made still is what is asked for, for that place. The way passes here before anything is done
 * with it: on the steps behind, it is.
 */
export function isCurrent(made: MadeRequest | null, state: WizardState): made is MadeRequest {
  if (made === null || !isSamePlace(made.place, placeOf(state))) return false;
  const { id: _, at: __, parameters: ___, ...asked } = made.request;
  const details = detailsOf(state);
  return details !== undefined && textOf(asked) === textOf(details);
}

function textOf(details: Details): string {
  const text = canonicalJson(details);
  return text.ok ? text.value : "";
}

/** A reading of the computer that is asked for. */
export function readingHere(state: WizardState): Reading | undefined {
  const { reading } = state;
  return reading !== null && isSamePlace(reading.place, placeOf(state)) ? reading : undefined;
}

/** A reading that can still make a request: of this place, and not used for another. */
export function freshReading(state: WizardState): Reading | undefined {
  const reading = readingHere(state);
  return reading?.id === state.made?.request.id ? undefined : reading;
}

/** Why no request can be made of a reading. */
export type NoRequest = WeakBinding | { readonly code: "acquisition/not-answered" };

/** Makes a request of the answers and a computer that was read. @rule FP-25 */
export function makeRequest(state: WizardState, reading: Reading): Result<MadeRequest, NoRequest> {
  const details = detailsOf(state);
  if (details === undefined) return err({ code: "acquisition/not-answered" });
  const parameters = parametersFor(state, reading);
  const bound = bindsEnough(parameters, state.context.policy);
  if (!bound.ok) return bound;
  const { id, at } = reading;
  // Every part was read on its own: the answers as they were entered, the computer as its host handed it in.
  const request: LicenseRequest = { ...details, id, at, parameters };
  return ok({ request, place: reading.place, saved: false, digits: null });
}

/**
 * By phone the center can only tell whether the digits are the same (CE-15): of a computer that merely grew they would not be.
 * Where the license survives, it is asked for again as it was.
 *
 * @rule PN-09, CE-15
 */
function parametersFor(state: WizardState, { parameters }: Reading): KeyParameters {
  const again = state.answers.operation === "recovery" && saysUnchanged(state) && channelOf(state) === "phone";
  const kept = again && comparisonOf(state)?.outcome === "same" ? referenceOf(state) : undefined;
  return kept ?? parameters;
}
