import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { center } from "licit/center";
import type { SignAsync } from "licit/license";
import { appOf } from "../src/app.js";
import { openerOf, signerOf } from "../src/cryptography.js";
import { openDatabase } from "../src/database.js";
import { openEventStore } from "../src/event-store.js";
import { limitGuesses } from "../src/guesses.js";
import { kitDesk } from "../src/kit-desk.js";
import { openKeys, publicKeysOf } from "../src/keys.js";
import { licensing } from "../src/licensing.js";
import { log } from "../src/log.js";
import { readSettings } from "../src/settings.js";

// A process of the benchmark: both servers on one database, at ports of their own, one used at a time. `SIGNS=nothing` leaves
// the signature out.
const settings = readSettings(process.env);
const database = await openDatabase(settings);
const store = await openEventStore(database, center.version);
const keys = openKeys(settings.data, "bench");

const nothing: SignAsync = { alg: "PS256", kid: keys.licenses.kid, sign: () => Promise.resolve(new Uint8Array(256)) };
const sign = process.env["SIGNS"] === "nothing" ? nothing : signerOf(keys);
const desk = kitDesk(store);
const ports = { desk, open: await openerOf(keys), sign, phone: keys.phone, issuer: settings.issuer };
const site = {
  settings,
  keys,
  publicKeys: publicKeysOf(keys, settings.issuer, settings.product),
  store,
  desk,
  licensing: licensing(ports),
  guesses: limitGuesses(1e9),
  logins: limitGuesses(1e9),
  log,
  now: Date.now,
};

/** The least that a server can do with a registration: read JSON, insert one row of the event's size, answer JSON. */
const bare = new Hono();
const insert = "insert into event (kit, number, type, data, format) values ($1, $2, $3, $4, $5)";
// As many bytes as the event of a registration has.
const row = JSON.stringify({ filler: "x".repeat(Math.max(0, Number(process.env["ROW_SIZE"] ?? 1_500) - 13)) });
const document = "a".repeat(Number(process.env["DOCUMENT_SIZE"] ?? 2_000));
let number = 0;
bare.post("/api/requests", async (c) => {
  const { request } = await c.req.json<{ readonly request: { readonly kit: string } }>();
  await database.query(insert, [`bare-${request.kit}`, ++number, "license-granted", row, center.version]);
  return c.json({ answer: "granted", document });
});

const listening = (app: Pick<Parameters<typeof serve>[0], "fetch">, name: string): void => {
  serve({ fetch: app.fetch, hostname: "127.0.0.1", port: 0 }, ({ port }) => {
    process.stdout.write(`${name} http://127.0.0.1:${port}/api/requests\n`);
  });
};
listening(appOf(site), "center");
listening(bare, "bare");
