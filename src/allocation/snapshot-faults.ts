import type { Fault } from "../core/index.js";
import { seatsOf, type InstalledLicense } from "./installed.js";
import { clientPools, infobasePool, licensePool, overdraftPool } from "./keys.js";
import type { SeatPlace, Session } from "./rows.js";
import type { SeatSnapshot, StoredSeat } from "./snapshot.js";
import { topologyFaults } from "./topology.js";

/** Whatever no history of a site leads to. Empty where one may have. @rule AL-14, AL-15 */
export function snapshotFaults(stored: SeatSnapshot): readonly Fault[] {
  const { topology, licenses, reservations, sessions, seats, waiting } = stored;
  const computers = new Set(topology.computers.map(({ id }) => id));
  const installed = new Map(licenses.map(({ license }) => [license.license, license]));
  const places = new Map(seats.map((seat) => [placeKey(seat), seat]));
  const held = sessionsIn(sessions);
  const running = new Set(sessions.map(({ facts }) => facts.session));
  return [
    ...(topologyFaults(topology).length > 0 ? [fault(["topology"], "names of computers that are there, once")] : []),
    ...each(
      "licenses",
      licenses,
      ({ license }) => license.license,
      ({ license }) => (computers.has(license.computer) ? "" : "a license on a computer that is there"),
    ),
    ...each(
      "reservations",
      reservations,
      ({ reservation }) => reservation,
      (reservation) => {
        const filled = seats.filter(
          (seat) => seat.license === reservation.license && seat.reservation === reservation.number,
        );
        const known = installed.has(reservation.license) && reservation.number <= stored.reservationsMade;
        return known && filled.length === reservation.filled && reservation.filled <= reservation.seats
          ? ""
          : "a reservation that its license and its seats know";
      },
    ),
    ...each(
      "waiting",
      waiting,
      ({ facts }) => facts.session,
      ({ facts }) => (running.has(facts.session) ? "a session that does not run" : ""),
    ),
    ...each(
      "sessions",
      sessions,
      ({ facts }) => facts.session,
      ({ seat, server }) =>
        [seat, server].every((place) => place === null || places.has(placeKey(place)))
          ? ""
          : "a session in seats that are there",
    ),
    ...each("seats", seats, placeKey, (seat) =>
      seatFault(seat, held.get(placeKey(seat)) ?? 0, installed.get(seat.license)),
    ),
    ...overfull(stored, installed),
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
  const pools = license === undefined ? [] : [...clientPools(license.license), overdraftPool(license)];
  const ownOfInfobase = license?.type === "community" && seat.pool.startsWith(infobasePool(license.license, ""));
  return license === undefined || ownOfInfobase || pools.includes(seat.pool) ? "" : "a seat of a pool of its license";
}

/** More seats in use, or kept, than there are. @rule AL-14 */
function overfull(stored: SeatSnapshot, installed: ReadonlyMap<string, InstalledLicense>): readonly Fault[] {
  const used = new Map<string, number>();
  for (const { reservation: _, license, seats, filled } of stored.reservations)
    used.set(licensePool(license), (used.get(licensePool(license)) ?? 0) + seats - filled);
  return stored.seats.flatMap((seat, at) => {
    const now = (used.get(seat.pool) ?? 0) + 1;
    used.set(seat.pool, now);
    const license = installed.get(seat.license);
    if (license === undefined) return [];
    const room = seat.pool === overdraftPool(license) ? stored.policies.overdraft : seatsOf(license);
    return now > room ? [fault(["seats", at], "no more seats than there are")] : [];
  });
}

/** What is wrong with each of a list, or twice in it. */
function each<T>(
  list: "licenses" | "reservations" | "waiting" | "sessions" | "seats",
  all: readonly T[],
  nameOf: (one: T) => string,
  wrongWith: (one: T) => string,
): readonly Fault[] {
  const seen = new Set<string>();
  return all.flatMap((one, at) => {
    const name = nameOf(one);
    const expected = seen.has(name) ? "nothing twice" : wrongWith(one);
    seen.add(name);
    return expected === "" ? [] : [fault([list, at], expected)];
  });
}

function fault(path: Fault["path"], expected: string): Fault {
  return { path, rule: "format", expected };
}
