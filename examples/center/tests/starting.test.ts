import { mkdirSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import { newFolder, removeFolders } from "./folders.js";
import { startPostgres } from "./postgres.js";
import { killCenters, startCenter, tryCenter } from "./running-center.js";

afterEach(killCenters);
afterAll(removeFolders);

describe("a center that is started", () => {
  test("leaves a folder alone that a process elsewhere holds, until that one shows itself no more", async () => {
    const data = newFolder();
    const lock = join(data, "center.lock");
    // Another container: its number 1 is not the number 1 here.
    writeFileSync(lock, JSON.stringify({ pid: 1, began: "1", where: `${hostname()} pid:[1]` }));
    const refused = await tryCenter(data);
    expect(refused).toMatchObject({ code: 1 });
    expect("written" in refused && refused.written).toContain("process 1");
  });

  test("does not take a password that is set to nothing for one", async () => {
    const center = await startCenter(newFolder(), { OPERATOR_PASSWORD: "" });
    const body = new URLSearchParams({ password: "" });
    const headers = { origin: center.url };
    const response = await fetch(`${center.url}/operator/login`, { method: "POST", body, headers, redirect: "manual" });
    expect(response.status).toBe(400);
    await center.stop();
  });

  test("says what is wrong with a key file that is empty", async () => {
    const data = newFolder();
    mkdirSync(data, { recursive: true });
    writeFileSync(join(data, "operator-password.txt"), "\n");
    const refused = await tryCenter(data);
    expect("written" in refused && refused.written).toContain("operator-password.txt is empty");
  });

  test("does not serve a database that began with other keys", async () => {
    const postgres = await startPostgres();
    try {
      const DATABASE_URL = await postgres.newDatabase();
      const first = await startCenter(newFolder(), { DATABASE_URL });
      const second = await tryCenter(newFolder(), { DATABASE_URL });
      expect(second).toMatchObject({ code: 1 });
      expect("written" in second && second.written).toContain("other keys");
      await first.stop();
    } finally {
      await postgres.stop();
    }
  });
});
