import { describe, expect, test } from "vitest";
import { diceOf } from "../../simulation/src/dice.js";
import { newKit, sellKits } from "./customers.js";
import { oneCenter } from "./one-center.js";
import { logIn, password, sendForm } from "./operator.js";
import { rawGet } from "./raw.js";
import { logBehind } from "./refused.js";

const { center, where } = oneCenter();

describe("a form from another place", () => {
  test.each([
    ["of another origin", { origin: "https://evil.example" }],
    ["of a page without an origin", { origin: "null" }],
    ["of another port", { origin: "http://127.0.0.1:1" }],
    ["that says it is from elsewhere", { origin: "https://evil.example", "sec-fetch-site": "cross-site" }],
  ])("%s is refused", async (_, headers) => {
    const { url, log } = center();
    const before = log().length;
    const { cookie } = await logIn(center());
    const lines = before + (await logBehind(center(), before, 1)).length;
    for (const path of ["/", "/operator/login", "/operator/kits", "/operator/desk", "/operator/letters"]) {
      const { response } = await sendForm(
        `${url}${path}`,
        { password, definition: "client-1" },
        { cookie, ...headers },
      );
      expect([path, response.status]).toEqual([path, 403]);
    }
    const logged = await logBehind(center(), lines, 5);
    expect(logged.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
  });

  test("is taken behind a proxy that speaks TLS, where the browser says that it is the same origin", async () => {
    const headers = { origin: "https://center.example", "sec-fetch-site": "same-origin" };
    const { response } = await sendForm(`${center().url}/operator/login`, { password }, headers);
    expect(response.status).toBe(303);
  });
});

describe("a session", () => {
  test("that somebody made up is none", async () => {
    const { url } = center();
    const { cookie } = await logIn(center());
    const [, value = ""] = cookie.split("=");
    const [, signature = ""] = decodeURIComponent(value).split(".");
    const later = String(Date.now() + 10 ** 10);
    const forged = [
      "",
      later,
      `${later}.`,
      `${later}.${signature}`,
      `${later}.${"A".repeat(43)}=`,
      `%00`,
      `${value}x`,
      "x".repeat(4_000),
    ];
    for (const one of forged) {
      const response = await fetch(`${url}/operator/kits`, {
        headers: { cookie: `operator=${one}` },
        redirect: "manual",
      });
      expect([one.slice(0, 40), response.status, response.headers.get("location")]).toEqual([
        one.slice(0, 40),
        303,
        "/operator/login",
      ]);
    }
    expect((await fetch(`${url}/operator`, { headers: { cookie } })).status).toBe(200);
  });

  test("is needed for every page of an operator, however its path is written", async () => {
    const { url } = center();
    const [sold] = [newKit(diceOf(7, 7), "client-1")];
    await sellKits(where(), [sold]);
    const paths = [
      "/operator",
      "/operator/",
      "//operator",
      "/operator//kits",
      `/operator/kits/${sold.kit}`,
      "/OPERATOR",
      "/operator/%6bits",
      "/operator/login/../kits",
      "/operator%2fkits",
      "/operator/login/x",
      "/./operator",
    ];
    for (const path of paths) {
      const { status, text } = await rawGet(url, path);
      expect([path, [303, 404].includes(status)]).toEqual([path, true]);
      expect(text).not.toContain(sold.kit);
    }
  });
});
