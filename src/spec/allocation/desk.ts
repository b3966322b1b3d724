import type {
  Denial,
  FreeSeats,
  Holder,
  InstalledLicense,
  SeatCommand,
  SeatEvent,
  SeatPolicies,
  SessionStarted,
  Topology,
} from "../../allocation/index.js";
import type { Decision } from "../../core/index.js";
import { ensure } from "../rule.js";
import type { AllocationSubject } from "../subject.js";

type DataOf<T extends SeatCommand["type"]> = Extract<SeatCommand, { readonly type: T }>["data"];
type Without<D> = D extends unknown ? Omit<D, "at"> : never;

/** A site at work, at which one thing is asked after the other. */
export interface Desk {
  /** What time it is. Each command comes a second later than the one before, unless it says when. */
  readonly at: number;
  readonly state: unknown;
  ask<T extends SeatCommand["type"]>(type: T, data: Without<DataOf<T>>, at?: number): Promise<SeatDecision>;
  /** Asks for what must be granted. */
  must<T extends SeatCommand["type"]>(type: T, data: Without<DataOf<T>>, at?: number): Promise<readonly SeatEvent[]>;
  holders(): Promise<readonly Holder[]>;
  free(): Promise<readonly FreeSeats[]>;
  /** Seats in use of a license, as `freeSeats` says. */
  used(license: string): Promise<number>;
}

export type SeatDecision = Decision<SeatEvent, Denial>;

/** What a desk begins with. */
export interface Setting {
  readonly topology: Topology;
  readonly policies?: Partial<SeatPolicies>;
  readonly licenses: readonly InstalledLicense[];
}

/** Opens a desk at a site, with its licenses installed one by one. */
export async function deskOf(
  subject: AllocationSubject,
  { topology, policies = {}, licenses }: Setting,
): Promise<Desk> {
  let state = await subject.seats.initialState();
  let now = 0;
  const ask = async (type: SeatCommand["type"], data: object, at = now + 1_000): Promise<SeatDecision> => {
    now = Math.max(now, at);
    const command = { type, data: { ...data, at } } as SeatCommand; // as its two halves were typed
    const decision = await subject.seats.decide(command, state);
    for (const event of decision.ok ? decision.events : []) state = await subject.seats.evolve(state, event);
    return decision;
  };
  const desk: Desk = {
    get at() {
      return now;
    },
    get state() {
      return state;
    },
    ask,
    async must(type, data, at) {
      const decision = await ask(type, data, at);
      ensure(decision.ok, `${type} ${JSON.stringify(data)} is granted: ${JSON.stringify(decision)}`);
      return decision.events;
    },
    holders: async () => subject.holders(state),
    free: async () => subject.freeSeats(state),
    async used(license) {
      const rows = await subject.freeSeats(state);
      return rows.filter((row) => row.license === license).reduce((sum, { used }) => sum + used, 0);
    },
  };
  await desk.must("configure", { topology, policies });
  for (const license of licenses) await desk.must("install", { license });
  return desk;
}

/** The start among events. */
export function startIn(events: readonly SeatEvent[]): SessionStarted {
  for (const event of events) if (event.type === "session-started") return event.data;
  throw new Error(`a session starts: ${JSON.stringify(events)}`);
}

/** Asks for what must be denied, with this code; nothing changes. */
export async function denied(
  desk: Desk,
  client: Without<DataOf<"start">>,
  code: Denial["code"],
  at?: number,
): Promise<Denial> {
  const decision = await desk.ask("start", client, at);
  ensure(!decision.ok, `${JSON.stringify(client)} is denied`);
  ensure(decision.error.code === code, `${code}, not ${JSON.stringify(decision.error)}`);
  return decision.error;
}
