import { request as httpRequest } from "node:http";
import { once } from "node:events";
import { describe, expect, test } from "vitest";
import { diceOf } from "../../simulation/src/dice.js";
import { ask } from "./client.js";
import { newKit, newRequest } from "./customers.js";
import { oneCenter } from "./one-center.js";
import { password, sendForm } from "./operator.js";
import { logBehind } from "./refused.js";

const { another } = oneCenter();
const GUESSES = 5;

describe("whoever tries passwords", () => {
  test("is sent away after a few, whatever he says about his address, and the right one does not help", async () => {
    const { url } = await another({ GUESSES: String(GUESSES) });
    const tried = await inTurn(12, (nth) => login(url, `guess ${nth}`, { "x-forwarded-for": `10.0.0.${nth}` }));
    expect(tried).toEqual([...Array<number>(GUESSES).fill(400), ...Array<number>(12 - GUESSES).fill(429)]);
    expect(await login(url, password, { "x-real-ip": "10.9.9.9", forwarded: "for=10.9.9.9" })).toBe(429);
  });

  test("has no more guesses where he sends many at once, with their bodies held back", async () => {
    const { url } = await another({ GUESSES: String(GUESSES) });
    const statuses = await atOnce(40, (nth) => heldBack(`${url}/operator/login`, `password=guess${nth}`));
    expect(statuses.filter((status) => status !== 429).length).toBeLessThanOrEqual(GUESSES);
  });
});

describe("whoever tries PINs", () => {
  test("is told to wait after a few, and how long", async () => {
    const guessed = await another({ GUESSES: String(GUESSES) });
    const { url } = guessed;
    const dice = diceOf(5, 5);
    const sold = newKit(dice, "client-1");
    const told = await inTurn(GUESSES + 3, () => ask(url, newRequest(dice, sold, `1${dice.digits(14)}`)));
    expect(told.map(({ status }) => status)).toEqual([...Array<number>(GUESSES).fill(200), 429, 429, 429]);
    const waiting = await fetch(`${url}/api/requests`, {
      method: "POST",
      body: "{}",
      headers: { "content-type": "application/json" },
    });
    expect(Number(waiting.headers.get("retry-after"))).toBeGreaterThan(800);
    const logged = await logBehind(guessed, 0, GUESSES + 4);
    expect(logged.filter(({ status }) => status === 429)).toMatchObject(Array(4).fill({ code: "too-many-guesses" }));
  });

  test("has no more guesses where he sends many at once", async () => {
    const { url } = await another({ GUESSES: String(GUESSES) });
    const dice = diceOf(6, 6);
    const sold = newKit(dice, "client-1");
    const told = await atOnce(40, () => ask(url, newRequest(dice, sold, `1${dice.digits(14)}`)));
    expect(told.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(GUESSES);
  });
});

async function inTurn<T>(count: number, work: (nth: number) => Promise<T>): Promise<readonly T[]> {
  const done: T[] = [];
  for (let nth = 0; nth < count; nth++) done.push(await work(nth));
  return done;
}

function atOnce<T>(count: number, work: (nth: number) => Promise<T>): Promise<readonly T[]> {
  return Promise.all(Array.from({ length: count }, (_, nth) => work(nth)));
}

async function login(url: string, tried: string, headers: Readonly<Record<string, string>>): Promise<number> {
  return (await sendForm(`${url}/operator/login`, { password: tried }, headers)).response.status;
}

/** Sends the headers of a form, and its body when all others had time to send theirs. */
async function heldBack(address: string, body: string): Promise<number> {
  const headers = {
    "content-type": "application/x-www-form-urlencoded",
    "content-length": body.length,
    origin: new URL(address).origin,
  };
  const sending = httpRequest(address, { method: "POST", headers });
  sending.flushHeaders();
  setTimeout(() => sending.end(body), 300);
  const [{ statusCode = 0 }] = (await once(sending, "response")) as [{ readonly statusCode?: number }];
  sending.destroy();
  return statusCode;
}
