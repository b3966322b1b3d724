import { beforeAll, describe, expect, test } from "vitest";
import { writeLetter } from "licit/center";
import type { LicenseRequest } from "licit/license";
import { encodeRequest } from "licit/phone";
import { diceOf } from "../../simulation/src/dice.js";
import { openDatabase } from "../src/database.js";
import { ask, documentOf } from "./client.js";
import { newKit, newRequest, sellKits, type SoldKit } from "./customers.js";
import { readHistories } from "./history.js";
import { oneCenter } from "./one-center.js";
import { logIn, type Operator } from "./operator.js";
import { logBehind } from "./refused.js";

const { center, vendor, where } = oneCenter();
const dice = diceOf(29, 0);

let operator: Operator;
beforeAll(async () => {
  operator = await logIn(center());
});

/** A kit whose last PIN is in use, and what asked for it: now a PIN more may be asked for. */
interface SpentKit {
  readonly kit: string;
  readonly pin: string;
  readonly request: LicenseRequest;
}

async function soldKit(): Promise<SoldKit> {
  const sold = newKit(dice, "client-1");
  await sellKits(where(), [sold]);
  return sold;
}

async function granted(request: LicenseRequest): Promise<LicenseRequest> {
  documentOf(await ask(center().url, request));
  return request;
}

async function spentKit(): Promise<SpentKit> {
  const sold = await soldKit();
  const [first = "", ...spares] = sold.all;
  let request = await granted(newRequest(dice, sold, first));
  for (const pin of spares) {
    const spare = { operation: "recovery-spare", supersededPin: request.pin, owner: request.owner } as const;
    request = await granted(newRequest(dice, sold, pin, spare));
  }
  return { kit: sold.kit, pin: request.pin, request };
}

/** The same license once more, for the same computer. */
function again({ kit, pin, request }: SpentKit): LicenseRequest {
  const { owner, parameters } = request;
  return newRequest(dice, { kit }, pin, { operation: "recovery", owner, parameters });
}

/** Five recoveries, of which two took the spare PINs: the next one is held. */
async function exceededKit(): Promise<SpentKit> {
  const spent = await spentKit();
  for (let nth = 2; nth < 5; nth++) await granted(again(spent));
  return spent;
}

async function waitingKit(spent: SpentKit): Promise<SpentKit> {
  const { kit, pin } = spent;
  const letter = writeLetter({ kind: "additional-pin", kit, pin, company: "OOO Romashka", reason: `fire in ${kit}` });
  expect((await operator.send("/operator/letters", { letter })).text).toContain("It waits for a decision");
  return spent;
}

/** The section of a letter that waits; `undefined` where none does. */
async function sectionOf({ kit }: SpentKit): Promise<string | undefined> {
  const { text } = await operator.page("/operator/letters?language=en");
  return text.split(/<section>|<\/section>/).find((one) => one.includes(`action="/operator/letters/${kit}"`));
}

/** What a form of a page would send, but for what is typed. */
function hiddenIn(form: string): Record<string, string> {
  const fields = form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g);
  return Object.fromEntries([...fields].map(([, name = "", value = ""]) => [name, value]));
}

function formsIn(page: string): readonly string[] {
  return page.match(/<form[\s\S]*?<\/form>/g) ?? [];
}

async function grantForm(spent: SpentKit): Promise<Record<string, string>> {
  const forms = formsIn((await sectionOf(spent)) ?? "");
  return hiddenIn(forms.find((one) => one.includes('value="grant"')) ?? "");
}

async function eventsOf(kit: string): Promise<readonly string[]> {
  return ((await readHistories(where())).get(kit)?.events ?? []).map(({ type }) => type);
}

describe("a letter that waits", () => {
  test("is decided on by three forms, and Enter in the reason refuses", async () => {
    const spent = await waitingKit(await spentKit());
    const forms = formsIn((await sectionOf(spent)) ?? "");
    expect(forms.map((one) => hiddenIn(one)["decision"])).toEqual(["grant", "ask-request-file", "refuse"]);
    for (const form of forms) expect(form.match(/<button/g)).toHaveLength(1);
    const [withReason = "", ...others] = forms.filter((one) => one.includes('name="reason"'));
    expect(others).toEqual([]);
    expect(withReason).toMatch(/<input type="text" name="reason" required="" maxlength="1000"/);
    const { text } = await operator.send(`/operator/letters/${spent.kit}`, { ...hiddenIn(withReason), reason: "No." });
    expect(text).toContain("Refused. No.");
    expect(await sectionOf(spent)).toBeUndefined();
    expect(await eventsOf(spent.kit)).not.toContain("additional-pin-issued");
  });

  test.each([
    ["no decision", {}],
    ["another decision", { decision: "burn", newPin: "381505376410122" }],
    ["a grant without a PIN", { decision: "grant" }],
    ["a grant with half a PIN", { decision: "grant", newPin: "3815" }],
    ["a refusal without a reason", { decision: "refuse", reason: "  " }],
  ])("is left where it is by a form with %s", async (_, form) => {
    const spent = await waitingKit(await spentKit());
    const before = await eventsOf(spent.kit);
    const { status, text } = await operator.send(`/operator/letters/${spent.kit}`, { pin: spent.pin, ...form });
    expect([status, text.includes("Nothing was decided")]).toEqual([400, true]);
    expect(await eventsOf(spent.kit)).toEqual(before);
    expect(await sectionOf(spent)).toBeDefined();
  });

  test("is granted once, and told the same, however often the button is pressed", async () => {
    const spent = await waitingKit(await spentKit());
    const form = await grantForm(spent);
    const path = `/operator/letters/${spent.kit}`;
    const answers = await Promise.all([operator.send(path, form), operator.send(path, form)]);
    answers.push(await operator.send(path, form));
    const email = (spent.request.owner as { email?: string }).email ?? "none";
    const told = answers.map(({ text }) => /<h2>Mail this to[\s\S]*?<\/section>/.exec(text)?.[0]);
    expect(told[0]).toContain(email);
    expect(told[0]?.replace(/\D/g, "")).toContain(form["newPin"]);
    expect(new Set(told).size).toBe(1);
    expect((await eventsOf(spent.kit)).filter((type) => type === "additional-pin-issued")).toHaveLength(1);
  });

  test("shows what speaks against it, and is granted only where somebody ticks that he has seen it", async () => {
    const harmless = await waitingKit(await spentKit());
    expect(await sectionOf(harmless)).not.toContain('name="allowed"');
    const spent = await waitingKit(await exceededKit());
    const section = await sectionOf(spent);
    expect(section).toMatch(/class="bad">recoveries: 5 \(5\)/);
    expect(section).toContain('name="allowed"');
    const form = await grantForm(spent);
    const path = `/operator/letters/${spent.kit}`;
    const held = await operator.send(path, form);
    expect(held.text).toContain("too many recoveries");
    expect(held.text).not.toContain("Your new PIN");
    const { text } = await operator.send(path, { ...form, allowed: "yes" });
    expect(text).toContain("Your new PIN");
  });

  test("stands above those that came later", async () => {
    const kits = [await waitingKit(await spentKit()), await waitingKit(await spentKit())];
    const { text } = await operator.page("/operator/letters?language=en");
    const [first = -1, second = -1] = kits.map(({ kit }) => text.indexOf(`fire in ${kit}`));
    expect(first).toBeGreaterThan(0);
    expect(second).toBeGreaterThan(first);
  });
});

describe("lost data", () => {
  test("is shown for whoever asked in this very letter, and it is said that it went out today", async () => {
    const buyer = { definition: "client-1", name: "Olga Buyer", email: "buyer@romashka.example" };
    const { location = "" } = await operator.send("/operator/kits", buyer);
    const kit = location.split("/").at(-1) ?? "";
    const [, pin = ""] = /name="pin" value="(\d+)"/.exec((await operator.page(location)).text) ?? [];
    const owner = { kind: "company", organization: "OOO Lyutik", email: "office@lyutik.example" } as const;
    await granted(newRequest(dice, { kit }, pin, { owner }));
    const asks = async (name: string): Promise<string> => {
      const letter = writeLetter({ kind: "lost-data", wants: "owner", kit, name, reason: "a fire" });
      return (await operator.send("/operator/letters", { letter })).text;
    };
    const pins = writeLetter({ kind: "lost-data", wants: "pins", kit, name: "Olga Buyer", reason: "a fire" });
    const first = await asks("OOO Lyutik");
    expect(first).toContain("Mail this to: office@lyutik.example");
    expect(first).not.toContain("went out today already");
    const others = await operator.send("/operator/letters", { letter: pins });
    expect(others.text).toContain("Mail this to: buyer@romashka.example");
    expect(others.text).not.toContain("office@lyutik.example");
    const second = await asks("OOO Lyutik");
    expect(second).toContain("Mail this to: office@lyutik.example");
    expect(second).not.toContain("buyer@romashka.example");
    expect(second).toContain("went out today already");
    const stranger = await asks("OOO Pion");
    expect(stranger).not.toContain("Mail this to:");
  });
});

describe("a request file that a customer mailed", () => {
  test("is looked at, and passes the limit only where somebody ticks that he has seen it", async () => {
    const spent = await exceededKit();
    const request = again(spent);
    const text = vendor().seal(request);
    expect(await ask(center().url, request)).toMatchObject({ refusal: { code: "center/operator-needed" } });
    expect((await operator.page("/operator?language=en")).text).toContain('href="/operator/requests"');

    const seen = await operator.send("/operator/requests", { text });
    expect(seen.status).toBe(200);
    expect(seen.text).toContain("an operator allows it");
    const form = hiddenIn(formsIn(seen.text).at(-1) ?? "");
    const before = await eventsOf(spent.kit);
    const unseen = await operator.send("/operator/requests", { ...form, grant: "yes" });
    expect(unseen.text).not.toContain(".lic");
    expect(unseen.text).toContain("an operator allows it");
    const passed = await operator.send("/operator/requests", { ...form, grant: "yes", allowed: "yes" });
    const document = Buffer.from(/base64,([^"]+)"/.exec(passed.text)?.[1] ?? "", "base64").toString();
    expect(vendor().licenseIn(document, request).pin).toBe(spent.pin);
    expect((await eventsOf(spent.kit)).slice(0, before.length)).toEqual(before);
  });

  test.each([
    ["/operator/letters", "letter"],
    ["/operator/requests", "text"],
  ])("is found at %s in the letter that it stands in", async (path, field) => {
    const spent = await spentKit();
    const letter = writeLetter({ kind: "request-file", document: vendor().seal(again(spent)) });
    const { status, text } = await operator.send(path, { [field]: `${letter}\nKind regards\n` });
    expect(status).toBe(200);
    expect(text).toContain("It can be granted.");
    const [form = ""] = formsIn(text);
    expect(form).toContain('action="/operator/requests"');
    expect((await operator.send("/operator/requests", { ...hiddenIn(form), grant: "yes" })).text).toContain(".lic");
  });

  test("that cannot be opened is said to be so", async () => {
    const { status, text } = await operator.send("/operator/requests", { text: "no request" });
    expect(status).toBe(400);
    expect(text).toMatch(/class="bad">[^<]+</);
    expect((await operator.send("/operator/requests", { text: "" })).status).toBe(400);
  });
});

describe("the desk", () => {
  test("shows who the contact on record is, and the kit in a tab of its own", async () => {
    const buyer = { definition: "client-1", name: "Olga Buyer", organization: "OOO Pion", email: "b@pion.example" };
    const { location = "" } = await operator.send("/operator/kits", buyer);
    const kit = location.split("/").at(-1) ?? "";
    const [, pin = ""] = /name="pin" value="(\d+)"/.exec((await operator.page(location)).text) ?? [];
    const call = (operation: "first-time" | "recovery") => {
      const fields = { operation, pin, ownerCode: "824450", binding: "40974953412453782980723817" };
      const { digits, total } = encodeRequest(fields);
      return { kit, digits: digits + total };
    };
    const said = await operator.send("/operator/desk", { ...call("first-time"), caller: "Ivan Caller", grant: "yes" });
    expect(said.text).toContain('class="dictation"');
    const { text } = await operator.send("/operator/desk", call("recovery"));
    expect(text).toContain("Buyer: Olga Buyer, OOO Pion, b@pion.example");
    expect(text).toMatch(/Contact on record[^:]*: Ivan Caller/);
    expect(text).toContain(`<a href="/operator/kits/${kit}" target="_blank" rel="noopener">`);
  });
});

describe("the link to the other language", () => {
  test("stands on pages, and not on answers to forms", async () => {
    for (const path of ["/operator", "/operator/letters", "/operator/desk", "/operator/requests"]) {
      expect((await operator.page(path)).text).toContain('href="?language=');
    }
    for (const [path, form] of [
      ["/operator/letters", { letter: "x" }],
      ["/operator/letters/1234567890", {}],
      ["/operator/desk", { kit: "1234567890" }],
      ["/operator/requests", { text: "x" }],
      ["/", { text: "x" }],
    ] as const) {
      expect((await operator.send(path, form)).text).not.toContain("?language=");
    }
  });
});

describe("a kit that a newer version wrote to", () => {
  test("is a row that says so, and its own page says so, too", async () => {
    const [waits, other] = [await waitingKit(await spentKit()), await waitingKit(await spentKit())];
    const { kit } = waits;
    const database = await openDatabase(where());
    const sql = `insert into event (kit, number, type, data, format)
      select kit, max(number) + 1, 'from-the-future', '{}', 999 from event where kit = $1 group by kit`;
    try {
      await database.query(sql, [kit]);
      const unreadable = "This version of the center cannot read this kit.";
      for (const path of ["/operator?language=en", "/operator/letters?language=en"]) {
        const { status, text } = await operator.page(path);
        expect([path, status]).toEqual([path, 200]);
        expect(text.split(unreadable)).toHaveLength(2);
        expect(text).toContain(other.kit);
      }
      const own = await operator.page(`/operator/kits/${kit}`);
      expect([own.status, own.text.includes(unreadable)]).toEqual([500, true]);
      const digits = "1234567";
      const letter = vendor().seal(again(waits));
      for (const [path, form] of [
        ["/operator/desk", { kit, digits }],
        [`/operator/letters/${kit}`, { pin: waits.pin, decision: "refuse", reason: "No." }],
        [`/operator/kits/${kit}/notes`, { pin: waits.pin, note: "x" }],
        ["/operator/letters", { letter }],
        ["/operator/requests", { text: letter, grant: "yes" }],
      ] as const) {
        const { status, text } = await operator.send(path, form);
        expect([path, status, text.includes(unreadable)]).toEqual([path, 500, true]);
        if (path === "/operator/desk") expect(text).toContain(digits);
      }
    } finally {
      await database.query("delete from event where type = 'from-the-future'", []);
      await database.close();
    }
  });
});

describe("a form that is none", () => {
  test.each([
    "/",
    "/operator/login",
    "/operator/kits",
    "/operator/kits/1234567890/notes",
    "/operator/desk",
    "/operator/letters",
    "/operator/letters/1234567890",
    "/operator/requests",
  ])("is refused at %s", async (path) => {
    const { url, log } = center();
    const lines = log().length;
    const headers = { "content-type": "multipart/form-data; boundary=x", cookie: operator.cookie, origin: url };
    const { status } = await fetch(`${url}${path}`, { method: "POST", headers, body: "garbage" });
    expect(status).toBe(400);
    expect(await logBehind(center(), lines, 1)).toMatchObject([{ status: 400, code: "malformed-form" }]);
  });
});
