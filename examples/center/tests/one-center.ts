import { afterAll, beforeAll } from "vitest";
import { removeFolders, newFolder } from "./folders.js";
import { password } from "./operator.js";
import { startPostgres, type Postgres } from "./postgres.js";
import { killCenters, startCenter, type CenterSettings, type RunningCenter } from "./running-center.js";
import type { Where } from "./customers.js";
import { vendorOf, type Vendor } from "./vendor.js";

/** What the tests of a file share: a center on a PostgreSQL of its own. */
export interface Shared {
  readonly center: () => RunningCenter;
  readonly vendor: () => Vendor;
  readonly where: () => Where;
  /** Another center, on a database of its own. */
  readonly another: (settings?: CenterSettings) => Promise<RunningCenter>;
}

/** Starts one before the tests of a file, and stops all of it behind them: in order, as its log and its lock are part of it. */
export function oneCenter(settings: CenterSettings = {}): Shared {
  let postgres: Postgres | undefined;
  let center: RunningCenter | undefined;
  let vendor: Vendor | undefined;
  let where: Where | undefined;
  const others: RunningCenter[] = [];
  beforeAll(async () => {
    postgres = await startPostgres();
    where = { data: newFolder(), databaseUrl: await postgres.newDatabase() };
    vendor = vendorOf(where.data);
    center = await started(where, settings);
  });
  afterAll(async () => {
    try {
      for (const one of [center, ...others]) if (one?.runs() === true) await one.stop();
    } finally {
      await killCenters();
      await postgres?.stop();
      removeFolders();
    }
  });
  return {
    center: () => present(center),
    vendor: () => present(vendor),
    where: () => present(where),
    async another(own = {}) {
      const other = await started({ data: newFolder(), databaseUrl: await present(postgres).newDatabase() }, own);
      others.push(other);
      return other;
    },
  };
}

function started({ data, databaseUrl = "" }: Where, settings: CenterSettings): Promise<RunningCenter> {
  const defaults = { DATABASE_URL: databaseUrl, OPERATOR_PASSWORD: password, GUESSES: "1000000" };
  return startCenter(data, { ...defaults, ...settings });
}

function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("before the tests of this file");
  return value;
}
