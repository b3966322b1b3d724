import { placedAsking } from "./asking.js";
import { endSession } from "./end.js";
import type { Run } from "./run.js";
import { search } from "./search.js";

/**
 * What becomes of a session whose license is gone, where it does not run on: it ends; or it moves to another license, and
 * where there is none, runs on.
 *
 * @rule AL-17
 */
export function leaveBehind(id: string, reason: "license-removed" | "license-expired", run: Run, at: number): void {
  const view = run.now();
  const session = view.session(id);
  if (session === undefined) return;
  if (view.site().policies.onRemoval === "end") {
    endSession(session, reason, run, at);
    return;
  }
  const asking = placedAsking(session.facts, view.site());
  const grants = asking === null ? null : search(view, asking);
  if (grants !== null) run.happen({ type: "session-moved", data: { session: id, ...grants, at } });
}
