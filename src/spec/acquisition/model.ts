import type { WizardContext } from "../../acquisition/index.js";
import type { Channel } from "../../license/index.js";
import type { LicenseType } from "../../pins/index.js";
import { KIT } from "../pins/kits.js";
import { PIN, type World } from "./world.js";

/** What decides which channels are offered, as the rules say it. */
export interface ChannelFacts {
  readonly kind: LicenseType | "unknown";
  readonly edition: "standard" | "basic";
  /** Of a recovery: how the license was acquired, where that is known. */
  readonly acquired: Channel | undefined;
  /** Of a first-time registration: how the computer's first license was acquired, where there is one. */
  readonly first: Channel | undefined;
}

const all: readonly Channel[] = ["automatic", "file", "phone"];

/** The channels that the rules leave, and how many of them had to yield. */
export function offered(facts: ChannelFacts): { readonly channels: readonly Channel[]; readonly yielded: number } {
  const phone = facts.edition === "standard" && (facts.kind === "single-user" || facts.kind === "unknown");
  const rules = [phone ? all : all.slice(0, 2), kin(facts.acquired), kin(facts.first)];
  for (let kept = rules.length; kept > 0; kept--) {
    const channels = all.filter((channel) => rules.slice(0, kept).every((rule) => rule.includes(channel)));
    if (channels.length > 0) return { channels, yielded: rules.length - kept };
  }
  return { channels: all, yielded: rules.length };
}

/** Automatic and file count as one. */
function kin(channel: Channel | undefined): readonly Channel[] {
  if (channel === undefined) return all;
  return channel === "phone" ? ["phone"] : ["automatic", "file"];
}

/** What decides it in a world, where the person gets as far as the channel. */
export function factsOf({ context, wishes }: World): ChannelFacts {
  const { kind = wishes.kind as LicenseType | "unknown", edition = "standard", licenses = [] } = context; // as it is wished
  const recovery = wishes.operation === "recovery";
  const own = licenses.find(({ kit, pin }) => kit === KIT && pin === PIN)?.channel;
  const kept = context.dictated?.some(({ kit, pin }) => kit === KIT && pin === PIN) === true ? "phone" : undefined;
  return {
    kind,
    edition,
    acquired: recovery ? (own ?? kept) : undefined,
    first: recovery || isOnServer({ context, wishes }, kind) ? undefined : licenses[0]?.channel,
  };
}

/** Whether it is installed by way of a server: because the person wants it, or because it must be. */
function isOnServer({ context, wishes }: Pick<World, "context" | "wishes">, kind: string): boolean {
  return wishes.onServer === true || (context.runsOn === "workstation" && (kind === "multi-user" || kind === "server"));
}

/** The channel that is recommended; `undefined`: none of those that would do is offered, and any other may be. */
export function recommended(
  channels: readonly Channel[],
  { center, internetElsewhere }: WizardContext,
): Channel | undefined {
  if (channels.includes("automatic") && center !== "unreachable") return "automatic";
  if (channels.includes("file") && internetElsewhere !== false) return "file";
  return channels.includes("phone") ? "phone" : undefined;
}
