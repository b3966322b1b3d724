import { STATUS_CODES } from "node:http";
import { Socket } from "node:net";
import { join } from "node:path";
import type { Duplex } from "node:stream";
import { serve } from "@hono/node-server";
import { center } from "licit/center";
import { appOf } from "./app.js";
import { openerOf, signerOf } from "./cryptography.js";
import { lockFolder } from "./data-folder.js";
import { openDatabase } from "./database.js";
import { openEventStore } from "./event-store.js";
import { limitGuesses } from "./guesses.js";
import { kitDesk } from "./kit-desk.js";
import { areKeysOf } from "./claimed-keys.js";
import { writeDurably } from "./files.js";
import { openKeys, publicKeysOf } from "./keys.js";
import { licensing } from "./licensing.js";
import { log, nameOf } from "./log.js";
import { sellSampleKit } from "./sample-kit.js";
import { readSettings, type Settings } from "./settings.js";

/** Whoever sends a byte a second does not keep a connection for long. */
const hurry = {
  headersTimeout: 10_000,
  requestTimeout: 20_000,
  keepAliveTimeout: 5_000,
  // How often Node looks who is late: by default only every half minute.
  connectionsCheckingInterval: 1_000,
};
/** How long requests may take that are under way when the center is stopped. */
const STOP_MILLISECONDS = 3_000;

const settings = readSettings(process.env);
const folder = lockFolder(settings.data);
if ("heldBy" in folder) {
  process.stderr.write(
    `${settings.data} is in use by ${folder.heldBy} (${folder.lock}). Two centers on one folder would destroy it.\n`,
  );
  process.exit(1);
}

const database = await openDatabase(settings);
const server = await start(settings);

async function start(settings: Settings) {
  const { data, issuer, product, operatorPassword, guesses } = settings;
  const keys = openKeys(data, operatorPassword);
  const publicKeys = publicKeysOf(keys, issuer, product);
  const text = `${JSON.stringify(publicKeys, undefined, 2)}\n`;
  if (!(await areKeysOf(database, text)))
    await refuseToStart(`${data} holds other keys than this database began with.`);
  writeDurably(join(data, "public-keys.json"), text);
  const store = await openEventStore(database, center.version);
  const desk = kitDesk(store);
  const ports = { desk, open: await openerOf(keys), sign: signerOf(keys), phone: keys.phone, issuer };
  const site = {
    settings,
    keys,
    publicKeys,
    store,
    desk,
    licensing: licensing(ports),
    guesses: limitGuesses(guesses),
    logins: limitGuesses(guesses),
    log,
    now: Date.now,
  };
  const sample = settings.sampleKit ? await sellSampleKit(site) : undefined;
  const { fetch } = appOf(site);
  const { host: hostname, port } = settings;
  const server = serve({ fetch, hostname, port, serverOptions: hurry }, (at) => {
    if (sample !== undefined) process.stdout.write(`sample-kit ${sample}\n`);
    process.stdout.write(`center http://${settings.host}:${at.port}/\n`);
  });
  if ("maxConnections" in server) server.maxConnections = 1_000;
  server.on("clientError", turnAway);
  server.on("error", (error) => {
    void refuseToStart(`cannot listen at port ${port} of ${hostname} (PORT): ${nameOf(error)}`);
  });
  return server;
}

/** What Node finds wrong with a connection before there is a request: too slow, or no HTTP. It is answered, and in the log. */
function turnAway(error: Error, socket: Duplex): void {
  const code = "code" in error ? String(error.code) : "";
  if (code === "ECONNRESET" || !socket.writable) return void socket.destroy(); // gone: nobody to answer
  const status = code === "ERR_HTTP_REQUEST_TIMEOUT" ? 408 : code === "HPE_HEADER_OVERFLOW" ? 431 : 400;
  const from = socket instanceof Socket ? (socket.remoteAddress ?? "unknown") : "unknown";
  log({ event: "turned away", status, code, from });
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}\r\nConnection: close\r\n\r\n`);
}

async function refuseToStart(why: string): Promise<void> {
  process.stderr.write(`${why}\n`);
  await stop(1);
}

let stopping = false;
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    server.close(() => void stop(0));
    if (!("closeAllConnections" in server)) return;
    server.closeIdleConnections();
    // Whoever says nothing, or says it slowly, would keep it open for good: Node looks after no time limit any more.
    setTimeout(() => {
      server.closeAllConnections();
    }, STOP_MILLISECONDS).unref();
  });
}

async function stop(exitCode: number): Promise<void> {
  try {
    await database.close();
  } catch (error) {
    log({ event: "not closed", error: nameOf(error) });
  }
  if (!("heldBy" in folder)) folder.unlock();
  process.exit(exitCode);
}
