import * as fc from "fast-check";
import type { SeatEvent } from "../../allocation/index.js";
import { ensure, ensureEqual, rulesFor, type Rule } from "../rule.js";
import { daysOf, policies } from "./days.js";
import { playDay, playWithTicks, type DayStep } from "./play-day.js";
import { denied, deskOf, startIn, type Desk } from "./desk.js";
import { atDesk, inBrowser, inTerminal, multi, office, serverLicenses, type Client } from "./office.js";

const rule = rulesFor("allocation");
const topology = office;

/** What happened, but for the time that passed. */
function happened(steps: readonly DayStep[]): readonly SeatEvent[] {
  return steps.flatMap(({ events }) => events).filter(({ type }) => type !== "time-passed");
}

const client = (n: number): Client => ({ ...inBrowser(), user: `user ${String(n)}` });

/** A desk with one license of so many seats at the server, all of them taken. */
async function full(desk: Desk, seats: number): Promise<void> {
  for (let n = 0; n < seats; n++) await desk.must("start", { ...client(n), session: String(n) });
}

/** The rules on what a vendor may decide. */
export const policyRules: readonly Rule[] = [
  rule(
    {
      id: "AL-18",
      statement:
        "A session whose lease has run out (time passed in) is ended by the next command that looks; a renewal before that keeps it. Leases are off by default: a crashed session holds its seat until ended. (It ends as of the moment when its lease ran out: it does not matter how often anybody looks.)",
      source: "field reports; peers",
    },
    {
      cases: fc.record({
        day: daysOf(policies.map((some) => ({ ...some, leaseMs: some.leaseMs ?? 0 }))),
        years: fc.boolean(),
      }),
      async holds(subject, { day, years }) {
        const leaseMs = day.policies.leaseMs ?? 0;
        const steps = await playDay(subject, day);
        const until = new Map<string, number>();
        for (const { events, decision, command, at, after } of steps) {
          for (const event of events) {
            if (event.type === "session-started") {
              const { leaseUntil, facts, at: since } = event.data;
              ensureEqual(leaseUntil, leaseMs === 0 ? null : since + leaseMs, "a lease is as long as the policy says");
              if (leaseUntil !== null) until.set(facts.session, leaseUntil);
            }
            if (event.type === "session-renewed") {
              ensure(event.data.at < (until.get(event.data.session) ?? 0), "only what still runs is renewed");
              if (event.data.leaseUntil === null) until.delete(event.data.session);
              else until.set(event.data.session, event.data.leaseUntil);
            }
            if (event.type !== "session-ended") continue;
            const end = until.get(event.data.session);
            if (event.data.reason === "lease-ran-out") ensureEqual(event.data.at, end, "as of the end of its lease");
            else
              ensure(end === undefined || event.data.at < end, "a lease that ran out ends its session, nothing else");
            until.delete(event.data.session);
          }
          if (decision.ok)
            for (const [session, end] of until) ensure(end > at, `${session} has no lease, after ${command.type}`);
          const running = after.holders.flatMap(({ sessions }) => sessions);
          if (leaseMs > 0 && decision.ok)
            for (const { session } of running) ensure(until.has(session), `${session} has a lease`);
        }
        // Of what arrives late, time that has passed cannot be taken back.
        const inTime = { ...day, plans: day.plans.map((plan) => ({ ...plan, later: Math.abs(plan.later) })) };
        const once = await playDay(subject, inTime);
        const looked = await playWithTicks(subject, once);
        ensureEqual(happened(looked), happened(once), "it does not matter how often anybody looks");

        const last = steps.at(-1);
        const at = (last?.at ?? 0) + (years ? 3_000_000_000_000 : leaseMs);
        const decision = await subject.seats.decide({ type: "tick", data: { at } }, last?.stateAfter);
        const ended = decision.ok ? decision.events.filter((event) => event.type === "session-ended") : [];
        if (leaseMs === 0)
          ensureEqual(
            ended.filter(({ data }) => data.reason === "lease-ran-out"),
            [],
            "without leases nobody ends",
          );
        else
          for (const session of until.keys())
            ensure(
              ended.some(({ data }) => data.session === session),
              "all run out",
            );
      },
    },
  ),
  rule(
    {
      id: "AL-19",
      statement:
        "By policy: reservations, borrowing for a time, linger, overdraft, a waiting queue in order of arrival. All off by default; AL-14 to AL-16 hold with every combination (overdraft raises the bound by exactly its number; linger delays the freeing by exactly its time).",
      source: "peers",
    },
    {
      cases: fc.record({
        seats: fc.integer({ min: 1, max: 4 }),
        overdraft: fc.integer({ min: 0, max: 3 }),
        lingerMs: fc.integer({ min: 1, max: 100_000 }),
        borrowed: fc.integer({ min: 1, max: 100_000 }),
        waiting: fc.integer({ min: 1, max: 4 }),
        who: fc.constantFrom("user" as const, "computer" as const),
      }),
      async holds(subject, { seats, overdraft, lingerMs, borrowed, waiting, who }) {
        const licenses = [...serverLicenses, multi("L", "APP-1", seats)];
        const open = (some: object) => deskOf(subject, { topology, policies: some, licenses });
        const one = { ...client(99), session: "one more" };

        const off = await open({});
        await full(off, seats);
        await denied(off, one, "allocation/none-free");
        const borrow = await off.ask("borrow", { session: "0", until: off.at + 5_000 });
        ensure(!borrow.ok && borrow.error.code === "allocation/switched-off", "no borrowing");
        await off.must("end", { session: "0" });
        ensureEqual(await off.used("L"), seats - 1, "no linger");
        const reserve = await off.ask("reserve", { reservation: "r", license: "L", seats: 1, for: { user: "u" } });
        ensure(!reserve.ok && reserve.error.code === "allocation/switched-off", "no reservations");

        const over = await open({ overdraft });
        await full(over, seats + overdraft);
        await denied(over, one, "allocation/none-free");
        const bound = (await over.free())
          .filter(({ for: whom }) => whom !== "server")
          .reduce((sum, row) => sum + row.seats, 0);
        ensureEqual(bound, seats + overdraft, "the bound is raised by exactly its number");

        const linger = await open({ lingerMs });
        await full(linger, seats);
        await linger.must("end", { session: "0" });
        const end = linger.at;
        await linger.ask("tick", {}, end + lingerMs - 1);
        ensureEqual(await linger.used("L"), seats, "a seat lingers");
        await denied(linger, one, "allocation/none-free", end + lingerMs - 1);
        await linger.ask("tick", {}, end + lingerMs);
        ensureEqual(await linger.used("L"), seats - 1, "for exactly its time");
        await unitLingers(
          await deskOf(subject, {
            topology,
            policies: { lingerMs },
            licenses: [...serverLicenses, multi("T", "TERM-1", 1)],
          }),
          lingerMs,
        );

        const loan = await open({ borrowingMs: 100_000 });
        await full(loan, seats);
        const until = loan.at + 1_000 + borrowed;
        const tooLong = await loan.ask("borrow", { session: "0", until: loan.at + 1_000 + 100_001 });
        ensure(!tooLong.ok && tooLong.error.code === "allocation/too-long", "for a time only");
        await loan.must("borrow", { session: "0", until }, loan.at);
        await loan.must("end", { session: "0" }, loan.at);
        const [held] = (await loan.holders()).filter(({ state }) => state === "borrowed");
        ensureEqual(held?.freeAt, until, "a borrowed seat stays, until then");
        await loan.must("tick", {}, until - 1);
        ensureEqual(await loan.used("L"), seats, "it stays");
        await loan.must("tick", {}, until);
        ensureEqual(await loan.used("L"), seats - 1, "and then no longer");
        await loan.must("start", { ...client(0), session: "0" });
        await loan.must("borrow", { session: "0", until: loan.at + 50_000 });
        await loan.must("end", { session: "0" });
        const [back] = (await loan.holders()).filter(({ state }) => state === "borrowed");
        await loan.must("return", { unit: back?.unit ?? "", license: "L" });
        ensureEqual(await loan.used("L"), seats - 1, "a returned seat is free at once");

        await reservations(await open({ reservation: true }), seats, who);
        await queue(await open({ queue: waiting }), seats, waiting);
      },
    },
  ),
];

/** A lingering seat is there for its unit, and for nobody else. */
async function unitLingers(desk: Desk, lingerMs: number): Promise<void> {
  await desk.must("start", { ...inTerminal("RDP-1"), session: "1" });
  await desk.must("end", { session: "1" });
  const end = desk.at;
  const other = await desk.ask("start", { ...inTerminal("RDP-2"), session: "2" }, end + lingerMs - 1);
  ensure(!other.ok && other.error.code === "allocation/none-free", "a lingering seat is not another's");
  const again = startIn(await desk.must("start", { ...inTerminal("RDP-1"), session: "3" }, end + lingerMs - 1));
  ensureEqual(again.client?.held, true, "its unit comes back to it");
  await desk.must("tick", {}, end + 3 * lingerMs);
  ensureEqual(await desk.used("T"), 1, "and then it does not linger any more");
}

/** Seats that are kept for somebody are nobody else's. */
async function reservations(desk: Desk, seats: number, who: "user" | "computer"): Promise<void> {
  const whom = who === "user" ? { user: "Olga" } : { computer: "DESK-1" };
  const olga = { ...atDesk("DESK-1"), hardwareLicenses: false };
  const keep = { reservation: "r", license: "L", seats, for: whom };
  const tooMany = await desk.ask("reserve", { ...keep, seats: seats + 1 });
  ensure(!tooMany.ok && tooMany.error.code === "allocation/too-few-free", "only free seats are kept");
  await desk.must("reserve", keep);
  const denial = await denied(desk, { ...client(1), session: "other" }, "allocation/none-free");
  const whys = "trail" in denial ? denial.trail.flatMap((step) => step.found.map(({ why }) => why)) : [];
  ensure(whys.includes("reserved"), "told why");
  for (let n = 0; n < seats; n++) await desk.must("start", { ...olga, session: `olga ${String(n)}` });
  await denied(desk, { ...olga, session: "too many" }, "allocation/none-free");
  await desk.must("end", { session: "olga 0" });
  await denied(desk, { ...client(1), session: "other" }, "allocation/none-free");
  await desk.must("release", { reservation: "r" });
  await desk.must("start", { ...client(1), session: "other" });
  await denied(desk, { ...client(2), session: "another" }, "allocation/none-free");
  ensureEqual(await desk.used("L"), seats, "all seats are in use, and no more");
}

/** Who came first is served first, and nobody overtakes. */
async function queue(desk: Desk, seats: number, places: number): Promise<void> {
  await full(desk, seats);
  for (let n = 0; n < places; n++) {
    const events = await desk.must("start", { ...client(n), session: `w${String(n)}` });
    const positions = events.flatMap((event) => (event.type === "session-queued" ? [event.data.position] : []));
    ensureEqual(positions, [n + 1], "in order of arrival");
  }
  await denied(desk, { ...client(9), session: "too many" }, "allocation/none-free");
  ensureEqual(await desk.used("L"), seats, "who waits takes no seat");
  await desk.must("end", { session: `w${String(places - 1)}` });
  for (let n = 0; n < places - 1; n++) {
    const events = await desk.must("end", { session: n < seats ? String(n) : `w${String(n - seats)}` });
    ensureEqual(startIn(events).facts.session, `w${String(n)}`, "the first in the queue gets the seat, at once");
    ensureEqual(startIn(events).waitedSince === null, false, "it is said since when it waited");
  }
  ensureEqual(await desk.used("L"), seats, "the bound holds");
}
