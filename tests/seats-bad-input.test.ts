import * as fc from "fast-check";
import { handle } from "licit";
import {
  parseSeatCommand,
  parseSeatEvent,
  plan,
  restore,
  seats,
  snapshot,
  type SeatCommand,
  type SeatState,
} from "licit/allocation";
import { describe, expect, test } from "vitest";

const topology = {
  computers: [{ id: "TERM-1", roles: ["terminal-server" as const] }, { id: "DESK-1" }],
  infobases: [{ id: "accounts", mode: "file" as const }],
};
const client = {
  application: "thin-client",
  infobase: "accounts",
  user: "Olga",
  computer: "TERM-1",
  terminalSession: "1",
} as const;

function after(...commands: readonly SeatCommand[]): SeatState {
  return commands.reduce((state, command) => handle(seats, command, state).state, seats.initialState());
}

const site = after(
  { type: "configure", data: { topology, policies: { leaseMs: 1_000, queue: 1 }, at: 1_000 } },
  { type: "install", data: { license: { type: "single-user", license: "L", computer: "TERM-1" }, at: 1_000 } },
  { type: "start", data: { ...client, session: "1", at: 2_000 } },
);

describe("a command that cannot be obeyed is refused by code, and changes nothing", () => {
  const start = (facts: object, at: unknown = 2_000) => ({
    type: "start",
    data: { ...client, session: "2", ...facts, at },
  });
  test.each<[string, unknown, string]>([
    ["nothing", undefined, "core/invalid-input"],
    ["null", null, "core/invalid-input"],
    ["an unknown type", { type: "steal", data: { at: 1 } }, "core/invalid-input"],
    ["no data", { type: "tick" }, "core/invalid-input"],
    ["no session", start({ session: undefined }), "core/invalid-input"],
    ["an empty id", start({ session: "" }), "core/invalid-input"],
    ["an id of a megabyte", start({ session: "x".repeat(1_000_000) }), "core/invalid-input"],
    ["a lone surrogate", start({ user: "a\ud800" }), "core/invalid-input"],
    ["an application of another kind", start({ application: "toString" }), "core/invalid-input"],
    ["a time that is none", start({}, Number.NaN), "core/invalid-input"],
    ["a time with a fraction", start({}, 0.5), "core/invalid-input"],
    ["a flag that is a text", start({ hardwareLicenses: "no" }), "core/invalid-input"],
    ["an unknown computer", start({ computer: "__proto__" }), "allocation/unknown-computer"],
    ["an unknown infobase", start({ infobase: "constructor" }), "allocation/unknown-infobase"],
    ["a session started twice", start({ session: "1" }), "allocation/session-exists"],
    ["no terminal session", start({ terminalSession: undefined }), "allocation/no-terminal-session"],
    ["a web client of a file that nobody publishes", start({ application: "web-client" }), "allocation/not-published"],
    ["a lease in the past", start({ leaseUntil: 1_500 }), "allocation/in-the-past"],
    ["a lease in the past, said late", start({ leaseUntil: 1_500 }, 1_000), "allocation/in-the-past"],
    ["a lease that is too long", start({ leaseUntil: 3_001 }), "allocation/too-long"],
    [
      "a session that never was, renewed",
      { type: "renew", data: { session: "9", at: 2_000 } },
      "allocation/unknown-session",
    ],
    [
      "a session that never was, ended",
      { type: "end", data: { session: "9", at: 2_000 } },
      "allocation/unknown-session",
    ],
    [
      "a lease that ran out, renewed",
      { type: "renew", data: { session: "1", at: 3_000 } },
      "allocation/unknown-session",
    ],
    [
      "a license that is not there",
      { type: "remove", data: { license: "M", at: 2_000 } },
      "allocation/unknown-license",
    ],
    [
      "a license twice",
      { type: "install", data: { license: { type: "basic", license: "L", computer: "DESK-1" }, at: 2_000 } },
      "allocation/already-installed",
    ],
    [
      "a license nowhere",
      { type: "install", data: { license: { type: "basic", license: "M", computer: "X" }, at: 2_000 } },
      "allocation/unknown-computer",
    ],
    [
      "a license of no seats",
      {
        type: "install",
        data: { license: { type: "multi-user", license: "M", computer: "DESK-1", seats: 0 }, at: 2_000 },
      },
      "core/invalid-input",
    ],
    [
      "a license that is misspelt",
      {
        type: "install",
        data: { license: { type: "basic", license: "M", computer: "DESK-1", expireAt: 1 }, at: 2_000 },
      },
      "core/invalid-input",
    ],
    [
      "a license that has expired",
      {
        type: "install",
        data: { license: { type: "basic", license: "M", computer: "DESK-1", expiresAt: 2_000 }, at: 1 },
      },
      "allocation/in-the-past",
    ],
    [
      "a topology without what is used",
      { type: "configure", data: { topology: { computers: [], infobases: [] }, at: 2_000 } },
      "allocation/computers-in-use",
    ],
    [
      "a topology that refers to nothing",
      {
        type: "configure",
        data: {
          topology: { ...topology, infobases: [{ id: "a", mode: "client-server", server: "DESK-1" }] },
          at: 2_000,
        },
      },
      "allocation/bad-topology",
    ],
    [
      "policies that are misspelt",
      { type: "configure", data: { topology, policies: { leasesMs: 1 }, at: 2_000 } },
      "core/invalid-input",
    ],
    [
      "a seat that nobody holds",
      { type: "release", data: { unit: "computer X", license: "L", at: 2_000 } },
      "allocation/unknown-seat",
    ],
    [
      "a seat that nobody borrowed",
      { type: "return", data: { unit: "terminal 6 TERM-1 1", license: "L", at: 2_000 } },
      "allocation/not-borrowed",
    ],
  ])("%s", (_, command, code) => {
    const before = JSON.stringify(snapshot(site));
    const decision = seats.decide(command as SeatCommand, site);
    expect(decision.ok ? "ok" : decision.error.code).toBe(code);
    expect(JSON.stringify(snapshot(site))).toBe(before);
  });

  test("what is read is read once: a value that changes its mind is taken at its first word", () => {
    let reads = 0;
    const session = {
      get: () => {
        if (reads++ > 0) throw new Error("read twice");
        return "1";
      },
      enumerable: true,
    };
    const data = Object.defineProperty({ at: 2_500 }, "session", session) as { session: string; at: number };
    expect(seats.decide({ type: "end", data }, site)).toMatchObject({ ok: true, events: [{ type: "session-ended" }] });
  });

  test("a seat without a reservation, said with one that is nothing, is a seat", () => {
    const data = { reservation: undefined, unit: "x", license: "L", at: 2_000 } as never;
    expect(seats.decide({ type: "release", data }, site)).toMatchObject({ error: { code: "allocation/unknown-seat" } });
  });

  test("an object that throws when it is looked at", () => {
    const hostile = new Proxy(
      {},
      {
        get: () => {
          throw new Error("no");
        },
        getOwnPropertyDescriptor: () => {
          throw new Error("no");
        },
        ownKeys: () => {
          throw new Error("no");
        },
      },
    );
    for (const command of [hostile, { type: "start", data: hostile }])
      expect(seats.decide(command as SeatCommand, site)).toMatchObject({
        ok: false,
        error: { code: "core/invalid-input" },
      });
  });

  test("whatever it is, it is answered", () => {
    fc.assert(
      fc.property(
        fc.anything(),
        fc.anything(),
        fc.constantFrom("start", "end", "install", "reserve", "tick", "release"),
        (data, at, type) => {
          for (const command of [data, { type, data }, { type, data: { ...client, session: data, at } }]) {
            const decision = seats.decide(command as SeatCommand, site);
            expect(typeof decision.ok).toBe("boolean");
            parseSeatCommand(command);
            parseSeatEvent(command);
            restore(command);
            plan(data as never, at as never);
          }
        },
      ),
      { numRuns: 2_000, seed: 3 },
    );
  });
});

test("time never runs backwards: what arrives late is decided as of the state's time", () => {
  const late = handle(seats, { type: "renew", data: { session: "1", at: -5 } }, site);
  expect(late.decision).toEqual({
    ok: true,
    events: [{ type: "session-renewed", data: { session: "1", leaseUntil: 3_000, at: 2_000 } }],
  });
  expect(late.state.at).toBe(2_000);
});

test("a tick of years ends what it ends, once", () => {
  const years = handle(seats, { type: "tick", data: { at: 9_007_199_254_740_991 } }, site);
  expect(years.decision.ok && years.decision.events.map(({ type }) => type)).toEqual(["session-ended", "time-passed"]);
  expect(handle(seats, { type: "tick", data: { at: 9_007_199_254_740_991 } }, years.state).decision).toEqual({
    ok: true,
    events: [],
  });
});

test("an event that cannot have happened here, or that nobody knows, is a TypeError", () => {
  const at = 5_000;
  for (const event of [
    { type: "session-ended", data: { session: "9", reason: "ended", client: null, server: null, at } },
    { type: "license-removed", data: { license: "M", sessions: [], at } },
    { type: "seat-freed", data: { unit: "x", license: "L", reason: "time", at } },
    { type: "reservation-ended", data: { reservation: "r", reason: "time", at } },
    { type: "stolen", data: { at } },
  ])
    expect(() => seats.evolve(site, event as never)).toThrow(TypeError);
});

describe("a stored state that no history leads to is refused, with the place", () => {
  const stored = JSON.parse(JSON.stringify(snapshot(site))) as Record<string, unknown[]> & {
    seats: Record<string, unknown>[];
    sessions: Record<string, unknown>[];
  };
  const [seat] = stored.seats;
  const [session] = stored.sessions;
  test.each<[string, object, string]>([
    ["a session in a seat that is not there", { seats: [] }, "sessions.0"],
    ["a seat without its sessions", { sessions: [] }, "seats.0"],
    ["a seat twice", { seats: [seat, seat] }, "seats.1"],
    ["a session twice", { sessions: [session, session] }, "sessions.1"],
    [
      "more seats than there are",
      { seats: [seat, { ...seat, unit: "terminal 6 TERM-1 2", idleSince: 1, freeAt: 9_000 }] },
      "seats.1",
    ],
    ["a seat of another pool", { seats: [{ ...seat, pool: "license M" }] }, "seats.0"],
    ["a license nowhere", { topology: { computers: [], infobases: [] } }, "licenses.0"],
    [
      "a waiting session that runs",
      { waiting: [{ facts: session?.["facts"], since: 1, leaseUntil: null }] },
      "waiting.0",
    ],
    ["another version", { version: 2 }, "version"],
    ["a policy that is missing", { policies: {} }, "policies.designer"],
  ])("%s", (_, change, path) => {
    const restored = restore({ ...stored, ...change });
    expect(restored.ok ? [] : restored.error.faults.map((fault) => fault.path.join("."))).toContain(path);
  });
});

test("ids chosen to collide cost no more than a tree", () => {
  // Of FNV-1a over two units with one state in between: found by trying, as anybody could.
  const colliding = collisions(2_000);
  let state = after(
    {
      type: "configure",
      data: {
        topology: {
          ...topology,
          infobases: [{ id: "accounts", mode: "file", webServer: "WEB" }],
          computers: [...topology.computers, { id: "WEB", roles: ["web-server"] }],
        },
        at: 1,
      },
    },
    {
      type: "install",
      data: { license: { type: "multi-user", license: "M", computer: "WEB", seats: 100_000 }, at: 1 },
    },
  );
  for (const session of colliding) {
    const { decision, state: next } = handle(
      seats,
      { type: "start", data: { ...client, application: "web-client", session, at: 2 } },
      state,
    );
    expect(decision.ok).toBe(true);
    state = next;
  }
  for (const session of colliding) state = handle(seats, { type: "end", data: { session, at: 3 } }, state).state;
  expect(snapshot(state).sessions).toEqual([]);
});

/** Texts of one hash: the first halves lead to few states, the second halves lead them together. */
function collisions(count: number): readonly string[] {
  const prime = 0x01000193;
  let texts = [""];
  let hash = 0x811c9dc5;
  while (texts.length < count) {
    const seen = new Map<number, string>();
    for (let n = 0; ; n++) {
      const mixed = Math.imul(n, 0x9e3779b1);
      const block = String.fromCharCode(
        0x4e00 + (mixed >>> 18),
        0x4e00 + ((mixed >>> 5) & 0x3fff),
        0x4e00 + (n & 0x1fff),
      );
      let state = hash;
      for (let at = 0; at < block.length; at++) state = Math.imul(state ^ block.charCodeAt(at), prime);
      const twin = seen.get(state);
      if (twin !== undefined) {
        texts = texts.flatMap((text) => [text + twin, text + block]);
        hash = state;
        break;
      }
      seen.set(state, block);
    }
  }
  return texts;
}
