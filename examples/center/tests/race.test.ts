import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { LicenseRequest } from "licit/license";
import { diceOf } from "../../simulation/src/dice.js";
import { ask, documentOf, outcomeOf, type Told } from "./client.js";
import { newKit, newRequest, sellKits, type SoldKit } from "./customers.js";
import { newFolder, removeFolders } from "./folders.js";
import { grantsIn, readHistories } from "./history.js";
import { startPostgres, type Postgres } from "./postgres.js";
import { killCenters, startCenter, type RunningCenter } from "./running-center.js";
import { saidIn, shareKeys, vendorOf, type Vendor } from "./vendor.js";

const PLACES = 8;
const ROUNDS = 8;
const dice = diceOf(8, 0);
/** A kit for each race: the losers of one count against its license, and the next would be held for an operator. */
const kitsOfRounds = Array.from(
  { length: ROUNDS },
  () => [newKit(dice, "client-1"), newKit(dice, "client-1")] as const,
);

let postgres: Postgres;
let databaseUrl = "";
let vendor: Vendor;
let centers: readonly RunningCenter[] = [];

beforeAll(async () => {
  postgres = await startPostgres();
  databaseUrl = await postgres.newDatabase();
  const folders = Array.from({ length: PLACES }, newFolder);
  const [first = ""] = folders;
  vendor = vendorOf(first);
  for (const folder of folders.slice(1)) shareKeys(first, folder);
  // All at once: they also race for creating the table.
  const settings = { DATABASE_URL: databaseUrl, GUESSES: "1000000" };
  centers = await Promise.all(folders.map((folder) => startCenter(folder, settings)));
  await sellKits({ data: first, databaseUrl }, kitsOfRounds.flat());
}, 120_000);

afterAll(async () => {
  await killCenters();
  await postgres.stop();
  removeFolders();
});

describe("eight centers on one table of events", () => {
  test("grant one PIN to one of eight computers, and tell the others why not", async () => {
    for (const [sold] of kitsOfRounds) {
      const [pin = ""] = sold.all;
      await expectOneGrant(sold, await raced(eight(() => newRequest(dice, sold, pin))), 1);
    }
  });

  test("spend one spare PIN once, for one of eight computers", async () => {
    for (const [, sold] of kitsOfRounds) {
      const [pin = "", spare = ""] = sold.all;
      const { request } = await sent(centers[0]?.url, newRequest(dice, sold, pin));
      const { owner } = request;
      const details = { operation: "recovery-spare", owner, supersededPin: pin } as const;
      await expectOneGrant(sold, await raced(eight(() => newRequest(dice, sold, spare, details))), 2);
    }
  });

  test("answer the same request from eight places with the same license, and store it once", async () => {
    for (const name of ["client-5", "server", "client-50", "base"] as const) {
      const sold = newKit(dice, name);
      await sellKits({ data: "", databaseUrl }, [sold]);
      const [pin = ""] = sold.all;
      const same = newRequest(dice, sold, pin);
      const answers = await raced(eight(() => same));
      const [told = "", ...others] = answers.map((one) => saidIn(documentOf(one.told)));
      expect(others).toEqual(Array(PLACES - 1).fill(told));
      for (const one of answers) expect(vendor.licenseIn(documentOf(one.told), same).pin).toBe(pin);
      expect(await grantsOf(sold)).toEqual([same.id]);
    }
  });
});

interface Raced {
  readonly request: LicenseRequest;
  readonly told: Told;
}

function eight(make: () => LicenseRequest): readonly LicenseRequest[] {
  return Array.from({ length: PLACES }, make);
}

/** Each request to a center of its own, all at once. */
function raced(requests: readonly LicenseRequest[]): Promise<readonly Raced[]> {
  return Promise.all(centers.map(({ url }, place) => sent(url, requests[place])));
}

async function sent(url: string | undefined, request: LicenseRequest | undefined): Promise<Raced> {
  if (url === undefined || request === undefined) throw new Error("a request for each center");
  return { request, told: await ask(url, request) };
}

async function expectOneGrant(sold: SoldKit, answers: readonly Raced[], nth: number): Promise<void> {
  const winners = answers.filter(({ told }) => outcomeOf(told) === "granted");
  expect(winners.length, answers.map(({ told }) => outcomeOf(told)).join(", ")).toBe(1);
  for (const { request, told } of winners) {
    const license = vendor.licenseIn(documentOf(told), request);
    expect(license.kit).toBe(sold.kit);
    expect((await grantsOf(sold))[nth - 1]).toBe(request.id);
  }
  for (const { told } of answers) {
    if (told.status !== 200 || told.answer === "granted") continue;
    expect(told.refusal).toMatchObject({
      code: expect.stringMatching(/^(?:center|pins)\//) as string,
      instead: expect.any(String) as string,
    });
  }
  expect((await grantsOf(sold)).length).toBe(nth);
}

async function grantsOf({ kit }: SoldKit): Promise<readonly string[]> {
  const history = (await readHistories({ data: "", databaseUrl })).get(kit);
  return history === undefined ? [] : grantsIn(history);
}
