import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { serve } from "@hono/node-server";
import { jsonOf } from "./checks.js";
import { openDataFolder } from "./data-folder.js";
import { placesOf } from "./directories.js";
import { hardwareReader } from "./hardware.js";
import { inTurn } from "./in-turn.js";
import { log, reasonOf } from "./log.js";
import { readPage } from "./page-files.js";
import type { Program } from "./program.js";
import { serverOf } from "./server.js";
import { readSettings, type Settings } from "./settings.js";
import { parseVendor } from "./vendor.js";

/** A connection may not be kept by saying little: these are the milliseconds for a head, and for a whole request. */
const patience = { headersTimeout: 5_000, requestTimeout: 10_000, connectionsCheckingInterval: 1_000 };

async function start(): Promise<void> {
  const settings = readSettings(process.env);
  if (!settings.ok) {
    stop("settings", settings.error);
    return;
  }
  const program = await programOf(settings.value);
  if (typeof program === "string") {
    stop("keys", program);
    return;
  }
  const page = await readPage(fileURLToPath(new URL("../dist-page/", import.meta.url)));
  const { fetch } = serverOf(program, page);
  const { port } = settings.value;
  const server = serve({ fetch, port, hostname: "127.0.0.1", serverOptions: patience }, (listening) => {
    process.stdout.write(`workstation http://127.0.0.1:${listening.port}/\n`);
  });
  server.on("error", (error) => {
    stop("not listening", `port ${port} (PORT): ${reasonOf(error)}`);
  });
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, () => {
      // Whatever is on its way may be cut off: every file is whole at every moment.
      server.close(() => process.exit(0));
      setTimeout(() => process.exit(0), 1_000).unref();
    });
  }
}

async function programOf({ keys, data, center, hardware, directories }: Settings): Promise<Program | string> {
  const vendor = parseVendor(jsonOf(await readFile(keys, "utf8")));
  if (!vendor.ok) return vendor.error;
  return {
    vendor: vendor.value,
    center,
    places: placesOf({ directories, data }),
    data: await openDataFolder(data),
    readHardware: hardwareReader(hardware),
    installing: inTurn(),
  };
}

function stop(what: string, why: string): void {
  log(what, why);
  process.exitCode = 1;
}

start().catch((error: unknown) => {
  stop("not started", reasonOf(error));
});
