import * as fc from "fast-check";
import { handle, replay } from "licit";
import {
  decideSeats,
  freeSeats,
  holders,
  parseSeatCommand,
  parseSeatEvent,
  restore,
  seats,
  snapshot,
  type SeatState,
} from "licit/allocation";
import { expect, test } from "vitest";
import * as allocation from "licit/allocation";
import { daysOf, policies } from "../src/spec/allocation/days.ts";
import { playDay } from "../src/spec/allocation/play-day.ts";
import { mapStore } from "./map-store.ts";
import { referenceSite, type Sitting } from "./seats-reference.ts";

/** Who sits where, to compare. */
function sittingOf(state: SeatState): Sitting {
  return holders(state)
    .map(({ license, unit, sessions }) => [license, unit, sessions.map(({ session }) => session).sort()] as const)
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

test("AL-01 … AL-29 any day is as a slow and obvious implementation tells it", async () => {
  await fc.assert(
    fc.asyncProperty(daysOf(policies, 60), async (day) => {
      const reference = referenceSite();
      for (const { command, decision, stateAfter } of await playDay(allocation, day)) {
        const state = stateAfter as SeatState;
        expect([JSON.stringify(command), decision.ok ? "ok" : decision.error.code]).toEqual([
          JSON.stringify(command),
          reference.obey(command),
        ]);
        expect(sittingOf(state), JSON.stringify(command)).toEqual(reference.sitting());
        expect(state.site.waiting.map(({ facts }) => facts.session)).toEqual(reference.waiting());
      }
    }),
    { numRuns: 700, seed: 5 },
  );
});

/** JSON in which names are in order. */
function ordered(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) =>
    typeof member === "object" && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
}

/** A snapshot in which the order of rows and names says nothing. */
function sorted(state: SeatState): unknown {
  const { sessions, seats: taken, licenses, lastSources, reservations, ...rest } = snapshot(state);
  const inOrder = (all: readonly object[]): string[] => all.map((each) => ordered(each)).sort();
  return JSON.parse(
    JSON.stringify({ ...rest, all: [sessions, taken, licenses, lastSources, reservations].map(inOrder) }),
  ) as unknown;
}

test("decisions over a server's own maps are those over the library's state", async () => {
  await fc.assert(
    fc.asyncProperty(daysOf(policies, 40), async (day) => {
      const store = mapStore();
      for (const { command, decision } of await playDay(allocation, day)) {
        const own = decideSeats(command, store);
        expect(own).toEqual(decision);
        for (const event of own.ok ? own.events : []) allocation.foldSeats(store, event);
      }
    }),
    { numRuns: 200, seed: 6 },
  );
});

test("old states stay as they were, events rebuild a state, and a stored one goes on as if nothing had been", async () => {
  await fc.assert(
    fc.asyncProperty(daysOf(policies, 40), async (day) => {
      const steps = await playDay(allocation, day);
      const seen = steps.map(({ stateAfter }) => JSON.stringify(snapshot(stateAfter as SeatState)));
      const events = steps.flatMap((step) => step.events);
      const rebuilt = JSON.parse(JSON.stringify(events)) as typeof events;
      for (const event of rebuilt) expect(parseSeatEvent(event)).toEqual({ ok: true, value: event });
      expect(JSON.stringify(snapshot(replay(seats, rebuilt)))).toBe(seen.at(-1));
      for (const [n, { stateAfter, stateBefore, command, decision }] of steps.entries()) {
        expect(JSON.stringify(snapshot(stateAfter as SeatState))).toBe(seen[n]);
        const restored = restore(JSON.parse(JSON.stringify(snapshot(stateBefore as SeatState))));
        if (!restored.ok) throw new Error(JSON.stringify(restored.error));
        const again = handle(seats, command, restored.value);
        expect(JSON.parse(JSON.stringify(again.decision))).toEqual(JSON.parse(JSON.stringify(decision)));
        expect(sorted(again.state)).toEqual(sorted(stateAfter as SeatState));
        expect(freeSeats(again.state)).toEqual(freeSeats(stateAfter as SeatState));
        expect(parseSeatCommand(JSON.parse(JSON.stringify(command))).ok).toBe(true);
      }
    }),
    { numRuns: 60, seed: 7 },
  );
});
