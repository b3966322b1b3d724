import * as fc from "fast-check";
import type {
  Computer,
  Demand,
  Infobase,
  InstalledLicense,
  KitSize,
  Placement,
  PlannedPlace,
} from "../../allocation/index.js";
import { ensure, ensureEqual, rulesFor, type Rule } from "../rule.js";
import { smallest } from "./smallest-kits.js";
import { denied, deskOf, type Desk } from "./desk.js";
import {
  atDesk,
  inTerminal,
  multi,
  networkDongle,
  office,
  server,
  serverLicenses,
  single,
  type Client,
} from "./office.js";

const rule = rulesFor("allocation");

const group = fc.option(fc.record({ people: fc.nat(3), sessions: fc.integer({ min: 1, max: 2 }) }), { nil: undefined });

/** Demands small enough to be counted on one's fingers. */
const demands: fc.Arbitrary<Demand> = fc.record({
  mode: fc.constantFrom("file" as const, "client-server" as const),
  workstations: group,
  terminalUsers: group,
  webUsers: group,
});

/** Kits of any sizes, with and without prices. */
const kitSizes: fc.Arbitrary<readonly KitSize[]> = fc.boolean().chain((priced) =>
  fc.uniqueArray(
    fc.record({
      kit: fc.constantFrom("k1", "k2", "k3", "K", "é"),
      seats: fc.integer({ min: 1, max: 5 }),
      sets: fc.subarray(["single-user" as const, "multi-user" as const, "dongle" as const], { minLength: 1 }),
      price: priced ? fc.integer({ min: 0, max: 9 }) : fc.constant(undefined),
    }),
    { maxLength: 3, selector: ({ kit }) => kit },
  ),
);

/** The rules on what to buy. */
export const planRules: readonly Rule[] = [
  rule(
    {
      id: "AL-24",
      statement:
        "The worked examples hold: 10 seats given by the application server, one terminal user with two applications → 8 free; ten licenses found locally on the terminal server, the same → 9 free; a 5-user license on a terminal server → clients in at most 5 terminal sessions.",
      source: "S1, S3",
    },
    {
      cases: fc.record({
        apps: fc.tuple(
          fc.constantFrom("designer" as const, "thick-client" as const),
          fc.constantFrom("thin-client" as const, "thick-client" as const),
        ),
        asSingles: fc.boolean(),
        each: fc.integer({ min: 1, max: 3 }),
      }),
      async holds(subject, { apps, asSingles, each }) {
        const freeOn = async (computer: string): Promise<number> => {
          const ten = asSingles
            ? Array.from({ length: 10 }, (_, n) => single(`license ${String(n)}`, computer))
            : [multi("license", computer, 10)];
          const desk = await deskOf(subject, { topology: office, licenses: [...serverLicenses, ...ten] });
          for (const [n, application] of apps.entries())
            await desk.must("start", { ...inTerminal("RDP-1", "accounts", application), session: String(n) });
          const rows = (await desk.free()).filter((row) => row.computer === computer && row.for !== "server");
          return rows.reduce((sum, { free }) => sum + free, 0);
        };
        ensureEqual(await freeOn("APP-1"), 8, "given by the application server");
        ensureEqual(await freeOn("TERM-1"), 9, "found locally on the terminal server");
        const five = await deskOf(subject, { topology: office, licenses: [multi("five", "TERM-1", 5)] });
        for (let n = 0; n < 5 * each; n++)
          await five.must("start", { ...inTerminal(`RDP-${String(n % 5)}`, "shared"), session: String(n) });
        await denied(five, { ...inTerminal("RDP-6", "shared"), session: "sixth" }, "allocation/none-free");
      },
    },
  ),
  rule(
    {
      id: "AL-25",
      statement:
        "Planning: for a described demand (computers, terminal users, web users, sessions each), every placement's seats and the smallest set of kits that covers them (fewest seats bought, then fewest kits, then kit name; or by prices given); the terminal-server placement never needs more seats than the server placement for the same terminal users.",
      source: "S0",
    },
    {
      cases: fc.record({ demand: demands, kits: kitSizes }),
      async holds(subject, { demand, kits }) {
        const planned = await subject.plan(demand, kits);
        ensure(planned.ok, `a plan: ${JSON.stringify(planned)}`);
        for (const placement of planned.value) {
          ensureEqual(
            placement.kits === null ? null : signature(placement, kits),
            smallest(placement, kits),
            "the smallest set of kits",
          );
          fitsTogether(placement, kits);
          await suffices(placement, demand, (licenses, computers, infobases) =>
            deskOf(subject, { topology: { computers, infobases }, licenses }),
          );
        }
        const costs = planned.value.map((placement) => costOf(placement));
        ensureEqual(costs, [...costs].sort(byNumbers), "the best first");
        ensure(
          planned.value.every(({ kits: own, verdict }, n) => (verdict.code === "best") === (n === 0 && own !== null)),
          "it is said which one",
        );
        const only = await subject.plan({ mode: "client-server", terminalUsers: demand.terminalUsers }, kits);
        const seatsAt = (place: PlannedPlace): number =>
          (only.ok ? only.value : []).find(({ from }) => from.terminalUsers === place)?.seats[0]?.seats ?? 0;
        ensure(seatsAt("terminal-server") <= seatsAt("application-server"), "never more than the server placement");
      },
    },
  ),
];

/** What is bought is used as it can be, where it is needed: seats add up, and no kit gives more than it has. */
function fitsTogether({ kits, seats, verdict }: Placement, sold: readonly KitSize[]): void {
  ensure((verdict.code === "not-sold") === (kits === null), "what nobody sells is said to be not sold");
  for (const { place, seats: needed } of kits === null ? [] : seats) {
    const used = kits?.flatMap((use) => use.places.filter((one) => one.place === place)) ?? [];
    ensureEqual(
      used.reduce((sum, one) => sum + one.seats, 0),
      needed,
      `the seats at ${place}`,
    );
  }
  for (const { kit, count, as, places } of kits ?? []) {
    const size = sold.find((one) => one.kit === kit);
    ensure(size?.sets.includes(as) === true, `${kit} can be used as ${as}`);
    const given = places.reduce((sum, one) => sum + one.seats, 0);
    ensure(given <= count * size.seats, `${kit} gives no more than it has`);
    const at = places.map(({ place }) => place);
    ensure(
      as !== "multi-user" || (at.length === 1 && !at.includes("workstation")),
      "a multi-user license is on one server",
    );
    ensure((as === "dongle") === at.includes("dongle"), "a dongle is a dongle");
  }
}

/** Price, seats, kits: what a placement costs. */
function costOf({ kits, bought, price }: Placement): readonly number[] {
  if (kits === null) return [Number.MAX_VALUE, 0, 0];
  return [price ?? 0, bought, kits.reduce((sum, { count }) => sum + count, 0)];
}

function byNumbers(a: readonly number[], b: readonly number[]): number {
  for (const [n, one] of a.entries()) if (one !== b[n]) return one - (b[n] ?? 0);
  return 0;
}

/** What was bought: cost, and the names of all kits. */
function signature(placement: Placement, kits: readonly KitSize[]): string {
  const names = (placement.kits ?? []).flatMap(({ kit, count }) => Array<string>(count).fill(kit)).sort();
  const bought = names.reduce((sum, name) => sum + (kits.find(({ kit }) => kit === name)?.seats ?? 0), 0);
  ensureEqual(placement.bought, bought, "seats bought are those of the kits");
  return JSON.stringify([costOf(placement), names]);
}

/** What is planned is enough, and not a seat too many: tried at the machine. */
async function suffices(
  placement: Placement,
  demand: Demand,
  open: (
    licenses: readonly InstalledLicense[],
    computers: readonly Computer[],
    infobases: readonly Infobase[],
  ) => Promise<Desk>,
): Promise<void> {
  const { computers, infobases, clients } = siteFor(placement, demand);
  const licenses = placement.seats.flatMap(({ place, seats }): InstalledLicense[] => {
    if (place === "workstation")
      return Array.from({ length: seats }, (_, n) => single(`desk ${String(n)}`, `DESK-${String(n)}`));
    if (place === "dongle") return [networkDongle("dongle", "HOST", seats)];
    return [multi(place, place, seats)];
  });
  const desk = await open([...licenses, server("server", "application-server", 64)], computers, infobases);
  for (const [n, client] of clients.entries()) await desk.must("start", { ...client, session: String(n) });
  const free = (await desk.free()).filter((row) => row.for !== "server").reduce((sum, row) => sum + row.free, 0);
  ensureEqual(free, 0, `not a seat too many for ${JSON.stringify(placement.from)}`);
}

/** The site of a placement, with everybody who works there. */
function siteFor({ from }: Placement, { mode, workstations, terminalUsers, webUsers }: Demand) {
  const desks = Array.from({ length: workstations?.people ?? 0 }, (_, n) => `DESK-${String(n)}`);
  const computers: Computer[] = [
    ...desks.map((id) => ({ id })),
    { id: "HOST" },
    { id: "terminal-server", roles: ["terminal-server"] },
    { id: "application-server", roles: ["application-server"] },
    { id: "web-server", roles: ["web-server"] },
  ];
  const infobase: Infobase =
    mode === "file"
      ? { id: "accounts", mode, webServer: "web-server" }
      : { id: "accounts", mode, server: "application-server" };
  // Where two ways are open, hardware is switched off for those who are not to use it.
  const off = (place: PlannedPlace | undefined) => (place === "dongle" ? {} : { hardwareLicenses: false });
  const times = (count: number | undefined, of: (n: number) => Client, sessions = 1): Client[] =>
    Array.from({ length: (count ?? 0) * sessions }, (_, n) => of(Math.floor(n / sessions)));
  const clients = [
    ...times(
      workstations?.people,
      (n) => ({ ...atDesk(`DESK-${String(n)}`), ...off(from.workstations) }),
      workstations?.sessions,
    ),
    ...times(
      terminalUsers?.people,
      (n) => ({ ...inTerminal(String(n)), computer: "terminal-server", ...off(from.terminalUsers) }),
      terminalUsers?.sessions,
    ),
    ...times(
      webUsers?.people,
      () => ({ application: "web-client", infobase: "accounts", user: "Ivan", computer: "home" }),
      webUsers?.sessions,
    ),
  ];
  return { computers, infobases: [infobase], clients };
}
