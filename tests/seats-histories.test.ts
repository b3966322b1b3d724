// Histories in which implementations went wrong, each with what has to come of it.
import { handle } from "licit";
import {
  freeSeats,
  holders,
  restore,
  seats,
  snapshot,
  type InstalledLicense,
  type SeatCommand,
  type SomePolicies,
  type SeatState,
} from "licit/allocation";
import { expect, test } from "vitest";

const topology = {
  computers: [
    { id: "W", roles: ["web-server" as const] },
    { id: "T", roles: ["terminal-server" as const] },
  ],
  infobases: [
    { id: "A", mode: "file" as const, webServer: "W" },
    { id: "B", mode: "file" as const, webServer: "W" },
  ],
};

function siteWith(policies: SomePolicies, ...licenses: readonly InstalledLicense[]) {
  let state: SeatState = seats.initialState();
  const ask = (command: SeatCommand): string => {
    const { decision, state: next } = handle(seats, command, state);
    state = next;
    expect(restore(JSON.parse(JSON.stringify(snapshot(state)))).ok).toBe(true);
    return decision.ok ? "ok" : decision.error.code;
  };
  ask({ type: "configure", data: { topology, policies, at: 1 } });
  for (const license of licenses) expect(ask({ type: "install", data: { license, at: 2 } })).toBe("ok");
  return {
    ask,
    state: () => state,
    start: (session: string, at: number, infobase = "A", user = "u") =>
      ask({ type: "start", data: { session, application: "web-client", infobase, user, computer: "x", at } }),
    inTerminal: (session: string, terminalSession: string, at: number, user = "u") =>
      ask({
        type: "start",
        data: { session, application: "thin-client", infobase: "A", user, computer: "T", terminalSession, at },
      }),
    end: (session: string, at: number) => ask({ type: "end", data: { session, at } }),
  };
}

const community = { type: "community", license: "C", computer: "W" } as const;
const two = { type: "multi-user", license: "L", computer: "W", seats: 2 } as const;
const one = { type: "single-user", license: "L", computer: "W" } as const;

test("AL-21 a seat that lingers for one infobase is no fourth one for another", () => {
  const site = siteWith({ lingerMs: 100_000 }, community);
  site.start("1", 10, "A");
  site.end("1", 11);
  for (const session of ["2", "3", "4"]) expect(site.start(session, 12, "B")).toBe("ok");
  expect(site.start("1", 13, "B")).toBe("allocation/none-free");
  expect(site.start("1", 14, "A")).toBe("ok");
});

test("AL-19 a session's id that comes back with somebody else does not bring the seat along", () => {
  const site = siteWith({ lingerMs: 100_000 }, one);
  site.start("17", 10, "A", "Olga");
  site.end("17", 11);
  expect(site.start("17", 12, "A", "Ivan")).toBe("allocation/none-free");
  expect(site.start("17", 13, "A", "Olga")).toBe("ok");
});

test("AL-14 a license of the same name and another kind is not the license that still serves", () => {
  const site = siteWith({}, community);
  for (const session of ["1", "2", "3"]) site.start(session, 10);
  site.ask({ type: "remove", data: { license: "C", at: 11 } });
  expect(site.ask({ type: "install", data: { license: { ...two, license: "C" }, at: 12 } })).toBe(
    "allocation/still-serving",
  );
  expect(site.ask({ type: "install", data: { license: community, at: 13 } })).toBe("ok");
  expect(site.start("4", 14)).toBe("allocation/none-free");
});

test("AL-14 a license that comes back with fewer seats than it serves is refused, and its own sessions count again", () => {
  const site = siteWith({}, two);
  for (const session of ["1", "2"]) site.start(session, 10);
  site.ask({ type: "remove", data: { license: "L", at: 11 } });
  expect(site.ask({ type: "install", data: { license: one, at: 12 } })).toBe("allocation/still-serving");
  expect(site.ask({ type: "install", data: { license: two, at: 13 } })).toBe("ok");
  expect(freeSeats(site.state())).toMatchObject([{ license: "L", used: 2, free: 0 }]);
});

test("AL-19 the bound of seats beyond the licenses cannot be lowered under what is taken, not even on the way round", () => {
  const site = siteWith({ overdraft: 1 }, one);
  for (const session of ["1", "2"]) expect(site.start(session, 10)).toBe("ok");
  expect(site.ask({ type: "configure", data: { topology, policies: {}, at: 11 } })).toBe("allocation/overdraft-in-use");
  expect(site.ask({ type: "configure", data: { topology, policies: { overdraft: 1 }, at: 11 } })).toBe("ok");
  site.ask({ type: "remove", data: { license: "L", at: 12 } });
  expect(site.ask({ type: "install", data: { license: { ...one, computer: "T" }, at: 13 } })).toBe("ok");
  const without = { computers: topology.computers.slice(1), infobases: [] };
  expect(site.ask({ type: "configure", data: { topology: without, at: 14 } })).toBe("ok");
  expect(site.ask({ type: "configure", data: { topology, policies: {}, at: 15 } })).toBe("allocation/overdraft-in-use");
});

test("configure without policies leaves them as they were; of policies that are given, what is left out is off", () => {
  const site = siteWith({ queue: 1 }, one);
  site.start("1", 10);
  site.ask({ type: "configure", data: { topology, at: 11 } });
  expect(site.start("2", 12)).toBe("ok");
  site.end("2", 13);
  site.ask({ type: "configure", data: { topology, policies: { queue: undefined, lingerMs: 5 }, at: 14 } });
  expect(site.state().site.policies).toMatchObject({ queue: 0, lingerMs: 5 });
  expect(site.start("2", 15)).toBe("allocation/none-free");
});

test("AL-18 a lease that was given before leases were switched off ends with the next renewal; a shorter one may be asked for", () => {
  const site = siteWith({ leaseMs: 1_000 }, two);
  site.start("1", 10);
  site.ask({ type: "renew", data: { session: "1", leaseUntil: 500, at: 20 } });
  expect(holders(site.state())[0]?.sessions[0]?.leaseUntil).toBe(500);
  site.ask({ type: "configure", data: { topology, policies: {}, at: 30 } });
  expect(site.ask({ type: "renew", data: { session: "1", at: 40 } })).toBe("ok");
  expect(site.ask({ type: "renew", data: { session: "1", at: 50 } })).toBe("allocation/switched-off");
  site.ask({ type: "tick", data: { at: 9_999_999 } });
  expect(holders(site.state())).toHaveLength(1);
});

test("AL-18, AL-19 who waits and is not renewed loses the place in the queue", () => {
  const site = siteWith({ leaseMs: 1_000, queue: 2 }, one);
  site.start("1", 10);
  site.start("crashed", 20);
  site.start("waits", 30);
  site.ask({ type: "renew", data: { session: "1", at: 900 } });
  expect(site.ask({ type: "renew", data: { session: "waits", at: 900 } })).toBe("ok");
  site.end("1", 1_100);
  expect(holders(site.state()).flatMap(({ sessions }) => sessions.map(({ session }) => session))).toEqual(["waits"]);
});

test("AL-19 a borrowed seat that is returned lingers as long as it would have", () => {
  const returned = (at: number) => {
    const site = siteWith({ borrowingMs: 50_000, lingerMs: 5_000 }, two);
    site.inTerminal("1", "r1", 3_000);
    site.start("1w", 3_000);
    site.ask({ type: "borrow", data: { session: "1w", until: 20_000, at: 3_000 } });
    site.end("1w", 4_000);
    const answer = site.ask({ type: "return", data: { unit: "session 1w", license: "L", at } });
    return [answer, holders(site.state()).map(({ state, freeAt }) => [state, freeAt])];
  };
  expect(returned(6_000)).toEqual(["ok", [["lingering", 9_000]]]);
  expect(returned(9_000)).toEqual(["ok", []]);
  expect(returned(20_000)).toEqual(["allocation/unknown-seat", [["borrowed", 20_000]]]);
});

test("AL-19 a seat of a reservation that has ended is nobody's once it is free", () => {
  const site = siteWith({ reservation: true }, one);
  site.ask({ type: "reserve", data: { reservation: "r", license: "L", seats: 1, for: { user: "Olga" }, at: 10 } });
  site.start("1", 11, "A", "Olga");
  site.ask({ type: "release", data: { reservation: "r", at: 12 } });
  site.ask({ type: "reserve", data: { reservation: "r", license: "L", seats: 1, for: { user: "Ivan" }, at: 13 } });
  site.end("1", 14);
  expect(freeSeats(site.state())).toMatchObject([{ used: 0, kept: 0, free: 1 }]);
});

test("AL-19 a seat that is kept for a computer is not for a browser that says its name", () => {
  const site = siteWith({ reservation: true }, one);
  site.ask({ type: "reserve", data: { reservation: "r", license: "L", seats: 1, for: { computer: "x" }, at: 10 } });
  expect(site.start("1", 11)).toBe("allocation/none-free");
});

test("AL-17 a license serves until its last moment, and not at it, whoever looks first", () => {
  const site = siteWith({}, { ...two, expiresAt: 100 });
  expect(site.start("1", 99)).toBe("ok");
  expect(site.start("2", 100)).toBe("allocation/not-found");
});

test("AL-21 a community license expires after 7 days, or when it says, whichever is sooner", () => {
  const day = 86_400_000;
  for (const [expiresAt, last] of [
    [900 * day, 7 * day + 2],
    [3 * day, 3 * day],
  ] as const) {
    const site = siteWith({}, { ...community, expiresAt });
    expect(site.start("1", last - 1)).toBe("ok");
    expect(site.start("2", last)).toBe("allocation/not-found");
  }
});

test("what is released says so, a borrowed seat of a license that is gone is not given", () => {
  const site = siteWith({ borrowingMs: 1_000 }, two);
  site.start("1", 10);
  const released = seats.decide({ type: "release", data: { unit: "session 1", license: "L", at: 11 } }, site.state());
  expect(released.ok && released.events).toMatchObject([
    { type: "session-ended", data: { reason: "released", client: { then: "free" } } },
  ]);
  site.ask({ type: "remove", data: { license: "L", at: 12 } });
  expect(site.ask({ type: "borrow", data: { session: "1", until: 100, at: 13 } })).toBe("allocation/not-serving");
});
