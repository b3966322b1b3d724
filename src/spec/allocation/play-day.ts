import type { FreeSeats, Holder, SeatCommand, SeatEvent } from "../../allocation/index.js";
import type { AllocationSubject } from "../subject.js";
import type { Day, DayPlan } from "./days.js";
import type { SeatDecision } from "./desk.js";

/** One command of a day: what was, what was decided, and what is. */
export interface DayStep {
  readonly command: SeatCommand;
  readonly decision: SeatDecision;
  readonly events: readonly SeatEvent[];
  readonly before: Look;
  readonly after: Look;
  /** As of when it was decided: the latest that this command said, or any that was obeyed. */
  readonly at: number;
  readonly stateBefore: unknown;
  readonly stateAfter: unknown;
}

/** What can be seen of a state. */
export interface Look {
  readonly holders: readonly Holder[];
  readonly free: readonly FreeSeats[];
}

/** Plays a day: most licenses are installed at first, and at its end what came due happens. */
export async function playDay(subject: AllocationSubject, day: Day): Promise<readonly DayStep[]> {
  const { topology, policies: under, licenses, plans } = day;
  const stage = await stageOf(subject);
  await stage.ask({ type: "configure", data: { topology, policies: under, at: 1 } });
  for (const license of licenses.slice(0, 6)) await stage.ask({ type: "install", data: { license, at: 2 } });
  for (const plan of plans)
    await stage.ask(commandOf(plan, day, stage.look().holders, Math.max(1, stage.now() + plan.later)));
  await stage.ask({ type: "tick", data: { at: stage.now() } });
  return stage.steps;
}

/** The same commands again, with looks in between. */
export async function playWithTicks(
  subject: AllocationSubject,
  steps: readonly DayStep[],
): Promise<readonly DayStep[]> {
  const stage = await stageOf(subject);
  for (const { command } of steps) {
    for (let at = stage.now() + 700; at < command.data.at; at += 700) await stage.ask({ type: "tick", data: { at } });
    await stage.ask(command);
  }
  return stage.steps;
}

async function stageOf(subject: AllocationSubject) {
  const steps: DayStep[] = [];
  let state = await subject.seats.initialState();
  let look = await lookAt(subject, state);
  let now = 0;
  let known = 0; // what is refused changes nothing, the time included
  return {
    steps,
    now: () => now,
    look: () => look,
    async ask(command: SeatCommand): Promise<void> {
      now = Math.max(now, command.data.at);
      const decision = await subject.seats.decide(command, state);
      const at = Math.max(known, command.data.at);
      if (decision.ok) known = at;
      const events = decision.ok ? decision.events : [];
      const stateBefore = state;
      for (const event of events) state = await subject.seats.evolve(state, event);
      const after = events.length === 0 ? look : await lookAt(subject, state);
      steps.push({ command, decision, events, before: look, after, at, stateBefore, stateAfter: state });
      look = after;
    },
  };
}

/** What can be seen of a state. */
export async function lookAt(subject: AllocationSubject, state: unknown): Promise<Look> {
  return { holders: await subject.holders(state), free: await subject.freeSeats(state) };
}

/** The command that a plan comes to. */
export function commandOf({ type, n, m }: DayPlan, day: Day, held: readonly Holder[], at: number): SeatCommand {
  const license = day.licenses[n % day.licenses.length]?.license ?? "";
  const client = day.clients[n % day.clients.length] ?? nobody;
  const sessions = held.flatMap((holder) => holder.sessions.map(({ session }) => session));
  // Mostly one that runs; now and then one that does not.
  const session = (n % 5 > 0 ? sessions[m % Math.max(1, sessions.length)] : undefined) ?? `s${String(m % 10)}`;
  const seat = held[n % Math.max(1, held.length)] ?? { unit: "nobody", license };
  const place = { unit: seat.unit, license: seat.license };
  const whom = n % 2 === 0 ? { user: client.user } : { computer: client.computer };
  switch (type) {
    case "install": {
      const installed = day.licenses[n % day.licenses.length];
      return installed === undefined ? { type: "tick", data: { at } } : { type, data: { license: installed, at } };
    }
    case "remove":
      return { type, data: { license, at } };
    case "start":
      return { type, data: { ...client, session: `s${String(m % 16)}`, at } };
    case "renew":
    case "end":
      return { type, data: { session, at } };
    case "release":
      return { type, data: { ...place, at } };
    case "release-reservation":
      return { type: "release", data: { reservation: `r${String(m % 2)}`, at } };
    case "reserve": {
      const until = m % 3 === 0 ? {} : { until: at + 1 + m * 300 };
      return { type, data: { reservation: `r${String(m % 2)}`, license, seats: 1 + (n % 2), for: whom, ...until, at } };
    }
    case "borrow":
      return { type, data: { session, until: at + m * 450, at } };
    case "return":
      return { type, data: { ...place, at } };
    case "tick":
      return { type, data: { at } };
  }
}

const nobody = { application: "thin-client", infobase: "i0", user: "u0", computer: "c0" } as const;
