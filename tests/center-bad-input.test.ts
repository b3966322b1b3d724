import * as fc from "fast-check";
import { handle } from "licit";
import {
  answerTo,
  center,
  operatorView,
  parseCenterCommand,
  parseCenterEvent,
  parseCenterState,
  parseLetter,
  type CenterCommand,
} from "licit/center";
import { pinReport } from "licit/pins";
import { describe, expect, test } from "vitest";
import {
  call,
  deskOf,
  elsewhere,
  file,
  first,
  kit,
  pinAt,
  registered,
  request,
  second,
  start,
  tell,
} from "./center-desk.ts";

const desk = deskOf("client-5", {}, { name: "Olga", email: "olga@romashka.example" });
request(desk, file());
request(desk, file({ pin: second, at: start + 1 }));
request(desk, file({ operation: "recovery", at: start + 2 }));
request(desk, file({ operation: "recovery", at: start + 3, owner: { kind: "individual", lastName: "X" } }));
tell(desk, { type: "revoke", data: { pin: second, reason: "stolen", at: start + 4 } });
const letter = { kind: "additional-pin", kit, company: "Romashka", pin: first, reason: "moved" } as const;
const lost = { kind: "lost-data", wants: "pins", kit, name: "Olga", reason: "a fire" } as const;

const commands: readonly CenterCommand[] = [
  {
    type: "request-license",
    data: file({
      operation: "recovery-spare",
      pin: pinAt(2),
      supersededPin: first,
      parameters: elsewhere,
      at: start + 5,
    }),
  },
  {
    type: "request-license",
    data: { ...call("first-time"), terms: { expiresAt: start + 9, features: { modules: [1, "two"] } } },
  },
  { type: "request-additional-pin", data: { letter, requestFile: file().request, at: start + 6 } },
  { type: "request-lost-data", data: { letter: lost, at: start + 7 } },
  { type: "decide-additional-pin", data: { decision: "grant", pin: first, newPin: pinAt(800), at: start + 8 } },
  { type: "revoke", data: { pin: first, at: start + 9 } },
  { type: "note", data: { pin: first, note: "BUH-31", at: start + 10 } },
];
const dongle = { by: "file", request: { id: "0" } };

/** Values that no parser may choke on. */
const hostile: readonly unknown[] = [
  undefined,
  null,
  "",
  "\ud800",
  Number.NaN,
  -1,
  0.5,
  2 ** 60,
  [],
  {},
  "x".repeat(100_000),
  Array.from({ length: 20_000 }, () => 0),
  JSON.parse('{"__proto__":{"polluted":true}}') as unknown,
  { toJSON: () => "x" },
  {
    get type(): string {
      throw new Error("looked at");
    },
  },
  new Proxy(
    {},
    {
      ownKeys: () => {
        throw new Error("looked at");
      },
    },
  ),
  () => 1,
  dongle,
];

describe("what comes from outside", () => {
  test.each([1_000, 1_001, 100_000])("whatever is decided reads back, with texts of %i units", (length) => {
    const long = "x".repeat(length);
    const at = start + 20;
    const asking = handle(center, { type: "request-additional-pin", data: { letter, at } }, desk.state).state;
    const said: readonly CenterCommand[] = [
      { type: "request-additional-pin", data: { letter: { ...letter, reason: long }, at } },
      { type: "request-additional-pin", data: { letter: { ...letter, company: long }, at } },
      { type: "request-lost-data", data: { letter: { ...lost, name: long, reason: long }, at } },
      { type: "decide-additional-pin", data: { decision: "refuse", pin: first, reason: long, at } },
      { type: "revoke", data: { pin: first, reason: long, at } },
      { type: "note", data: { pin: first, note: long, at } },
    ];
    for (const command of said) {
      const { decision } = handle(center, command, asking);
      const events = decision.ok ? decision.events : [];
      for (const event of events) expect(parseCenterEvent(event), command.type).toMatchObject({ ok: true });
    }
  });

  test.each([
    ["commands", parseCenterCommand],
    ["events", parseCenterEvent],
    ["states", parseCenterState],
  ] as const)("%s: every hostile value gets a code", (_, parse) => {
    for (const value of hostile) {
      for (const input of [
        value,
        { type: value, data: value },
        { type: "request-license", data: value },
        { status: "registered", pins: value },
      ]) {
        const parsed = parse(input);
        expect(parsed.ok).toBe(false);
        expect(!parsed.ok && parsed.error.code).toBe("core/invalid-input");
      }
    }
    expect(({} as { readonly polluted?: boolean }).polluted).toBeUndefined();
  });

  test("commands read back to themselves, also from JSON", () => {
    for (const command of commands)
      expect(parseCenterCommand(JSON.parse(JSON.stringify(command)))).toEqual({ ok: true, value: command });
  });

  test("a part that is spoilt is named, or means the same", () => {
    const cases = fc.tuple(
      fc.constantFrom(...commands, ...desk.events, desk.state),
      fc.nat(),
      fc.constantFrom(...hostile.slice(0, 11)),
    );
    fc.assert(
      fc.property(cases, ([value, nth, other]) => {
        const copy = JSON.parse(JSON.stringify(value)) as object;
        const places = placesIn(copy);
        const place = places[nth % places.length];
        if (place === undefined) return;
        (place.holder as Record<string, unknown>)[place.name] = other;
        for (const parse of [parseCenterCommand, parseCenterEvent, parseCenterState]) parse(copy);
        const command = parseCenterCommand(copy);
        if (!command.ok) return;
        const handled = handle(center, command.value, desk.state);
        if (command.value.type === "request-license") operatorView(desk.state, command.value.data);
        if (command.value.type !== "register-kit" && command.value.type !== "revoke" && command.value.type !== "note")
          answerTo(command.value, handled);
        expect(parseCenterState(JSON.parse(JSON.stringify(handled.state)))).toEqual({ ok: true, value: handled.state });
      }),
      { numRuns: 3_000, seed: 1 },
    );
  });

  test("states that no history leads to are refused", () => {
    const state = registered(desk);
    const [page = []] = state.licenses;
    const [one, ...others] = page;
    for (const broken of [
      { ...state, licenses: [] },
      { ...state, licenses: [[...page, one]] },
      { ...state, licenses: [[{ ...one, pin: pinAt(3) }, ...others]] },
      { ...state, licenses: [[{ ...one, acquiredWith: pinAt(3) }, ...others]] },
      { ...state, pins: { status: "unopened" } },
      { ...state, history: Array.from({ length: 51 }, () => state.history[0]) },
    ])
      expect(parseCenterState(JSON.parse(JSON.stringify(broken))).ok).toBe(false);
  });

  test("digits that are no request, requests that cannot be opened", () => {
    const nothing = ["", "38", "x".repeat(48), "9".repeat(48), "1".repeat(10_000), "١".repeat(48)];
    for (const digits of nothing) {
      const asked = { ...call("recovery"), digits };
      const { decision, state } = handle(center, { type: "request-license", data: asked }, desk.state);
      expect(decision.ok).toBe(false);
      expect(state).toBe(desk.state);
      expect(operatorView(desk.state, asked).problem?.code).toMatch(/^phone\//);
    }
    const unreadable = { by: "file", unreadable: { code: "license/not-opened" }, at: start } as const;
    expect(operatorView(desk.state, unreadable).problem).toEqual({ code: "license/not-opened" });
    expect(operatorView(center.initialState(), file()).problem?.code).toBe("center/unknown-kit");
  });

  test("whatever is asked in whatever order, the kit stays whole", () => {
    const any = fc.array(fc.tuple(fc.nat(), fc.nat(3), fc.nat(20)), { maxLength: 30 });
    fc.assert(
      fc.property(any, (steps) => {
        let state = deskOf("client-5").state;
        for (const [at, [which, from, pin]] of steps.entries()) {
          const operation = (["first-time", "recovery", "recovery-spare"] as const)[which % 3] ?? "recovery";
          const named =
            operation === "recovery-spare" ? { pin: pinAt(pin), supersededPin: pinAt(from) } : { pin: pinAt(pin % 4) };
          const asked =
            which % 7 === 0
              ? call(operation, `${pin}`.padStart(26, "0"))
              : file({ operation, ...named, at: start + at });
          const handled = handle(center, { type: "request-license", data: { ...asked, at: start + at } }, state);
          answerTo({ type: "request-license", data: { ...asked, at: start + at } }, handled);
          state = handled.state;
        }
        expect(parseCenterState(JSON.parse(JSON.stringify(state)))).toEqual({ ok: true, value: state });
        const used =
          state.status === "registered" ? pinReport(state.pins).filter((row) => row.state === "current") : [];
        expect(used.length).toBeLessThanOrEqual(5);
      }),
      { numRuns: 100, seed: 1 },
    );
  });

  test("letters of a million characters take no longer than they are", () => {
    for (const text of ["a: ".repeat(333_333), "- ".repeat(500_000), "PIN ".repeat(250_000), " №1".repeat(333_333)])
      parseLetter(text);
  });
});

interface Place {
  readonly holder: object;
  readonly name: string;
}

function placesIn(value: unknown): readonly Place[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.keys(value).flatMap((name) => [
    { holder: value, name },
    ...placesIn((value as Record<string, unknown>)[name]),
  ]);
}
