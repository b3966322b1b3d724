import { wizard, type WizardState } from "licit/acquisition";
import { describe, expect, test } from "vitest";
import { answer, begin, computer, context, kit, next, pin, read, toChannel, toRecovery } from "./acquisition-person.ts";

const hostile: readonly unknown[] = [
  undefined,
  null,
  17,
  Number.NaN,
  "next",
  [],
  {},
  { type: "next" },
  { type: "enter", step: "kit", values: null },
  { type: "enter", step: "kit", values: "x" },
  { type: "next", step: "kit", values: { kit: { toString: () => "8050525679" } } },
  { type: "next", step: "kit", values: JSON.parse('{"__proto__":{"kit":"8050525679"}}') as unknown },
  { type: "next", step: "kit", values: { constructor: 1 } },
  { type: "press", step: "kit", button: "toString" },
  { type: "outcome", effect: 1, outcome: null },
  { type: "outcome", effect: "__proto__", outcome: { outcome: "done" } },
  { type: "outcome", effect: Number.NaN, outcome: { outcome: "done" } },
  Object.defineProperty({}, "type", {
    enumerable: true,
    get: () => {
      throw new Error("no");
    },
  }),
  {
    type: "next",
    step: "kit",
    values: new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error("no");
        },
      },
    ),
  },
];

describe("the wizard and what nobody should hand it", () => {
  const at = next(begin(), { action: "acquire" }).state;

  test.each(hostile.map((input) => [input]))("takes nothing of it: %#", (input) => {
    const moved = wizard.submit(at, input as never);
    expect(moved.refused?.code).toMatch(/\//);
    expect(moved.state).toEqual(at);
    expect(moved.effects).toEqual([]);
  });

  test("texts are kept as they were typed, and said to be wrong", () => {
    for (const text of [
      "",
      " ",
      "\ud800",
      "\u0000",
      "x".repeat(4_096),
      "３８１５０５３７６４１０１２２",
      "__proto__",
    ]) {
      const typed = wizard.submit(at, { type: "enter", step: "kit", values: { pin: text } });
      const field = wizard.view(typed.state).fields.find(({ name }) => name === "pin");
      expect(field?.value).toBe(text);
      expect(field?.wrong?.code).toMatch(/\//);
      expect(next({ state: typed.state }, { kit }).state.step).toBe("kit");
    }
    expect(wizard.submit(at, { type: "enter", step: "kit", values: { pin: "x".repeat(4_097) } }).refused?.code).toBe(
      "core/invalid-input",
    );
  });

  test.each([
    ["no parameters", { outcome: "parameters", parameters: null, id: "0".repeat(32), at: 1 }],
    ["no id", { ...read(), id: "zz" }],
    ["no time", { ...read(), at: Number.NaN }],
    ["a circle", { ...read(), parameters: circle() }],
    ["another outcome", { outcome: "digits", digits: "1".repeat(48) }],
    ["a code that is none", { outcome: "failed", code: 17 }],
    ["evidence that is no JSON", { outcome: "failed", code: "a/b", evidence: { at: () => 1 } }],
    ["evidence without end", { outcome: "failed", code: "a/b", evidence: { text: "x".repeat(30_000) } }],
  ])("an outcome with %s leaves the effect owed", (_, outcome) => {
    const waiting = next(toChannel(), { channel: "file" });
    const moved = answer(waiting, outcome as never);
    expect(moved.refused).toMatch(/^(?:core\/invalid-input|acquisition\/other-outcome)$/);
    expect(moved.state).toEqual(waiting.state);
  });

  test("a computer that is none in particular gets no request", () => {
    const weak = { ...computer, networkAdapters: [], networkName: { unreadable: "no rights" } };
    const told = wizard.view(answer(next(toChannel(), { channel: "file" }), read(weak)).state);
    expect(told.failure?.said).toEqual({
      code: "fingerprint/weak-binding",
      missing: ["networkName", "identifiedDevice"],
    });
    expect(told.buttons.find(({ button }) => button === "try-again")?.enabled).toBe(true);
  });

  test.each([
    [null],
    [{}],
    [17],
    [{ ...context, product: "" }],
    [{ ...context, licenses: [null] }],
    [{ ...context, edition: "x" }],
    [
      {
        get issuer(): never {
          throw new Error("no");
        },
      },
    ],
    [{ ...context, licenses: new Proxy([], { get: throwing }) }],
    [new Proxy({}, { ownKeys: throwing })],
  ])("a context that is none closes the wizard, and says why: %#", (given) => {
    const { state, effects } = wizard.start(given as never);
    const view = wizard.view(state);
    expect(view.step).toBe("closed");
    expect(view.ended?.how === "malformed-context" && view.ended.faults.length).toBeGreaterThan(0);
    expect(effects).toEqual([]);
  });

  const states: readonly WizardState[] = [
    begin().state,
    at,
    toChannel().state,
    next(toChannel(), { channel: "file" }).state,
    toRecovery({}).state,
  ];

  test.each([
    [undefined],
    [null],
    ["{}"],
    [[]],
    [
      new Proxy(
        {},
        {
          getOwnPropertyDescriptor: () => {
            throw new Error("no");
          },
        },
      ),
    ],
    [
      Object.defineProperty({ version: 1 }, "context", {
        enumerable: true,
        get: () => {
          throw new Error("no");
        },
      }),
    ],
    [{ ...at, context: undefined }],
    [{ ...at, answers: undefined }],
    [{ ...at, step: "finish" }],
    [{ ...at, step: "installing", owed: [{ id: 1, type: "install" }], effects: 1 }],
    [{ ...at, answers: { pin: 17 } }],
    [{ ...at, answers: { row1: "1" } }],
  ])("no such state is gone on from: %#", (value) => {
    const resumed = wizard.resume(value);
    expect(resumed.ok).toBe(false);
  });

  test("of 5,000 states with a member spoilt, each is refused or goes on", () => {
    let random = 1;
    const pick = (below: number): number => {
      random = (random * 48_271) % 2_147_483_647;
      return random % below;
    };
    const junk: readonly unknown[] = [null, 17, "x", [], {}, true, "kit", "\ud800", 1e308];
    for (let run = 0; run < 5_000; run++) {
      const value = JSON.parse(JSON.stringify(states[pick(states.length)])) as Record<string, unknown>;
      let holder = value;
      for (let depth = pick(3); depth > 0; depth--) {
        const inner = Object.values(holder).filter((member) => typeof member === "object" && member !== null);
        if (inner.length > 0) holder = inner[pick(inner.length)] as Record<string, unknown>;
      }
      const names = Object.keys(holder);
      const name = names[pick(Math.max(names.length, 1))] ?? "x";
      holder[name] = junk[pick(junk.length)];
      const resumed = wizard.resume(value);
      if (!resumed.ok) continue;
      const { state } = resumed.value;
      wizard.view(state);
      wizard.submit(state, { type: "next", step: state.step, values: { kit, pin } });
      expect(wizard.resume(JSON.parse(JSON.stringify(state))).ok).toBe(true);
    }
  });
});

function circle(): unknown {
  const parameters: { self?: unknown } = {};
  parameters.self = parameters;
  return parameters;
}

function throwing(): never {
  throw new Error("no");
}
