import type { Holder, InstalledLicense } from "../../allocation/index.js";
import { ensure, ensureEqual, rulesFor, type Rule } from "../rule.js";
import { daysOf, policies } from "./days.js";
import { playDay, type DayStep, type Look } from "./play-day.js";
import { runningAfter } from "./running.js";

const rule = rulesFor("allocation");
const days = daysOf(policies);

/** Seats of a license; of a community license three for each infobase. */
function seatsOf(license: InstalledLicense, infobases: number): number {
  if (license.type === "community") return 3 * infobases;
  return "seats" in license ? license.seats : 1;
}

/** Licenses that are installed after a step, by their commands alone. */
function installedAfter(steps: readonly DayStep[], upTo: number): ReadonlyMap<string, InstalledLicense> {
  const installed = new Map<string, InstalledLicense>();
  for (const { command, decision } of steps.slice(0, upTo + 1)) {
    if (!decision.ok) continue;
    if (command.type === "install") installed.set(command.data.license.license, command.data.license);
    if (command.type === "remove") installed.delete(command.data.license);
  }
  return installed;
}

/** Holders of seats that count. */
function counted({ holders }: Look): readonly Holder[] {
  return holders.filter(({ state }) => state !== "runs-on");
}

function wordsOf({ command, decision }: DayStep): string {
  return `${JSON.stringify(command)} ${decision.ok ? "" : decision.error.code}`;
}

/** The rules that hold after every command, at any site, under any policies. */
export const dayRules: readonly Rule[] = [
  rule(
    {
      id: "AL-14",
      statement: "Seats in use never exceed the seats of the licenses in any pool, under any sequence of commands.",
      source: "S2",
    },
    {
      cases: days,
      async holds(subject, day) {
        const steps = await playDay(subject, day);
        const beyond = day.policies.overdraft ?? 0;
        for (const [n, step] of steps.entries()) {
          const installed = installedAfter(steps, n);
          const { free } = step.after;
          for (const row of free) {
            ensure(row.used + row.kept <= row.seats, `${JSON.stringify(row)} after ${wordsOf(step)}`);
            ensureEqual(row.free, row.seats - row.used - row.kept, "what is free follows");
            const license = installed.get(row.license ?? "");
            const idle = row.idle !== undefined;
            const rowSeats = license === undefined ? beyond : idle ? 0 : seatsOf(license, 1);
            ensureEqual(row.seats, rowSeats, "a pool has the seats of its license");
          }
          ensureEqual(
            new Set(free.flatMap(({ license }) => license ?? [])),
            new Set(installed.keys()),
            "of each license",
          );
          // The same once more, over those who hold the seats: software together, dongles together, by computer.
          for (const { id } of day.topology.computers) {
            for (const dongles of [false, true]) {
              const here = [...installed.values()].filter(
                (license) =>
                  license.computer === id &&
                  (license.type === "dongle") === dongles &&
                  license.type !== "server" &&
                  license.type !== "server-dongle",
              );
              const held = counted(step.after).filter(({ license }) => here.some((one) => one.license === license));
              const apart = day.policies.designer === "own-pool" ? 2 : 1;
              const sum = here.reduce((all, license) => all + seatsOf(license, day.topology.infobases.length), 0);
              ensure(held.length <= apart * sum + beyond, `${String(held.length)} of ${String(sum)} seats on ${id}`);
            }
          }
        }
      },
    },
  ),
  rule(
    {
      id: "AL-15",
      statement: "Seats in use = number of distinct units served; a second session of a unit takes none.",
      source: "S0 … S3",
    },
    {
      cases: days,
      async holds(subject, day) {
        const steps = await playDay(subject, day);
        for (const [n, step] of steps.entries()) {
          const held = counted(step.after);
          const used = step.after.free.reduce((sum, row) => sum + row.used, 0);
          ensureEqual(used, held.length, `seats in use and units served, after ${wordsOf(step)}`);
          const units = new Set(held.map(({ unit, license }) => JSON.stringify([unit, license])));
          ensureEqual(units.size, held.length, "no unit twice in a license");
          const running = runningAfter(steps, n);
          const seated = step.after.holders.filter(({ kind }) => kind !== "server").flatMap(({ sessions }) => sessions);
          const consumers = [...running.values()].filter(({ client }) => client !== null);
          ensureEqual(
            seated.map(({ session }) => session).sort(),
            consumers.map(({ facts }) => facts.session).sort(),
            "every consumer sits in one seat",
          );
          ensure(
            held.every(({ state, sessions }) => (state === "in-use") === sessions.length > 0),
            "a seat is in use as long as somebody sits in it",
          );
          // Whoever asks as somebody in the same place was granted, and whose seat counts, shares it.
          if (step.command.type !== "start") continue;
          const started = step.events.flatMap((event) => (event.type === "session-started" ? [event.data] : [])).at(-1);
          const { session: _, user: __, ...asks } = started?.facts ?? { session: "", user: "" };
          if (started?.client === null || started?.client === undefined || started.client.kind === "session") continue;
          const before = runningAfter(steps, n - 1);
          const twin = [...before.values()].find(({ facts: { session: ___, user: ____, ...facts }, client }) => {
            const seat = held.some(({ unit, license }) => unit === client?.unit && license === client.license);
            return seat && JSON.stringify(facts) === JSON.stringify(asks) && client?.kind !== "session";
          });
          const others = step.events.filter(({ type }) => type === "session-started" || type === "session-ended");
          if (twin !== undefined && others.length === 1)
            ensure(started.client.held, "a second session of a unit takes none");
        }
      },
    },
  ),
  rule(
    {
      id: "AL-16",
      statement:
        "The last session of a unit to end frees its seat, at once; ending twice, or ending what never was, changes nothing. (It is refused, by name.)",
      source: "—",
    },
    {
      cases: daysOf(policies.map((some) => ({ ...some, lingerMs: 0, borrowingMs: 0 }))),
      async holds(subject, day) {
        const steps = await playDay(subject, day);
        for (const [n, step] of steps.entries()) {
          if (step.command.type !== "end") continue;
          const { session } = step.command.data;
          const running = runningAfter(steps, n - 1).has(session);
          if (step.decision.ok) {
            const left = step.after.holders.flatMap(({ sessions }) => sessions);
            ensure(!left.some((one) => one.session === session), "it sits nowhere any more");
            ensure(
              step.after.holders.every(({ sessions }) => sessions.length > 0),
              "no seat is held by nobody",
            );
          } else {
            // Its lease or its license may have run out meanwhile.
            const settled = await subject.seats.decide({ type: "tick", data: { at: step.at } }, step.stateBefore);
            const over =
              settled.ok &&
              settled.events.some(({ type, data }) => type === "session-ended" && data.session === session);
            ensure(!running || over, "a session that runs can end");
            ensureEqual(step.decision.error.code, "allocation/unknown-session", "what is not there is refused");
            ensureEqual(step.after, step.before, "and nothing changes");
          }
          const again = await subject.seats.decide({ type: "end", data: { session, at: step.at } }, step.stateAfter);
          ensure(!again.ok && again.error.code === "allocation/unknown-session", "ending twice is refused");
        }
      },
    },
  ),
];
