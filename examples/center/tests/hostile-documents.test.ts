import { afterEach, describe, expect, test } from "vitest";
import { generateKeyPairSync } from "node:crypto";
import { diceOf } from "../../simulation/src/dice.js";
import { ask, askSealed, documentOf, outcomeOf } from "./client.js";
import { newKit, newRequest, sellKits } from "./customers.js";
import { newFolder } from "./folders.js";
import { readHistories } from "./history.js";
import { oneCenter } from "./one-center.js";
import { logIn, sendForm } from "./operator.js";
import { expectRefused } from "./refused.js";
import { vendorOf } from "./vendor.js";

const { center, vendor, where } = oneCenter();
const dice = diceOf(11, 0);
const sold = newKit(dice, "client-5");
const [pin = ""] = sold.all;
const request = newRequest(dice, sold, pin);

const LABEL = ["-----BEGIN LICIT REQUEST-----\n", "\n-----END LICIT REQUEST-----\n"] as const;
const partsOf = (document: string): readonly string[] => document.replace(/-----[A-Z ]+-----|\s/g, "").split(".");
const documentIn = (parts: readonly string[]): string => LABEL.join(parts.join("."));
const headerOf = (members: object): string => Buffer.from(JSON.stringify(members)).toString("base64url");

afterEach(async () => {
  const histories = await readHistories(where());
  expect(histories.get(sold.kit)).toBeUndefined();
});

describe("a document that was damaged", () => {
  test("in any of its five parts is refused", async () => {
    const parts = partsOf(vendor().seal(request));
    expect(parts.length).toBe(5);
    for (const [place, part] of parts.entries()) {
      for (const worse of [
        "",
        part.slice(1),
        part.slice(0, -1),
        part.slice(0, -4),
        part + "AAAA",
        part + "=",
        `${part}.`,
        `${part} .`,
      ]) {
        await expectRefused(center(), () => askSealed(center().url, documentIn(parts.with(place, worse))));
      }
    }
  });

  test("by a single bit is refused, wherever the bit is", async () => {
    const parts = partsOf(vendor().seal(request));
    for (const [place, part] of parts.entries()) {
      const bytes = Buffer.from(part, "base64url");
      for (const at of [0, Math.floor(bytes.length / 2), bytes.length - 1]) {
        const flipped = Buffer.from(bytes);
        flipped.writeUInt8(flipped.readUInt8(at) ^ (1 << dice.below(8)), at);
        await expectRefused(center(), () =>
          askSealed(center().url, documentIn(parts.with(place, flipped.toString("base64url")))),
        );
      }
    }
  });

  test("by another header is refused", async () => {
    const [header = "", ...parts] = partsOf(vendor().seal(request));
    const { kid, ...members } = JSON.parse(Buffer.from(header, "base64url").toString()) as Readonly<
      Record<string, string>
    >;
    const right = { ...members, kid };
    const headers = [
      { ...right, alg: "RSA1_5" },
      { ...right, alg: "none" },
      { ...right, alg: "dir" },
      { ...right, enc: "A128CBC-HS256" },
      { ...right, typ: "licit-license-1" },
      { ...right, kid: "another" },
      { ...right, kid: "../../etc/passwd" },
      { ...right, kid: "k".repeat(600) },
      { ...right, zip: "DEF" },
      { ...right, crit: ["exp"] },
      { ...right, jku: "http://127.0.0.1:1/keys" },
      members,
      {},
      [],
    ];
    for (const one of headers)
      await expectRefused(center(), () => askSealed(center().url, documentIn([headerOf(one), ...parts])));
  });

  test("or sealed for another center, or no document at all, is refused", async () => {
    const others = vendorOf(newFolder());
    const { publicKey } = generateKeyPairSync("rsa", {
      modulusLength: 2048,
      publicKeyEncoding: { type: "spki", format: "pem" },
      privateKeyEncoding: { type: "pkcs8", format: "pem" },
    });
    const sealed = vendor().seal(request);
    for (const document of [
      others.seal(request),
      publicKey,
      "",
      "x",
      LABEL.join(""),
      sealed + sealed,
      sealed.slice(0, 400),
      "\u0000",
      "\uD800",
      "-----BEGIN LICIT ".repeat(5_000),
    ]) {
      await expectRefused(center(), () => askSealed(center().url, document));
    }
  });

  test("is refused by the page for customers, too", async () => {
    const sealed = vendor().seal(request);
    for (const text of [
      sealed.slice(0, 500),
      sealed.replace(/.{4}\n-----END/, "AAAA\n-----END"),
      "<script>alert(1)</script>",
    ]) {
      await expectRefused(center(), async () => {
        const { page } = await sendForm(`${center().url}/`, { text });
        expect(page.text).not.toContain("<script>");
        return page;
      });
    }
  });
});

describe("the document itself", () => {
  test("opens, after all of that, when nobody touched it", async () => {
    const own = newKit(dice, "client-1");
    await sellKits(where(), [own]);
    const [first = ""] = own.all;
    const asked = newRequest(dice, own, first);
    const told = await askSealed(center().url, `Dear center,\r\n\r\n${vendor().seal(asked)}\r\nregards`);
    expect(vendor().licenseIn(documentOf(told), asked).pin).toBe(first);
    expect(outcomeOf(await ask(center().url, { ...asked, issuer: "Another Vendor" }))).toMatch(/^center\//);
    expect((await (await logIn(center())).page(`/operator/kits/${own.kit}`)).status).toBe(200);
  });
});
