import * as fc from "fast-check";
import { ensure, ensureEqual, rulesFor, type Rule } from "../rule.js";
import { denied, deskOf, startIn } from "./desk.js";
import {
  atDesk,
  inBrowser,
  inTerminal,
  multi,
  office,
  remoteApplication,
  server,
  serverLicenses,
  single,
  type Client,
} from "./office.js";

const rule = rulesFor("allocation");
const topology = office;
const DAY = 86_400_000;

/** The rules on clients and licenses of special kinds. */
export const kindRules: readonly Rule[] = [
  rule(
    {
      id: "AL-10",
      statement:
        "Consumers: Designer, thick, thin, web and mobile clients, external connections. Not consumers: background jobs, web- and HTTP-service sessions. Designer shares the pool (policy: a pool of its own).",
      source: "S1, S3; field reports",
    },
    {
      cases: fc.record({
        seats: fc.integer({ min: 1, max: 3 }),
        service: fc.constantFrom("background-job" as const, "web-service" as const, "http-service" as const),
        client: fc.oneof(
          fc.constantFrom("thick-client" as const, "thin-client" as const, "external-connection" as const),
          remoteApplication,
        ),
        at: fc.constantFrom("APP-1", "TERM-1"),
      }),
      async holds(subject, { seats, service, client, at }) {
        const clientAt = (n: number, application: Client["application"]): Client =>
          at === "APP-1" || application === "web-client" || application === "mobile-client"
            ? { ...atDesk("DESK-1", "accounts", application) }
            : inTerminal(`RDP-${String(n)}`, "accounts", application);
        const place = client === "web-client" || client === "mobile-client" ? "APP-1" : at;
        for (const designer of ["shared", "own-pool"] as const) {
          const licenses = [...serverLicenses, multi("L", place, seats)];
          const desk = await deskOf(subject, {
            topology,
            policies: designer === "shared" ? {} : { designer },
            licenses,
          });
          for (let n = 0; n < seats; n++)
            await desk.must("start", { ...clientAt(n, client), session: `c${String(n)}` });
          ensureEqual(await desk.used("L"), seats, "each client takes a seat");
          const taken = { ...atDesk("DESK-2", "accounts", service), session: "service" };
          ensureEqual(startIn(await desk.must("start", taken)).client, null, "a service takes none, nor waits for one");
          await denied(desk, { ...clientAt(99, client), session: "one more" }, "allocation/none-free");
          const asDesigner = (n: number) => ({ ...clientAt(n, "designer"), session: `d${String(n)}` });
          if (designer === "shared" || place !== at) {
            if (place === at) await denied(desk, asDesigner(98), "allocation/none-free");
            continue;
          }
          for (let n = 0; n < seats; n++) await desk.must("start", asDesigner(n));
          await denied(desk, asDesigner(98), "allocation/none-free");
          ensureEqual(await desk.used("L"), 2 * seats, "as many again for Designer");
        }
      },
    },
  ),
  rule(
    {
      id: "AL-21",
      statement: "A community license: at most 3 sessions per infobase, 7 days.",
      source: "field reports",
    },
    {
      cases: fc.record({
        // A computer on which the client's own license would count computers or terminal sessions.
        client: fc.constantFrom(atDesk("DESK-1", "shared"), inTerminal("RDP-1", "shared"), inBrowser("published")),
        infobases: fc.array(fc.nat(1), { maxLength: 10 }),
        early: fc.integer({ min: 1, max: 6 * DAY }),
      }),
      async holds(subject, { client, infobases, early }) {
        const computer = client.application === "web-client" ? "WEB-1" : client.computer;
        const other = { id: "other", mode: "file", webServer: "WEB-1" } as const;
        const desk = await deskOf(subject, {
          topology: { ...topology, infobases: [...topology.infobases, other] },
          policies: { overdraft: 5 },
          licenses: [],
        });
        const since = 1_000_000;
        await desk.must("install", { license: { type: "community", license: "C", computer } }, since);
        const running = new Map<string, number>();
        for (const [n, which] of infobases.entries()) {
          const infobase = which === 0 ? client.infobase : "other";
          const session = { ...client, infobase, session: `s${String(n)}` };
          const before = running.get(infobase) ?? 0;
          if (before >= 3) {
            await denied(desk, session, "allocation/none-free");
            continue;
          }
          await desk.must("start", session);
          running.set(infobase, before + 1);
        }
        const late = { ...client, infobase: "basic", application: "thin-client" as const };
        if (client.application === "web-client") return;
        await desk.must("start", { ...late, session: "in time" }, since + 7 * DAY - early);
        await desk.must("tick", {}, since + 7 * DAY);
        await denied(desk, { ...late, session: "too late" }, "allocation/not-found");
      },
    },
  ),
  rule(
    {
      id: "AL-22",
      statement: "A developer server license serves no professional client license, and the reverse.",
      source: "field reports",
    },
    {
      cases: fc.record({
        client: fc.constantFrom("professional" as const, "developer" as const),
        server: fc.constantFrom("professional" as const, "developer" as const, "community" as const),
        said: fc.boolean(),
        at: fc.constantFrom("DESK-1", "APP-1"),
      }),
      async holds(subject, { client, server: ofServer, said, at }) {
        const level = (name: typeof ofServer) => (said || name !== "professional" ? { level: name } : {});
        const licenses = [
          { ...single("L", at), ...(client === "professional" && !said ? {} : { level: client }) },
          { ...server("server", "APP-1", 64), ...level(ofServer) },
        ];
        const desk = await deskOf(subject, { topology, licenses });
        const session = { ...atDesk("DESK-1"), session: "s" };
        if (client === ofServer) {
          ensureEqual(startIn(await desk.must("start", session)).server?.license, "server", "of one level they do");
          return;
        }
        const denial = await denied(desk, session, "allocation/not-found");
        const why =
          "trail" in denial
            ? denial.trail.flatMap((step) => step.found).find(({ license }) => license === "L")
            : undefined;
        ensureEqual(why?.why, "no-server-license-of-its-level", "told why");
        await desk.must("install", { license: { ...server("its own", "LIC-1", 64), ...level(client) } });
        ensureEqual(startIn(await desk.must("start", session)).server?.license, "its own", "its own level is found");
      },
    },
  ),
  rule(
    { id: "AL-23", statement: "A 64-bit server license serves a 32-bit server, not the reverse.", source: "AG" },
    {
      cases: fc.record({
        bits: fc.constantFrom(32 as const, 64 as const),
        type: fc.constantFrom("server" as const, "server-dongle" as const),
        computer: fc.constantFrom("APP-1", "APP-32"),
        inService: fc.boolean(),
      }),
      async holds(subject, { bits, type, computer, inService }) {
        const at = inService && type === "server" ? "LIC-1" : computer;
        const licenses = [single("L", "DESK-1"), { type, license: "server", computer: at, bits }];
        const desk = await deskOf(subject, { topology, licenses });
        const session = { ...atDesk("DESK-1", computer === "APP-1" ? "accounts" : "stock"), session: "s" };
        if (bits === 64 || computer === "APP-32") await desk.must("start", session);
        else {
          const denial = await denied(desk, session, "allocation/not-found");
          const whys = "trail" in denial ? denial.trail.flatMap((step) => step.found.map(({ why }) => why)) : [];
          ensure(whys.includes("32-bit-for-a-64-bit-server"), "told why");
        }
      },
    },
  ),
];
