import type { Decision } from "../core/index.js";
import type { Denial } from "./denial.js";
import type { SeatEvent, SessionQueued, SessionStarted } from "./event.js";

/** What became of a start: it runs, it waits, or it was denied. */
export type StartAnswer =
  | { readonly answer: "started"; readonly started: SessionStarted }
  | { readonly answer: "queued"; readonly queued: SessionQueued }
  | { readonly answer: "denied"; readonly denial: Denial };

/**
 * What a decision means for the session that asked: an accepted start may be one that waits, and beside it others may have
 * ended or started. `undefined`: the decision is about something else.
 *
 * @rule AL-13, AL-19
 * @example
 * ```ts
 * import { seats, startAnswer } from "licit/allocation";
 *
 * const start = { session: "17", application: "thin-client", infobase: "trade", user: "Olga", computer: "DESK-1", at: 1 } as const;
 * startAnswer("17", seats.decide({ type: "start", data: start }, seats.initialState())); // → { answer: "denied", denial: { code: "allocation/unknown-infobase", infobase: "trade" } }
 * ```
 */
export function startAnswer(session: string, decision: Decision<SeatEvent, Denial>): StartAnswer | undefined {
  if (!decision.ok) return { answer: "denied", denial: decision.error };
  for (const event of [...decision.events].reverse()) {
    if (event.type === "session-started" && event.data.facts.session === session)
      return { answer: "started", started: event.data };
    if (event.type === "session-queued" && event.data.facts.session === session)
      return { answer: "queued", queued: event.data };
  }
  return undefined;
}
