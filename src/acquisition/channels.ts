import type { Channel, License } from "../license/index.js";
import { acquirableByPhone, type NotByPhone } from "../phone/index.js";
import type { WizardContext } from "./context.js";
import { dictatedRequest, knownLicense } from "./known.js";
import { learnedHere } from "./learned.js";
import type { Tie, WizardState } from "./state.js";
import { isOnServer, kindOf } from "./where.js";

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
 * the last one yields, and so on: `yields` says which.
 *
 * @rule AQ-06, AQ-16, AQ-17
 * @source S1; S2 p. 18, 26 ("must be exactly the same as the first activation procedure"), 31
 */
export function channelOffers(state: WizardState): {
  readonly offers: readonly ChannelOffer[];
  readonly yields: YieldingRule | null;
} {
  const ties = tiesOf(state);
  const open = openChannels(ties);
  const recommended = recommendation(open.channels, state);
  const offers = channels.map((channel): ChannelOffer => {
    if (!open.channels.includes(channel)) {
      const why = whyNot(channel, ties);
      return { channel, offered: false, ...(why && { why }), recommended: false };
    }
    const offer = { channel, offered: true, recommended: channel === recommended };
    const condition = conditionOf(channel, state);
    return condition === undefined ? offer : { ...offer, condition };
  });
  return { offers, yields: open.yields };
}

/** Whether a channel is offered. */
export function isChannelOffered(channel: Channel, state: WizardState): boolean {
  return openChannels(tiesOf(state)).channels.includes(channel);
}

/** A rule that left no channel. */
export type YieldingRule = "acquired" | "first-license";

/** What each of the rules says, the strongest first; `undefined` where it says nothing. */
interface Ties {
  /** @rule PH-03 */
  readonly notByPhone: NotByPhone | undefined;
  /** @rule CE-03 */
  readonly acquired: Tie | undefined;
  /** @rule AQ-06 */
  readonly first: Tie | undefined;
}

function tiesOf(state: WizardState): Ties {
  const { context, answers } = state;
  const kind = kindOf(state);
  const edition = context.edition ?? "standard";
  const byPhone = acquirableByPhone({ license: kind === "unknown" ? "single-user" : kind, edition });
  const first = answers.operation === "first-time" && !isOnServer(state) ? firstLicense(context) : undefined;
  return {
    notByPhone: byPhone.ok ? undefined : byPhone.error,
    acquired: tieOfRecovery(state),
    first: first && tieOf(first.channel),
  };
}

/** The first license of this product on this computer. */
function firstLicense({ licenses = [], issuer, product }: WizardContext): License | undefined {
  return licenses.find((license) => license.issuer === issuer && license.product === product);
}

function openChannels({ notByPhone, acquired, first }: Ties): {
  readonly channels: readonly Channel[];
  readonly yields: YieldingRule | null;
} {
  const possible = notByPhone === undefined ? channels : documentChannels;
  const asAcquired = within(possible, acquired);
  if (asAcquired.length === 0) return { channels: possible, yields: "acquired" };
  const asFirst = within(asAcquired, first);
  return asFirst.length === 0 ? { channels: asAcquired, yields: "first-license" } : { channels: asFirst, yields: null };
}

const documentChannels: readonly Channel[] = ["automatic", "file"];

function within(of: readonly Channel[], tie: Tie | undefined): readonly Channel[] {
  return tie === undefined ? of : of.filter((channel) => isWithin(channel, tie));
}

function whyNot(channel: Channel, { notByPhone, acquired, first }: Ties): ChannelWhyNot | undefined {
  if (channel === "phone" && notByPhone !== undefined) return notByPhone;
  if (acquired !== undefined && !isWithin(channel, acquired))
    return { code: "acquisition/acquired-otherwise", by: acquired };
  return first === undefined ? undefined : { code: "acquisition/first-license-otherwise", by: first };
}

/** The licensing center knows best; then the license itself. */
function tieOfRecovery(state: WizardState): Tie | undefined {
  if (state.answers.operation !== "recovery") return undefined;
  const { tied } = learnedHere(state);
  if (tied !== null) return tied;
  const known = knownLicense(state);
  if (known !== undefined) return tieOf(known.channel);
  return dictatedRequest(state) === undefined ? undefined : "phone";
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
    ...(state.context.internetElsewhere === false ? [] : (["file"] as const)),
    "phone",
    // Nothing will do here and now: a file can be carried to wherever there is internet.
    "file",
    "automatic",
  ];
  return fit.find((channel) => open.includes(channel));
}

/** Whether the licensing center can be reached, as far as is known. */
export function isCenterReachable({ context, learned }: WizardState): boolean {
  return (learned.center ?? context.center) !== "unreachable";
}

function conditionOf(channel: Channel, state: WizardState): ChannelCondition | undefined {
  if (channel === "phone" && kindOf(state) === "unknown") return { code: "acquisition/if-single-user" };
  if (state.answers.operation === "recovery" && tieOfRecovery(state) === undefined)
    return { code: "acquisition/if-acquired-so" };
  return channel === "automatic" && !isCenterReachable(state) ? { code: "acquisition/if-connected" } : undefined;
}
