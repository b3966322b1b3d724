import type { Decider } from "../core/index.js";
import type { PinKitCommand } from "./command.js";
import { decide } from "./decide.js";
import type { PinKitEvent } from "./event.js";
import { evolve } from "./evolve.js";
import type { PinKitError } from "./refusal.js";
import type { PinKitState } from "./state.js";

/**
 * A kit of PINs as a machine: how its PINs are spent. One machine is one kit; its number is the aggregate's.
 *
 * State, commands and events are JSON values. `decide` never throws and reports the first reason; every refusal says what
 * the caller can do instead, and changes nothing. `evolve` throws `TypeError` on an event that it does not know, or that
 * cannot have happened to this kit. What may become of a PIN: {@link PinKitState}.
 *
 * Outcomes: the codes of {@link PinKitError}.
 *
 * @rule PN-05 … PN-15, PN-20 … PN-24
 * @source S1; S2 p. 21 ff., 29 ff.; S4
 * @example
 * ```ts
 * import { handle } from "licit";
 * import { kits, pinKit } from "licit/pins";
 *
 * const [main = "", spare = "", last = ""] = ["381505376410122", "996007681344799", "412000000000017"];
 * const pins = { "single-user": [main, spare, last] };
 * let { state } = handle(pinKit, { type: "open", data: { kit: "8050525679", definition: kits["client-1"], pins, at: 1 } }, pinKit.initialState());
 * ({ state } = handle(pinKit, { type: "acquire", data: { pin: main, reference: "digest of BUH-31", at: 2 } }, state));
 *
 * // The computer was changed: the current PIN alone does not do, and it is not its own spare.
 * const change = { pin: main, parameters: "changed", reference: "digest of BUH-31, new disk", at: 3 } as const;
 * const refused = handle(pinKit, { type: "recover", data: { ...change, sparePin: main } }, state);
 * refused.decision; // → { ok: false, error: { code: "pins/spare-is-current", pin: main, instead: "use-an-unused-pin", unused: { set: "single-user", place: 2 } } }
 *
 * const recovered = handle(pinKit, { type: "recover", data: { ...change, sparePin: spare } }, state);
 * recovered.decision.ok; // → true
 * ```
 */
export const pinKit: Decider<PinKitState, PinKitCommand, PinKitEvent, PinKitError> = {
  version: 1,
  initialState: () => ({ status: "unopened" }),
  decide,
  evolve,
};
