import { ask } from "./desk.js";
import type { Household } from "./customer.js";
import { newComputer } from "./computers.js";
import { mistyped } from "./owners.js";
import { licenseOf, newRequest, sent, type Seat } from "./seat.js";

/** What came of a stolen PIN. */
export type Theft = "nothing" | "license";

/**
 * Somebody found the paper with the PINs, and tries them on a computer of his own: as a first registration, and as a recovery
 * with what he can guess of the owner.
 */
export function steal(
  { dice, desk, kit, paper }: Household,
  victim: Seat,
  at: number,
): { readonly theft: Theft; readonly seat: Seat } {
  const computer = newComputer(dice, "THIEF-PC");
  const seat: Seat = {
    ...victim,
    name: "thief",
    computer,
    pin: undefined,
    license: undefined,
    request: undefined,
    stuck: undefined,
  };
  const pins = paper[victim.set];
  for (let tries = 0; tries < 1 + dice.below(6); tries++) {
    const pin = dice.pick(pins);
    const first = dice.chance(0.5);
    const owner = first ? { ...victim.owner, organization: "Another Ltd." } : mistyped(victim.owner, dice);
    const operation = first ? "first-time" : "recovery";
    const request = newRequest({ kit, operation, pin, owner, parameters: computer, at: at + tries }, dice);
    const answer = ask(desk, {
      type: "request-license",
      data: sent(dice.pick(["automatic", "file"]), request, at + tries),
    });
    if (answer.answer === "granted")
      return { theft: "license", seat: { ...seat, pin, license: licenseOf(answer, request), request: request.id } };
    if (answer.answer === "refused") seat.stuck = answer.refusal.instead;
  }
  return { theft: "nothing", seat };
}
