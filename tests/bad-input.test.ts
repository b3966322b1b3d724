import * as fc from "fast-check";
import {
  applyChanges,
  definePolicy,
  fromSystemInformation,
  keyParametersSchema,
  parseKeyParameters,
  readKeyParameters,
  survives,
} from "licit/fingerprint";
import { parseBindingReport } from "licit/platform";
import { arbitraries } from "licit/spec";
import { checkRow, decodeRequest, responseEntry, rowChecksum, sheetOf } from "licit/phone";
import { describe, expect, test } from "vitest";

const good = {
  os: { family: "windows", name: "Windows 11 Pro", version: "10.0.22631" },
  networkName: "BUH-31",
  board: { model: "PRIME B450M-A" },
  memoryBytes: 8_589_934_592,
  bios: { type: "American Megatrends Inc.", version: "2409" },
  processors: [{ model: "AMD Ryzen 5 3600" }],
  networkAdapters: [{ model: "Realtek", mac: "00:1a:2b:3c:4d:57" }],
  disks: [{ model: "Samsung SSD 980", serial: "S64D192623" }],
};

function faultsOf(input: unknown) {
  const parsed = parseKeyParameters(input);
  return parsed.ok ? [] : parsed.error.faults;
}

describe("parseKeyParameters names every fault with its path", () => {
  test.each<[string, unknown, unknown]>([
    ["nothing", undefined, { path: [], rule: "missing" }],
    ["null", null, { path: [], rule: "type" }],
    ["a text", "windows", { path: [], rule: "type" }],
    ["a list", [], { path: [], rule: "type" }],
    ["a missing list", { ...good, disks: undefined }, { path: ["disks"], rule: "missing" }],
    ["negative RAM", { ...good, memoryBytes: -1 }, { path: ["memoryBytes"], rule: "range", limit: 0 }],
    ["fractional RAM", { ...good, memoryBytes: 0.5 }, { path: ["memoryBytes"], rule: "integer" }],
    ["RAM that is no number", { ...good, memoryBytes: Number.NaN }, { path: ["memoryBytes"], rule: "integer" }],
    ["endless RAM", { ...good, memoryBytes: Number.POSITIVE_INFINITY }, { path: ["memoryBytes"], rule: "integer" }],
    ["RAM as text", { ...good, memoryBytes: "8" }, { path: ["memoryBytes"], rule: "type" }],
    ["another family", { ...good, os: { ...good.os, family: "dos" } }, { path: ["os", "family"], rule: "choice" }],
    [
      "10,001 devices",
      { ...good, disks: Array(10_001).fill(good.disks[0]) },
      { path: ["disks"], rule: "count", limit: 10_000 },
    ],
    [
      "1 MB of text",
      { ...good, networkName: "x".repeat(1_000_000) },
      { path: ["networkName"], rule: "length", limit: 1_000 },
    ],
    [
      "a device without a model",
      { ...good, disks: [{ serial: "1" }] },
      { path: ["disks", 0, "model"], rule: "missing" },
    ],
    [
      "a nested attribute",
      { ...good, disks: [{ model: "a", parts: [] }] },
      { path: ["disks", 0, "parts"], rule: "type" },
    ],
    [
      "a fractional attribute",
      { ...good, disks: [{ model: "a", ghz: 2.4 }] },
      { path: ["disks", 0, "ghz"], rule: "integer" },
    ],
    [
      "a MAC that is none",
      { ...good, networkAdapters: [{ model: "a", mac: "00:1a" }] },
      { path: ["networkAdapters", 0, "mac"], rule: "format", expected: "mac" },
    ],
    ["a class instance", { ...good, board: new Date(0) }, { path: ["board"], rule: "type" }],
  ])("%s", (_, input, fault) => {
    expect(faultsOf(input)).toEqual([expect.objectContaining(fault)]);
  });

  test("all of them, not the first", () => {
    const faults = faultsOf({ ...good, memoryBytes: -1, networkName: 5, disks: [{ model: 1 }, { model: "a" }, {}] });
    expect(faults.map(({ path }) => path.join("."))).toEqual([
      "networkName",
      "memoryBytes",
      "disks.0.model",
      "disks.2.model",
    ]);
  });

  test("a cycle ends where it does not belong", () => {
    const disk: Record<string, unknown> = { model: "a" };
    disk["self"] = disk;
    const computer: Record<string, unknown> = { ...good, disks: [disk] };
    computer["myself"] = computer;
    expect(faultsOf(computer)).toEqual([expect.objectContaining({ path: ["disks", 0, "self"], rule: "type" })]);
  });

  test("getters are not run, and what is inherited does not count", () => {
    let asked = 0;
    const getting = {
      ...good,
      get networkName() {
        asked++;
        return "BUH-31";
      },
    };
    expect(faultsOf(getting)).toEqual([expect.objectContaining({ path: ["networkName"], rule: "type" })]);
    expect(asked).toBe(0);
    expect(parseKeyParameters(Object.create(good)).ok).toBe(false);
  });

  test("a name that would change an object is refused, wherever it stands", () => {
    const text = JSON.stringify(good);
    const atRoot: unknown = JSON.parse(text.replace("{", '{"__proto__":{"disks":[]},'));
    const inDevice: unknown = JSON.parse(text.replace('{"model":"Samsung', '{"__proto__":"x","model":"Samsung'));
    expect(faultsOf(atRoot)).toEqual([{ path: ["__proto__"], rule: "reserved-name" }]);
    expect(faultsOf(inDevice)).toEqual([{ path: ["disks", 0, "__proto__"], rule: "reserved-name" }]);
  });

  test("an input that throws is an outcome", () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    expect(faultsOf(proxy)).toEqual([{ path: [], rule: "hostile" }]);
    expect(parseKeyParameters({ ...good, disks: proxy }).ok).toBe(false);
  });

  test("whatever it is: no throw, and what is taken is taken again as it is", () => {
    const near = arbitraries.partlyRead.chain((of) =>
      fc
        .tuple(fc.constantFrom(...Object.keys(of)), fc.anything({ withNullPrototype: true, withBigInt: true }))
        .map(([name, any]) => ({ ...of, [name]: any })),
    );
    fc.assert(
      fc.property(fc.oneof(fc.anything(), near), (input) => {
        const parsed = parseKeyParameters(input);
        if (parsed.ok) expect(parseKeyParameters(parsed.value)).toEqual(parsed);
        else expect(parsed.error.faults.length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });

  test("lone surrogates are text like any other, and are not mixed up", () => {
    const one = parseKeyParameters({ ...good, networkName: "PC-\ud800" });
    const other = parseKeyParameters({ ...good, networkName: "PC-\ud801" });
    expect(one.ok && other.ok && survives(one.value, other.value)).toBe(false);
  });

  test("as a Standard Schema it says the same", () => {
    expect(keyParametersSchema["~standard"].validate(good)).toEqual({ value: good });
    expect(keyParametersSchema["~standard"].validate({ ...good, memoryBytes: -1 })).toEqual({
      issues: [{ message: "range: 0", path: ["memoryBytes"] }],
    });
  });
});

describe("others that take what strangers hand in", () => {
  test("definePolicy: whatever it is, no throw; faults have paths", () => {
    fc.assert(fc.property(fc.anything(), (input) => void definePolicy(input)));
    const faults = (input: unknown) => {
      const policy = definePolicy(input);
      return policy.ok ? [] : policy.error.faults.map(({ path, rule }) => `${path.join(".")} ${rule}`);
    };
    expect(faults({ kind: "anyOf", of: [] })).toEqual(["of count"]);
    expect(faults({ kind: "anyOf", of: ["disks", "disks"] })).toEqual(["of.1 choice"]);
    expect(faults({ kind: "weighted", weights: {}, threshold: 1 })).toEqual(["weights count"]);
    expect(faults({ kind: "weighted", weights: { disks: 2 }, threshold: 3 })).toEqual(["threshold range"]);
    expect(faults({ kind: "atLeast", of: ["disks"], count: 0 })).toEqual(["count range"]);
    expect(faults({ kind: "lenient" })).toHaveLength(1);
    expect(faults({ kind: "standard", checkInterval: 0.5 })).toEqual(["checkInterval integer"]);
  });

  test("fromSystemInformation: whatever it is, no throw", () => {
    fc.assert(fc.property(fc.anything(), (input) => void fromSystemInformation(input)));
    expect(fromSystemInformation({}).ok).toBe(true);
    expect(fromSystemInformation({ osInfo: 5 })).toMatchObject({
      ok: false,
      error: { faults: [{ path: ["osInfo"], rule: "type" }] },
    });
  });

  test("planned changes: unknown ones, unread lists, devices that are none", () => {
    const parsed = parseKeyParameters({ ...good, processors: { unreadable: "no rights" } });
    if (!parsed.ok) throw new Error("the computer is good");
    const error = (change: unknown) => {
      const changed = applyChanges(parsed.value, [change as never]);
      return changed.ok ? undefined : changed.error;
    };
    expect(error({ change: "explode" })).toEqual({ code: "fingerprint/unknown-change", at: 0 });
    expect(error({ change: "set", path: "os.mood", value: "" })).toMatchObject({
      code: "fingerprint/unknown-parameter",
    });
    expect(error({ change: "set", path: "__proto__", value: "" })).toMatchObject({
      code: "fingerprint/unknown-parameter",
    });
    expect(error({ change: "add", list: "printers", device: {} })).toMatchObject({
      code: "fingerprint/unknown-parameter",
    });
    expect(error({ change: "remove", list: "processors", index: 0 })).toMatchObject({
      code: "fingerprint/list-not-read",
    });
    for (const index of [-1, 1, 0.5, Number.NaN]) {
      expect(error({ change: "remove", list: "disks", index })).toMatchObject({
        code: "fingerprint/no-such-device",
        devices: 1,
      });
    }
    expect(error({ change: "add", list: "networkAdapters", device: { model: "a", mac: "b" } })).toMatchObject({
      code: "fingerprint/invalid-change",
      faults: [{ path: ["networkAdapters", 1, "mac"], rule: "format" }],
    });
    expect(error({ change: "set", path: "memoryBytes", value: -1 })).toMatchObject({
      code: "fingerprint/invalid-change",
    });
  });

  test("a probe that throws, rejects, answers nonsense or never answers", async () => {
    const reason = async (read: () => unknown, deadline?: PromiseLike<unknown>) => {
      const outcome = await readKeyParameters({ read }, deadline);
      return outcome.ok ? "ok" : outcome.error.code;
    };
    const fail = (thrown: unknown) => () => {
      throw thrown;
    };
    const forever = () => new Promise(() => undefined);
    expect(await reason(() => good)).toBe("ok");
    expect(await reason(() => Promise.resolve(good), forever())).toBe("ok");
    expect(await reason(fail(new Error("no WMI")))).toBe("fingerprint/probe-failed");
    expect(await reason(fail(undefined))).toBe("fingerprint/probe-failed");
    expect(await reason(fail({ toString: fail("worse") }))).toBe("fingerprint/probe-failed");
    expect(await reason(() => ({ then: fail("thenable") }))).toBe("fingerprint/probe-failed");
    expect(await reason(() => "nonsense")).toBe("core/invalid-input");
    expect(await reason(forever, Promise.resolve())).toBe("fingerprint/probe-timed-out");
    expect(await reason(forever, Promise.reject(new Error("clock broke")))).toBe("fingerprint/probe-timed-out");
  });

  test("a binding report: whatever it is, no throw; too long is said", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void parseBindingReport(text)));
    expect(parseBindingReport("x".repeat(1_000_001))).toMatchObject({
      ok: false,
      error: { faults: [{ rule: "length", limit: 1_000_000 }] },
    });
    expect(parseBindingReport(5 as never)).toMatchObject({ ok: false, error: { faults: [{ rule: "type" }] } });
    const heading = "После получения лицензии удалены:\n";
    expect(parseBindingReport(`${heading}${"DISK_0: ".repeat(50_000)}`).ok).toBe(false);
  });
});

describe("codes read aloud", () => {
  test("what is no row, no message and no number of a row", () => {
    const codeOf = (typed: string) => {
      const checked = checkRow(typed, 1, "request");
      return checked.ok ? "ok" : checked.error.code;
    };
    expect(codeOf("")).toBe("phone/wrong-row-length");
    expect(codeOf("12O 456 789 012 247")).toBe("phone/not-a-digit");
    expect(codeOf("١٢٣ 456 789 012 247")).toBe("phone/digit-of-another-script");
    expect(codeOf("1".repeat(10_000))).toBe("phone/text-too-long");
    expect(codeOf("\ud800")).toBe("phone/not-a-digit");
    expect(decodeRequest("0".repeat(48))).toEqual({
      ok: false,
      error: { code: "phone/reserved-operation", digit: "0" },
    });
    for (const row of [0, -1, 9, 1.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      const decision = responseEntry.decide(
        { type: "enter-row", data: { row, text: "" } },
        responseEntry.initialState(),
      );
      expect(decision).toMatchObject({ ok: false, error: { code: "phone/no-such-row" } });
      expect(() => rowChecksum(["123"], row === 9 ? 100 : row, "request")).toThrow(RangeError);
    }
    for (const group of ["12", "1234", "1e1", " 12", "０１２", "-12"]) {
      expect(() => rowChecksum([group], 1, "request")).toThrow(RangeError);
    }
    expect(() => sheetOf("1".repeat(18), { kind: "request", rows: 1, groups: 6 })).toThrow(RangeError);
    expect(responseEntry.decide({ type: "confirm-row", data: { row: 1 } }, responseEntry.initialState())).toEqual({
      ok: false,
      error: { code: "phone/row-empty", row: 1 },
    });
  });
});
