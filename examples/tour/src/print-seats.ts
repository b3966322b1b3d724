import type { Placement, PlanVerdict } from "licit/allocation";
import type { HourOfSeats, Refusal, SeatsTour } from "./seats-tour.js";
import { bold, dim, green, headline, red, table, yellow } from "./terminal.js";

/** A day at the office, hour by hour, and the plan that would have sufficed. */
export function printSeats(tour: SeatsTour): string {
  const { people, hours, busiest, refusals, twice, plans, archive, refusedAsPlanned } = tour;
  return [
    headline(`Seats: a day at an office of ${people} people`),
    "  50 seats on the terminal server, 20 on the application server, 10 on the web server,",
    "  and two network dongles of 20 seats in one computer: of one series, so that only one counts.\n",
    table([
      ["hour", "TERM-1", "KEYS-1", "APP-1", "WEB-1", "sent away"],
      ...hours.map((hour) => hourRow(hour, hour === busiest)),
    ]),
    dim("\n  One person with two sessions takes, depending on who gives the seat:"),
    table(
      twice.map(({ who, kind, seats }) => [
        who,
        `a seat for each ${named(kind)}`,
        seats === 1 ? green("1 seat") : red(`${seats} seats`),
      ]),
    ),
    headline("Who was sent away, and why"),
    table(refusals.map(refusalRow)),
    headline("What would have sufficed"),
    table(plans.slice(0, 4).map(planRow)),
    dim("  and for the archive behind the web server, which needs no server license:"),
    table(archive.slice(0, 1).map(planRow)),
    `\n  The same day with the first plan: ${refusedAsPlanned === 0 ? green("nobody sent away") : red(`${refusedAsPlanned} sent away`)}.`,
  ].join("\n");
}

function hourRow({ hour, used, refused }: HourOfSeats, busiest: boolean): readonly string[] {
  const cell = (computer: string, all: number): string => {
    const now = used[computer] ?? 0;
    return now >= all ? yellow(`${now}/${all}`) : `${now}/${all}`;
  };
  const time = `${String(hour).padStart(2, "0")}–${String(hour + 1).padStart(2, "0")}`;
  return [
    busiest ? bold(time) : time,
    cell("TERM-1", 50),
    cell("KEYS-1", 20),
    cell("APP-1", 20),
    cell("WEB-1", 10),
    (refused === 0 ? dim("–") : red(String(refused))) + (busiest ? bold("  the busiest hour") : ""),
  ];
}

function refusalRow({ who, times, code, found }: Refusal): readonly string[] {
  const why = found.map((one) => `${one.license} ${reasonWords(one.why)}`).join(", ");
  return [who, red(`${times} times`), code === "allocation/none-free" ? "no free seat" : "no license at all", dim(why)];
}

function reasonWords(why: string): string {
  if (why === "all-seats-taken") return "is full";
  return why === "hidden-by-its-series" ? "does not count: another of its series is beside it" : why;
}

function planRow({ from, seats, kits, bought, verdict }: Placement): readonly string[] {
  const where = Object.values(from).map((place) => place.replace("-", " "));
  const needed = seats.map((one) => `${one.seats} ${one.place}`).join(", ");
  const counts = new Map<string, number>();
  for (const { kit, count, as } of kits ?? [])
    counts.set(`${kit} (${as})`, (counts.get(`${kit} (${as})`) ?? 0) + count);
  const buy = [...counts].map(([kit, count]) => `${count} × ${kit}`).join(", ");
  return [verdictWords(verdict), `${bought} seats`, [...new Set(where)].join(" + "), dim(`${needed}: ${buy}`)];
}

function verdictWords(verdict: PlanVerdict): string {
  switch (verdict.code) {
    case "best":
      return green("best");
    case "equal":
      return "as good";
    case "not-sold":
      return red("not sold");
    case "dearer":
      return `${verdict.by} dearer`;
    case "more-seats":
      return `${verdict.by} seats more`;
    case "more-kits":
      return `${verdict.by} kits more`;
  }
}

function named(kind: string): string {
  return kind === "terminalSession" ? "terminal session" : kind;
}
