import { askingOf, misplaced } from "./asking.js";
import type { Start } from "./command.js";
import type { Refused } from "./denial.js";
import { leaseUntil } from "./lease.js";
import type { Run } from "./run.js";
import { search, whyNoSeat } from "./search.js";
import { factsOf } from "./session.js";
import { waitingOf } from "./waiting.js";

/** Decides whether a session gets a seat. @rule AL-10, AL-13, AL-15, AL-18, AL-19 */
export function start(command: Start, run: Run, at: number): Refused {
  const view = run.now();
  const facts = factsOf(command);
  const waits = waitingOf(view.site(), facts.session) !== undefined;
  if (waits || view.session(facts.session) !== undefined)
    return { code: "allocation/session-exists", session: facts.session, waits };
  const asking = askingOf(facts, view.site());
  if (asking === null) return { code: "allocation/unknown-infobase", infobase: facts.infobase };
  const refused = misplaced(asking);
  if (refused !== undefined) return refused;
  const lease = leaseUntil(command.leaseUntil, view.site().policies, at);
  if (typeof lease === "object" && lease !== null) return lease;
  const grants = search(view, asking);
  if (grants !== null) {
    run.happen({ type: "session-started", data: { facts, ...grants, leaseUntil: lease, waitedSince: null, at } });
    return undefined;
  }
  const why = whyNoSeat(view, asking);
  const { waiting, policies } = view.site();
  if (why.code === "allocation/not-found" || waiting.length >= policies.queue) return why;
  run.happen({ type: "session-queued", data: { facts, position: waiting.length + 1, leaseUntil: lease, at } });
  return undefined;
}
