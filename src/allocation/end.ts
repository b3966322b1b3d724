import type { Renewal } from "./command.js";
import type { Refused } from "./denial.js";
import type { LeftSeat, SessionEnded } from "./event.js";
import { seatAt } from "./fold.js";
import { get } from "./hash-map.js";
import { leaseUntil } from "./lease.js";
import type { SeatPlace, Session } from "./rows.js";
import type { Run } from "./run.js";
import { serves } from "./site.js";
import type { SeatView } from "./store.js";
import { waitingOf } from "./waiting.js";

/** Decides what the end of a session does. Ending what is not there is refused, and changes nothing. @rule AL-16 */
export function end(id: string, run: Run, at: number): Refused {
  const view = run.now();
  const session = view.session(id);
  if (session !== undefined) {
    endSession(session, "ended", run, at);
    return undefined;
  }
  if (waitingOf(view.site(), id) === undefined)
    return { code: "allocation/unknown-session", session: id, waits: false };
  run.happen({ type: "session-withdrawn", data: { session: id, reason: "ended", at } });
  return undefined;
}

/** A renewal before the lease has run out keeps the session, or its place in the queue. @rule AL-18 */
export function renew({ session: id, leaseUntil: asked }: Renewal, run: Run, at: number): Refused {
  const view = run.now();
  if (view.session(id) === undefined && waitingOf(view.site(), id) === undefined)
    return { code: "allocation/unknown-session", session: id, waits: false };
  const lease = leaseUntil(asked, view.site().policies, at);
  if (lease !== null && typeof lease === "object") return lease;
  // A lease that was given before leases were switched off ends with the next renewal.
  const given = view.session(id)?.leaseUntil ?? waitingOf(view.site(), id)?.leaseUntil ?? null;
  if (lease === null && given === null) return { code: "allocation/switched-off", policy: "leaseMs" };
  run.happen({ type: "session-renewed", data: { session: id, leaseUntil: lease, at } });
  return undefined;
}

/** Ends a session, and says what becomes of its seats; the one that an administrator released does not stay. */
export function endSession(
  session: Session,
  reason: SessionEnded["reason"],
  run: Run,
  at: number,
  released: SeatPlace | null = null,
): void {
  const view = run.now();
  const client = session.seat === null ? null : left(session.seat, view, at, released);
  const server = session.server === null ? null : left(session.server, view, at, released);
  run.happen({ type: "session-ended", data: { session: session.facts.session, reason, client, server, at } });
}

/** What becomes of a seat that a session leaves. @rule AL-16, AL-17, AL-19 */
function left({ unit, license }: SeatPlace, view: SeatView, at: number, released: SeatPlace | null): LeftSeat {
  const seat = seatAt(view, { unit, license });
  if (seat !== undefined && seat.sessions > 1) return { unit, license, then: "serves-others", freeAt: null };
  const gone = released?.unit === unit && released.license === license;
  const freeAt = gone ? at : idleUntil({ unit, license }, view, at, seat?.borrowedUntil ?? 0);
  return freeAt > at ? { unit, license, then: "idle", freeAt } : { unit, license, then: "free", freeAt: null };
}

/** Until when a seat stays with its unit that no session of it uses from now on. A license that is gone keeps none. */
export function idleUntil({ license }: SeatPlace, view: SeatView, since: number, borrowedUntil: number): number {
  const { licenses, policies } = view.site();
  const installed = get(licenses, license);
  if (installed === undefined || !serves(installed)) return since;
  return Math.max(Math.min(since + policies.lingerMs, Number.MAX_SAFE_INTEGER), borrowedUntil);
}
