import { endSession } from "./end.js";
import { licenseGone } from "./install.js";
import { makesRoom, serveQueue } from "./queue.js";
import { inOrderOfTime, type Deadline } from "./rows.js";
import type { Run } from "./run.js";
import { firstOf, put, without, type Sorted } from "./sorted.js";
import type { SeatEvent } from "./event.js";

/**
 * Lets everything happen that came due at or before a moment, each as of its own time, and with what follows from it: so
 * it does not matter how often anybody looks.
 *
 * @rule AL-17, AL-18, AL-19
 */
export function settle(run: Run, at: number): void {
  const view = run.now();
  const first = firstOf(view.site().deadlines)?.[0];
  const rows = view.due(at)[Symbol.iterator]();
  let row = rows.next();
  if (row.done === true && (first === undefined || first.at > at)) return;
  let later: Sorted<Deadline, null> = null; // what came up on the way
  for (;;) {
    const given = row.done === true ? undefined : row.value;
    const ofSite = firstOf(run.now().site().deadlines)?.[0];
    const next = earliest(earliest(given, firstOf(later)?.[0]), ofSite);
    if (next === undefined || next.at > at) return;
    if (next === given) row = rows.next();
    later = without(later, next, inOrderOfTime);
    const known = run.events.length;
    const moment = Math.max(run.now().at(), next.at);
    occur(next, run, moment);
    if (run.events.slice(known).some(makesRoom)) serveQueue(run, moment);
    for (const event of run.events.slice(known)) {
      for (const deadline of deadlinesOf(event, run))
        if (deadline.at <= at) later = put(later, deadline, null, inOrderOfTime);
    }
  }
}

function earliest(a: Deadline | undefined, b: Deadline | undefined): Deadline | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return inOrderOfTime(b, a) < 0 ? b : a;
}

/** What happens at a deadline that still holds. */
function occur({ at: due, of, id }: Deadline, run: Run, at: number): void {
  const view = run.now();
  switch (of) {
    case "license":
      licenseGone("license-expired", id, run, at);
      break;
    case "reservation":
      run.happen({ type: "reservation-ended", data: { reservation: id, reason: "time", at } });
      break;
    case "waiting":
      run.happen({ type: "session-withdrawn", data: { session: id, reason: "lease-ran-out", at } });
      break;
    case "session": {
      const session = view.session(id);
      if (session?.leaseUntil === due) endSession(session, "lease-ran-out", run, at);
      break;
    }
    case "unit":
      for (const { license, freeAt } of view.unit(id)?.seats ?? [])
        if (freeAt !== null && freeAt <= due)
          run.happen({ type: "seat-freed", data: { unit: id, license, reason: "time", at } });
  }
}

/** What comes due by an event: a lease that begins, a seat that is idle from now on, another one of a unit. */
function deadlinesOf(event: SeatEvent, run: Run): readonly Deadline[] {
  switch (event.type) {
    case "session-started": {
      const { facts, leaseUntil } = event.data;
      return leaseUntil === null ? [] : [{ at: leaseUntil, of: "session", id: facts.session }];
    }
    case "session-ended":
      return [event.data.client, event.data.server].flatMap((left) =>
        left === null || left.freeAt === null ? [] : [{ at: left.freeAt, of: "unit", id: left.unit } as const],
      );
    case "seat-freed": {
      const { unit } = event.data;
      const others = run.now().unit(unit)?.seats ?? [];
      return others.flatMap(({ freeAt }) => (freeAt === null ? [] : [{ at: freeAt, of: "unit", id: unit } as const]));
    }
    default:
      return [];
  }
}
