import type { Channel } from "../license/index.js";
import { acquirableByPhone, type NotByPhone } from "../phone/index.js";
import { dictatedRequest, knownLicense } from "./known.js";
import type { Tie, WizardState } from "./state.js";
import { kindOf } from "./where.js";

/** All channels, in the order in which they are shown. */
export const channels: readonly Channel[] = ["automatic", "file", "phone"];

/** Whether a channel is offered, and why not. */
export interface ChannelOffer {
  readonly channel: Channel;
  readonly offered: boolean;
  /** Why it is not offered. */
  readonly why?: ChannelWhyNot;
  /** What must hold for it, where that is not known here. */
  readonly condition?: ChannelCondition;
  readonly recommended: boolean;
}

/** Why a channel is not offered. */
export type ChannelWhyNot =
  | NotByPhone
  /** A license is recovered as it was acquired (CE-03). */
  | { readonly code: "acquisition/acquired-otherwise"; readonly by: Tie }
  /** A further license goes as the computer's first one (AQ-06). */
  | { readonly code: "acquisition/first-license-otherwise"; readonly by: Tie };

/** What must hold for a channel, and is not known. */
export type ChannelCondition =
  /** By phone: what is acquired is a single-user license (PH-03). */
  | { readonly code: "acquisition/if-single-user" }
  /** It was acquired so the first time (CE-03). */
  | { readonly code: "acquisition/if-acquired-so" }
  /** The connection is restored. */
  | { readonly code: "acquisition/if-connected" };

/**
 * Which channels are offered, and why others are not. By phone only a single-user license with a standard PIN; a recovery
 * goes as the first acquisition went; a further license as the computer's first one did. Where these rules leave nothing,
 * the last one yields, and so on: `yields` is true then.
 *
 * @rule AQ-06, AQ-16, AQ-17
 * @source S1; S2 p. 18, 26 ("must be exactly the same as the first activation procedure"), 31
 */
export function channelOffers(state: WizardState): {
  readonly offers: readonly ChannelOffer[];
  readonly yields: boolean;
} {
  const rules = [byPhone(state), asAcquired(state), asFirst(state)];
  let applied = rules;
  while (applied.length > 1 && channels.every((channel) => whyNot(channel, applied) !== undefined)) {
    applied = applied.slice(0, -1);
  }
  const open = channels.filter((channel) => whyNot(channel, applied) === undefined);
  const recommended = recommendation(open, state);
  const offers = channels.map((channel): ChannelOffer => {
    const why = whyNot(channel, applied);
    if (why !== undefined) return { channel, offered: false, why, recommended: false };
    const condition = conditionOf(channel, state);
    const offer = { channel, offered: true, recommended: channel === recommended };
    return condition === undefined ? offer : { ...offer, condition };
  });
  return { offers, yields: applied.length < rules.length };
}

/** Whether a channel is offered. */
export function isChannelOffered(channel: Channel, state: WizardState): boolean {
  return channelOffers(state).offers.some((offer) => offer.channel === channel && offer.offered);
}

/** A rule says of a channel why it is not offered. */
type ChannelRule = (channel: Channel) => ChannelWhyNot | undefined;

function whyNot(channel: Channel, rules: readonly ChannelRule[]): ChannelWhyNot | undefined {
  for (const rule of rules) {
    const why = rule(channel);
    if (why !== undefined) return why;
  }
  return undefined;
}

/** @rule PH-03 */
function byPhone(state: WizardState): ChannelRule {
  const kind = kindOf(state);
  const license = kind === "unknown" ? "single-user" : kind;
  const acquirable = acquirableByPhone({ license, edition: state.context.edition ?? "standard" });
  return (channel) => (channel === "phone" && !acquirable.ok ? acquirable.error : undefined);
}

/** @rule CE-03 */
function asAcquired(state: WizardState): ChannelRule {
  const by = tieOfRecovery(state);
  return (channel) =>
    by === undefined || isWithin(channel, by) ? undefined : { code: "acquisition/acquired-otherwise", by };
}

/** The licensing center knows best; then the license itself. */
function tieOfRecovery(state: WizardState): Tie | undefined {
  if (state.answers.operation !== "recovery") return undefined;
  if (state.learned.tied !== null) return state.learned.tied;
  const known = knownLicense(state);
  if (known !== undefined) return tieOf(known.channel);
  return dictatedRequest(state) === undefined ? undefined : "phone";
}

function asFirst({ context, answers }: WizardState): ChannelRule {
  const first = context.licenses?.[0];
  const by = first === undefined || answers.operation !== "first-time" ? undefined : tieOf(first.channel);
  return (channel) =>
    by === undefined || isWithin(channel, by) ? undefined : { code: "acquisition/first-license-otherwise", by };
}

/** Automatic and file count as one. */
function tieOf(channel: Channel): Tie {
  return channel === "phone" ? "phone" : "automatic-or-file";
}

function isWithin(channel: Channel, tie: Tie): boolean {
  return tie === "automatic-or-file" ? channel !== "phone" : channel === tie;
}

/** The first that will do: automatic, where the center can be reached; a file, where there is internet elsewhere; phone. @rule AQ-16 */
function recommendation(open: readonly Channel[], state: WizardState): Channel | undefined {
  const automatic = isCenterReachable(state) && !state.learned.automaticFailed;
  const fit: readonly Channel[] = [
    ...(automatic ? (["automatic"] as const) : []),
    ...(state.context.internetElsewhere === true ? (["file"] as const) : []),
    "phone",
    // Nothing will do here and now: a file can be carried to wherever there is internet.
    "file",
    "automatic",
  ];
  return fit.find((channel) => open.includes(channel));
}

function isCenterReachable({ context, learned }: WizardState): boolean {
  return (learned.center ?? context.center) !== "unreachable";
}

function conditionOf(channel: Channel, state: WizardState): ChannelCondition | undefined {
  if (channel === "phone" && kindOf(state) === "unknown") return { code: "acquisition/if-single-user" };
  if (state.answers.operation === "recovery" && tieOfRecovery(state) === undefined)
    return { code: "acquisition/if-acquired-so" };
  return channel === "automatic" && !isCenterReachable(state) ? { code: "acquisition/if-connected" } : undefined;
}
