import * as fc from "fast-check";
import { ensure, ensureEqual, rulesFor, type Rule } from "../rule.js";
import { denied, deskOf, startIn, type Desk } from "./desk.js";
import {
  atDesk,
  dongle,
  inBrowser,
  inTerminal,
  licensesOn,
  localApplication,
  multi,
  networkDongle,
  office,
  remoteApplication,
  seatsOf,
  serverLicenses,
  single,
  type Client,
} from "./office.js";

const rule = rulesFor("allocation");
const topology = office;
const some = <T>(one: fc.Arbitrary<T>) => fc.array(one, { minLength: 1, maxLength: 6 });
const infobase = fc.constantFrom("shared", "accounts", "stock");
const terminal = fc.constantFrom("RDP-1", "RDP-2", "RDP-3");

/** Starts all of these, one after the other; each must get a seat. */
async function startAll(desk: Desk, clients: readonly Client[]): Promise<readonly string[]> {
  const from: string[] = [];
  for (const [n, client] of clients.entries()) {
    const { client: seat } = startIn(await desk.must("start", { ...client, session: `s${String(n)}` }));
    from.push(seat === null ? "" : seat.license);
  }
  return from;
}

/** Fills a pool of so many seats with sessions: each takes one, the next is denied. */
async function fillBySession(desk: Desk, seats: number, clients: readonly Client[]): Promise<void> {
  const many = Array.from({ length: seats }, (_, n) => clients[n % clients.length] ?? atDesk("DESK-1"));
  await startAll(desk, many);
  for (const client of clients) await denied(desk, { ...client, session: "one more" }, "allocation/none-free");
}

/** The rules on what counts: by where the seat is given. */
export const unitRules: readonly Rule[] = [
  rule(
    {
      id: "AL-01",
      statement:
        "What counts follows from where the seat is given, in one table `unitOf`: found locally on a workstation: computer (any number of sessions, any infobases).",
      source: "S0, S2, S3, AG",
    },
    {
      cases: fc.record({
        license: fc.constantFrom(single("L", "DESK-1"), dongle("L", "DESK-1", 2)),
        sessions: some(fc.tuple(localApplication, infobase, fc.option(fc.constant("console"), { nil: undefined }))),
      }),
      async holds(subject, { license, sessions }) {
        const unit = await subject.unitOf({ onTerminalServer: false }, { givenBy: "client" });
        ensureEqual(unit, "computer", "the table says so");
        const desk = await deskOf(subject, { topology, licenses: [...serverLicenses, license] });
        const clients = sessions.map(([application, where, terminalSession]) => ({
          ...atDesk("DESK-1", where, application),
          terminalSession,
        }));
        const from = await startAll(desk, clients);
        ensure(
          from.every((name) => name === "L"),
          "every session is served on its own computer",
        );
        ensureEqual(await desk.used("L"), 1, "one computer takes one seat");
        await denied(desk, { ...atDesk("DESK-2"), session: "elsewhere" }, "allocation/not-found");
      },
    },
  ),
  rule(
    {
      id: "AL-02",
      statement:
        "Given by the application server or its licensing service: session; one session, one seat, two on one computer take two, single-user licenses there included.",
      source: "S0, S2, S3, AG",
    },
    {
      cases: fc.constantFrom("APP-1", "LIC-1").chain((computer) =>
        fc.record({
          licenses: licensesOn(computer).map((all) =>
            computer === "APP-1"
              ? all
              : all.map((one) => (one.type === "dongle" ? single(one.license, computer) : one)),
          ),
          clients: some(
            fc.oneof(
              localApplication.map((application) => atDesk("DESK-1", "accounts", application)),
              fc
                .tuple(terminal, localApplication)
                .map(([name, application]) => inTerminal(name, "accounts", application)),
              remoteApplication.map((application) => inBrowser("accounts", application)),
            ),
          ),
        }),
      ),
      async holds(subject, { licenses, clients }) {
        for (const onTerminalServer of [false, true]) {
          for (const givenBy of ["application-server", "licensing-service"] as const)
            ensureEqual(await subject.unitOf({ onTerminalServer }, { givenBy }), "session", `given by the ${givenBy}`);
        }
        const desk = await deskOf(subject, { topology, licenses: [...serverLicenses, ...licenses] });
        await fillBySession(desk, seatsOf(licenses), clients);
      },
    },
  ),
  rule(
    {
      id: "AL-03",
      statement: "Found locally on a terminal server: terminal session; any number of clients in it, one seat.",
      source: "S0, S1",
    },
    {
      cases: fc.record({
        licenses: licensesOn("TERM-1"),
        clients: some(fc.tuple(terminal, infobase, localApplication)),
      }),
      async holds(subject, { licenses, clients }) {
        const unit = await subject.unitOf({ onTerminalServer: true }, { givenBy: "client" });
        ensureEqual(unit, "terminalSession", "the table says so");
        const desk = await deskOf(subject, { topology, licenses: [...serverLicenses, ...licenses] });
        const seats = seatsOf(licenses);
        const inside = new Set<string>();
        for (const [n, [name, where, application]] of clients.entries()) {
          const client = { ...inTerminal(name, where, application), session: `s${String(n)}` };
          if (inside.has(name) || inside.size < seats) {
            await desk.must("start", client);
            inside.add(name);
          } else await denied(desk, client, "allocation/none-free");
        }
        const used = await Promise.all(licenses.map(({ license }) => desk.used(license)));
        ensureEqual(
          used.reduce((sum, one) => sum + one, 0),
          inside.size,
          "as many seats as terminal sessions",
        );
      },
    },
  ),
  rule(
    { id: "AL-04", statement: "Given by a web-server extension with a file infobase: session.", source: "S2, AG" },
    {
      cases: fc.record({
        licenses: licensesOn("WEB-1"),
        clients: some(
          fc.oneof(
            remoteApplication.map((application) => inBrowser("published", application)),
            fc.constant({ ...atDesk("DESK-1", "published"), throughWebServer: true }),
          ),
        ),
      }),
      async holds(subject, { licenses, clients }) {
        for (const onTerminalServer of [false, true])
          ensureEqual(await subject.unitOf({ onTerminalServer }, { givenBy: "web-server" }), "session", "the table");
        const desk = await deskOf(subject, { topology, licenses });
        await fillBySession(desk, seatsOf(licenses), clients);
      },
    },
  ),
  rule(
    {
      id: "AL-05",
      statement:
        "A network dongle: computer (on a terminal server, terminal session). A dongle on the application server, given by it: session.",
      source: "S3, AG",
    },
    {
      cases: fc.record({
        at: fc.constantFrom("DESK-1", "DESK-2", "TERM-1", "APP-1", "LIC-1"),
        clients: some(
          fc.oneof(
            fc.tuple(fc.constantFrom("DESK-1", "DESK-2"), infobase).map(([desk, where]) => atDesk(desk, where)),
            fc.tuple(terminal, infobase).map(([name, where]) => inTerminal(name, where)),
          ),
        ),
        given: fc.constantFrom(
          dongle("D", "APP-1", 3),
          networkDongle("D", "APP-1", 3),
          networkDongle("D", "DESK-2", 3),
        ),
      }),
      async holds(subject, { at, clients, given }) {
        const desk = await deskOf(subject, { topology, licenses: [...serverLicenses, networkDongle("D", at, 5)] });
        await startAll(desk, clients);
        const units = new Set(clients.map(({ computer, terminalSession }) => `${computer} ${terminalSession ?? ""}`));
        ensureEqual(await desk.used("D"), units.size, "one seat a computer, one a terminal session");
        const server = await deskOf(subject, { topology, licenses: [...serverLicenses, given] });
        await fillBySession(server, 3, [inBrowser(), { ...atDesk("DESK-1"), hardwareLicenses: false }]);
      },
    },
  ),
  rule(
    {
      id: "AL-06",
      statement:
        "File mode takes single-user licenses only, except on a terminal server or behind a web server. (Of software: a network dongle serves files, too. Nor does a client of an application server get at a multi-user license on its workstation: it is counted by servers.)",
      source: "S2, AG",
    },
    {
      cases: fc.record({
        seats: fc.integer({ min: 1, max: 9 }),
        application: localApplication,
        where: fc.constantFrom("shared", "published", "accounts"),
      }),
      async holds(subject, { seats, application, where }) {
        const onDesk = multi("M", "DESK-1", seats);
        const desk = await deskOf(subject, { topology, licenses: [...serverLicenses, onDesk] });
        const client = { ...atDesk("DESK-1", where, application), session: "s" };
        const denial = await denied(desk, client, "allocation/not-found");
        const found = "trail" in denial ? denial.trail.flatMap((step) => step.found) : [];
        ensureEqual(found, [{ license: "M", why: "multi-user-on-a-workstation" }], "and told why");
        await desk.must("install", { license: single("S", "DESK-1") });
        ensureEqual(startIn(await desk.must("start", client)).client?.license, "S", "a single-user license serves");

        const there = [multi("T", "TERM-1", seats), multi("W", "WEB-1", seats)];
        const servers = await deskOf(subject, { topology, licenses: [...serverLicenses, ...there] });
        const from = await startAll(servers, [inTerminal("RDP-1", where, application), inBrowser("published")]);
        ensureEqual(from, ["T", "W"], "on a terminal server and behind a web server it does");
      },
    },
  ),
];
