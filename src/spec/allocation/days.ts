import * as fc from "fast-check";
import type {
  Application,
  Infobase,
  InstalledLicense,
  SeatCommand,
  SeatPolicies,
  SessionFacts,
  Topology,
} from "../../allocation/index.js";

/** A site, and what is tried at it. */
export interface Day {
  readonly topology: Topology;
  readonly policies: Partial<SeatPolicies>;
  readonly licenses: readonly InstalledLicense[];
  /** Those who come again and again, each with one session or several. */
  readonly clients: readonly Omit<SessionFacts, "session">[];
  readonly plans: readonly DayPlan[];
}

/** A command that is yet to find what it is about: the n-th of the licenses, sessions or seats there are. */
export interface DayPlan {
  readonly type: Exclude<SeatCommand["type"], "configure"> | "release-reservation";
  readonly n: number;
  readonly m: number;
  /** How much later than the one before; now and then it arrives late. */
  readonly later: number;
}

const names = ["c0", "__proto__", "ć 2", "c3"];
const roles = ["terminal-server", "application-server", "web-server", "licensing-service"] as const;

/** Up to four computers that do anything, and infobases that they serve. */
export const topologies: fc.Arbitrary<Topology> = fc
  .record({
    roles: fc.array(fc.subarray([...roles]), { minLength: 1, maxLength: names.length, size: "max" }),
    bits: fc.array(fc.constantFrom(undefined, 32 as const, 64 as const), { minLength: 6, maxLength: 6 }),
    picks: fc.array(fc.nat(20), { minLength: 12, maxLength: 12 }),
  })
  .map(({ roles: all, bits, picks }) => {
    const doing = (role: (typeof roles)[number]) =>
      all.flatMap((own, n) => (own.includes(role) ? [names[n] ?? ""] : []));
    const pick = (from: readonly string[], n: number) => from[(picks[n] ?? 0) % Math.max(1, from.length)];
    const infobases = ["i0", "i1", "i2", "i3"].map((id, n): Infobase => {
      const server = pick(doing("application-server"), n);
      const configuration = n === 3 ? "basic" : "standard";
      if (server !== undefined && n < 2) return { id, mode: "client-server", server, configuration };
      const webServer = pick(doing("web-server"), n);
      return { id, mode: "file", configuration, ...(webServer === undefined ? {} : { webServer }) };
    });
    const computers = all.map((own, n) => ({
      id: names[n] ?? "",
      roles: own,
      serverBits: bits[n],
      licensingService: own.includes("application-server") ? pick(doing("licensing-service"), n + 6) : undefined,
    }));
    return { computers, infobases };
  });

const types = ["single-user", "multi-user", "community", "basic", "dongle", "server", "server-dongle"] as const;

/** Licenses anywhere, of all kinds, some of which expire. */
const licensesAt = ({ computers, infobases }: Topology): fc.Arbitrary<readonly InstalledLicense[]> =>
  fc
    .array(
      fc.record({
        type: fc.constantFrom(...types, "multi-user" as const, "single-user" as const, "dongle" as const),
        at: fc.nat(computers.length - 1),
        seats: fc.integer({ min: 1, max: 3 }),
        level: fc.constantFrom(undefined, undefined, undefined, "professional" as const, "developer" as const),
        expires: fc.option(fc.integer({ min: 1_000, max: 200_000 }), { nil: undefined, freq: 12 }),
        other: fc.boolean(),
      }),
      { minLength: 1, maxLength: 9, size: "max" },
    )
    .map((all) =>
      all.map(({ type: drawn, at, seats, level, expires, other }, n): InstalledLicense => {
        // The first ones are for the application servers: without them hardly anybody gets in.
        const served = infobases[n];
        const forServer = served?.mode === "client-server" && !(other && seats === 1);
        const type = forServer ? "server" : drawn;
        const computer = forServer ? served.server : (computers[at]?.id ?? "");
        const where = { license: `l${String(n)}`, computer };
        const inFile = { ...where, directory: other ? 1 : 0, ...(expires === undefined ? {} : { expiresAt: expires }) };
        const leveled = level === undefined ? {} : { level };
        const bits = other && !forServer ? 32 : 64;
        switch (type) {
          case "multi-user":
            return { type, ...inFile, seats, ...leveled };
          case "single-user":
            return { type, ...inFile, ...leveled };
          case "dongle":
            return { type, ...where, seats, series: other ? "A" : "B", network: seats > 1, ...leveled };
          case "server":
            return { type, ...inFile, bits, ...leveled };
          case "server-dongle":
            return { type, ...where, bits, ...leveled };
          default:
            return { type, ...inFile };
        }
      }),
    );

const applications: readonly Application[] = [
  "designer",
  "thick-client",
  "thin-client",
  "thin-client",
  "web-client",
  "mobile-client",
  "external-connection",
  "background-job",
];

const facts = ({ computers, infobases }: Topology): fc.Arbitrary<Omit<SessionFacts, "session">> =>
  fc.record({
    application: fc.constantFrom(...applications),
    infobase: fc.constantFrom(...infobases.map(({ id }) => id)),
    user: fc.constantFrom("u0", "u1"),
    computer: fc.constantFrom(...computers.map(({ id }) => id), ...computers.map(({ id }) => id), "elsewhere"),
    terminalSession: fc.constantFrom("t0", "t1"),
    throughWebServer: fc.constantFrom(undefined, false, true),
    hardwareLicenses: fc.constantFrom(undefined, true, false),
  });

/** Every policy, each off as often as on: every combination comes up. */
export const policies: fc.Arbitrary<Partial<SeatPolicies>> = fc.record(
  {
    otherComputers: fc.constantFrom("refused" as const, "workstations" as const),
    designer: fc.constantFrom("shared" as const, "own-pool" as const),
    onRemoval: fc.constantFrom("run-on" as const, "end" as const, "move" as const),
    leaseMs: fc.constantFrom(0, 5_000, 20_000),
    lingerMs: fc.constantFrom(0, 1_500, 8_000),
    overdraft: fc.constantFrom(0, 1, 2),
    reservation: fc.boolean(),
    borrowingMs: fc.constantFrom(0, 12_000),
    queue: fc.constantFrom(0, 1, 4),
  },
  { requiredKeys: [] },
);

const weights: readonly (readonly [DayPlan["type"], number])[] = [
  ["start", 14],
  ["end", 5],
  ["install", 3],
  ["remove", 1],
  ["renew", 2],
  ["release", 1],
  ["reserve", 1],
  ["release-reservation", 1],
  ["borrow", 1],
  ["return", 1],
  ["tick", 2],
];

/** Days at any site, of up to so many commands, under policies. */
export function daysOf(under: fc.Arbitrary<Partial<SeatPolicies>>, length = 30): fc.Arbitrary<Day> {
  return topologies.chain((topology) =>
    fc.record({
      topology: fc.constant(topology),
      policies: under,
      licenses: licensesAt(topology),
      clients: fc.array(facts(topology), { minLength: 1, maxLength: 5, size: "max" }),
      plans: fc.array(
        fc.record({
          type: fc.oneof(...weights.map(([type, weight]) => ({ weight, arbitrary: fc.constant(type) }))),
          n: fc.nat(30),
          m: fc.nat(30),
          later: fc.constantFrom(0, 1, 500, 1_500, 3_000, 9_000, -4_000),
        }),
        { minLength: 1, maxLength: length, size: "max" },
      ),
    }),
  );
}
