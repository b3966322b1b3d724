import { askingOf, throughWebServer, type Asking } from "./asking.js";
import type { Start } from "./command.js";
import type { Denial, Refused } from "./denial.js";
import { leaseUntil } from "./lease.js";
import type { Run } from "./run.js";
import { search, whyNoSeat } from "./search.js";
import { consumes, factsOf, isRemote } from "./session.js";
import { isWaiting } from "./site.js";

/** Decides whether a session gets a seat. @rule AL-10, AL-13, AL-15, AL-18, AL-19 */
export function start(command: Start, run: Run, at: number): Refused {
  const view = run.now();
  const facts = factsOf(command);
  const waits = isWaiting(view.site(), facts.session);
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
  run.happen({ type: "session-queued", data: { facts, position: waiting.length + 1, at } });
  return undefined;
}

/** What a session says of itself that cannot be at this site. */
function misplaced({ facts, infobase, places, onTerminalServer }: Asking): Denial | undefined {
  const { application, computer, terminalSession } = facts;
  if (!consumes[application]) return undefined;
  if (!isRemote(application) && places.client === null) return { code: "allocation/unknown-computer", computer };
  if (onTerminalServer && terminalSession === undefined) return { code: "allocation/no-terminal-session", computer };
  if (infobase.mode === "file" && throughWebServer(facts) && places.server === null)
    return { code: "allocation/not-published", infobase: infobase.id };
  return undefined;
}
