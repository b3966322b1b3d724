import type { Remedy } from "./remedy.js";

/** What a remedy takes, cheapest first. @rule DG-06 */
export const remedyCosts = [
  "nothing",
  "attach",
  "move-file",
  "setting",
  "same-pin",
  "spare-pin",
  "letter",
  "purchase",
] as const;

/** What a remedy takes. See {@link remedyCosts}. */
export type RemedyCost = (typeof remedyCosts)[number];

/** What each action takes. @rule DG-06 */
const costs: { readonly [A in Remedy["action"]]: RemedyCost } = {
  nothing: "nothing",
  "read-again": "nothing",
  superseded: "nothing",
  "attach-dongle": "attach",
  "move-dongle": "attach",
  "put-file-back": "move-file",
  "move-file": "move-file",
  "keep-one-file": "move-file",
  "change-setting": "setting",
  "correct-nethasp-ini": "setting",
  "start-dongle-manager": "setting",
  "open-ports": "setting",
  "grant-access": "setting",
  "set-clock": "setting",
  "release-seats": "setting",
  "correct-owner": "setting",
  "check-pin": "setting",
  "use-other-wizard": "setting",
  "return-to-edition": "setting",
  "use-another-channel": "setting",
  "load-own-response": "setting",
  "open-kit": "setting",
  "same-pin": "same-pin",
  "spare-pin": "spare-pin",
  "acquire-license": "spare-pin",
  "use-chosen-set": "spare-pin",
  "request-additional-pin": "letter",
  "ask-center": "letter",
  purchase: "purchase",
};

/**
 * What a remedy takes: the first of it, where it says another way besides.
 *
 * @rule DG-06
 * @source S3; S2
 * @example
 * ```ts
 * import { costOf } from "licit/diagnosis";
 *
 * costOf({ action: "open-ports", ports: [] }); // → "setting"
 * costOf({ action: "acquire-license" }); // → "spare-pin"
 * ```
 */
export function costOf({ action }: Remedy): RemedyCost {
  return costs[action];
}

/** The place of a remedy's cost, from 0. */
export function rankOf(remedy: Remedy): number {
  return remedyCosts.indexOf(costOf(remedy));
}

/** The costliest of several: what it takes until all is done. The first of equals; `otherwise` where there are none. */
export function costliest(remedies: readonly Remedy[], otherwise: Remedy): Remedy {
  const [first = otherwise, ...others] = remedies;
  return others.reduce((most, one) => (rankOf(one) > rankOf(most) ? one : most), first);
}
