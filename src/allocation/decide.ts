import { err, type Decision } from "../core/index.js";
import type { SeatCommand } from "./command.js";
import { configure } from "./configure.js";
import type { Denial, Refused } from "./denial.js";
import { end, renew } from "./end.js";
import type { SeatEvent } from "./event.js";
import { borrow, returnSeat } from "./borrow.js";
import { install, removeLicense } from "./install.js";
import { overlayOn } from "./overlay.js";
import { makesRoom, serveQueue } from "./queue.js";
import { readCommand } from "./read-command.js";
import { release } from "./release.js";
import { reserve } from "./reserve.js";
import { runOn, type Run } from "./run.js";
import { settle } from "./settle.js";
import { start } from "./start.js";
import type { SeatStore, SeatView } from "./store.js";

/**
 * Decides a command over a state that is kept elsewhere, as `seats.decide` does over its own: pure, it only reads. Write
 * the events into your rows with `foldSeats`, in order, or in your own way.
 *
 * @rule AL-09 … AL-23, AL-26 … AL-29
 * @example
 * ```ts
 * import { decideSeats, emptySite, type SeatView } from "licit/allocation";
 *
 * const nothing: SeatView = {
 *   at: () => 0,
 *   site: () => emptySite,
 *   session: () => undefined,
 *   unit: () => undefined,
 *   pool: () => undefined,
 *   due: () => [],
 *   sessionsOf: () => [],
 * };
 * decideSeats({ type: "end", data: { session: "17", at: 1 } }, nothing); // → { ok: false, error: { code: "allocation/unknown-session", session: "17", waits: false } }
 * ```
 */
export function decideSeats(command: SeatCommand, view: SeatView): Decision<SeatEvent, Denial> {
  return decideOn(command, view, () => overlayOn(view));
}

/** Decides a command over a view. `draft` gives a store over the same state, whose writes nobody else sees. */
export function decideOn(command: SeatCommand, view: SeatView, draft: () => SeatStore): Decision<SeatEvent, Denial> {
  const read = readCommand(command);
  if (!read.ok) return read;
  const at = Math.max(view.at(), read.value.data.at);
  const run = runOn(view, draft);
  settle(run, at);
  const settled = run.events.length;
  const refused = obey(read.value, run, at);
  if (refused !== undefined) return err(refused);
  // Who has just joined an empty queue has just been denied.
  if (view.site().waiting.length > 0 && run.events.slice(settled).some(makesRoom)) serveQueue(run, at);
  return { ok: true, events: run.events };
}

function obey(command: SeatCommand, run: Run, at: number): Refused {
  switch (command.type) {
    case "configure":
      return configure(command.data, run, at);
    case "install":
      return install(command.data.license, run, at);
    case "remove":
      return removeLicense(command.data.license, run, at);
    case "start":
      return start(command.data, run, at);
    case "renew":
      return renew(command.data, run, at);
    case "end":
      return end(command.data.session, run, at);
    case "release":
      return release(command.data, run, at);
    case "reserve":
      return reserve(command.data, run, at);
    case "borrow":
      return borrow(command.data, run, at);
    case "return":
      return returnSeat(command.data, run, at);
    case "tick":
      // What happened on the way carries its own time; the state's must not stay behind.
      if (at > run.now().at()) run.happen({ type: "time-passed", data: { at } });
      return undefined;
  }
}
