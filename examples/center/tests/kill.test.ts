import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { LicenseRequest } from "licit/license";
import { diceOf, type Dice } from "../../simulation/src/dice.js";
import { ask, documentOf, outcomeOf, type Told } from "./client.js";
import { newKit, newRequest, sellKits, type SoldKit, type Where } from "./customers.js";
import { newFolder, removeFolders } from "./folders.js";
import { grantsIn, readHistories } from "./history.js";
import { startPostgres, type Postgres } from "./postgres.js";
import { killCenters, startCenter, tryCenter, type RunningCenter } from "./running-center.js";
import { saidIn, vendorOf } from "./vendor.js";

/** A hundred in `npm run test:heavy`. */
const KILLS = Number(process.env["KILLS"] ?? 10);
const CLIENTS = 4;
const KITS_A_KILL = 20;
const SEED = Number(process.env["SEED"] ?? 9);

let postgres: Postgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(async () => {
  await killCenters();
  await postgres.stop();
  removeFolders();
});

describe("a center that is killed while it works", { timeout: 60_000 + KILLS * 30_000 }, () => {
  test("keeps on PostgreSQL what it granted", async () => {
    await survive({ data: newFolder(), databaseUrl: await postgres.newDatabase() });
  });

  test("keeps in the embedded database what it granted", async () => {
    await survive({ data: newFolder(), databaseUrl: undefined });
  });
});

/** What clients sent, and what they were told; without an answer where the center died before. */
interface Sent {
  readonly request: LicenseRequest;
  readonly told: Told | undefined;
}

async function survive(where: Where): Promise<void> {
  const dice = diceOf(SEED, KILLS);
  const kits = Array.from({ length: KILLS * KITS_A_KILL }, () => newKit(dice, "client-5"));
  vendorOf(where.data);
  await sellKits(where, kits);
  const settings = {
    GUESSES: "1000000000",
    ...(where.databaseUrl === undefined ? {} : { DATABASE_URL: where.databaseUrl }),
  };

  const started: number[] = [];
  const start = async (): Promise<RunningCenter> => {
    const begun = performance.now();
    const center = await startCenter(where.data, settings);
    started.push(performance.now() - begun);
    return center;
  };
  let center = await start();
  await expectHeld(center, settings);
  /** By request: the license that a client got. */
  const licenses = new Map<string, string>();
  let [lost, granted] = [0, 0];
  for (let kill = 0; kill < KILLS; kill++) {
    const sent = await sendUntilKilled(center, kits.slice(kill * KITS_A_KILL, (kill + 1) * KITS_A_KILL), dice);
    center = await start();
    // Whoever has no answer asks again; whoever has one gets the same.
    for (const { request, told } of sent) {
      if (told !== undefined && outcomeOf(told) !== "granted") continue;
      const again = await ask(center.url, request);
      expect(again.status, outcomeOf(again)).toBe(200);
      if (told !== undefined) expect(saidIn(documentOf(again))).toBe(saidIn(documentOf(told)));
      if (told === undefined) lost++;
      if (outcomeOf(again) !== "granted") continue;
      granted++;
      licenses.set(request.id, saidIn(documentOf(again)));
    }
  }
  await center.stop();
  const stored = [...(await readHistories(where)).values()].flatMap(grantsIn);
  expect(new Set(stored).size).toBe(stored.length);
  expect([...stored].sort()).toEqual([...licenses.keys()].sort());
  console.log(
    `seed ${SEED}: ${KILLS} kills, ${granted} licenses, ${lost} requests without an answer; a start takes`,
    `${Math.round(started.reduce((sum, one) => sum + one, 0) / started.length)} ms`,
  );
}

/** A folder in use is refused to a second process, which says whose it is. */
async function expectHeld({ data, pid }: RunningCenter, settings: Readonly<Record<string, string>>): Promise<void> {
  const second = await tryCenter(data, settings);
  expect(second).toMatchObject({ code: 1, written: expect.stringContaining(`is in use by process ${pid}`) as string });
}

/** Four clients send as fast as they can, over the same PINs, until the center is gone. */
async function sendUntilKilled(center: RunningCenter, kits: readonly SoldKit[], dice: Dice): Promise<readonly Sent[]> {
  const after = 30 + dice.below(600);
  const clients = Array.from({ length: CLIENTS }, (_, client) =>
    sendOn(center.url, kits, diceOf(dice.below(10 ** 9), client)),
  );
  const kill = new Promise<void>((resolve, reject) => {
    setTimeout(() => void center.kill().then(resolve, reject), after);
  });
  const [sent] = await Promise.all([Promise.all(clients), kill]);
  return sent.flat();
}

async function sendOn(url: string, kits: readonly SoldKit[], dice: Dice): Promise<readonly Sent[]> {
  const sent: Sent[] = [];
  for (;;) {
    const sold = dice.pick(kits);
    const before = sent.filter(({ told }) => told !== undefined).map(({ request }) => request);
    const repeat = before.length > 0 && dice.chance(0.2);
    const request = repeat ? dice.pick(before) : newRequest(dice, sold, dice.pick(sold.all.slice(0, 5)));
    try {
      sent.push({ request, told: await ask(url, request) });
    } catch {
      return [...sent, { request, told: undefined }];
    }
  }
}
