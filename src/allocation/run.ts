import type { SeatEvent } from "./event.js";
import { foldSeats } from "./fold.js";
import type { SeatStore, SeatView } from "./store.js";

/** A decision that is being made: what has happened so far, and the state after it. */
export interface Run {
  readonly events: SeatEvent[];
  happen(event: SeatEvent): void;
  /** The state with all that happened. Most decisions are one event long, and never ask: for these nothing is written. */
  now(): SeatView;
}

/** A run over a view. `draft` gives a store over the same state, whose writes nobody else sees. */
export function runOn(view: SeatView, draft: () => SeatStore): Run {
  const events: SeatEvent[] = [];
  let store: SeatStore | undefined;
  let folded = 0;
  return {
    events,
    happen: (event) => void events.push(event),
    now() {
      if (folded === events.length) return store ?? view;
      store ??= draft();
      for (const event of events.slice(folded)) foldSeats(store, event);
      folded = events.length;
      return store;
    },
  };
}
