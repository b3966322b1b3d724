import type { Release } from "./command.js";
import type { Refused } from "./denial.js";
import { endSession } from "./end.js";
import { seatAt } from "./fold.js";
import { inOrderOfArrival, type SeatPlace } from "./rows.js";
import type { Run } from "./run.js";
import { reservationOf } from "./reservations.js";

/** An administrator frees a seat at once, whoever holds it; or gives up a reservation. @rule AL-19, AL-20 */
export function release(what: Release, run: Run, at: number): Refused {
  const view = run.now();
  if ("reservation" in what) {
    const { reservation } = what;
    if (reservationOf(view.site(), reservation) === undefined)
      return { code: "allocation/unknown-reservation", reservation };
    run.happen({ type: "reservation-ended", data: { reservation, reason: "released", at } });
    return undefined;
  }
  const { unit, license } = what;
  const seat = seatAt(view, what);
  if (seat === undefined) return { code: "allocation/unknown-seat", unit, license };
  if (seat.sessions === 0) {
    run.happen({ type: "seat-freed", data: { unit, license, reason: "released", at } });
    return undefined;
  }
  const isThis = (place: SeatPlace | null): boolean => place?.unit === unit && place.license === license;
  const ofSeat = [...view.sessionsOf(license)].filter(({ seat: client, server }) => isThis(client) || isThis(server));
  for (const session of ofSeat.sort(inOrderOfArrival)) endSession(session, "released", run, at, what);
  return undefined;
}
