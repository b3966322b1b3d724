import { parseLetter, writeLetter } from "licit/center";
import { kits, pinCountOf, setsOf, type KitName, type LicenseType } from "licit/pins";
import { computerAfter, happenings, newComputer, type Happening } from "./computers.js";
import { obtain, works, type Household } from "./customer.js";
import { ask, checkStored, newDesk, tell, type Desk } from "./desk.js";
import type { Dice } from "./dice.js";
import { newOwner } from "./owners.js";
import { vendor, type Seat } from "./seat.js";
import { steal, type Theft } from "./thief.js";

/** Ten years of one kit. */
export interface Life {
  readonly kit: KitName;
  readonly desk: Desk;
  readonly seats: readonly Seat[];
  readonly happened: readonly Happening[];
  readonly thefts: readonly Theft[];
  readonly thieves: readonly Seat[];
  /** When it ended. */
  readonly end: number;
}

const YEAR = 365 * 86_400_000;
const START = 1_767_225_600_000; // the first of 2026, UTC

/** Which kits are sold, and how often. */
const sold: readonly KitName[] = [
  ...Array.from({ length: 10 }, () => "client-1" as const),
  ...Array.from({ length: 4 }, () => "base" as const),
  "client-5",
  "client-5",
  "client-5",
  "package-5",
  "client-10",
  "client-20",
  "client-50",
  "server",
  "package-10-server",
];

/** Plays one kit, from its sale to the end of ten years. */
export function live(dice: Dice, nth: number, years: number): Life {
  const name = dice.pick(sold);
  const home = buy(dice, nth, name);
  const end = START + years * YEAR;
  const seats = seatsOf(dice, nth, name);
  const happened: Happening[] = [];
  const thieves: Seat[] = [];
  const thefts: Theft[] = [];
  for (const { at, seat, what } of agenda(dice, seats, years)) {
    if (what === "installed") obtain(seat, home, at);
    else if (what === "robbed") {
      const { theft, seat: thief } = steal(home, seat, at);
      thefts.push(theft);
      thieves.push(thief);
      if (theft === "license" && dice.chance(0.5))
        tell(home.desk, { type: "revoke", data: { pin: thief.pin ?? "", reason: "stolen", at: at + 1_000 } });
    } else if (what === "forgot") loseThePapers(seat, home, at);
    else {
      happened.push(what);
      seat.computer = computerAfter(what, seat.computer, dice);
      if (what === "license file lost") seat.license = undefined;
      if (!works(seat, at)) obtain(seat, home, at + dice.below(86_400_000));
    }
    const late = home.late.shift();
    if (late !== undefined) ask(home.desk, { type: "request-license", data: { ...late, at: at + 2_000 } });
  }
  checkStored(home.desk);
  return { kit: name, desk: home.desk, seats, happened, thefts, thieves, end };
}

/** The kit is sold: the center knows its PINs, and the customer has them on paper. */
function buy(dice: Dice, nth: number, name: KitName): Household {
  const definition = kits[name];
  const kit = String(8_050_000_000 + nth);
  const pinsOf = (set: LicenseType) =>
    Array.from({ length: pinCountOf(definition, set) }, () => `${dice.below(9)}${dice.digits(14)}`);
  const pins = Object.fromEntries(setsOf(definition).map((set) => [set, pinsOf(set)]));
  const desk = newDesk();
  const customer = { name: `Customer ${nth}`, email: `customer${nth}@example.com` };
  const registered = tell(desk, {
    type: "register-kit",
    data: { ...vendor, customer, kit, definition, pins, at: START },
  });
  if (!registered.ok) throw new TypeError(`kit ${kit} is refused: ${JSON.stringify(registered.error)}`);
  const paper = { "single-user": [], "multi-user": [], server: [], ...structuredClone(pins) };
  return { dice, kit, desk, paper, careful: dice.chance(0.6), late: [] };
}

/** The computers of a customer: as many workstations as the kit has, or a server for all of them. */
function seatsOf(dice: Dice, nth: number, name: KitName): readonly Seat[] {
  const { client, server } = kits[name];
  const single = client?.sets.includes("single-user") === true && (client.workstations === 1 || dice.chance(0.6));
  const sets: LicenseType[] = [];
  if (single) for (let n = 0; n < client.workstations; n++) sets.push("single-user");
  else if (client !== undefined) sets.push("multi-user");
  if (server === true) sets.push("server");
  const by = dice.pick(["automatic", "automatic", "automatic", "file", "phone"] as const);
  const owner = newOwner(dice, nth);
  return sets.map((set, at) => ({
    name: `PC-${nth}-${at}`,
    set,
    owner: dice.chance(0.1) ? newOwner(dice, nth * 1_000 + at) : owner,
    computer: newComputer(dice, `PC-${nth}-${at}`),
    by,
    pin: undefined,
    license: undefined,
    request: undefined,
    stuck: undefined,
  }));
}

/** Something that will happen. */
interface Appointment {
  readonly at: number;
  readonly seat: Seat;
  readonly what: Happening | "installed" | "robbed" | "forgot";
}

/** What will happen, in the order of time. */
function agenda(dice: Dice, seats: readonly Seat[], years: number): readonly Appointment[] {
  const dates: Appointment[] = [];
  const when = (): number => START + YEAR / 12 + dice.below(Math.floor((years - 0.5) * YEAR));
  for (const seat of seats) {
    dates.push({ at: START + 1 + dice.below(YEAR / 12), seat, what: "installed" });
    for (const what of Object.keys(happenings) as Happening[])
      // the names of this very record
      for (let n = 0; n < timesOf(happenings[what] * (years / 10), dice); n++) dates.push({ at: when(), seat, what });
    if (dice.chance(0.1)) dates.push({ at: START + dice.below(years * YEAR), seat, what: "robbed" });
    if (dice.chance(0.03)) dates.push({ at: START + dice.below(YEAR / 12), seat, what: "robbed" });
    if (dice.chance(0.1)) dates.push({ at: when(), seat, what: "forgot" });
  }
  return dates.sort((a, b) => a.at - b.at);
}

/** How often something happens that happens so often on average. */
function timesOf(average: number, dice: Dice): number {
  let times = 0;
  for (let n = 0; n < 8; n++) if (dice.chance(average / 8)) times++;
  return times;
}

/** The papers are lost: a letter is written, read, and answered to the address on record. @rule CE-10, CE-13 */
function loseThePapers({ owner }: Seat, { desk, kit, dice }: Household, at: number): void {
  const name = owner.kind === "company" ? (owner.organization ?? "") : "";
  const wants = dice.pick(["pins", "owner"] as const);
  const text = writeLetter(
    { kind: "lost-data", wants, kit, name, reason: "the papers are lost" },
    dice.pick(["en", "ru"]),
  );
  const read = parseLetter(text);
  if (!read.ok || read.value.letter.kind !== "lost-data") {
    desk.broken.push(`CE-13: ${text} does not read back`);
    return;
  }
  ask(desk, { type: "request-lost-data", data: { letter: read.value.letter, at } });
}
