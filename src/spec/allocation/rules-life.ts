import type { SeatEvent } from "../../allocation/index.js";
import { compareCodePoints } from "../../core/index.js";
import { ensure, ensureEqual, rulesFor, type Rule } from "../rule.js";
import { daysOf, policies } from "./days.js";
import { playDay } from "./play-day.js";
import { firstFacts, runningAfter, runningIn } from "./running.js";

const rule = rulesFor("allocation");
const days = daysOf(policies);

/** The rules on what becomes of seats: their licenses go, their holders are known. */
export const lifeRules: readonly Rule[] = [
  rule(
    {
      id: "AL-17",
      statement:
        "A removed or expired license is not granted from again; sessions it serves are named, and end or move by policy (default: run on to their end). (What finds no other license runs on.)",
      source: "—",
    },
    {
      cases: daysOf(policies.map((some) => ({ ...some, leaseMs: 0 }))),
      async holds(subject, day) {
        const steps = await playDay(subject, day);
        const gone = new Set<string>();
        const until = new Map(
          steps.flatMap(({ command, decision }) => {
            const license = command.type === "install" && decision.ok ? command.data.license : undefined;
            const end = license !== undefined && "expiresAt" in license ? license.expiresAt : undefined;
            return license === undefined || end === undefined ? [] : [[license.license, end] as const];
          }),
        );
        const log: SeatEvent[] = [];
        for (const event of steps.flatMap(({ events }) => events)) {
          if (event.type === "license-installed") gone.delete(event.data.license.license);
          if (event.type === "session-started" || event.type === "session-moved")
            for (const grant of [event.data.client, event.data.server])
              ensure(
                grant === null || (!gone.has(grant.license) && event.data.at < (until.get(grant.license) ?? Infinity)),
                `${String(grant?.license)} is gone, and grants nothing`,
              );
          if (event.type === "license-removed" || event.type === "license-expired") {
            gone.add(event.data.license);
            const running = [...runningIn(log).values()].filter(({ client, server }) =>
              [client, server].some((grant) => grant?.license === event.data.license),
            );
            const named = running.map(({ facts }) => facts.session).sort();
            ensureEqual([...event.data.sessions].sort(), named, "the sessions that it serves are named");
          }
          log.push(event);
        }
        const fate = day.policies.onRemoval ?? "run-on";
        for (const { command, events, after, stateAfter, at } of steps) {
          const named = new Set(
            events.flatMap((event) =>
              event.type === "license-removed" || event.type === "license-expired" ? event.data.sessions : [],
            ),
          );
          const reasons = events.flatMap((event) => (event.type === "session-ended" ? [event.data] : []));
          const ended = reasons.filter(({ reason }) => reason === "license-removed" || reason === "license-expired");
          const moved = events.flatMap((event) => (event.type === "session-moved" ? [event.data.session] : []));
          ensureEqual(fate === "move" || moved.length === 0, true, "nobody moves but by policy");
          ensureEqual(
            new Set(ended.map(({ session }) => session)),
            fate === "end" ? named : new Set(),
            "they end by policy",
          );
          const still = new Set(after.holders.flatMap(({ sessions }) => sessions.map(({ session }) => session)));
          if (fate === "move" && command.type === "remove" && events.every(({ type }) => moving.includes(type)))
            for (const session of [...named].filter((one) => !moved.includes(one))) {
              const facts = firstFacts(log, session);
              const probe = { type: "start", data: { ...facts, session: "probe", at } } as const;
              const decision = await subject.seats.decide(probe, stateAfter);
              ensure(
                !decision.ok || decision.events.some(({ type }) => type === "session-queued"),
                `${session} could have moved`,
              );
            }
          if (fate !== "end")
            for (const session of named)
              ensure(still.has(session) || reasons.some((end) => end.session === session), `${session} runs on`);
        }
      },
    },
  ),
  rule(
    {
      id: "AL-20",
      statement:
        "The holder list says for each seat who holds it (user, computer, session, since when); an administrator can release a seat.",
      source: "S3; peers",
    },
    {
      cases: days,
      async holds(subject, day) {
        const steps = await playDay(subject, day);
        const taken = new Map<string, number>();
        for (const [n, step] of steps.entries()) {
          const running = runningAfter(steps, n);
          for (const event of step.events) {
            if (event.type !== "session-started" && event.type !== "session-moved") continue;
            for (const grant of [event.data.client, event.data.server])
              if (grant?.held === false) taken.set(`${grant.unit} ${grant.license}`, event.data.at);
          }
          const order = step.after.holders.map(({ license, since, unit }) => [license, since, unit] as const);
          ensureEqual(order, [...order].sort(byLicenseThenTime), "by license, by since when, by unit");
          const listed = step.after.holders.flatMap((holder) =>
            holder.sessions.map((session) => ({ holder, session })),
          );
          for (const { holder, session } of listed) {
            const started = running.get(session.session);
            ensure(started !== undefined, "who is listed runs");
            const { facts, at } = started;
            const own = {
              user: session.user,
              infobase: session.infobase,
              application: session.application,
              since: session.since,
            };
            ensureEqual(
              own,
              { user: facts.user, infobase: facts.infobase, application: facts.application, since: at },
              "as it said of itself",
            );
            if (holder.kind === "computer" || holder.kind === "terminalSession")
              ensureEqual(holder.computer, facts.computer, "on this computer");
            if (holder.kind === "terminalSession")
              ensureEqual(holder.terminalSession, facts.terminalSession, "in this terminal session");
            ensureEqual(holder.since, taken.get(`${holder.unit} ${holder.license}`), "since it was taken");
          }
          if (step.command.type !== "release" || !step.decision.ok || "reservation" in step.command.data) continue;
          const { unit, license } = step.command.data;
          const named = step.before.holders.find((one) => one.unit === unit && one.license === license);
          const ended = step.events.flatMap((event) => (event.type === "session-ended" ? [event.data.session] : []));
          for (const { session } of named?.sessions ?? [])
            ensure(ended.includes(session), "the sessions of a released seat end");
          const freed = step.events.some(
            ({ type, data }) => type === "session-started" && JSON.stringify(data).includes(JSON.stringify(unit)),
          );
          ensure(
            freed || !step.after.holders.some((one) => one.unit === unit && one.license === license),
            "the seat is free at once",
          );
        }
        // A seat that is listed can be released.
        const last = steps.at(-1);
        for (const { unit, license } of last?.after.holders ?? []) {
          const decision = await subject.seats.decide(
            { type: "release", data: { unit, license, at: last?.at ?? 0 } },
            last?.stateAfter,
          );
          ensure(decision.ok, `${unit} can be released`);
        }
      },
    },
  ),
];

/** Events of a removal after which nothing else happened. */
const moving: readonly SeatEvent["type"][] = ["license-removed", "reservation-ended", "session-moved"];

type Listed = readonly [license: string, since: number, unit: string];

function byLicenseThenTime(a: Listed, b: Listed): number {
  return compareCodePoints(a[0], b[0]) || a[1] - b[1] || compareCodePoints(a[2], b[2]);
}
