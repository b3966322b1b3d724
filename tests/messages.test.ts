import { describe, expect, test } from "vitest";
import { wizard } from "licit/acquisition";
import { diagnose, remedyFor } from "licit/diagnosis";
import { describe as say, labelsIn } from "licit/messages";
import { kits, pinKit } from "licit/pins";
import { checkNethaspIni, parseNethaspIni } from "licit/platform";
import { handle } from "licit";
import { english } from "../src/messages/english/index.ts";
import { englishLabels } from "../src/messages/english/labels.ts";
import { russian } from "../src/messages/russian/index.ts";
import { russianLabels } from "../src/messages/russian/labels.ts";

type Table = { readonly [name: string]: string };

/** What a template asks of the outcome: names, whatever is made of them. */
function asked(template: string): readonly string[] {
  return [...new Set([...template.matchAll(/\{[~@#]?(\w+)/g)].map(([, name]) => name ?? ""))].sort();
}

describe("words for outcomes", () => {
  test.each(["codes", "instead", "remedies", "findings"] as const)("%s say the same in both languages", (which) => {
    const [en, ru]: readonly [Table, Table] = [english[which], russian[which]];
    expect(Object.keys(en).sort()).toEqual(Object.keys(ru).sort());
    for (const [name, template] of Object.entries(en)) expect(asked(ru[name] ?? ""), name).toEqual(asked(template));
  });

  test("sentences end, and are told apart by language", () => {
    for (const [words, letters] of [
      [english, /[A-Za-z]/],
      [russian, /[А-Яа-яё]/],
    ] as const) {
      const tables: readonly Table[] = [words.codes, words.instead, words.remedies];
      for (const [name, template] of tables.flatMap((table) => Object.entries(table))) {
        expect(template, name).toMatch(/[.!?]\]?$/);
        expect(template, name).toMatch(letters);
      }
    }
  });

  test("labels are there in both languages, with a description of each choice", () => {
    for (const labels of [englishLabels, russianLabels]) {
      for (const { name, description } of Object.values(labels.choices)) expect(name && description).toBeTruthy();
      for (const label of [...Object.values(labels.fields), ...Object.values(labels.buttons)])
        expect(label).not.toBe("");
    }
    expect(Object.keys(labelsIn("ru").steps)).toEqual(Object.keys(labelsIn("en").steps));
  });

  test("a difference is called allowed where it is, and only there", () => {
    const grown = {
      parameter: "memoryBytes",
      kind: "increased",
      reference: 2 ** 30,
      observed: 2 ** 31,
      rule: "FP-05",
    } as const;
    expect(say({ ...grown, effect: "tolerated" }, "en")).toBe("RAM size: was 1 GiB, is 2 GiB. That is allowed.");
    expect(say({ ...grown, effect: "breaking" }, "en")).toBe("RAM size: was 1 GiB, is 2 GiB.");
  });

  test("devices of one name are told apart by what differs", () => {
    const adapter = { model: "Realtek PCIe GbE", mac: "00:1a:2b:3c:4d:57" };
    const common = { parameter: "networkAdapters", effect: "breaking", kind: "replaced", rule: "FP-08" } as const;
    const replaced = { ...common, reference: adapter, observed: { ...adapter, mac: "00:1b:2b:3c:4d:57" } };
    expect(say(replaced, "en")).toContain("(MAC address 00:1a:2b:3c:4d:57 → 00:1b:2b:3c:4d:57)");
    const other = { ...replaced, observed: { model: "Intel I225-V", mac: "00:1b:2b:3c:4d:57" } };
    expect(say(other, "ru")).not.toContain("(");
  });

  test.each([
    [1, "1 цифра", "1 digit"],
    [2, "2 цифры", "2 digits"],
    [5, "5 цифр", "5 digits"],
    [11, "11 цифр", "11 digits"],
    [21, "21 цифра", "21 digits"],
    [104, "104 цифры", "104 digits"],
    [112, "112 цифр", "112 digits"],
  ])("%i goes with its word", (digits, ru, en) => {
    const outcome = { code: "pins/wrong-digit-count", digits, expected: 15 } as const;
    expect(say(outcome, "ru")).toContain(ru);
    expect(say(outcome, "en")).toContain(en);
  });

  test("what the library answers leaves no gap in a sentence", () => {
    const pin = "381505376410122";
    const pins = { "single-user": [pin, "996007681344799", "412000000000017"] };
    const open = { type: "open", data: { kit: "8050525679", definition: kits["client-1"], pins, at: 1 } } as const;
    const { state: kit } = handle(pinKit, open, pinKit.initialState());
    const ini = parseNethaspIni("[NH_COMMON]\nNH_TCPIP=Disabled\n[NH_TCPIP]\nNH_SERVER_ADDR=300.1.1.1\nnonsense\n");
    const opened = wizard.start({
      issuer: "a",
      product: "b",
      opened: "on-purpose",
      found: { license: false, dongle: false },
      storable: "for-everyone",
      runsOn: "workstation",
    });
    const form = wizard.submit(opened.state, { type: "next", step: "action", values: { action: "acquire" } }).state;
    const typed = wizard.submit(form, {
      type: "enter",
      step: "kit",
      values: { pin: "٣٨١", kit: "1", port: "0", onServer: true },
    });
    const shown = wizard.view(typed.state);
    const outcomes = [
      ...diagnose({}),
      ...diagnose({ center: "unreachable", edition: { before: "professional", now: "basic" } }),
      remedyFor({ outcome: "changed", filePresent: true, pin, kit }),
      ...(ini.ok ? checkNethaspIni(ini.value) : []),
      ...shown.fields.flatMap(({ wrong }) => wrong ?? []),
      ...shown.notices,
    ];
    expect(outcomes.length).toBeGreaterThan(40);
    for (const outcome of outcomes) {
      for (const language of ["en", "ru"] as const) {
        const words = say(outcome, language);
        expect(words, JSON.stringify(outcome)).not.toMatch(/[{}[\]]|undefined|\?|\bno words\b|нет слов/);
      }
    }
  });

  test.each([
    [undefined],
    [null],
    [17],
    ["pins/void"],
    [{}],
    [{ code: "__proto__" }],
    [{ code: "constructor", instead: "toString" }],
    [{ code: "pins/void", set: { toString: null }, chosen: Symbol.iterator }],
    [{ code: "core/invalid-input", faults: [{ path: [Symbol("a")], rule: 17 }, null, "\ud800"] }],
    [{ code: "pins/superseded", pin: "x".repeat(1_000_000), since: Number.NaN }],
    [{ code: "license/expired", expiresAt: 1e300 }],
    [{ action: "move-file", files: new Array(100_000).fill({ directory: "a", name: "b" }) }],
    [{ code: "diagnosis/no-license", remedy: { action: "hasOwnProperty" } }],
  ])("takes whatever it is given: %#", (outcome) => {
    for (const language of ["en", "ru"] as const) {
      const words = say(outcome as never, language);
      expect(words).not.toBe("");
      expect(words.length).toBeLessThan(2_000);
    }
  });
});
