import { describe, expect, test } from "vitest";
import { diceOf } from "../../simulation/src/dice.js";
import { post } from "./client.js";
import { newRequest } from "./customers.js";
import { readHistories } from "./history.js";
import { oneCenter } from "./one-center.js";
import { expectRefused } from "./refused.js";

const { center, where } = oneCenter();
const request = newRequest(diceOf(12, 0), { kit: "1234567890" }, "123456789012345");

describe("a body that is no request", () => {
  test("is refused with what is wrong with it", async () => {
    const bodies = [
      "",
      "null",
      "[]",
      "0",
      '""',
      "{}",
      "{",
      "\u0000",
      '{"request":null}',
      '{"request":[]}',
      '{"document":1}',
      `{"request":{"__proto__":{}}}`,
      "[".repeat(100_000),
      `{"request":${'{"owner":'.repeat(20_000)}`,
    ];
    const deep = `{"request":${'{"owner":'.repeat(5_000)}1${"}".repeat(5_000)}}`;
    for (const body of [...bodies, deep]) await expectRefused(center(), () => post(center().url, body));
  });

  test("or one that says too much, or too little, is refused", async () => {
    const wrong = [
      { id: "x" },
      { kit: "1".repeat(500) },
      { kit: "12345678\u0000" },
      { pin: "' or 1=1" },
      { operation: "constructor" },
      { at: 1e300 },
      { owner: [] },
      { parameters: {} },
      { extra: true },
    ];
    for (const one of wrong)
      await expectRefused(center(), () => post(center().url, JSON.stringify({ request: { ...request, ...one } })));
  });

  test("leaves nothing in the table", async () => {
    expect((await readHistories(where())).size).toBe(0);
  });
});
