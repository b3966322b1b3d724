import type { Fault } from "../core/index.js";
import { seatsOf, type InstalledLicense } from "./installed.js";
import { clientPools, isInfobasePool, isOverdraft, isServerKey, licensePool } from "./keys.js";
import type { SeatPlace, Session } from "./rows.js";
import type { SeatSnapshot, StoredSeat, StoredSite } from "./snapshot.js";
import { topologyFaults } from "./topology.js";

/** Whatever no history of a site leads to. Empty where one may have. @rule AL-14, AL-15 */
export function snapshotFaults(stored: SeatSnapshot): readonly Fault[] {
  const { licenses, reservations, sessions, seats, waiting } = stored;
  const installed = new Map(licenses.map(({ license }) => [license.license, license]));
  const places = new Set(seats.map(placeKey));
  const held = sessionsIn(sessions);
  const running = new Set(sessions.map(({ facts }) => facts.session));
  const filled = new Map<number, number>();
  for (const { reservation } of seats)
    if (reservation !== null) filled.set(reservation, (filled.get(reservation) ?? 0) + 1);
  return [
    ...siteFaults(stored),
    ...wrong("reservations", reservations, (one) =>
      one.filled === (filled.get(one.number) ?? 0) ? "" : "a reservation that its seats know",
    ),
    ...wrong("waiting", waiting, ({ facts }) => (running.has(facts.session) ? "a session that does not run" : "")),
    ...once("sessions", sessions, ({ facts }) => facts.session),
    ...wrong("sessions", sessions, ({ seat, server }) =>
      [seat, server].every((place) => place === null || places.has(placeKey(place))) &&
      (seat === null || !isServerKey(seat.unit)) &&
      (server === null || isServerKey(server.unit))
        ? ""
        : "seats that are there",
    ),
    ...once("seats", seats, placeKey),
    ...wrong("seats", seats, (seat) => seatFault(seat, held.get(placeKey(seat)) ?? 0, installed.get(seat.license))),
    ...overfull(stored, installed),
  ];
}

/** The same for what changes seldom. */
export function siteFaults({
  topology,
  licenses,
  reservations,
  reservationsMade,
  waiting,
}: StoredSite): readonly Fault[] {
  const computers = new Set(topology.computers.map(({ id }) => id));
  return [
    ...(topologyFaults(topology).length > 0 ? [fault(["topology"], "names of computers that are there, once")] : []),
    ...once("licenses", licenses, ({ license }) => license.license),
    ...wrong("licenses", licenses, ({ license }) =>
      computers.has(license.computer) ? "" : "a computer that is there",
    ),
    ...once("reservations", reservations, ({ reservation }) => reservation),
    ...once("reservations", reservations, ({ number }) => String(number)),
    ...wrong("reservations", reservations, ({ number, filled, seats }) =>
      number <= reservationsMade && filled <= seats
        ? ""
        : "a reservation that was made, of no fewer seats than it fills",
    ),
    ...once("waiting", waiting, ({ facts }) => facts.session),
  ];
}

/** How many sessions there are in each seat. */
export function sessionsIn(sessions: readonly Session[]): ReadonlyMap<string, number> {
  const held = new Map<string, number>();
  for (const { seat, server } of sessions) {
    for (const place of [seat, server])
      if (place !== null) held.set(placeKey(place), (held.get(placeKey(place)) ?? 0) + 1);
  }
  return held;
}

/** Of which unit and which license a seat is, in one text. */
export function placeKey({ unit, license }: SeatPlace): string {
  return `${String(unit.length)} ${unit} ${license}`;
}

function seatFault(seat: StoredSeat, sessions: number, license: InstalledLicense | undefined): string {
  const idle = sessions === 0;
  if (idle !== (seat.freeAt !== null) || idle !== (seat.idleSince !== null))
    return "a seat that is idle exactly as long as no session is in it";
  if ((seat.kind === "server") !== isServerKey(seat.unit)) return "an application server under a server license";
  if (license === undefined || isOverdraft(seat.pool)) return "";
  const ofInfobase = license.type === "community" && isInfobasePool(seat.pool, license.license);
  return ofInfobase || clientPools(license.license).includes(seat.pool) ? "" : "a seat of a pool of its license";
}

/** More seats in use, or kept, than there are. Of what is not installed any more, nobody knows how many there were. @rule AL-14 */
function overfull(stored: SeatSnapshot, installed: ReadonlyMap<string, InstalledLicense>): readonly Fault[] {
  const used = new Map<string, number>();
  const roomFor = (pool: string, license: string): number => {
    if (isOverdraft(pool)) return stored.policies.overdraft;
    const known = installed.get(license);
    return known === undefined ? Number.POSITIVE_INFINITY : seatsOf(known);
  };
  const counted = (pool: string, license: string, seats: number): string => {
    used.set(pool, (used.get(pool) ?? 0) + seats);
    return (used.get(pool) ?? 0) > roomFor(pool, license) ? "no more seats than there are" : "";
  };
  return [
    ...wrong("reservations", stored.reservations, ({ license, seats, filled }) =>
      counted(licensePool(license), license, seats - filled),
    ),
    ...wrong("seats", stored.seats, ({ pool, license }) => counted(pool, license, 1)),
  ];
}

type List = "licenses" | "reservations" | "waiting" | "sessions" | "seats";

/** What is wrong with each of a list. */
function wrong<T>(list: List, all: readonly T[], how: (one: T) => string): readonly Fault[] {
  return all.flatMap((one, at) => {
    const expected = how(one);
    return expected === "" ? [] : [fault([list, at], expected)];
  });
}

/** What is in a list twice. */
function once<T>(list: List, all: readonly T[], nameOf: (one: T) => string): readonly Fault[] {
  const seen = new Set<string>();
  return wrong(list, all, (one) => {
    const name = nameOf(one);
    const isSecond = seen.has(name);
    seen.add(name);
    return isSecond ? "nothing twice" : "";
  });
}

function fault(path: Fault["path"], expected: string): Fault {
  return { path, rule: "format", expected };
}
