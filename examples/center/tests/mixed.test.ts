import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { diceOf, type Dice } from "../../simulation/src/dice.js";
import { ask, askSealed, documentOf, outcomeOf, type Told } from "./client.js";
import { sellKits, type Where } from "./customers.js";
import { newFolder, removeFolders } from "./folders.js";
import { grantsIn, readHistories, rememberedIn, type KitHistory } from "./history.js";
import { damaged, planOf, type Planned } from "./plan.js";
import { startPostgres, type Postgres } from "./postgres.js";
import { killCenters, startCenter, type RunningCenter } from "./running-center.js";
import { saidIn, shareKeys, vendorOf, type Vendor } from "./vendor.js";

const CLIENTS = 8;
const SEED = Number(process.env["SEED"] ?? 20_261_122);

interface Answered extends Planned {
  readonly told: Told;
}

let postgres: Postgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(async () => {
  await killCenters();
  await postgres.stop();
  removeFolders();
});

describe("mixed requests from eight clients", () => {
  test("leave nothing broken on PostgreSQL, with two centers on it", async () => {
    const [data, other] = [newFolder(), newFolder()];
    const where = { data, databaseUrl: await postgres.newDatabase() };
    await mixed(where, [data, other], 10_000);
  });

  test("leave nothing broken in the embedded database", async () => {
    const data = newFolder();
    await mixed({ data, databaseUrl: undefined }, [data], 1_500);
  });
});

async function mixed(where: Where, folders: readonly string[], count: number): Promise<void> {
  const dice = diceOf(SEED, count);
  const { kits, requests } = planOf(dice, count);
  const vendor = vendorOf(where.data);
  for (const folder of folders.slice(1)) shareKeys(where.data, folder);
  await sellKits(where, kits);
  const url = where.databaseUrl === undefined ? {} : { DATABASE_URL: where.databaseUrl };
  const start = (): Promise<readonly RunningCenter[]> =>
    Promise.all(folders.map((folder) => startCenter(folder, { GUESSES: "1000000000", ...url })));

  const centers = await start();
  const begun = performance.now();
  const answered = (
    await Promise.all(
      Array.from({ length: CLIENTS }, (_, client) => {
        const own = requests.filter((__, nth) => nth % CLIENTS === client);
        return sendAll(centers[client % centers.length], vendor, own, diceOf(SEED, client));
      }),
    )
  ).flat();
  const seconds = (performance.now() - begun) / 1_000;
  console.log(`seed ${SEED}: ${count} requests in ${seconds.toFixed(1)} s`, tally(answered));
  for (const one of centers) await one.stop();

  const histories = await readHistories(where);
  expectTruth(answered, histories);
  const again = await start();
  await expectTheSameAgain(again[0], vendor, answered, histories);
  for (const one of again) await one.stop();
  for (const one of [...centers, ...again]) expect(one.log().filter(({ event }) => event === "failed")).toEqual([]);
}

async function sendAll(
  center: RunningCenter | undefined,
  vendor: Vendor,
  planned: readonly Planned[],
  dice: Dice,
): Promise<readonly Answered[]> {
  const answered: Answered[] = [];
  for (const one of planned) answered.push({ ...one, told: await send(center?.url ?? "", vendor, one, dice) });
  return answered;
}

function send(url: string, vendor: Vendor, { kind, request, sealed }: Planned, dice: Dice): Promise<Told> {
  if (!sealed) return ask(url, request);
  const document = vendor.seal(request);
  return askSealed(url, kind === "a damaged document" ? damaged(dice, document) : document);
}

/** What clients were told is what the table says, and the other way round. */
function expectTruth(answered: readonly Answered[], histories: ReadonlyMap<string, KitHistory>): void {
  const stored = new Set([...histories.values()].flatMap(grantsIn));
  const [granted, decided] = [new Set<string>(), new Set<string>()];
  for (const { kind, request, told } of answered) {
    if (kind === "a damaged document") expect(told.status).toBe(400);
    else expect([200, 503], `${kind}: ${outcomeOf(told)}`).toContain(told.status);
    if (told.status !== 503) decided.add(request.id);
    if (outcomeOf(told) === "granted") granted.add(request.id);
  }
  expect([...granted].filter((id) => !stored.has(id))).toEqual([]);
  expect([...stored].filter((id) => !granted.has(id))).toEqual([]);
  const busy = answered.filter(({ request, told }) => told.status === 503 && !decided.has(request.id));
  const left = new Set(
    [...histories.values()].flatMap(({ events }) => events.map(({ data }) => "request" in data && data.request)),
  );
  expect(busy.filter(({ request }) => left.has(request.id))).toEqual([]);
}

/** After a new start, whoever has a license in use and asks again gets the one he got. */
async function expectTheSameAgain(
  center: RunningCenter | undefined,
  vendor: Vendor,
  answered: readonly Answered[],
  histories: ReadonlyMap<string, KitHistory>,
): Promise<void> {
  const remembered = new Set([...histories.values()].flatMap((one) => [...rememberedIn(one)]));
  const granted = answered.filter(({ request, told }) => outcomeOf(told) === "granted" && remembered.has(request.id));
  expect(granted.length).toBeGreaterThan(100);
  for (const { request, told } of granted.slice(0, 1_000)) {
    const document = documentOf(await ask(center?.url ?? "", request));
    expect(saidIn(document)).toBe(saidIn(documentOf(told)));
    expect(vendor.licenseIn(document, request).pin).toBe(request.pin);
  }
}

function tally(answered: readonly Answered[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { told } of answered) counts[outcomeOf(told)] = (counts[outcomeOf(told)] ?? 0) + 1;
  return Object.fromEntries(Object.entries(counts).sort(([, a], [, b]) => b - a));
}
