import type { ReservationRequest } from "./command.js";
import type { Refused } from "./denial.js";
import { get } from "./hash-map.js";
import { seatsOf } from "./installed.js";
import { licensePool } from "./keys.js";
import type { Run } from "./run.js";
import { reservationOf } from "./reservations.js";
import { isOfClients, serves, type Installed } from "./site.js";

/** Decides whether seats can be kept for somebody: free ones only. @rule AL-19 */
export function reserve(asked: ReservationRequest, run: Run, at: number): Refused {
  const { reservation, license, seats, for: whom, until = null } = asked;
  const view = run.now();
  const site = view.site();
  if (!site.policies.reservation) return { code: "allocation/switched-off", policy: "reservation" };
  if (reservationOf(site, reservation) !== undefined) return { code: "allocation/reservation-exists", reservation };
  const installed = get(site.licenses, license);
  if (installed === undefined) return { code: "allocation/unknown-license", license };
  if (until !== null && until <= at) return { code: "allocation/in-the-past", until, at };
  const { used, kept } = view.pool(licensePool(license)) ?? { used: 0, kept: 0 };
  const free = keepsSeats(installed) ? seatsOf(installed.license) - used - kept : 0;
  if (seats > free) return { code: "allocation/too-few-free", license, free };
  run.happen({ type: "seats-reserved", data: { reservation, license, seats, for: whom, until, at } });
  return undefined;
}

/** Seats of a community license are the infobases', those of a server license the servers'. */
function keepsSeats(installed: Installed): boolean {
  return serves(installed) && isOfClients(installed) && installed.license.type !== "community";
}
