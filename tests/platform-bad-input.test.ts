import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import {
  checkNethaspIni,
  iniLimit,
  messageLimit,
  parseNethaspIni,
  platformMessages,
  recognizeMessage,
  repairNethaspIni,
  writeNethaspIni,
  type IniManager,
  type NethaspIni,
} from "licit/platform";
import { describe, expect, test } from "vitest";

const vector = (name: string) => readFileSync(new URL(`vectors/${name}`, import.meta.url));

function ini(input: string | Uint8Array): NethaspIni {
  const parsed = parseNethaspIni(input);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
}

const hostile: readonly [string, unknown][] = [
  ["nothing", undefined],
  ["null", null],
  ["NaN", Number.NaN],
  ["a number", 475],
  ["an object", { length: 3, toString: () => "[NH_COMMON]" }],
  ["an array", ["[NH_COMMON]"]],
  ["a boxed text", new String("[NH_COMMON]")],
  ["a buffer without a view", new ArrayBuffer(8)],
  ["a view of other units", new Uint16Array(8)],
  ["a proxy", new Proxy(new Uint8Array(8), {})],
  [
    "a proxy that throws",
    new Proxy(
      {},
      {
        getPrototypeOf: () => {
          throw new Error("caught");
        },
      },
    ),
  ],
  ["a bigint", 1n],
  ["a symbol", Symbol("ini")],
];

describe("DG-03 parseNethaspIni refuses by code, and never throws", () => {
  test.each(hostile)("%s", (_, input) => {
    expect(parseNethaspIni(input as string)).toMatchObject({
      ok: false,
      error: { code: "core/invalid-input", faults: [{ path: [], rule: "type" }] },
    });
  });

  test.each([
    ["text", "a".repeat(iniLimit), "a".repeat(iniLimit + 1), "length"],
    ["bytes", new Uint8Array(iniLimit), new Uint8Array(iniLimit + 1), "count"],
  ])("more than 1,000,000 units or bytes of %s", (_, longest, longer, rule) => {
    expect(parseNethaspIni(longest)).toMatchObject({ ok: true });
    expect(parseNethaspIni(longer)).toEqual({
      ok: false,
      error: { code: "core/invalid-input", faults: [{ path: [], rule, limit: iniLimit }] },
    });
  });

  test("bytes that lie about their length", () => {
    const lying = Object.defineProperty(new Uint8Array(iniLimit + 1), "length", { value: 3 });
    expect(parseNethaspIni(lying)).toMatchObject({ ok: false });
    const throwing = Object.defineProperty(new Uint8Array(3), "length", {
      get: () => {
        throw new Error("caught");
      },
    });
    expect(parseNethaspIni(throwing)).toMatchObject({ ok: false, error: { faults: [{ rule: "hostile" }] } });
  });

  test("bytes are copied: what the caller does to them later changes nothing", () => {
    const bytes = vector("nethasp-minimal.ini");
    const parsed = ini(bytes);
    bytes.fill(0);
    expect(writeNethaspIni(parsed)).toEqual(new Uint8Array(vector("nethasp-minimal.ini")));
  });

  test.each([
    ["blanks", " "],
    ["empty lines", "\n"],
    ["settings", "a=b\n"],
    ["sections", "[NH_TCPIP]\n"],
    ["keys", "NH_TCPIP=\r"],
    ["comments", ";NH_TCPIP=\n"],
    ["commas", ","],
    ["brackets", "[ "],
    ["blanks before a letter", " \t x"],
  ])(
    "a megabyte of %s is read, checked, repaired and written within seconds",
    (_, unit) => {
      const text = `[NH_TCPIP]\nNH_SERVER_ADDR=${unit.repeat(Math.floor((iniLimit - 100) / unit.length))}`;
      const parsed = ini(text);
      expect(writeNethaspIni(parsed)).toBe(text);
      const repair = repairNethaspIni(parsed, { managers: [{ address: "192.168.0.12" }] });
      expect(repair.left.filter(({ severity }) => severity === "fault")).toEqual([]);
    },
    20_000,
  );

  test("names of the language are names of nothing", () => {
    for (const name of ["__proto__", "constructor", "toString", "hasOwnProperty"]) {
      const text = `[${name}]\n${name}=Enabled\n;NH_${name}=1\n[NH_COMMON]\n${name}=NH_TCPIP\n`;
      expect(writeNethaspIni(ini(text))).toBe(text);
      expect(checkNethaspIni(ini(text)).map(({ code }) => code)).toEqual([
        "nethasp/no-section",
        "nethasp/tcpip-not-enabled",
        "nethasp/no-address",
      ]);
      expect(JSON.parse(JSON.stringify(ini(text)))).toEqual(ini(text));
    }
  });

  test("letters whose capitals are ASCII are other letters", () => {
    expect(checkNethaspIni(ini("[NH_COMMON]\nNH_TCPıP=Enabled\n[NH_TCPIP]\nNH_ſERVER_ADDR=a"))).toMatchObject([
      { code: "nethasp/tcpip-not-enabled" },
      { code: "nethasp/no-address" },
    ]);
  });

  test("any text and any bytes come back as they were", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.uint8Array()), (input) => {
        expect(writeNethaspIni(ini(input))).toEqual(input);
      }),
    );
    for (const lone of ["\ud800", "[\udfff]\n\ud800=\udc00;\ud800", "\ufeff\ufeff[a]"])
      expect(writeNethaspIni(ini(lone))).toBe(lone);
  });
});

describe("DG-03 nothing unsound is written", () => {
  const file = ini("[NH_COMMON]\nNH_TCPIP=Enabled\n[NH_TCPIP]\nNH_USE_BROADCAST=Disabled\n");

  test.each<[string, unknown, string]>([
    ["a line break in an address", { address: "10.0.0.1\nNH_TCPIP=Disabled" }, "nethasp/unsound-address"],
    ["a comment in an address", { address: "10.0.0.1;" }, "nethasp/unsound-address"],
    ["a list as an address", { address: "10.0.0.1, 10.0.0.2" }, "nethasp/unsound-address"],
    ["an empty address", { address: "" }, "nethasp/unsound-address"],
    ["an address of a megabyte", { address: "a.".repeat(500_000) }, "nethasp/unsound-address"],
    ["no address", {}, "nethasp/unsound-address"],
    ["an address that is a number", { address: 10 }, "nethasp/unsound-address"],
    ["null", null, "nethasp/unsound-address"],
    ["a text", "10.0.0.1", "nethasp/unsound-address"],
    ["a line break in a name", { address: "10.0.0.1", name: "a\r[NH_COMMON]" }, "nethasp/unsound-name"],
    ["a comma in a name", { address: "10.0.0.1", name: "a,b" }, "nethasp/unsound-name"],
    ["an empty name", { address: "10.0.0.1", name: "" }, "nethasp/unsound-name"],
    ["a name that is none", { address: "10.0.0.1", name: null }, "nethasp/unsound-name"],
    ["a name that no code page shares", { address: "10.0.0.1", name: "сервер" }, "nethasp/unsound-name"],
  ])("%s", (_, manager, code) => {
    const repair = repairNethaspIni(file, { managers: [manager as IniManager] });
    expect(repair.refused).toEqual([{ code, manager: 0 }]);
    expect(repair.ini).toEqual(file);
    expect(repair.left).toEqual([{ code: "nethasp/no-address", severity: "fault" }]);
  });

  test("a hundred thousand managers are written within seconds", () => {
    const managers = Array.from({ length: 100_000 }, (_, at) => ({ address: `host-${at}`, name: `lm-${at}` }));
    const repair = repairNethaspIni(file, { managers });
    expect(repair.left).toEqual([]);
    expect(repairNethaspIni(repair.ini, { managers }).ini).toEqual(repair.ini);
  });
});

describe("DG-03 the file of the vendor", () => {
  test("is without fault, and a repair leaves it alone", () => {
    const parsed = ini(vector("nethasp-minimal.ini"));
    expect(checkNethaspIni(parsed)).toEqual([]);
    expect(repairNethaspIni(parsed)).toEqual({ ini: parsed, repaired: [], left: [], refused: [] });
  });
});

describe("DG-04 recognizeMessage", () => {
  test.each(hostile)("refuses %s by code", (_, input) => {
    expect(recognizeMessage(input as string)).toMatchObject({
      ok: false,
      error: { code: "core/invalid-input", faults: [{ path: [], rule: "type" }] },
    });
  });

  test("refuses more than 1,000,000 units", () => {
    expect(recognizeMessage("a".repeat(messageLimit))).toMatchObject({ ok: true });
    expect(recognizeMessage("a".repeat(messageLimit + 1))).toMatchObject({
      ok: false,
      error: { faults: [{ rule: "length", limit: messageLimit }] },
    });
  });

  test("says nothing of a text that says nothing", () => {
    const nothing = { ok: true, value: { messages: [], unknown: [] } };
    for (const blank of ["", "\ufeff", " \r\n\u00a0\n\t"]) expect(recognizeMessage(blank)).toEqual(nothing);
  });

  test.each([
    ["blanks", " "],
    ["empty lines", "\n"],
    ["words", "не "],
    ["messages", "Не найдена лицензия. "],
    ["failed checks", "Проверка лицензии завершилась с ошибкой. По причине: x "],
    ["binding failures", "Ошибка привязки программной лицензии к компьютеру\n"],
    ["files", "file://"],
    ["numbers", "Status=-100 "],
    ["lone surrogates", "\ud800"],
    ["hyphens", "a-"],
    ["marks", "\u0301"],
  ])(
    "reads a megabyte of %s within seconds",
    (_, unit) => {
      expect(recognizeMessage(unit.repeat(Math.floor(messageLimit / unit.length)))).toMatchObject({ ok: true });
    },
    20_000,
  );

  test("a line is part of a message or unknown, whatever it is", () => {
    const words = platformMessages.phrases.flatMap(({ text }) => text.split(" "));
    const piece = fc.oneof(
      fc.constantFrom(
        ...words,
        "\n",
        ": file://a.lic",
        "По причине",
        "DISK_0: 1",
        "Поиск лицензии на клиенте",
        "ORGL8",
      ),
      fc.string({ unit: "binary", maxLength: 3 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join(" ");
        const lines = text.split(/\r\n|\r|\n/);
        const read = recognizeMessage(text);
        if (!read.ok) throw new Error("refused");
        for (const { line, text: unknown } of read.value.unknown) expect(lines[line - 1]).toBe(unknown);
        const said = lines.filter((line) => line.trim() !== "").length - read.value.unknown.length;
        expect(said > 0).toBe(read.value.messages.length > 0);
      }),
    );
  });

  test("every row of what was seen says something, and nothing of it is unknown", () => {
    const rows = vector("platform-messages.md")
      .toString()
      .matchAll(/^\| (`.+`) \| ([^|]+) \|$/gm);
    const seen = [...rows].flatMap(([, texts = "", what = ""]) =>
      texts.split(" · ").map((text) => [text, what] as const),
    );
    expect(seen).toHaveLength(22);
    for (const [text] of seen) {
      const read = recognizeMessage(text.slice(1, -1));
      expect(read.ok && read.value.messages.length, text).toBeGreaterThan(0);
      expect(read.ok && read.value.unknown).toEqual([]);
    }
  });

  test("a server's report is read behind its message", () => {
    const read = recognizeMessage(vector("binding-report-server-ru.txt").toString());
    expect(read).toMatchObject({
      ok: true,
      value: {
        messages: [
          { code: "not-found", line: 1, searched: "server" },
          {
            code: "binding-broken",
            line: 3,
            report: { removed: [{ line: 5 }, {}, {}, {}], present: [{}, {}, { line: 12 }] },
          },
        ],
        unknown: [],
      },
    });
  });

  test("of phrases that begin at one word the longest counts", () => {
    const phrases = [
      { code: "copied", text: "a b" },
      { code: "bad-format", text: "a b c d" },
      { code: "none-free", text: "b c" },
    ] as const;
    const codes = (text: string) => {
      const read = recognizeMessage(text, { ...platformMessages, phrases });
      return read.ok && read.value.messages.map(({ code }) => code);
    };
    expect(codes("a b c d")).toEqual(["bad-format"]);
    expect(codes("a b c e b c")).toEqual(["copied", "none-free"]);
  });

  test("another language is another vocabulary", () => {
    const phrases = [
      { code: "not-found", text: "Ліцензію не знайдено" },
      { code: "none-free", text: " ! " },
    ] as const;
    const read = recognizeMessage("Ліцензію не знайдено!\nНе найдена лицензия", { ...platformMessages, phrases });
    expect(read.ok && read.value).toEqual({
      messages: [{ code: "not-found", line: 1 }],
      unknown: [{ line: 2, text: "Не найдена лицензия" }],
    });
  });
});
