import { lostDataOf, type Asked, type CustomerAnswer } from "licit/center";
import { survives } from "licit/fingerprint";
import { judgeLicense, type LicenseRequest } from "licit/license";
import type { Owner } from "licit/owner";
import { pinReport, type LicenseType, type Pin } from "licit/pins";
import { ask, repeat, tell, type Desk } from "./desk.js";
import type { Dice } from "./dice.js";
import { mistyped } from "./owners.js";
import { keyOf, licenseOf, newRequest, sent, vendor, type Seat } from "./seat.js";

/** A kit at its customer's: the document with the PINs, and the center that it belongs to. */
export interface Household {
  readonly dice: Dice;
  readonly kit: string;
  readonly desk: Desk;
  /** PINs by set, as the document lists them; additional ones are written under them. */
  readonly paper: { readonly [S in LicenseType]: Pin[] };
  readonly careful: boolean;
  /** Requests that will be delivered once more, some day. */
  readonly late: Asked[];
}

/** Whether a seat's license may be used on its computer. @rule LC-03 */
export function works({ license, computer }: Seat, now: number): boolean {
  return license !== undefined && judgeLicense(license, { ...vendor, observed: computer, now }).outcome === "valid";
}

const DAY = 86_400_000;
/** Tries until somebody has enough for the day. */
const PATIENCE = 12;

interface Try {
  readonly operation: LicenseRequest["operation"];
  readonly pin: Pin;
  readonly supersededPin?: Pin;
}

/**
 * People get a license, or get it again: they send a request, and do what the answer says. Answers when that was.
 *
 * What is still missing at the end stands in `stuck`.
 */
export function obtain(seat: Seat, home: Household, begin: number): number {
  const { dice } = home;
  let at = begin;
  let next = firstTry(seat, home);
  let owner = dice.chance(home.careful ? 0.02 : 0.15) ? mistyped(seat.owner, dice) : seat.owner;
  let allowed = false;
  if (seat.license === undefined && dice.chance(0.03)) next = { ...next, pin: wrongPin(next.pin, dice) };
  for (let tries = 0; tries < PATIENCE; tries++) {
    const request = requestFor(seat, home, next, owner, at);
    const asked = { ...sent(seat.by, request, at), allowed };
    const answer = ask(home.desk, { type: "request-license", data: asked });
    if (answer.answer === "granted") {
      if (dice.chance(0.1)) repeat(home.desk, { ...asked, at: at + 1_000 }, answer);
      if (dice.chance(0.05)) home.late.push(asked);
      take(seat, answer, request, asked);
      // What was typed is what was saved, slips and all; some have only what they believe they typed.
      if (request.operation === "first-time" && dice.chance(0.8)) seat.owner = request.owner;
      return at;
    }
    if (answer.answer !== "refused") throw new TypeError("a request is granted or refused");
    const { refusal } = answer;
    seat.stuck = refusal.instead;
    at += dice.chance(0.3) ? DAY : 600_000;
    switch (refusal.instead) {
      case "correct-the-owner":
        if (owner === seat.owner) seat.owner = fromTheLetter(seat, home, at) ?? seat.owner;
        owner = seat.owner;
        break;
      case "use-that-channel":
        if ("expected" in refusal) seat.by = refusal.expected === "automatic-or-file" ? "file" : refusal.expected;
        break;
      case "use-another-channel":
        seat.by = "file";
        break;
      case "wait-for-an-operator":
        if (dice.chance(0.2)) return at;
        allowed = true;
        break;
      case "use-an-unused-pin": {
        const { set, place } = refusal.unused;
        const spare = home.paper[set][place - 1];
        const current = next.operation === "first-time" ? undefined : (next.supersededPin ?? next.pin);
        if (spare === undefined || current === undefined) return at;
        next = { operation: "recovery-spare", pin: spare, supersededPin: current };
        break;
      }
      case "request-an-additional-pin": {
        at += DAY * (1 + dice.below(3));
        if (!askForPin(home, next.supersededPin ?? next.pin, seat, at)) return at;
        break;
      }
      case "use-the-same-pin":
        next = { operation: "recovery", pin: next.supersededPin ?? next.pin };
        break;
      case "recover-with-this-pin":
      case "recover-with-the-current-pin":
      case "acquire-with-this-pin":
      case "check-the-pin":
      case "use-the-chosen-set": {
        const better = fromTheReport(seat, home, refusal.instead);
        if (better === undefined) return at;
        next = better;
        break;
      }
      default:
        return at; // to buy, to ask the center, to wait: not today
    }
  }
  return at;
}

/** Who no longer knows what was typed writes for it, and reads the answer. @rule CE-10 */
function fromTheLetter({ owner }: Seat, { desk, kit }: Household, at: number): Owner | undefined {
  const name = owner.kind === "company" ? (owner.organization ?? "") : "";
  const letter = { kind: "lost-data", wants: "owner", kit, name, reason: "the saved file is lost" } as const;
  ask(desk, { type: "request-lost-data", data: { letter, at } });
  const event = desk.events.at(-1);
  if (event?.type !== "lost-data-sent" || desk.state.status !== "registered") return undefined;
  const [letterBack] = lostDataOf(desk.state, "owner", event.data.letters);
  return letterBack?.owners[0]?.owner;
}

/** What people do at first: recover what they had, or open the envelope. */
function firstTry(seat: Seat, { dice, paper }: Household): Try {
  const [envelope = ""] = paper[seat.set].slice(seat.pin === undefined ? dice.below(paper[seat.set].length) : 0);
  if (seat.pin === undefined) return { operation: "first-time", pin: envelope };
  const reference = seat.license?.binding.to === "hardware" ? seat.license.binding.reference : undefined;
  const changed = reference !== undefined && !survives(reference, seat.computer);
  const spare = paper[seat.set].find((pin) => pin !== seat.pin);
  // Some tick "not changed" whatever happened; some waste a spare PIN where nothing did.
  if (changed ? dice.chance(0.6) : dice.chance(0.1))
    if (spare !== undefined) return { operation: "recovery-spare", pin: spare, supersededPin: seat.pin };
  return { operation: "recovery", pin: seat.pin };
}

function wrongPin(pin: Pin, dice: Dice): Pin {
  const at = dice.below(pin.length);
  return pin.slice(0, at) + String((Number(pin.charAt(at)) + 1) % 10) + pin.slice(at + 1);
}

function requestFor(seat: Seat, home: Household, { operation, pin, supersededPin }: Try, owner: Owner, at: number) {
  const superseded = supersededPin === undefined ? {} : { supersededPin };
  const details = { kit: home.kit, operation, pin, ...superseded, owner, parameters: seat.computer, at };
  return newRequest(details, home.dice);
}

function take(
  seat: Seat,
  answer: Extract<CustomerAnswer, { readonly answer: "granted" }>,
  request: LicenseRequest,
  asked: Asked,
): void {
  seat.request = keyOf(asked);
  seat.license = licenseOf(answer, request);
  seat.pin = request.pin;
  seat.stuck = undefined;
}

/** A letter, and what an operator makes of it. @rule PN-14, CE-14 */
function askForPin({ desk, dice, kit, paper }: Household, pin: Pin, { owner }: Seat, at: number): boolean {
  const company = owner.kind === "company" ? (owner.organization ?? "") : "";
  const letter = { kind: "additional-pin", kit, company, pin, reason: "the computer was replaced" } as const;
  const answer = ask(desk, { type: "request-additional-pin", data: { letter, at } });
  if (answer.answer !== "waiting") return answer.answer === "refused" && answer.refusal.code === "pins/unused-pin-left";
  const newPin = `9${dice.digits(14)}`;
  const decided = tell(desk, { type: "decide-additional-pin", data: { decision: "grant", pin, newPin, at: at + DAY } });
  if (!decided.ok) {
    const reason = "see the history of the kit";
    tell(desk, { type: "decide-additional-pin", data: { decision: "refuse", pin, reason, at: at + DAY } });
    return false;
  }
  for (const set of ["single-user", "multi-user", "server"] as const)
    if (paper[set].includes(pin)) paper[set].push(newPin);
  return true;
}

/** They write that they no longer know which PIN is which, and read the answer: unused, and current on which computer. @rule CE-10 */
function fromTheReport(seat: Seat, { desk, paper }: Household, instead: string): Try | undefined {
  if (desk.state.status !== "registered") return undefined;
  const rows = pinReport(desk.state.pins);
  const mine = rows.find(({ state, computer }) => state === "current" && computer === seat.computer.networkName);
  if (mine !== undefined && instead !== "acquire-with-this-pin") return { operation: "recovery", pin: mine.pin };
  const unused = rows.find(
    ({ set, state }) => state === "unused" && (set === seat.set || instead === "use-the-chosen-set"),
  );
  if (unused === undefined || !paper[unused.set].includes(unused.pin)) return undefined;
  return { operation: "first-time", pin: unused.pin };
}
