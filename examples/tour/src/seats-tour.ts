import { handle } from "licit";
import {
  freeSeats,
  holders,
  plan,
  seats,
  type Denial,
  type InstalledLicense,
  type Placement,
  type SeatCommand,
  type SeatState,
  type SessionFacts,
} from "licit/allocation";
import { bought, crowds, deskOf, kitSizes, office, type Crowd } from "./office-day.js";

/** A day at the office: who sat where, who was sent away and why, and what should have been bought. */
export interface SeatsTour {
  readonly people: number;
  readonly hours: readonly HourOfSeats[];
  readonly busiest: HourOfSeats;
  readonly refusals: readonly Refusal[];
  /** Someone with two sessions, at the busiest hour: how many seats that takes where. */
  readonly twice: readonly { readonly who: string; readonly kind: string; readonly seats: number }[];
  readonly plans: readonly Placement[];
  readonly archive: readonly Placement[];
  /** Refusals of the same day with what the plan says. */
  readonly refusedAsPlanned: number;
  readonly broken: readonly string[];
}

export interface HourOfSeats {
  readonly hour: number;
  /** The most that were in use at a time, by where the license lies. */
  readonly used: { readonly [computer: string]: number };
  readonly refused: number;
}

/** People of one crowd who were sent away for one reason. */
export interface Refusal {
  readonly who: string;
  readonly times: number;
  readonly code: Denial["code"];
  /** Licenses that were looked at, and why they did not serve. */
  readonly found: readonly { readonly license: string; readonly why: string }[];
}

const HOUR = 3_600_000;
const midnight = 1_763_769_600_000;
const places = ["TERM-1", "KEYS-1", "APP-1", "WEB-1"];

/** Plays the day twice: with what was bought, and with what the plan says. */
export function seatsTour(): SeatsTour {
  const day = play(bought);
  const hours = [...day.hours.values()];
  const inUse = (hour: HourOfSeats): number => Object.values(hour.used).reduce((sum, used) => sum + used, 0);
  const busiest = hours.reduce((best, hour) => (inUse(hour) > inUse(best) ? hour : best));
  const count = (at: Crowd["at"], infobase: Crowd["infobase"]): number =>
    crowds.filter((one) => one.at === at && one.infobase === infobase).reduce((sum, { people }) => sum + people, 0);
  const trade = plan(
    {
      mode: "client-server",
      terminalUsers: { people: count("terminal", "trade"), sessions: 2 },
      workstations: { people: count("desk", "trade"), sessions: 2 },
      webUsers: { people: count("browser", "trade") },
    },
    kitSizes,
  );
  const archive = plan({ mode: "file", webUsers: { people: count("browser", "archive") } }, kitSizes);
  const plans = trade.ok ? trade.value.filter(({ kits }) => kits !== null) : [];
  const ofArchive = archive.ok ? archive.value : [];
  const asPlanned = play(licensesOf([...plans.slice(0, 1), ...ofArchive.slice(0, 1)]));
  const refusedAsPlanned = [...asPlanned.refusals.values()].reduce((sum, { times }) => sum + times, 0);
  return {
    people: crowds.reduce((sum, { people }) => sum + people, 0),
    hours,
    busiest,
    refusals: [...day.refusals.values()],
    twice: day.twice,
    plans,
    archive: ofArchive,
    refusedAsPlanned,
    broken: [
      ...(refusedAsPlanned === 0 ? [] : [`${refusedAsPlanned} sessions refused though planned for`]),
      ...(day.refusals.size === 0 ? ["nobody was refused, though too little was bought"] : []),
    ],
  };
}

/** Licenses as a plan places them. */
function licensesOf(placements: readonly Placement[]): readonly InstalledLicense[] {
  const at = { "terminal-server": "TERM-1", "application-server": "APP-1", "web-server": "WEB-1" } as const;
  const planned = placements.flatMap(({ seats: needed }) =>
    needed.flatMap(({ place, seats: count }): InstalledLicense[] => {
      if (place === "workstation")
        return Array.from({ length: count }, (_, n) => ({
          type: "single-user",
          license: deskOf(n),
          computer: deskOf(n),
        }));
      return place === "dongle"
        ? []
        : [{ type: "multi-user", license: `${count} users, planned for ${place}`, computer: at[place], seats: count }];
    }),
  );
  return [...bought.slice(0, 1), ...planned];
}

interface Played {
  readonly hours: Map<number, HourOfSeats>;
  readonly refusals: Map<string, Refusal>;
  twice: SeatsTour["twice"];
}

function play(licenses: readonly InstalledLicense[]): Played {
  const played: Played = { hours: new Map(), refusals: new Map(), twice: [] };
  let state = seats.initialState();
  const ask = (command: SeatCommand): Denial | undefined => {
    const { decision, state: next } = handle(seats, command, state);
    state = next;
    return decision.ok ? undefined : decision.error;
  };
  ask({ type: "configure", data: { topology: office, at: midnight } });
  for (const license of licenses) ask({ type: "install", data: { license, at: midnight } });
  for (const { who, command } of dayTable()) {
    const denial = ask(command);
    // Whoever was sent away has nothing to end.
    const refused = command.type === "start" ? denial : undefined;
    if (refused !== undefined) noteRefusal(played.refusals, who, refused);
    noteHour(played.hours, state, Math.floor((command.data.at - midnight) / HOUR), refused !== undefined);
    if (command.data.at <= midnight + 11 * HOUR) played.twice = twiceSeated(state);
  }
  return played;
}

/** Everything that is to happen, in order of time. */
function dayTable(): readonly { readonly who: string; readonly command: SeatCommand }[] {
  let desks = 0;
  const table = crowds.flatMap((crowd) =>
    Array.from({ length: crowd.people }, (_, n) => {
      const desk = crowd.at === "desk" ? deskOf(desks++) : "";
      const spread = (crowd.within * n) / crowd.people;
      const visits = crowd.lunch
        ? [
            [crowd.comes + spread, 12 + spread / 4],
            [13 + spread / 4, crowd.goes + spread / 2],
          ]
        : [[crowd.comes + spread, crowd.goes + spread / 2]];
      return visits.flatMap(([from = 0, to = 0], visit) =>
        crowd.applications.flatMap((application, app) => {
          const session = `${crowd.who} ${n + 1}, ${visit + 1}.${app + 1}`;
          const facts: SessionFacts = {
            session,
            application,
            infobase: crowd.infobase,
            user: `${crowd.who} ${n + 1}`,
            ...whereOf(crowd, n, desk),
          };
          return [
            { who: crowd.who, command: { type: "start", data: { ...facts, at: timeOf(from + app / 60) } } as const },
            { who: crowd.who, command: { type: "end", data: { session, at: timeOf(to) } } as const },
          ];
        }),
      );
    }).flat(),
  );
  return table.sort((a, b) => a.command.data.at - b.command.data.at);
}

function whereOf({ at, who }: Crowd, n: number, desk: string): Pick<SessionFacts, "computer" | "terminalSession"> {
  if (at === "terminal") return { computer: "TERM-1", terminalSession: `${who} ${n + 1}` };
  return { computer: at === "desk" ? desk : "elsewhere" };
}

function timeOf(hours: number): number {
  return midnight + Math.round(hours * HOUR);
}

function noteRefusal(refusals: Map<string, Refusal>, who: string, denial: Denial): void {
  const steps = "trail" in denial ? denial.trail.flatMap((step) => step.found) : [];
  const found = [...new Map(steps.map((one) => [one.license, one])).values()];
  const key = JSON.stringify([who, denial.code, found]);
  refusals.set(key, { who, code: denial.code, found, times: (refusals.get(key)?.times ?? 0) + 1 });
}

function noteHour(hours: Map<number, HourOfSeats>, state: SeatState, hour: number, refused: boolean): void {
  const before = hours.get(hour);
  const rows = freeSeats(state).filter((row) => row.for !== "server");
  const used = places.map((place) => {
    const now = rows.filter(({ computer }) => computer === place).reduce((sum, row) => sum + row.used, 0);
    return [place, Math.max(now, before?.used[place] ?? 0)] as const;
  });
  hours.set(hour, { hour, used: Object.fromEntries(used), refused: (before?.refused ?? 0) + (refused ? 1 : 0) });
}

/** The first of each crowd who runs two sessions, with the seats that they hold. */
function twiceSeated(state: SeatState): SeatsTour["twice"] {
  const found = new Map<string, { who: string; kind: string; seats: number }>();
  const all = holders(state).filter(({ kind }) => kind !== "server");
  for (const { user, kind } of all) {
    const own = all.filter((one) => one.user === user);
    const sessions = own.reduce((sum, one) => sum + one.sessions.length, 0);
    if (sessions === 2 && user !== null) found.set(kind, { who: user, kind, seats: own.length });
  }
  return [...found.values()];
}
