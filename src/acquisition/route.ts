import type { Channel } from "../license/index.js";
import { sameOwner } from "../owner/index.js";
import { isCenterReachable, isChannelOffered } from "./channels.js";
import { comparisonOf, dictatedRequest, ownerDraft, referenceOf, saysUnchanged } from "./known.js";
import { parseDraft } from "./owner-faults.js";
import type { WizardState } from "./state.js";
import type { WizardStep } from "./steps.js";

/**
 * The steps from the first to the last, as things stand: what was entered decides which are on it. Beyond a choice that is
 * still open it goes on as if the default were chosen.
 *
 * @rule AQ-01, AQ-04
 */
export function routeOf(state: WizardState): readonly WizardStep[] {
  const { context, answers } = state;
  const steps: WizardStep[] = context.storable === "for-everyone" ? ["action"] : ["visibility", "action"];
  switch (answers.action ?? "acquire") {
    case "load-response":
      steps.push("file-response", "confirm", "installing", "finish");
      break;
    case "community":
      steps.push("community", "confirm", "fetching", "installing", "finish");
      break;
    case "acquire":
      steps.push("kit", "operation", ...identity(state), ...byChannel(state), "installing", "finish");
  }
  return steps;
}

/** Who asks: an owner, for the first time; or PINs, and the owner once more. */
function identity(state: WizardState): readonly WizardStep[] {
  if ((state.answers.operation ?? "first-time") === "first-time") return ["owner"];
  return referenceOf(state) !== undefined ? ["comparing", "recovery", "verify-owner"] : ["recovery", "verify-owner"];
}

/** The channel, where it is asked, and its own steps. */
function byChannel(state: WizardState): readonly WizardStep[] {
  const asked: readonly WizardStep[] = isChannelAsked(state) ? ["channel"] : [];
  switch (channelOf(state)) {
    case "automatic":
      // Nothing is spent before the place was confirmed.
      return [...asked, "reading", "confirm", "sending"];
    case "file":
      return [...asked, "reading", "file-request", "file-response", "confirm"];
    case "phone":
      return hasPaper(state)
        ? [...asked, "paper", "phone-response", "checking", "confirm"]
        : [
            ...asked,
            ...paperAsked(state),
            "reading",
            "encoding",
            "phone-request",
            "phone-response",
            "checking",
            "confirm",
          ];
  }
}

/** Whether the person is asked for a channel: where the automatic one is switched off, not offered, or has failed. @rule AQ-01 */
export function isChannelAsked(state: WizardState): boolean {
  const { answers, learned } = state;
  if (!(answers.automatic ?? true) || learned.automaticFailed || !isCenterReachable(state)) return true;
  return !isChannelOffered("automatic", state);
}

/** The channel by which it goes, as things stand. */
export function channelOf(state: WizardState): Channel {
  return isChannelAsked(state) ? (state.answers.channel ?? "automatic") : "automatic";
}

/** Whether the 120 digits of an earlier call may make the license again. @rule PH-14 */
function mayHavePaper(state: WizardState): boolean {
  if (state.answers.operation !== "recovery" || !saysUnchanged(state)) return false;
  const kept = dictatedRequest(state);
  if (kept === undefined || comparisonOf(state)?.outcome === "changed") return false;
  // The license says whose it is: another owner does not get it by typing.
  const owner = parseDraft(ownerDraft(state), state);
  return owner.ok && sameOwner(owner.value, kept.owner);
}

function paperAsked(state: WizardState): readonly WizardStep[] {
  return mayHavePaper(state) ? ["paper"] : [];
}

/** Whether the person has the paper, and types it again. */
export function hasPaper(state: WizardState): boolean {
  return mayHavePaper(state) && channelOf(state) === "phone" && state.answers.paper === "type-it-again";
}
