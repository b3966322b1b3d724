import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { chownSync, mkdirSync, readdirSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { newFolder } from "./folders.js";

/** A PostgreSQL of a test's own. */
export interface Postgres {
  /** A new, empty database: its address. */
  newDatabase(): Promise<string>;
  stop(): Promise<void>;
}

const START_LIMIT = 60_000;
const INSTALLED = "/usr/lib/postgresql";

interface User {
  readonly uid: number;
  readonly gid: number;
}

const servers = new Set<ChildProcess>();
process.on("exit", () => {
  for (const server of servers) server.kill("SIGKILL");
});

/** Starts one on a free port of this computer, in a folder that `removeFolders` removes. Answers when it does. */
export async function startPostgres(): Promise<Postgres> {
  const [programs, user, above] = [newestPrograms(), otherUser(), newFolder()];
  const folder = join(above, "cluster");
  mkdirSync(folder, { mode: 0o700 });
  if (user !== undefined) for (const own of [above, folder]) chownSync(own, user.uid, user.gid);
  const options = { cwd: folder, ...user };
  const initdb = ["-D", folder, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale", "C", "--no-sync"];
  execFileSync(join(programs, "initdb"), initdb, { ...options, stdio: "ignore" });
  const port = await freePort();
  const settings = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "max_connections=200"];
  const server = spawn(
    join(programs, "postgres"),
    ["-D", folder, "-p", String(port), ...settings.flatMap((one) => ["-c", one])],
    { ...options, stdio: ["ignore", "ignore", "pipe"] },
  );
  servers.add(server);
  let wrote = "";
  server.stderr.setEncoding("utf8").on("data", (text: string) => (wrote += text));
  const address = `postgres://postgres@127.0.0.1:${port}`;
  const until = Date.now() + START_LIMIT;
  while (!(await answers(`${address}/postgres`))) {
    if (server.exitCode !== null || Date.now() > until) throw new Error(`PostgreSQL does not answer: ${wrote}`);
    await pause(50);
  }
  let made = 0;
  return {
    async newDatabase() {
      const name = `center_${++made}`;
      await withClient(`${address}/postgres`, (client) => client.query(`create database ${name}`));
      return `${address}/${name}`;
    },
    async stop() {
      const ended = once(server, "close");
      // Its fast shutdown: whoever is connected is sent away.
      if (server.kill("SIGINT")) await ended;
      servers.delete(server);
    },
  };
}

async function answers(address: string): Promise<boolean> {
  try {
    await withClient(address, (client) => client.query("select 1"));
    return true;
  } catch {
    return false;
  }
}

async function withClient(connectionString: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString });
  try {
    await client.connect();
    await work(client);
  } finally {
    await client.end();
  }
}

function newestPrograms(): string {
  const [newest] = readdirSync(INSTALLED).sort((a, b) => Number(b) - Number(a));
  if (newest === undefined) throw new Error(`no PostgreSQL under ${INSTALLED}`);
  return join(INSTALLED, newest, "bin");
}

/** PostgreSQL does not run as root: then the user that its package made runs it. */
function otherUser(): User | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = (what: string): number => Number(execFileSync("id", [what, "postgres"], { encoding: "utf8" }));
  return { uid: idOf("-u"), gid: idOf("-g") };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}
