import type { Borrowing } from "./command.js";
import type { Refused } from "./denial.js";
import { idleUntil } from "./end.js";
import { seatAt } from "./fold.js";
import { get } from "./hash-map.js";
import { checkedUntil } from "./lease.js";
import type { SeatPlace } from "./rows.js";
import type { Run } from "./run.js";
import { serves } from "./site.js";
import { waitingOf } from "./waiting.js";

/** Decides whether the seat of a running session may be taken away for a time. @rule AL-19 */
export function borrow({ session: id, until }: Borrowing, run: Run, at: number): Refused {
  const view = run.now();
  const { borrowingMs } = view.site().policies;
  const session = view.session(id);
  if (session === undefined)
    return { code: "allocation/unknown-session", session: id, waits: waitingOf(view.site(), id) !== undefined };
  if (borrowingMs === 0) return { code: "allocation/switched-off", policy: "borrowingMs" };
  if (session.seat === null) return { code: "allocation/takes-no-seat", session: id };
  const installed = get(view.site().licenses, session.seat.license);
  if (installed === undefined || !serves(installed))
    return { code: "allocation/not-serving", license: session.seat.license };
  const longest = Math.min(borrowingMs, (installed.until ?? Number.MAX_SAFE_INTEGER) - at);
  const checked = checkedUntil(until, at, longest);
  if (typeof checked === "object") return checked;
  run.happen({ type: "seat-borrowed", data: { ...session.seat, until, at } });
  return undefined;
}

/** A borrowed seat comes back: to its sessions, or free; where it would have lingered still, it does. @rule AL-19 */
export function returnSeat({ unit, license }: SeatPlace, run: Run, at: number): Refused {
  const view = run.now();
  const seat = seatAt(view, { unit, license });
  if (seat === undefined) return { code: "allocation/unknown-seat", unit, license };
  if (seat.borrowedUntil === null || seat.borrowedUntil <= at)
    return { code: "allocation/not-borrowed", unit, license };
  const freeAt = seat.idleSince === null ? null : idleUntil({ unit, license }, view, seat.idleSince, 0);
  if (freeAt !== null && freeAt <= at)
    run.happen({ type: "seat-freed", data: { unit, license, reason: "returned", at } });
  else run.happen({ type: "seat-returned", data: { unit, license, freeAt, at } });
  return undefined;
}
