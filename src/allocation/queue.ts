import { placedAsking } from "./asking.js";
import type { SeatEvent } from "./event.js";
import { leaseUntil } from "./lease.js";
import type { Run } from "./run.js";
import { search } from "./search.js";
import type { Waiting } from "./site.js";

/**
 * Starts those who wait and can be served now, in order of arrival. So nobody who comes later finds a seat that somebody
 * before could have had. What a seat of its unit makes possible for an earlier one, it gets, too.
 *
 * @rule AL-19
 */
export function serveQueue(run: Run, at: number): void {
  let { waiting } = run.now().site();
  while (waiting.length > 0) {
    const left = waiting.filter((one) => !served(one, run, at));
    if (left.length === waiting.length) return;
    waiting = left;
  }
}

/** Whether an event may make it possible to start somebody who waits. */
export function makesRoom({ type }: SeatEvent): boolean {
  switch (type) {
    case "session-queued":
    case "session-renewed":
    case "session-withdrawn":
    case "seat-borrowed":
    case "seat-returned":
    case "seats-reserved":
    case "time-passed":
      return false;
    default:
      return true;
  }
}

function served({ facts, since }: Waiting, run: Run, at: number): boolean {
  const view = run.now();
  const asking = placedAsking(facts, view.site());
  const grants = asking === null ? null : search(view, asking);
  if (grants === null) return false;
  const lease = leaseUntil(undefined, view.site().policies, at);
  const until = typeof lease === "number" ? lease : null;
  run.happen({ type: "session-started", data: { facts, ...grants, leaseUntil: until, waitedSince: since, at } });
  return true;
}
