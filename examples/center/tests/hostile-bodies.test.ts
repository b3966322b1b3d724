import { describe, expect, test } from "vitest";
import { setTimeout as pause } from "node:timers/promises";
import { diceOf } from "../../simulation/src/dice.js";
import { ask, outcomeOf } from "./client.js";
import { newRequest } from "./customers.js";
import { oneCenter } from "./one-center.js";
import { logBehind } from "./refused.js";
import { dial, pour, residentBytes, trickle } from "./raw.js";

const { center, another } = oneCenter();
const MEGABYTE = 1_024 * 1_024;
const HUNDRED = 100 * MEGABYTE;

describe("a body that is far too large", () => {
  test.each([
    ["of a known length", { "content-length": String(HUNDRED), "content-type": "application/json" }],
    ["of an unknown length", { "content-type": "application/json" }],
    ["of a form's file", { "content-type": "multipart/form-data; boundary=b" }],
  ])("%s is refused, and not kept in memory", async (_, headers) => {
    const { url, pid, log } = center();
    const known = log().length;
    // What a first request loads is no part of it.
    for (let nth = 0; nth < 50; nth++)
      await ask(url, newRequest(diceOf(nth, 0), { kit: "1234567890" }, "123456789012345"));
    const lines = known + (await logBehind(center(), known, 50)).length;
    const before = residentBytes(pid);
    const path = headers["content-type"].startsWith("multipart") ? "/" : "/api/requests";
    let most = 0;
    const watch = setInterval(() => (most = Math.max(most, residentBytes(pid))), 20);
    const status = await pour(`${url}${path}`, HUNDRED, { ...headers, origin: url });
    clearInterval(watch);
    expect([413, undefined]).toContain(status);
    expect((most - before) / MEGABYTE).toBeLessThan(60);
    expect(await logBehind(center(), lines, 1)).toMatchObject([{ event: "answered", status: 413 }]);
  });

  test("does not keep the center from others meanwhile", async () => {
    const { url } = center();
    const pouring = Promise.all(Array.from({ length: 8 }, () => pour(`${url}/api/requests`, HUNDRED, {})));
    const told = await ask(url, newRequest(diceOf(1, 0), { kit: "1234567890" }, "123456789012345"));
    expect(outcomeOf(told)).toBe("center/unknown-kit");
    for (const status of await pouring) expect([413, 403, undefined]).toContain(status);
  });
});

describe("whoever sends slowly", () => {
  // Ten seconds for headers, twenty for all, and Node looks every so often.
  const LIMIT = 40_000;

  test("is sent away, and it is in the log", { timeout: 60_000 }, async () => {
    const { url, log } = center();
    await pause(500); // the lines of the test before
    const lines = log().length;
    const [headers, body] = [dial(url), dial(url)];
    headers.socket.write("POST /api/requests HTTP/1.1\r\nHost: x\r\n");
    body.socket.write(
      "POST /api/requests HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{",
    );
    void trickle(headers.socket, (nth) => `X-${nth}: y\r\n`);
    void trickle(body.socket, () => " ");
    const [slowHeaders, slowBody] = await Promise.all([headers.ended, body.ended]);
    expect(slowHeaders.milliseconds).toBeLessThan(LIMIT);
    expect(slowBody.milliseconds).toBeLessThan(LIMIT);
    // The one whose headers had come was a request already: that is a line more.
    const statuses = (await logBehind(center(), lines, 3)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 408).length).toBe(2);
  });

  test("does not keep a center from stopping", { timeout: 90_000 }, async () => {
    const stopping = await another();
    const [silent, slow] = [dial(stopping.url), dial(stopping.url)];
    slow.socket.write("POST /api/requests HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n{");
    await ask(stopping.url, newRequest(diceOf(2, 0), { kit: "1234567890" }, "123456789012345"));
    await stopping.stop();
    await Promise.all([silent.ended, slow.ended]);
  });

  test("and whoever speaks no HTTP is refused, and it is in the log", async () => {
    const { url, log } = center();
    const lines = log().length;
    const { socket, ended } = dial(url);
    socket.write("\u0016\u0003\u0001 this is TLS, or nothing\r\n\r\n");
    expect((await ended).answer).toMatch(/^HTTP\/1.1 400/);
    expect(await logBehind(center(), lines, 1)).toMatchObject([{ status: 400 }]);
  });
});
