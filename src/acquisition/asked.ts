import { ok } from "../core/index.js";
import type { OwnerFileExtra } from "../owner/index.js";
import type { Asked, Effect, EffectType } from "./effect.js";
import { answeredRequest, entryState, grantedLicense } from "./granted.js";
import { kitOf, ownerDraft, pinOf } from "./known.js";
import { parseDraft } from "./owner-faults.js";
import { channelOf, isChannelAsked } from "./route.js";
import type { Owed, WizardState } from "./state.js";
import { placeOf } from "./where.js";

/** The effects that the host owes, whole. They are made of the state: it keeps which they are, not what they say. */
export function owedEffects(state: WizardState): readonly Effect[] {
  if (state.owed.length === 0) return [];
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
    case "save-request": {
      const request = answeredRequest(state);
      return request && { type, request, place: placeOf(state) };
    }
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
    case "open-owner-data":
    case "open-page":
      return { type };
  }
}

/** Whom the license will serve: on a server, whoever the server serves. @rule LC-05, LC-14 */
export function servesOf(state: WizardState): "everyone" | "this-user" {
  const here = placeOf(state).on === "this-computer";
  return here && state.context.storable === "for-this-user-only" ? "this-user" : "everyone";
}

/** The owner's data, with all that a recovery will ask for, as far as it is decided. @rule OW-12 @source S1; S2 p. 5 */
function ownerDataOf(state: WizardState): Asked | undefined {
  const request = state.step === "finish" ? answeredRequest(state) : undefined;
  const owner = request === undefined ? parseDraft(ownerDraft(state), state) : ok(request.owner);
  if (!owner.ok) return undefined;
  const [kit, pin] = [request?.kit ?? kitOf(state), request?.pin ?? pinOf(state)];
  const computer = (request ?? state.reading)?.parameters.networkName;
  const extra: OwnerFileExtra = {
    ...(kit === undefined ? {} : { kit }),
    ...(pin === undefined ? {} : { pin }),
    // By which channel it comes decides how it is recovered: while that is open, the file does not say.
    ...(request === undefined && isChannelAsked(state) ? {} : { channel: channelOf(state) }),
    ...(typeof computer === "string" ? { computer } : {}),
  };
  return { type: "save-owner-data", owner: owner.value, extra };
}
