import * as fc from "fast-check";
import { handle, type Result } from "licit";
import {
  checkKit,
  kits,
  parseKitNumber,
  parsePin,
  parsePinKitCommand,
  parsePinKitEvent,
  parsePinKitState,
  pinKit,
  type OpenKit,
  type PinKitCommand,
  type PinKitEvent,
  type PinRecord,
} from "licit/pins";
import { licit } from "licit/spec";
import { describe, expect, test } from "vitest";
import { limited, unlimited } from "../src/spec/pins/kits.js";
import { play, storiesOf } from "../src/spec/pins/story.js";

const stories = storiesOf(fc.oneof(unlimited, limited));
const stored = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
const faultsOf = (parsed: Result<unknown, { readonly faults: readonly { readonly expected?: string }[] }>) =>
  parsed.ok ? [] : parsed.error.faults.map(({ expected }) => expected);

describe("what is stored of a kit", () => {
  test("comes back as it was: states, events and commands", async () => {
    const property = fc.asyncProperty(stories, async (story) => {
      const { steps, events, state } = await play(licit.pins, story);
      expect(parsePinKitState(stored(state))).toEqual({ ok: true, value: state });
      for (const event of events) expect(parsePinKitEvent(stored(event))).toEqual({ ok: true, value: event });
      for (const { command } of steps) {
        expect(parsePinKitCommand(stored(command))).toEqual({ ok: true, value: stored(command) });
      }
    });
    await fc.assert(property, { seed: 1, numRuns: 300 });
  });

  /** A package in which a license went from PIN to PIN, one was cancelled, and a PIN was issued. */
  function kit(): OpenKit {
    const pin = (n: number): string => String(100000000000000 + n);
    const pins = {
      "single-user": Array.from({ length: 15 }, (_, n) => pin(n)),
      "multi-user": [pin(20), pin(21), pin(22)],
    };
    const commands: readonly PinKitCommand[] = [
      { type: "open", data: { kit: "8050525679", definition: kits["client-5"], pins, at: 1 } },
      { type: "acquire", data: { pin: pin(0), reference: "r", computer: "A", at: 2 } },
      { type: "recover", data: { parameters: "changed", pin: pin(0), sparePin: pin(1), reference: "r2", at: 3 } },
      { type: "acquire", data: { pin: pin(2), reference: "r", at: 4 } },
      { type: "cancel", data: { pin: pin(2), at: 5 } },
      { type: "cancel", data: { pin: pin(3), at: 6 } },
    ];
    const { state } = commands.reduce((now, command) => handle(pinKit, command, now.state), {
      state: pinKit.initialState(),
    });
    if (state.status !== "open") throw new Error("not reached");
    return state;
  }

  const change = (n: number, what: object): unknown => {
    const { pages, ...rest } = kit();
    const pins = pages.flat().map((record, at): PinRecord => (at === n ? { ...record, ...what } : record));
    return { ...rest, pages: [pins] };
  };

  test.each<readonly [what: string, state: unknown, fault: string]>([
    ["a PIN that superseded itself", change(0, { supersededBy: "100000000000000" }), "license that does not go"],
    ["a successor that is unused", change(0, { supersededBy: "100000000000007" }), "license that does not go"],
    ["a successor of another set", change(0, { supersededBy: "100000000000020" }), "license that does not go"],
    ["a license of nobody", change(1, { acquiredWith: "100000000000007" }), "license that does not go"],
    ["a place that is another's", change(4, { place: 99 }), "PIN out of its place"],
    ["a PIN twice", change(4, { pin: "100000000000005" }), "PIN twice"],
    ["a PIN issued for itself", change(17, { issuedFor: "100000000000022" }), "PIN issued for no license"],
    [
      "licenses of both sets",
      change(15, {
        ...kit().pages[0]?.[1],
        set: "multi-user",
        place: 1,
        pin: "100000000000020",
        acquiredWith: "100000000000020",
      }),
      "license of both client sets",
    ],
    ["recoveries that nobody counts", change(1, { recoveries: 3 }), "more recoveries"],
    ["a PIN that is none", change(4, { pin: "100 000 000 000 004" }), "15 digits"],
    ["a computer where no license was", change(3, { computer: "A" }), "license that does not go"],
    ["another kit number", { ...kit(), kit: "12" }, "pins/malformed-kit-number"],
    ["no PINs", { ...kit(), pages: [] }, "pins/wrong-pin-count"],
    ["too many recoveries", { ...kit(), recoveries: 5 }, ""],
  ])("%s is refused", (_, state, fault) => {
    const parsed = parsePinKitState(stored(state));
    expect(parsed.ok).toBe(false);
    expect(faultsOf(parsed).join()).toContain(fault);
  });

  test("events that cannot have happened throw, and leave the state alone", () => {
    const state = kit();
    const before = JSON.stringify(state);
    const at = 9;
    const acquired = { reference: "r", computer: null, at };
    const events: readonly PinKitEvent[] = [
      { type: "license-acquired", data: { pin: "100000000000007", set: "multi-user", voids: null, ...acquired } },
      { type: "license-acquired", data: { pin: "100000000000020", set: "multi-user", voids: null, ...acquired } },
      { type: "license-acquired", data: { pin: "999999999999999", set: "single-user", voids: null, ...acquired } },
      { type: "license-recovered", data: { pin: "100000000000020", superseded: "100000000000001", ...acquired } },
      {
        type: "pin-issued",
        data: { pin: "zzz", set: "single-user", place: 16, replaces: "100000000000001", company: "c", reason: "r", at },
      },
      {
        type: "pin-issued",
        data: {
          pin: "999999999999999",
          set: "single-user",
          place: -7,
          replaces: "100000000000001",
          company: "c",
          reason: "r",
          at,
        },
      },
      { type: "pin-cancelled", data: { pin: "100000000000003", reason: "", at } },
      { type: "kit-opened", data: { kit: "x", definition: kits.server, pins: {}, at } },
      JSON.parse('{"type":"unheard-of","data":{}}') as PinKitEvent,
    ];
    for (const event of events) expect(() => pinKit.evolve(state, event)).toThrow(TypeError);
    expect(JSON.stringify(state)).toBe(before);
  });
});

describe("bad input", () => {
  test("a text that is no text, or too long", () => {
    for (const text of [undefined, null, 5, {}, []]) {
      expect(parsePin(text)).toEqual({ ok: false, error: { code: "pins/not-text" } });
      expect(parseKitNumber(text)).toEqual({ ok: false, error: { code: "pins/not-text" } });
    }
    const long = parsePin(" ".repeat(10_000_000));
    expect(long).toEqual({ ok: false, error: { code: "pins/text-too-long", length: 10_000_000, limit: 1_000 } });
    expect(parseKitNumber("123456789G0é")).toMatchObject({ error: { at: 9, character: "G" } });
    expect(parseKitNumber("8050525679 G0")).toEqual({ ok: true, value: "8050525679" });
  });

  test("a million PINs are counted, not read", () => {
    const pins = { "single-user": Array.from({ length: 1_000_000 }, () => "x") };
    const codes = checkKit({ kit: "8050525679", definition: kits["client-1"], pins }).map(({ code }) => code);
    expect(codes).toEqual(["pins/wrong-pin-count", "pins/too-many-pins"]);
  });

  test("a command with a time that is none, a text that is too long, a type that nobody knows", () => {
    const state = pinKit.initialState();
    const codeOf = (command: unknown) => {
      const decision = pinKit.decide(command as PinKitCommand, state);
      return decision.ok ? "ok" : decision.error.code;
    };
    expect(codeOf({ type: "open", data: { at: Number.NaN } })).toBe("pins/not-a-time");
    expect(codeOf({ type: "cancel", data: { pin: "1", at: 1.5 } })).toBe("pins/not-a-time");
    expect(codeOf({ type: "cancel", data: { pin: "1", at: 1 } })).toBe("pins/not-opened");
    expect(parsePinKitCommand({ type: "cancel", data: { pin: "1", at: -0.5 } }).ok).toBe(false);
    expect(parsePinKitCommand(JSON.parse('{"type":"note","data":{"__proto__":{},"pin":"100000000000000"}}')).ok).toBe(
      false,
    );
  });

  test("a kit does not change with what it was opened from", () => {
    const definition = { name: "x", server: true };
    const pins = { server: ["100000000000000", "100000000000001", "100000000000002"] };
    const command = { type: "open", data: { kit: "8050525679", definition, pins, at: 1 } } as const;
    const { state } = handle(pinKit, command, pinKit.initialState());
    definition.server = false;
    pins.server.pop();
    expect(state).toMatchObject({ definition: { server: true } });
    expect(state.status === "open" && state.pages.flat().length).toBe(3);
  });
});
