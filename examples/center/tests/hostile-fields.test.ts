import { beforeAll, describe, expect, test } from "vitest";
import { ownerFields, type Owner } from "licit/owner";
import { diceOf } from "../../simulation/src/dice.js";
import { askSealed, documentOf, outcomeOf, post } from "./client.js";
import { newKit, newRequest, sellKits, type SoldKit } from "./customers.js";
import { readHistories } from "./history.js";
import { oneCenter } from "./one-center.js";
import { logIn, sendForm, type Operator } from "./operator.js";

const { center, vendor, where } = oneCenter();
const dice = diceOf(13, 0);

/** Texts that somebody may type, and every one of which is somebody's code. */
const hostile = [
  "'; drop table event; --",
  `"); delete from event where ('1' = '1`,
  "$1 $2 %s {{7*7}} ${7*7} \\u0000 \\",
  "<script>alert(1)</script>",
  `"><img src=x onerror=alert(1)>`,
  "</td></table><form action=https://evil.example>",
  "&lt;b&gt; &amp; &#60;",
  "javascript:alert(1)",
  "Ivanov\u00a0\u2019 \u00fc \u{1f600} \u0434",
];
/** Texts that no form should hold. Refused or kept, never a fault of the center. */
const unfit = [
  "\u0000",
  "a\u0000b",
  "\uD800",
  "b\uDC00a",
  "\u202Eevil",
  "\u200F",
  "\u2066x",
  "\uFFFE",
  "\uFEFF",
  "\u001b[31m",
  "x".repeat(10_000),
];

let operator: Operator;
beforeAll(async () => {
  operator = await logIn(center());
});

/** A company, all of whose fields hold that text. */
function ownerOf(text: string): Owner {
  return { ...Object.fromEntries(ownerFields.map((field) => [field, text])), kind: "company" };
}

async function soldKit(): Promise<SoldKit> {
  const sold = newKit(dice, "client-1");
  await sellKits(where(), [sold]);
  return sold;
}

describe("an owner that is code", () => {
  test.each(hostile)("%s comes back from the database to the character, and to the pages as text", async (text) => {
    const sold = await soldKit();
    const [pin = ""] = sold.all;
    const owner = ownerOf(text);
    const request = newRequest(dice, sold, pin, { owner });
    const told = await askSealed(center().url, vendor().seal(request));
    expect(vendor().licenseIn(documentOf(told), request).owner).toEqual(request.owner);

    const state = (await readHistories(where())).get(sold.kit)?.state;
    const [license] = state?.status === "registered" ? state.licenses.flat() : [];
    expect(license?.owner).toEqual({ kept: "fields", fields: request.owner });

    const { status, text: page } = await operator.page(`/operator/kits/${sold.kit}`);
    expect(status).toBe(200);
    expectNoCode(page, text);
    expect(readBy(page)).toContain(text);
  });

  test.each(hostile)("%s is shown as text where customers are told why not", async (text) => {
    const sold = await soldKit();
    const [pin = ""] = sold.all;
    await askSealed(center().url, vendor().seal(newRequest(dice, sold, pin)));
    const other = newRequest(dice, sold, pin, { operation: "recovery", owner: ownerOf(text) });
    const { page } = await sendForm(`${center().url}/`, { text: vendor().seal(other) });
    expect(page.status).toBe(200);
    expectNoCode(page.text, text);
  });

  test.each(unfit)("%j is refused or kept, and nothing fails", async (text) => {
    const sold = await soldKit();
    const [pin = ""] = sold.all;
    for (const field of ownerFields) {
      const request = { ...newRequest(dice, sold, pin), owner: { kind: "company", [field]: text } };
      const told = await post(center().url, JSON.stringify({ request }));
      expect([200, 400], `${field}: ${outcomeOf(told)}`).toContain(told.status);
    }
    expect((await operator.page(`/operator/kits/${sold.kit}`)).status).toBe(200);
    await readHistories(where());
  });
});

describe("what operators type", () => {
  test.each([...hostile, ...unfit])("%j is shown as text, and nothing fails", async (text) => {
    const form = { definition: "client-1", name: text, organization: text, email: text };
    const { status, location = "" } = await operator.send("/operator/kits", form);
    expect([303, 400]).toContain(status);
    const page = await operator.page(location === "" ? "/operator" : location);
    expectNoCode(page.text, text);
    expectNoCode((await operator.page("/operator")).text, text);
    const [, pin = ""] = /name="pin" value="(\d+)"/.exec(page.text) ?? [];
    for (const more of [{ note: text }, { note: text, revoke: "yes" }]) {
      expect((await operator.send(`${location}/notes`, { pin, ...more })).status).toBeLessThan(500);
    }
    if (location !== "") expectNoCode((await operator.page(location)).text, text);
  });

  test.each([...hostile, ...unfit])(
    "%j on the desk, and in a letter, is shown as text, and nothing fails",
    async (text) => {
      const { kit, all } = await soldKit();
      const [pin = ""] = all;
      const call = { kit, digits: text, caller: text, organization: text, superseded: text, grant: "yes" };
      const letter = `Subject: additional PIN\n\nRegistration number: ${kit}\nPIN: ${pin}\nCompany: ${text}\nReason: ${text}\n`;
      const lost = `Subject: lost PIN codes\n\nRegistration number: ${text}\nCompany: ${text}\nReason: ${text}\n`;
      for (const [path, form] of [
        ["/operator/desk", call],
        ["/operator/letters", { letter }],
        ["/operator/letters", { letter: lost }],
        [`/operator/letters/${kit}`, { pin, reason: text }],
        ["/operator/login", { password: text }],
      ] as const) {
        const page = await operator.send(path, form);
        expect([path, page.status < 500]).toEqual([path, true]);
        expectNoCode(page.text, text);
      }
    },
  );
});

/** Nothing of it stands in a page as it was typed, where that could be markup. */
function expectNoCode(page: string, text: string): void {
  if (/[<>"]/.test(text)) expect(page).not.toContain(text);
  expect(page).not.toMatch(/<script|<img|onerror=alert\(1\)>|<form action=https/);
}

/** What a browser makes of a page's text. */
function readBy(page: string): string {
  const characters = { lt: "<", gt: ">", quot: '"', "#39": "'", amp: "&" } as const;
  return page.replace(/&(lt|gt|quot|#39|amp);/g, (_, name: keyof typeof characters) => characters[name]);
}
