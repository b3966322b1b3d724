import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { diceOf } from "../../simulation/src/dice.js";
import { ask, askSealed, documentOf, post } from "./client.js";
import { newRequest } from "./customers.js";
import { sellKits } from "./customers.js";
import { oneCenter } from "./one-center.js";
import { logIn, password, sendForm } from "./operator.js";
import { planOf } from "./plan.js";

const { center, vendor, where } = oneCenter();
const dice = diceOf(17, 0);

describe("the log", () => {
  test("says what was answered, and nothing of what was asked", async () => {
    const { kits, requests } = planOf(dice, 400);
    await sellKits(where(), kits);
    const { url, written, log } = center();
    const secrets = new Set<string>([password, "guessed password"]);
    for (const { request, sealed } of requests) {
      const told = sealed ? await askSealed(url, vendor().seal(request)) : await ask(url, request);
      for (const secret of [request.id, request.pin, request.kit, request.owner.email, request.owner.street]) {
        if (secret !== undefined && secret.length > 8) secrets.add(secret);
      }
      if (told.status === 200 && told.answer === "granted") secrets.add(documentOf(told).slice(60, 120));
    }
    const [{ kit, all } = { kit: "", all: [] }] = kits;
    const [pin = ""] = all;
    const operator = await logIn(center());
    secrets.add(operator.cookie.split("=")[1] ?? "");
    await sendForm(`${url}/operator/login`, { password: "guessed password" });
    await operator.page(`/operator/kits/${kit}`);
    await operator.page(`/operator?kit=${kit}`);
    await operator.send(`/operator/kits/${kit}/notes`, { pin, note: "a note with the PIN" });
    await operator.send("/operator/desk", { kit, digits: pin.repeat(3), caller: "A Caller", grant: "yes" });
    await operator.send("/operator/letters", { letter: `Subject: lost PIN codes\nRegistration number: ${kit}\n` });
    await post(url, JSON.stringify({ request: { ...newRequest(dice, { kit }, pin), pin: [pin] } }));
    await post(url, `not json ${pin}`);
    await fetch(`${url}/nowhere/${kit}?pin=${pin}`);
    for (const kept of keysIn(where().data)) secrets.add(kept);
    const output = written();
    for (const secret of secrets) if (output.includes(secret)) expect.unreachable(`in the log: ${secret}`);
    expect(secrets.size).toBeGreaterThan(400);
    expect(log().length).toBeGreaterThan(400);
    expect(log().filter(({ event }) => event !== "answered")).toEqual([]);
  });
});

describe("the data folder", () => {
  test("is for its owner's eyes only", () => {
    const { data } = where();
    expect(statSync(data).mode & 0o077).toBe(0);
    for (const name of readdirSync(data)) expect([name, statSync(join(data, name)).mode & 0o077]).toEqual([name, 0]);
  });
});

/** The lines of the private keys, and the other secrets in the folder. */
function keysIn(data: string): readonly string[] {
  return readdirSync(data)
    .filter((name) => /\.(?:pem|key)$/.test(name))
    .flatMap((name) => readFileSync(join(data, name), "utf8").split("\n"))
    .filter((line) => line.length > 20 && !line.startsWith("-----"));
}
