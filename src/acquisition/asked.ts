import type { OwnerFileExtra } from "../owner/index.js";
import type { Asked, Effect, EffectType } from "./effect.js";
import { answeredRequest, entryState, grantedLicense } from "./granted.js";
import { kitOf, ownerDraft, pinOf } from "./known.js";
import { parseDraft } from "./owner-faults.js";
import { channelOf } from "./route.js";
import type { Owed, WizardState } from "./state.js";
import { placeOf } from "./where.js";

/** The effects that the host owes, whole. They are made of the state: it keeps which they are, not what they say. */
export function owedEffects(state: WizardState): readonly Effect[] {
  return state.owed.flatMap((owed) => effectOf(owed, state) ?? []);
}

/** An effect, as the state has it. */
export function effectOf({ id, type }: Owed, state: WizardState): Effect | undefined {
  const asked = askedFor(type, state);
  return asked && { ...asked, id };
}

/** What is asked of the host, as the state has it; `undefined` where the state has nothing to ask of this. */
export function askedFor(type: EffectType, state: WizardState): Asked | undefined {
  switch (type) {
    case "gather-parameters":
    case "get-community-license":
      return { type, place: placeOf(state) };
    case "save-owner-data":
      return ownerDataOf(state);
    case "save-request":
    case "send":
    case "encode-for-phone": {
      const request = answeredRequest(state);
      return request && { type, request };
    }
    case "open-response":
      return { type, request: answeredRequest(state) ?? null };
    case "make-license": {
      const [request, { digits }] = [answeredRequest(state), entryState(state)];
      return request === undefined || digits === null ? undefined : { type, request, digits };
    }
    case "install": {
      const granted = grantedLicense(state);
      return granted && { type, text: granted.text, place: placeOf(state), serves: servesOf(state) };
    }
    case "open-page":
      return { type };
  }
}

/** Whom the license will serve: on a server, whoever the server serves. @rule LC-05, LC-14 */
export function servesOf(state: WizardState): "everyone" | "this-user" {
  const here = placeOf(state).on === "this-computer";
  return here && state.context.storable === "for-this-user-only" ? "this-user" : "everyone";
}

/** @rule OW-12 @source S1 ("It is recommended that you save the entered data"); S2 p. 5 */
function ownerDataOf(state: WizardState): Asked | undefined {
  const owner = parseDraft(ownerDraft(state), state);
  if (!owner.ok) return undefined;
  const [kit, pin] = [kitOf(state), pinOf(state)];
  const computer = state.reading?.parameters.networkName;
  const extra: OwnerFileExtra = {
    ...(kit === undefined ? {} : { kit }),
    ...(pin === undefined ? {} : { pin }),
    channel: channelOf(state),
    ...(typeof computer === "string" ? { computer } : {}),
  };
  return { type: "save-owner-data", owner: owner.value, extra };
}
