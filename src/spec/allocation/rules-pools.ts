import * as fc from "fast-check";
import { compareCodePoints } from "../../core/index.js";
import { ensure, ensureEqual, rulesFor, type Rule } from "../rule.js";
import { denied, deskOf, startIn } from "./desk.js";
import {
  atDesk,
  dongle,
  inBrowser,
  inTerminal,
  licensesOn,
  multi,
  networkDongle,
  office,
  seatsOf,
  server,
  serverLicenses,
  single,
} from "./office.js";

const rule = rulesFor("allocation");
const topology = office;

/** The rules on licenses that add up, and on those that go together. */
export const poolRules: readonly Rule[] = [
  rule(
    {
      id: "AL-07",
      statement:
        "Software licenses on one computer add up, single-user and multi-user together, also from different kits and owners.",
      source: "S2, S3",
    },
    {
      cases: fc.record({
        sizes: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 2, maxLength: 5 }),
        at: fc.constantFrom("APP-1", "TERM-1", "WEB-1", "LIC-1"),
      }),
      async holds(subject, { sizes, at }) {
        const licenses = sizes.map((size, n) => {
          const name = `38150537641012${String(n)}-805052567${String(n)}`;
          return size === 0 ? single(name, at) : multi(name, at, size);
        });
        const desk = await deskOf(subject, { topology, licenses: [...serverLicenses, ...licenses] });
        const client = (n: number) => {
          if (at === "TERM-1") return { ...inTerminal(`RDP-${String(n)}`), session: `s${String(n)}` };
          return { ...inBrowser(at === "WEB-1" ? "published" : "accounts"), session: `s${String(n)}` };
        };
        const sum = seatsOf(licenses);
        for (let n = 0; n < sum; n++) await desk.must("start", client(n));
        const denial = await denied(desk, client(sum), "allocation/none-free");
        const looked =
          "trail" in denial ? denial.trail.flatMap((step) => step.found.map(({ license }) => license)) : [];
        ensure(
          licenses.every(({ license }) => looked.includes(license)),
          "every one of them was looked at",
        );
        for (const license of licenses)
          ensureEqual(await desk.used(license.license), seatsOf([license]), "each is full");
      },
    },
  ),
  rule(
    {
      id: "AL-08",
      statement:
        "Dongles of different series add up; of several of one series on one computer only one counts, the one with the lowest id. (Ids are compared by code point. Sessions on a dongle that does not count any more run on.)",
      source: "S3, AG",
    },
    {
      cases: fc.record({
        dongles: fc.uniqueArray(
          fc.record({
            id: fc.constantFrom("10", "9", "H4-1", "H4-2", "a", "Z"),
            series: fc.constantFrom("NET10", "NET20"),
            seats: fc.integer({ min: 1, max: 3 }),
            network: fc.boolean(),
          }),
          { minLength: 1, maxLength: 5, selector: ({ id }) => id },
        ),
      }),
      async holds(subject, { dongles }) {
        const licenses = dongles.map(({ id, series, seats, network }) =>
          network ? networkDongle(id, "APP-1", seats, series) : dongle(id, "APP-1", seats, series),
        );
        const elsewhere = networkDongle("elsewhere", "DESK-2", 1, "NET10");
        const desk = await deskOf(subject, { topology, licenses: [...serverLicenses, ...licenses, elsewhere] });
        let here = [...licenses].sort((a, b) => compareCodePoints(a.license, b.license));
        for (let round = 0; here.length > 0; round++) {
          const counting = here.filter(({ series }, n) => here.findIndex((one) => one.series === series) === n);
          const rows = (await desk.free()).filter(
            ({ computer, for: whom }) => computer === "APP-1" && whom !== "server",
          );
          ensureEqual(
            rows.map(({ license, seats, idle }) => [license, seats, idle ?? "counts"]).sort(),
            here
              .map((one) =>
                counting.includes(one) ? [one.license, one.seats, "counts"] : [one.license, 0, "hidden-by-its-series"],
              )
              .sort(),
            "one of each series counts",
          );
          const sum = seatsOf(counting) + 1;
          for (let n = 0; n < sum; n++) {
            const started = startIn(
              await desk.must("start", { ...inBrowser(), session: `${String(round)}-${String(n)}` }),
            );
            const from = started.client?.license;
            ensure(from === "elsewhere" || counting.some(({ license }) => license === from), `${String(from)} counts`);
          }
          await denied(desk, { ...inBrowser(), session: "one more" }, "allocation/none-free");
          for (let n = 0; n < sum; n++) await desk.must("end", { session: `${String(round)}-${String(n)}` });
          const [lowest] = here;
          if (lowest !== undefined) await desk.must("remove", { license: lowest.license });
          here = here.slice(1);
        }
      },
    },
  ),
  rule(
    {
      id: "AL-09",
      statement:
        "Client/server needs a server license beside client licenses; file mode and a web server with a file infobase do not.",
      source: "S2, S3",
    },
    {
      cases: fc.record({
        at: fc.constantFrom("DESK-1", "TERM-1", "APP-1", "LIC-1"),
        application: fc.constantFrom("thin-client" as const, "designer" as const, "background-job" as const),
      }),
      async holds(subject, { at, application }) {
        const license = at === "DESK-1" ? single("L", at) : multi("L", at, 5);
        const desk = await deskOf(subject, { topology, licenses: [license] });
        const client =
          at === "TERM-1" ? inTerminal("RDP-1", "accounts", application) : atDesk("DESK-1", "accounts", application);
        const denial = await denied(desk, { ...client, session: "s" }, "allocation/not-found");
        const forServer = "trail" in denial ? denial.trail.filter((step) => step.for === "server") : [];
        ensure(forServer.length > 0, "the trail says where the server license was looked for");
        ensureEqual(await desk.used("L"), 0, "no seat is taken in vain");
        await desk.must("install", { license: server("server", "APP-1", 64) });
        const started = startIn(await desk.must("start", { ...client, session: "s" }));
        ensureEqual(started.server?.license, "server", "with it the session starts");

        const files = await deskOf(subject, { topology, licenses: [single("D", "DESK-1"), multi("W", "WEB-1", 5)] });
        const file = startIn(await files.must("start", { ...atDesk("DESK-1", "shared", application), session: "f" }));
        const web = startIn(await files.must("start", { ...inBrowser("published"), session: "w" }));
        ensureEqual([file.server, web.server], [null, null], "files need none");
      },
    },
  ),
  rule(
    {
      id: "AL-26",
      statement:
        "Software and dongle pools serve the same infobase together; a software server license combines with dongle client licenses.",
      source: "S3, AG",
    },
    {
      cases: fc.record({ licenses: licensesOn("APP-1"), withDongle: fc.boolean() }),
      async holds(subject, { licenses, withDongle }) {
        const all = [
          ...licenses,
          multi("software", "APP-1", 2),
          dongle("dongle", "APP-1", 2),
          networkDongle("net", "DESK-2", 2),
        ];
        const ofServer = withDongle
          ? ({ type: "server-dongle", license: "server", computer: "APP-1", bits: 64 } as const)
          : server("server", "APP-1", 64);
        const desk = await deskOf(subject, { topology, licenses: [ofServer, ...all] });
        const from = new Set<string | undefined>();
        for (let n = 0; n < seatsOf(all); n++)
          from.add(startIn(await desk.must("start", { ...inBrowser(), session: `s${String(n)}` })).client?.license);
        ensureEqual([...from].sort(), all.map(({ license }) => license).sort(), "all of them serve");
      },
    },
  ),
  rule(
    {
      id: "AL-28",
      statement: "A server agent present on a web server's computer only to install licenses needs no server license.",
      source: "S2 p.28",
    },
    {
      cases: fc.record({ seats: fc.integer({ min: 1, max: 4 }), agent: fc.boolean() }),
      async holds(subject, { seats, agent }) {
        const computers = topology.computers.map((computer) =>
          computer.id === "WEB-1" && agent
            ? { ...computer, roles: ["web-server", "application-server"] as const }
            : computer,
        );
        const desk = await deskOf(subject, {
          topology: { ...topology, computers },
          licenses: [multi("L", "WEB-1", seats)],
        });
        for (let n = 0; n < seats; n++) {
          const started = startIn(await desk.must("start", { ...inBrowser("published"), session: `s${String(n)}` }));
          ensureEqual(started.server, null, "no server license is asked for");
        }
        await denied(desk, { ...inBrowser("published"), session: "one more" }, "allocation/none-free");
      },
    },
  ),
];
