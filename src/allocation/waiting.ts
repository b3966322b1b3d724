import { withDeadline } from "./deadlines.js";
import type { Site, Waiting } from "./site.js";

/** Whether a session waits for a seat. */
export function waitingOf({ waiting }: Site, session: string): Waiting | undefined {
  return waiting.find(({ facts }) => facts.session === session);
}

/** The site in which a session waits, in its place or as the last one; `null`: it does not. @rule AL-19 */
export function withWaiting(site: Site, session: string, entry: Waiting | null): Site {
  const before = waitingOf(site, session);
  const ended = before?.leaseUntil ?? null;
  const deadlines = withDeadline(site.deadlines, "waiting", session, ended, entry?.leaseUntil ?? null);
  const others = entry === null ? [] : [entry];
  const waiting =
    before === undefined
      ? [...site.waiting, ...others]
      : site.waiting.flatMap((one) => (one === before ? others : [one]));
  return { ...site, deadlines, waiting };
}
