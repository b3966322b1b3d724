import { handle } from "licit";
import { center, type CenterState, type LicenseRecord } from "licit/center";
import type { LicenseRequest } from "licit/license";
import { pinReport, type KitName } from "licit/pins";
import { computerAfter, newComputer } from "../../simulation/src/computers.js";
import type { Dice } from "../../simulation/src/dice.js";
import { mistyped } from "../../simulation/src/owners.js";
import { bytesOf, newKit, newRequest, soldAs, type SoldKit } from "./customers.js";

/** What a customer, or whoever pretends to be one, does. The numbers say how often. */
export const kinds = {
  "first-time": 30,
  "the same again": 12,
  "a spare PIN": 12,
  "a repeat": 18,
  "a wrong owner": 8,
  "a wrong PIN": 5,
  "a wrong kit": 5,
  "an altered request": 5,
  "a damaged document": 5,
} as const;

export type Kind = keyof typeof kinds;

export interface Planned {
  readonly kind: Kind;
  readonly request: LicenseRequest;
  readonly sealed: boolean;
}

export interface Plan {
  readonly kits: readonly SoldKit[];
  readonly requests: readonly Planned[];
}

const names: readonly KitName[] = [
  "client-1",
  "client-5",
  "client-10",
  "client-50",
  "server",
  "base",
  "package-10-server",
];
const REQUESTS_A_KIT = 25;
const SEALED = 0.08;

/** A kit while it is planned for: what a center of its own knows, and what was asked so far. */
interface Planning {
  readonly sold: SoldKit;
  state: CenterState;
  readonly asked: LicenseRequest[];
}

/**
 * Requests that make sense, one after the other: a center in memory answers each while the next one is planned. Eight clients
 * that send them at the same time change their order somewhat, and what is planned may be refused; the requests stay the same.
 */
export function planOf(dice: Dice, count: number): Plan {
  const plans = Array.from({ length: Math.ceil(count / REQUESTS_A_KIT) }, (): Planning => {
    const sold = newKit(dice, dice.pick(names));
    return {
      sold,
      state: soldAs(sold).reduce((known, event) => center.evolve(known, event), center.initialState()),
      asked: [],
    };
  });
  const ways = Object.entries(kinds).flatMap(([kind, often]) => Array<Kind>(often).fill(kind as Kind));
  const requests = Array.from({ length: count }, (_, nth): Planned => {
    // A few kits at a time: the clients meet.
    const at = Math.min(plans.length - 1, Math.floor(nth / REQUESTS_A_KIT) + dice.below(3));
    const planning = plans[at] ?? dice.pick(plans);
    const kind = dice.pick(ways);
    const request = requestOf(dice, kind, planning);
    if (kind !== "a damaged document" && kind !== "a wrong kit") decide(planning, request);
    return { kind, request, sealed: kind === "a damaged document" || dice.chance(SEALED) };
  });
  return { kits: plans.map(({ sold }) => sold), requests };
}

function decide(planning: Planning, request: LicenseRequest): void {
  const command = { type: "request-license", data: { by: "automatic", request, at: request.at } } as const;
  planning.state = handle(center, command, planning.state).state;
  planning.asked.push(request);
}

function requestOf(dice: Dice, kind: Kind, { sold, state, asked }: Planning): LicenseRequest {
  const rows = state.status === "registered" ? pinReport(state.pins) : [];
  const of = (wanted: string): string => dice.pick(rows.filter((row) => row.state === wanted)).pin;
  const has = (wanted: string): boolean => rows.some((row) => row.state === wanted);
  const first = (): LicenseRequest => newRequest(dice, sold, has("unused") ? of("unused") : dice.pick(sold.all));
  const again = (): LicenseRequest => ({ ...recoveryOf(dice, sold, state, of("current")) });
  switch (kind) {
    case "first-time":
    case "a damaged document":
      return first();
    case "the same again":
      return has("current") ? again() : first();
    case "a spare PIN": {
      if (!has("current") || !has("unused")) return first();
      const { parameters, pin, ...rest } = again();
      const changed = computerAfter(dice.pick(["renamed", "adapter replaced", "computer replaced"]), parameters, dice);
      return { ...rest, parameters: changed, operation: "recovery-spare", pin: of("unused"), supersededPin: pin };
    }
    case "a repeat":
      return asked.length === 0 ? first() : dice.pick(asked);
    case "a wrong owner": {
      if (!has("current")) return first();
      const right = again();
      return { ...right, owner: mistyped(right.owner, dice) };
    }
    case "a wrong PIN":
      return newRequest(dice, sold, `9${dice.digits(14)}`);
    case "a wrong kit":
      return newRequest(dice, { kit: `0${dice.digits(9)}` }, dice.pick(sold.all));
    case "an altered request": {
      if (asked.length === 0) return first();
      const known = dice.pick(asked);
      return { ...known, parameters: newComputer(dice, "ANOTHER") };
    }
  }
}

/** The license that runs under a PIN, asked for again: from its computer, or that with more memory. */
function recoveryOf(dice: Dice, sold: SoldKit, state: CenterState, pin: string): LicenseRequest {
  const records: readonly LicenseRecord[] = state.status === "registered" ? state.licenses.flat() : [];
  const license = records.find((one) => one.pin === pin);
  if (license?.owner.kept !== "fields" || license.computer.kept !== "parameters") return newRequest(dice, sold, pin);
  const { parameters } = license.computer;
  return newRequest(dice, sold, pin, {
    operation: "recovery",
    owner: license.owner.fields,
    parameters: dice.chance(0.5) ? parameters : computerAfter("memory added", parameters, dice),
  });
}

/** A document that was hurt on its way: shortened, or with another letter somewhere in it. */
export function damaged(dice: Dice, document: string): string {
  if (dice.chance(0.3)) return document.slice(0, dice.below(document.length));
  const at = document.indexOf("\n") + 1 + dice.below(document.length - 60);
  const letter = String.fromCharCode(...bytesOf(dice)(1).map((byte) => 65 + (byte % 26)));
  return document.slice(0, at) + (document[at] === letter ? "_" : letter) + document.slice(at + 1);
}
