import type { Decider } from "../core/index.js";
import type { CenterCommand } from "./command.js";
import { decide } from "./decide.js";
import type { CenterEvent } from "./event.js";
import { evolve } from "./evolve.js";
import { completed, type SomePolicies } from "./policies.js";
import type { CenterError } from "./refusal.js";
import type { CenterState } from "./state.js";

/** A licensing center as a machine: one kit is one machine, and its number the aggregate's. */
export type Center = Decider<CenterState, CenterCommand, CenterEvent, CenterError>;

/**
 * A licensing center with other policies than the standard ones. Policies take part in decisions only: they can change from
 * day to day, and every history still reads the same.
 *
 * Throws `RangeError` where a limit is out of its bounds.
 *
 * @rule CE-03, CE-06, CE-09, CE-15
 * @source S2 p. 29 f., 34 ("if no violations of the License Agreement are found")
 * @example
 * ```ts
 * import { centerWith, standardPolicies } from "licit/center";
 *
 * const strict = centerWith({ channels: "strict", limits: { recoveries: { limit: 2, window: 86_400_000, effect: "refuse" } } });
 * strict.version; // → 1
 * standardPolicies.limits.recoveries; // → { limit: 5, window: 2592000000, effect: "ask" }
 * ```
 */
export function centerWith(policies: SomePolicies): Center {
  const complete = completed(policies);
  return {
    version: 1,
    initialState: () => ({ status: "unregistered" }),
    decide: (command, state) => decide(command, state, complete),
    evolve,
  };
}

/**
 * A licensing center with the standard policies.
 *
 * A customer's request that is refused is an event, too, so that the history shows it: `decision.ok` says that the command
 * was understood, and only `answerTo` says what the customer gets. A command that is not one for this kit is an error, and
 * nothing is kept of it.
 *
 * State, commands and events are JSON values. `decide` never throws on what the parsers let through; `evolve` throws
 * `TypeError` on an event that it does not know, or that cannot have happened to this kit.
 *
 * Outcomes: the codes of {@link CenterError}.
 *
 * @rule CE-01 … CE-16
 * @source S1; S2 p. 13 ff., 29 ff.; S3; S4
 * @example
 * ```ts
 * import { handle } from "licit";
 * import { center } from "licit/center";
 * import { kits } from "licit/pins";
 *
 * const pins = { "single-user": ["381505376410122", "996007681344799", "412000118270017"] };
 * const sold = { issuer: "Example Vendor", product: "ledger", kit: "8050525679", definition: kits["client-1"], pins, at: 1 };
 * const { state } = handle(center, { type: "register-kit", data: sold }, center.initialState());
 *
 * state.status; // → "registered"
 * handle(center, { type: "revoke", data: { pin: "000000000000000", at: 2 } }, state).decision.ok; // → false
 * ```
 */
export const center: Center = centerWith({});
