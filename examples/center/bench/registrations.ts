import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { diceOf } from "../../simulation/src/dice.js";
import { newKit, newRequest, sellKits, type Where } from "../tests/customers.js";
import { sizesOf } from "./sizes.js";
import { newFolder, removeFolders } from "../tests/folders.js";
import { startPostgres } from "../tests/postgres.js";
import { vendorOf } from "../tests/vendor.js";
import { cryptographyAlone } from "./cryptography-alone.js";
import { median, perSecond } from "./load.js";

// First-time registrations through HTTP, each of its own PIN, beside a bare endpoint that inserts a row of the same size: in
// one process, on one database, in turn.
const ROUNDS = Number(process.env["ROUNDS"] ?? 5);
const A_ROUND = Number(process.env["A_ROUND"] ?? 240);
const served = fileURLToPath(new URL("served.js", import.meta.url));
const dice = diceOf(7, 7);

interface Servers {
  readonly process: ChildProcess;
  readonly center: string;
  readonly bare: string;
}

/** The process of the servers, with what its rows and its documents measure. */
async function start({ data, databaseUrl }: Where, signs: "nothing" | "licenses"): Promise<Servers> {
  const { row, document } = await sizesOf(dice);
  const env = {
    ROW_SIZE: String(row),
    DOCUMENT_SIZE: String(document),
    PATH: process.env["PATH"] ?? "",
    DATA: data,
    SIGNS: signs,
    ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
  };
  const child = spawn(process.execPath, [served], { env, stdio: ["ignore", "pipe", "ignore"] });
  process.on("exit", () => child.kill("SIGKILL"));
  let out = "";
  const addresses = (): RegExpExecArray | null => /^center (\S+)\nbare (\S+)$/m.exec(out);
  for await (const piece of child.stdout) {
    out += String(piece);
    if (addresses() !== null) break;
  }
  const [, center = "", bare = ""] = addresses() ?? [];
  return { process: child, center, bare };
}

async function measured(where: Where, signs: "nothing" | "licenses", sealed: boolean) {
  const vendor = vendorOf(where.data);
  const kits = Array.from({ length: (ROUNDS + 1) * A_ROUND }, () => newKit(dice, "client-1"));
  await sellKits(where, kits);
  const requests = kits.map((sold) => newRequest(dice, sold, sold.all[0] ?? ""));
  const plain = requests.map((request) => JSON.stringify({ request }));
  const bodies = sealed ? requests.map((request) => JSON.stringify({ document: vendor.seal(request) })) : plain;
  const servers = await start(where, signs);
  const rounds: { readonly center: number; readonly bare: number }[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const [from, to] = [round * A_ROUND, (round + 1) * A_ROUND];
    const center = await perSecond(servers.center, bodies.slice(from, to));
    const bare = await perSecond(servers.bare, plain.slice(from, to));
    if (round > 0) rounds.push({ center, bare }); // the first one warms up
  }
  servers.process.kill("SIGTERM");
  await once(servers.process, "close");
  return {
    center: median(rounds.map(({ center }) => center)),
    bare: median(rounds.map(({ bare }) => bare)),
    ratio: median(rounds.map(({ center, bare }) => center / bare)),
  };
}

const postgres = await startPostgres();
try {
  console.log("| database | request | signature | registrations/s | bare inserts/s | ratio |");
  console.log("| --- | --- | --- | ---: | ---: | ---: |");
  for (const database of ["PostgreSQL", "embedded"]) {
    for (const [sealed, signs] of [
      [false, "nothing"],
      [false, "licenses"],
      [true, "licenses"],
    ] as const) {
      const databaseUrl = database === "embedded" ? undefined : await postgres.newDatabase();
      const { center, bare, ratio } = await measured({ data: newFolder(), databaseUrl }, signs, sealed);
      const how = `${sealed ? "sealed" : "open"} | ${signs === "nothing" ? "none" : "PS256"}`;
      const wanted = signs === "nothing" ? ` (wanted: 0.5) ${ratio >= 0.5 ? "yes" : "**no**"}` : "";
      console.log(
        `| ${database} | ${how} | ${center.toFixed(0)} | ${bare.toFixed(0)} | ${ratio.toFixed(2)}${wanted} |`,
      );
    }
  }
  console.log(await cryptographyAlone());
} finally {
  await postgres.stop();
  removeFolders();
}
