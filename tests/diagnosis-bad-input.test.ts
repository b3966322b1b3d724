import { causeCodes, diagnose, type Observations } from "licit/diagnosis";
import { describe, expect, test } from "vitest";

/** What nobody would hand in on purpose, of the type that is wanted on the outside. */
const hostile: readonly unknown[] = [
  null,
  undefined,
  0,
  Number.NaN,
  -1,
  2 ** 60,
  "",
  "\ud800",
  "__proto__",
  [],
  {},
  [null, undefined, Number.NaN, "\ud800", [], {}],
  JSON.parse('{"__proto__":{"polluted":true},"constructor":1}') as unknown,
  Array.from({ length: 20_000 }, () => ({})),
  { code: "license/copied", copies: 7, error: null, found: {}, trail: [{}], reasons: [{}] },
];

const names = [
  "system",
  "visible",
  "licenses",
  "elsewhere",
  "dongles",
  "settings",
  "ports",
  "denial",
  "holders",
  "seats",
  "messages",
  "nethasp",
  "kits",
  "owner",
  "refusal",
  "center",
  "edition",
  "wizard",
  "typedPin",
] as const satisfies readonly (keyof Observations)[];

const sound = {
  system: { family: "windows", version: "8.3.24", mode: "file", user: "anna", environment: {} },
  visible: { usable: [], refused: [] },
  licenses: [{ verdict: { outcome: "invalid", reasons: [{ code: "license/damaged" }] } }],
  elsewhere: [{ directory: "D:\\", name: "1.lic" }],
  dongles: { seen: [{ dongle: { series: "A", id: "1" }, present: true }], manager: "unreachable" },
  settings: { hardwareLicenses: false },
  ports: [{ port: 475, protocol: "udp", purpose: "dongle-manager", reachable: false }],
  denial: { code: "allocation/not-found", trail: [{ for: "client", found: [{ license: "a", why: "expired" }] }] },
  holders: [{ license: "a", unit: "u", user: null, computer: "c" }],
  seats: [{ license: null, computer: "c", seats: 1, free: 0 }],
  messages: { messages: [{ code: "binding-broken", line: 1, report: { removed: [], present: [] } }], unknown: [] },
  nethasp: [{ code: "nethasp/no-address", severity: "fault" }],
  kits: [{ status: "unopened" }],
  owner: { same: false, fields: [{ field: "zip", hint: "different" }] },
  refusal: { code: "pins/superseded", pin: "1", since: 3 },
  center: "unreachable",
  edition: { before: "a", now: "b" },
  wizard: "standard",
  typedPin: "381 505",
} as const;

/** What a value becomes where one member, at whatever depth, is another. */
function* withMember(value: unknown, other: unknown): Generator {
  yield other;
  if (typeof value !== "object" || value === null) return;
  for (const [name, member] of Object.entries(value))
    for (const changed of withMember(member, other))
      yield Array.isArray(value)
        ? value.map((item: unknown, at) => (at === Number(name) ? changed : item))
        : { ...value, [name]: changed };
}

describe("a diagnosis takes whatever it is handed", () => {
  test.each(names)("%s, spoiled at every place", (name) => {
    for (const other of hostile)
      for (const spoiled of withMember(sound[name], other)) {
        const observed = { ...sound, [name]: spoiled } as unknown as Observations; // that is the point
        const causes = diagnose(observed);
        expect(JSON.parse(JSON.stringify(causes))).toEqual(causes);
      }
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test("what is left out is named, item by item, and the rest counts", () => {
    const licenses = [{ verdict: null }, sound.licenses[0], 7];
    const causes = diagnose({ licenses, ports: "all" } as unknown as Observations); // on purpose
    const unread = causes.find(({ code }) => code === "diagnosis/observation-unread");
    expect(unread?.evidence.map(({ says }) => says)).toEqual(["licenses[0]", "licenses[2]", "ports"]);
    expect(causes[0]?.code).toBe("diagnosis/damaged-file");
  });

  test("contradictions leave both causes", () => {
    const messages = ["not-found", "none-free", "binding-broken"].map((code, at) => ({ code, line: at }));
    const causes = diagnose({ messages: { messages, unknown: [] }, center: "reachable" } as unknown as Observations);
    expect(causes.filter(({ certainty }) => certainty === "certain").map(({ code }) => code)).toEqual([
      "diagnosis/seats-taken",
      "diagnosis/parameters-changed",
    ]);
  });

  test("100,000 of everything take no time to speak of", () => {
    const many = <T>(item: T): T[] => Array.from({ length: 100_000 }, () => item);
    const observed = {
      ...sound,
      licenses: many(sound.licenses[0]),
      elsewhere: many(sound.elsewhere[0]).slice(0, 5_000),
      dongles: { seen: many(sound.dongles.seen[0]) },
      ports: many(sound.ports[0]),
      holders: many(sound.holders[0]),
      messages: { messages: many(sound.messages.messages[0]), unknown: [] },
    } as unknown as Observations; // of shapes that are cut short
    const start = performance.now();
    expect(diagnose(observed).length).toBeGreaterThan(0);
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  test("no name of a cause is there twice", () => {
    expect(new Set(causeCodes).size).toBe(causeCodes.length);
  });
});
