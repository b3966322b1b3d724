import * as fc from "fast-check";
import {
  bytesToHex,
  bytesToInteger,
  canonicalJson,
  compareCodePoints,
  fromDigits,
  handle,
  hexToBytes,
  integerToBytes,
  loneSurrogateAt,
  replay,
  throwingDecider,
  toDigits,
  utf8Decode,
  utf8Encode,
  type Decider,
} from "licit";
import { describe, expect, test } from "vitest";

const anyText = fc.string({ unit: "binary" });
const anyUnits = fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units));

describe("UTF-8", () => {
  test("encodes as the host does, where the text is well formed", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(utf8Encode(text)).toEqual(new Uint8Array(new TextEncoder().encode(text)));
      }),
    );
  });

  test("decodes as the host does when it is told to be strict", () => {
    const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
    const host = (bytes: Uint8Array): string | undefined => {
      try {
        return strict.decode(bytes);
      } catch {
        return undefined;
      }
    };
    const bytes = fc.oneof(
      fc.uint8Array(),
      fc
        .array(fc.constantFrom(0x41, 0x80, 0xbf, 0xc0, 0xc2, 0xe0, 0xed, 0xa0, 0xef, 0xf0, 0xf4, 0x90))
        .map((b) => Uint8Array.from(b)),
      anyText.map((text) => utf8Encode(text)),
    );
    fc.assert(
      fc.property(bytes, (input) => {
        const decoded = utf8Decode(input);
        expect(decoded.ok ? decoded.value : undefined).toBe(host(input));
      }),
      { numRuns: 1_000 },
    );
  });

  test("refuses a lone surrogate instead of making two texts one", () => {
    fc.assert(
      fc.property(anyUnits, (text) => {
        const lone = loneSurrogateAt(text);
        // The slow way: a text is well formed exactly when its code points hold no surrogate.
        expect(lone < 0).toBe(Array.from(text).every((character) => !/^[\ud800-\udfff]$/.test(character)));
        if (lone >= 0) expect(() => utf8Encode(text)).toThrow(RangeError);
      }),
    );
  });

  test("long texts survive the way there and back", () => {
    const text = "№😀a".repeat(5_000);
    expect(utf8Decode(utf8Encode(text))).toEqual({ ok: true, value: text });
  });
});

describe("hex and digits", () => {
  test("hex goes there and back, and names the first character that is none", () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(hexToBytes(bytesToHex(bytes))).toEqual({ ok: true, value: bytes });
      }),
    );
    expect(hexToBytes("abc")).toEqual({ ok: false, error: { code: "core/not-hex", at: 3 } });
  });

  test("digits and bytes of an integer are inverse on their whole range", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 384n - 1n }), (value) => {
        expect(fromDigits(toDigits(value, 116), 116)).toEqual({ ok: true, value });
        expect(bytesToInteger(integerToBytes(value, 48))).toBe(value);
      }),
    );
    expect(() => toDigits(1000n, 3)).toThrow(RangeError);
    expect(() => toDigits(-1n, 3)).toThrow(RangeError);
    expect(() => integerToBytes(256n, 1)).toThrow(RangeError);
    expect(() => integerToBytes(-1n, 1)).toThrow(RangeError);
    expect(fromDigits("١٢٣", 3)).toEqual({ ok: false, error: { code: "core/not-a-digit", at: 0 } });
    expect(fromDigits("12", 3)).toEqual({
      ok: false,
      error: { code: "core/wrong-digit-count", length: 2, expected: 3 },
    });
  });
});

describe("canonical JSON", () => {
  const json = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.constant(null),
      fc.boolean(),
      fc.maxSafeInteger(),
      anyUnits,
      fc.array(tie("value"), { maxLength: 4 }),
      fc.dictionary(anyUnits, tie("value"), { maxKeys: 4 }),
    ),
  })).value;

  test("says the same value, whatever the order of names", () => {
    fc.assert(
      fc.property(json, (value) => {
        const text = canonicalJson(value);
        expect(text.ok && JSON.parse(text.value)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(reversed(value))).toEqual(text);
        if (text.ok) expect(canonicalJson(JSON.parse(text.value))).toEqual(text);
      }),
    );
  });

  function reversed(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(reversed);
    if (typeof value !== "object" || value === null) return value;
    const copy: unknown = Object.create(null);
    for (const [name, member] of Object.entries(value).reverse()) {
      Object.defineProperty(copy, name, { value: reversed(member), enumerable: true });
    }
    return copy;
  }

  test.each([
    [Number.NaN, "number"],
    [0.5, "number"],
    [2 ** 53, "number"],
    [undefined, "type"],
    [1n, "type"],
    [Symbol("a"), "type"],
    [() => 1, "type"],
    [new Date(0), "type"],
    [new Map(), "type"],
    [{ [Symbol("a")]: 1 }, "type"],
  ])("refuses %s", (value, reason) => {
    expect(canonicalJson({ a: [value] })).toEqual({
      ok: false,
      error: { code: "core/not-canonical", path: ["a", 0], reason },
    });
  });

  test("refuses accessors, holes, cycles and proxies without running or following them", () => {
    let asked = 0;
    const accessor = {
      get a() {
        asked++;
        return 1;
      },
    };
    expect(canonicalJson(accessor)).toEqual({
      ok: false,
      error: { code: "core/not-canonical", path: ["a"], reason: "accessor" },
    });
    expect(asked).toBe(0);
    expect(canonicalJson([, 1])).toMatchObject({ ok: false, error: { reason: "hole" } });
    const cycle: unknown[] = [];
    cycle.push(cycle);
    expect(canonicalJson(cycle)).toMatchObject({ ok: false, error: { reason: "depth" } });
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    expect(canonicalJson(proxy)).toMatchObject({ ok: false });
  });
});

test("texts sort by code point, as their UTF-32 would", () => {
  fc.assert(
    fc.property(anyText, anyText, (a, b) => {
      const points = (text: string): number[] => Array.from(text, (character) => character.codePointAt(0) ?? 0);
      const [left, right] = [points(a), points(b)];
      const at = left.findIndex((point, index) => point !== right[index]);
      const slow = at < 0 ? left.length - right.length : (left[at] ?? 0) - (right[at] ?? -1);
      expect(Math.sign(compareCodePoints(a, b))).toBe(Math.sign(slow));
    }),
    { numRuns: 1_000 },
  );
});

describe("deciders", () => {
  type Added = { type: "added"; data: { by: number } };
  type Add = { type: "add"; data: { by: number } };
  const counter: Decider<number, Add, Added, { code: "counter/negative"; by: number }> = {
    version: 1,
    initialState: () => 0,
    decide: ({ data }) =>
      data.by < 0
        ? { ok: false, error: { code: "counter/negative", by: data.by } }
        : { ok: true, events: [{ type: "added", data }] },
    evolve: (state, event) => state + event.data.by,
  };

  test("replaying the events gives the state that deciding gave", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -9, max: 9 })), (steps) => {
        let state = counter.initialState();
        const events: Added[] = [];
        for (const by of steps) {
          const handled = handle(counter, { type: "add", data: { by } }, state);
          if (handled.decision.ok) events.push(...handled.decision.events);
          else expect(handled.state).toBe(state);
          state = handled.state;
        }
        expect(replay(counter, events)).toBe(state);
        expect(replay(counter, events.slice(1), replay(counter, events.slice(0, 1)))).toBe(state);
      }),
    );
  });

  test("a refusal is thrown to libraries that expect that, and carries itself along", () => {
    const throwing = throwingDecider(counter);
    expect(throwing.decide({ type: "add", data: { by: 1 } }, 0)).toEqual([{ type: "added", data: { by: 1 } }]);
    expect(throwing.evolve(throwing.initialState(), { type: "added", data: { by: 2 } })).toBe(2);
    expect(() => throwing.decide({ type: "add", data: { by: -1 } }, 0)).toThrow(
      expect.objectContaining({ name: "Refusal", cause: { code: "counter/negative", by: -1 } }),
    );
  });
});
