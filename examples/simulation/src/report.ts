import { operatorView, type CenterEvent } from "licit/center";
import { pinReport } from "licit/pins";
import type { Life } from "./life.js";
import { works } from "./customer.js";
import { sent, vendor, type Seat } from "./seat.js";

/** What came of all kits. Numbers only: the same seed, the same report. */
export interface Report {
  readonly seed: number;
  readonly kits: number;
  readonly years: number;
  readonly computers: number;
  readonly events: number;
  /** What did not hold: must be empty. */
  readonly broken: readonly string[];
  readonly happened: Counts;
  readonly eventTypes: Counts;
  readonly grants: Counts;
  readonly refusals: Counts;
  readonly violations: Counts;
  readonly pins: Counts;
  readonly thefts: Counts;
  readonly licenses: Counts;
}

export type Counts = { readonly [name: string]: number };

/** Counts them all. */
export function reportOn(seed: number, years: number, lives: readonly Life[]): Report {
  const events = lives.flatMap(({ desk }) => desk.events);
  const ofType = <T extends CenterEvent["type"]>(type: T): readonly Extract<CenterEvent, { readonly type: T }>[] =>
    events.filter((event): event is Extract<CenterEvent, { readonly type: T }> => event.type === type);
  const refused = ofType("request-refused").map(({ data }) => data);
  const states = lives.map(({ desk }) => desk.state);
  return {
    seed,
    kits: lives.length,
    years,
    computers: lives.reduce((sum, { seats }) => sum + seats.length, 0),
    events: events.length,
    broken: lives.flatMap(({ desk }) => desk.broken).concat(lives.flatMap(unexplained)),
    happened: counts(lives.flatMap(({ happened }) => happened)),
    eventTypes: counts(events.map(({ type }) => type)),
    grants: counts(ofType("license-granted").map(({ data }) => `${data.operation}, ${data.by}`)),
    refusals: counts(refused.map(({ refusal }) => refusal.code)),
    violations: counts(refused.flatMap(({ counts: violation }) => (violation === null ? [] : [violation]))),
    pins: counts(
      states.flatMap((state) =>
        state.status === "registered" ? pinReport(state.pins).map(({ state: of }) => of) : [],
      ),
    ),
    thefts: counts(lives.flatMap(({ thefts }) => thefts.map((theft) => `a stolen PIN: ${theft}`))),
    licenses: counts(lives.flatMap((life) => [...life.seats, ...life.thieves].map((seat) => standingOf(seat, life)))),
  };
}

function counts(names: readonly string[]): Counts {
  const found = new Map<string, number>();
  for (const name of names) found.set(name, (found.get(name) ?? 0) + 1);
  return Object.fromEntries([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A license that works was granted, bound to that computer, and is in the history. */
function unexplained({ desk, seats, thieves, end }: Life): readonly string[] {
  const grants = desk.events.filter((event) => event.type === "license-granted");
  return [...seats, ...thieves].flatMap((seat) => {
    const { license } = seat;
    if (license === undefined || !works(seat, end)) return [];
    const explained = grants.some(({ data }) => data.pin === license.pin && data.request === seat.request);
    return explained ? [] : [`LC-03: the license of ${seat.name} is in no history`];
  });
}

/** Whether a computer has a license that works, and what its people do where it has none. */
function standingOf(seat: Seat, life: Life): string {
  if (works(seat, life.end)) return "works";
  return `does not work: ${remedyFor(seat, life)}`;
}

/** The remedy: what stands first in the way of the recovery, or of the first registration, as the operator sees it. */
function remedyFor(seat: Seat, { desk, end }: Life): string {
  const { state } = desk;
  if (seat.name === "thief") return "not his";
  if (seat.pin === undefined || state.status !== "registered") return `no license yet (${seat.stuck ?? "never asked"})`;
  const id = "e".repeat(32);
  const { kit } = state.pins;
  const request = {
    id,
    ...vendor,
    kit,
    operation: "recovery",
    pin: seat.pin,
    owner: seat.owner,
    parameters: seat.computer,
    at: end,
  } as const;
  const { path } = operatorView(state, sent(seat.by, request, end));
  const [first] = path?.obstacles ?? [];
  return first === undefined ? "recover with the same PIN" : first.refusal.instead;
}
