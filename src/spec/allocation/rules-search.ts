import * as fc from "fast-check";
import type { Denial, InstalledLicense, TrailStep } from "../../allocation/index.js";
import { ensure, ensureEqual, rulesFor, type Rule } from "../rule.js";
import { denied, deskOf, startIn } from "./desk.js";
import {
  atDesk,
  dongle,
  inBrowser,
  inOrder,
  inTerminal,
  licensesOn,
  multi,
  networkDongle,
  office,
  seatsOf,
  serverLicenses,
  single,
  type Client,
} from "./office.js";

const rule = rulesFor("allocation");
const topology = office;

/** Where a client of a desk finds a license, in the order of AL-11; every one is of one seat. */
const ofDesk: readonly InstalledLicense[] = [
  single("1 software", "DESK-1"),
  dongle("2 local dongle", "DESK-1", 1),
  networkDongle("3 network dongle", "DESK-2", 1),
  single("6 at the server", "APP-1"),
  dongle("7 dongle at the server", "APP-1", 1),
  single("9 at the service", "LIC-1"),
];

/** The same for a basic configuration, which no server has. */
const ofBasic: readonly InstalledLicense[] = [
  ...ofDesk.slice(0, 3),
  { type: "basic", license: "4 basic", computer: "DESK-1" },
];

/** What a client in a browser finds. */
const ofBrowser = [...ofDesk.slice(3, 5), networkDongle("8 network dongle", "DESK-2", 1), ...ofDesk.slice(5)];

const situations = fc.constantFrom(
  { client: atDesk("DESK-1"), places: ofDesk },
  { client: atDesk("DESK-1", "basic"), places: ofBasic },
  { client: inBrowser("accounts"), places: ofBrowser },
  { client: inBrowser("accounts", "mobile-client"), places: ofBrowser },
);

/** Every step of the search, as AL-11 says. */
const everyStep: readonly string[] = [
  ...["last-source", "software", "local-dongle", "network-dongle", "basic"].map((look) => `client: ${look}`),
  ...["last-source", "software", "local-dongle", "network-dongle"].map((look) => `server: ${look}`),
  ...["last-source", "software"].map((look) => `licensing-service: ${look}`),
];

/** Some of them, in any order of installation. */
const someOf = <T>(all: readonly T[]) => fc.shuffledSubarray([...all], { minLength: 1 });

/** The trail of a denial. */
function trailOf(denial: Denial): readonly TrailStep[] {
  return "trail" in denial ? denial.trail : [];
}

/** The rules on where a license is looked for, and in which order. */
export const searchRules: readonly Rule[] = [
  rule(
    {
      id: "AL-11",
      statement:
        "Search order, first success stops: on the client's computer: last source, software, local dongle, network dongle, basic license (basic configuration only); then the server: last source, software, dongle, network dongle; then the licensing service: last file, software. Web and mobile clients skip the client's computer.",
      source: "AG",
    },
    {
      cases: situations.chain(({ client, places }) =>
        fc.record({ client: fc.constant(client), licenses: someOf(places), last: fc.nat(5) }),
      ),
      async holds(subject, { client, licenses, last }) {
        const expected = inOrder(licenses);
        // One after the other is taken away: the next one serves.
        const desk = await deskOf(subject, { topology, licenses: [...serverLicenses, ...licenses] });
        for (const license of expected) {
          const found = startIn(await desk.must("start", { ...client, session: license }));
          ensureEqual(found.client?.license, license, "the first of those that are there");
          await desk.must("end", { session: license });
          await desk.must("remove", { license });
        }
        ensureEqual(
          trailOf(await denied(desk, { ...client, session: "s" }, "allocation/not-found")).flatMap(
            ({ found }) => found,
          ),
          [],
          "then there is nothing",
        );
        const skipped = client.application === "web-client" || client.application === "mobile-client";
        const steps = trailOf(await denied(desk, { ...client, session: "s" }, "allocation/not-found"));
        ensure(
          steps
            .filter(({ place }) => place === "client")
            .every((step) => (step.skipped === "remote-client") === skipped),
          "web and mobile clients skip their computer",
        );

        // What served last is tried first, as long as it is there.
        const again = await deskOf(subject, { topology, licenses: serverLicenses });
        const remembered = licenses[last % licenses.length];
        if (remembered === undefined) return;
        await again.must("install", { license: remembered });
        await again.must("start", { ...client, session: "before" });
        await again.must("end", { session: "before" });
        for (const license of licenses) if (license !== remembered) await again.must("install", { license });
        const atOnePlace = expected.filter((name) => placeOf(name) === placeOf(remembered.license));
        const first = expected.find(
          (name) => placeOf(name) !== placeOf(remembered.license) && name < remembered.license,
        );
        const found = startIn(await again.must("start", { ...client, session: "after" })).client?.license;
        ensureEqual(found, first ?? remembered.license, `the last source of its place, before ${atOnePlace.join()}`);
      },
    },
  ),
  rule(
    {
      id: "AL-12",
      statement: "With hardware licenses switched off for a client, its dongle steps are skipped, local and network.",
      source: "S3, AG",
    },
    {
      cases: fc.record({
        client: fc.constantFrom<Client>(atDesk("DESK-1"), inTerminal("RDP-1")),
        warm: fc.boolean(),
        atServer: fc.boolean(),
      }),
      async holds(subject, { client, warm, atServer }) {
        const { computer } = client;
        const licenses = [dongle("local", computer, 1), networkDongle("net", "DESK-2", 1)];
        const desk = await deskOf(subject, { topology, licenses: [...serverLicenses, ...licenses] });
        if (warm) await desk.must("start", { ...client, session: "with dongles" });
        if (warm) await desk.must("end", { session: "with dongles" });
        const off = { ...client, hardwareLicenses: false, session: "s" };
        if (atServer) await desk.must("install", { license: dongle("server's", "APP-1", 1) });
        if (atServer) {
          ensureEqual(
            startIn(await desk.must("start", off)).client?.license,
            "server's",
            "a server's dongle is not the client's",
          );
          return;
        }
        await desk.must("remove", { license: "net" });
        const trail = trailOf(await denied(desk, off, "allocation/not-found"));
        const looks = trail.filter(({ place, look }) => place === "client" && look.endsWith("dongle"));
        ensureEqual(
          looks.map(({ skipped }) => skipped),
          ["hardware-switched-off", "hardware-switched-off"],
          "both steps",
        );
        await desk.must("install", { license: single("software", computer) });
        ensureEqual(startIn(await desk.must("start", off)).client?.license, "software", "software serves");
      },
    },
  ),
  rule(
    {
      id: "AL-13",
      statement:
        "Denied for want of any suitable license: `notFound`. Denied although a suitable one exists, all seats taken: `noneFree`. Each denial carries the trail: where it looked and why that did not serve.",
      source: "S3; field reports",
    },
    {
      cases: fc.constantFrom("APP-1", "TERM-1", "WEB-1").chain((at) =>
        fc.record({
          at: fc.constant(at),
          suitable: fc.option(licensesOn(at), { nil: [] }),
          unsuitable: fc.subarray<InstalledLicense>([
            { ...single("expired", at), expiresAt: 500_000 },
            { type: "basic", license: "basic", computer: at },
            multi("on a desk", "DESK-1", 5),
          ]),
          left: fc.nat(1),
        }),
      ),
      async holds(subject, { at, suitable, unsuitable, left }) {
        const desk = await deskOf(subject, { topology, licenses: [...serverLicenses, ...suitable, ...unsuitable] });
        await desk.must("tick", {}, 1_000_000);
        const client = (n: number): Client =>
          at === "TERM-1" ? inTerminal(`RDP-${String(n)}`) : inBrowser(at === "WEB-1" ? "published" : "accounts");
        const taken = Math.max(0, seatsOf(suitable) - left);
        for (let n = 0; n < taken; n++) await desk.must("start", { ...client(n), session: String(n) });
        if (seatsOf(suitable) > taken) {
          await desk.must("start", { ...client(99), session: "the last seat" });
        }
        const before = JSON.stringify([await desk.holders(), await desk.free()]);
        const code = suitable.length > 0 ? "allocation/none-free" : "allocation/not-found";
        const trail = trailOf(await denied(desk, { ...client(98), session: "asks" }, code));
        ensureEqual(JSON.stringify([await desk.holders(), await desk.free()]), before, "a denial changes nothing");

        const order = ["client", "server", "licensing-service"];
        const places = trail.filter((step) => step.for === "client").map(({ place }) => order.indexOf(place));
        ensureEqual(places, [...places].sort(), "every place, in its order");
        const steps = trail.filter((step) => step.for === "client").map(({ place, look }) => `${place}: ${look}`);
        ensureEqual(steps, everyStep, "every step");
        const found = new Map(trail.flatMap((step) => step.found.map(({ license, why }) => [license, why])));
        for (const { license } of suitable)
          ensureEqual(found.get(license), "all-seats-taken", `${license} was looked at`);
        const here = trail.find(({ look, computer }) => look === "software" && computer === at);
        ensureEqual(
          here?.found.some(({ license }) => license === "expired"),
          unsuitable.some(({ license }) => license === "expired"),
          "what expired is named",
        );
        if (found.has("expired")) ensureEqual(found.get("expired"), "expired", "why it did not serve");
        ensure(!found.has("on a desk"), "what is elsewhere was not looked at");
        const skipped = trail.filter(({ skipped: why }) => why !== undefined);
        ensure(
          skipped.every((step) => step.found.length === 0),
          "what was passed by was not looked at",
        );
      },
    },
  ),
];

/** At which place of a search a license of `ofDesk` is found: each remembers its own last source. */
function placeOf(name: string): number {
  return name < "5" ? 0 : name < "9" ? 1 : 2;
}
