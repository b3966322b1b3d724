import type { SeatEvent, SessionFacts, SessionStarted } from "../../allocation/index.js";
import type { DayStep } from "./play-day.js";

/** The sessions that run after a step, by their events alone. */
export function runningAfter(
  steps: readonly Pick<DayStep, "events">[],
  upTo: number,
): ReadonlyMap<string, SessionStarted> {
  const running = new Map<string, SessionStarted>();
  for (const event of steps.slice(0, upTo + 1).flatMap(({ events }) => events)) {
    if (event.type === "session-started") running.set(event.data.facts.session, event.data);
    if (event.type === "session-ended") running.delete(event.data.session);
    const moved = event.type === "session-moved" ? running.get(event.data.session) : undefined;
    if (event.type === "session-moved" && moved !== undefined)
      running.set(event.data.session, { ...moved, client: event.data.client, server: event.data.server });
  }
  return running;
}

/** The sessions that run after events. */
export function runningIn(events: readonly SeatEvent[]): ReadonlyMap<string, SessionStarted> {
  return runningAfter([{ events }], 0);
}

/** What a session that has run said of itself. */
export function firstFacts(events: readonly SeatEvent[], session: string): SessionFacts {
  for (const event of [...events].reverse())
    if (event.type === "session-started" && event.data.facts.session === session) return event.data.facts;
  throw new Error(`${session} has started`);
}
