import { compareCodePoints } from "../core/index.js";
import { withDeadline } from "./deadlines.js";
import { get, remove, set } from "./hash-map.js";
import type { Reservation, Site } from "./site.js";

/** The site in which a reservation is another: `null`, none. */
export function withReservation(site: Site, id: string, license: string, reservation: Reservation | null): Site {
  const before = reservationOf(site, id);
  const others = (get(site.reservations, license) ?? []).filter((other) => other.reservation !== id);
  const all = reservation === null ? others : [...others, reservation].sort(byId);
  return {
    ...site,
    reservations: all.length === 0 ? remove(site.reservations, license) : set(site.reservations, license, all),
    deadlines: withDeadline(site.deadlines, "reservation", id, before?.until ?? null, reservation?.until ?? null),
    reserved: reservation === null ? remove(site.reserved, id) : set(site.reserved, id, license),
  };
}

/** A reservation, by its id. */
export function reservationOf(site: Site, id: string): Reservation | undefined {
  const license = get(site.reserved, id);
  if (license === undefined) return undefined;
  return get(site.reservations, license)?.find(({ reservation }) => reservation === id);
}

function byId(a: Reservation, b: Reservation): number {
  return compareCodePoints(a.reservation, b.reservation);
}
