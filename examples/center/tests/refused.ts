import { setTimeout as pause } from "node:timers/promises";
import { expect } from "vitest";
import type { LogLine } from "../src/log.js";
import type { RunningCenter } from "./running-center.js";

const PATIENCE = 5_000;

/** The lines of a log behind the first `known`, when there are so many: an answer can be faster than its line. */
export async function logBehind({ log }: RunningCenter, known: number, count: number): Promise<readonly LogLine[]> {
  const until = Date.now() + PATIENCE;
  while (log().length < known + count && Date.now() < until) await pause(5);
  return log().slice(known);
}

/** Every refusal is one line in the log, with a code and no fault of the center. */
export async function expectRefused(
  center: RunningCenter,
  send: () => Promise<{ readonly status: number }>,
): Promise<void> {
  const known = center.log().length;
  const { status } = await send();
  expect(status).toBe(400);
  const code = expect.stringMatching(/./) as string;
  expect(await logBehind(center, known, 1)).toMatchObject([{ event: "answered", status: 400, code }]);
}
