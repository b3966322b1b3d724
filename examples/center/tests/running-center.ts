import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { LogLine } from "../src/log.js";

const main = fileURLToPath(new URL("../dist/main.js", import.meta.url));

/** The first start of the embedded database takes seconds, on a busy machine many. */
const START_LIMIT = 100_000;
/** Longer than the center lets a slow sender take. */
const STOP_LIMIT = 30_000;

export interface RunningCenter {
  /** Without a slash behind. */
  readonly url: string;
  readonly pid: number;
  readonly data: string;
  /** All that it wrote so far: its log, line by line, is on standard error. */
  readonly written: () => string;
  readonly log: () => readonly LogLine[];
  readonly runs: () => boolean;
  /** As a service manager does it: the center finishes, gives its folder back and exits with 0. */
  stop(): Promise<void>;
  /** As a power cut does it. */
  kill(): Promise<void>;
}

/** How a center ended that did not start. */
export interface NotStarted {
  readonly code: number | null;
  readonly written: string;
}

export type CenterSettings = Readonly<Record<string, string>>;

const running = new Set<ChildProcess>();
process.on("exit", () => {
  for (const child of running) child.kill("SIGKILL");
});

/** Ends every center that still runs, whatever became of its test. */
export async function killCenters(): Promise<void> {
  await Promise.all([...running].map(killed));
}

/** A center of its own process on a folder, when it is ready. Throws where it does not start. */
export async function startCenter(data: string, settings: CenterSettings = {}): Promise<RunningCenter> {
  const started = await tryCenter(data, settings);
  if ("url" in started) return started;
  throw new Error(`the center ended with ${String(started.code)}: ${started.written}`);
}

/** The same, for a center that may refuse to start. */
export async function tryCenter(data: string, settings: CenterSettings = {}): Promise<RunningCenter | NotStarted> {
  // Nothing of the test's own environment: what the center needs is named.
  const env = { PATH: process.env["PATH"] ?? "", PORT: "0", DATA: data, ...settings };
  const child = spawn(process.execPath, [main], { env, stdio: ["ignore", "pipe", "pipe"] });
  running.add(child);
  const ended = once(child, "close").then(() => running.delete(child));
  let [out, err] = ["", ""];
  child.stderr.setEncoding("utf8").on("data", (text: string) => (err += text));
  const ready = new Promise<string>((resolve) => {
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      out += text;
      const url = /^center (http:\S+)\/$/m.exec(out)?.[1];
      if (url !== undefined) resolve(url);
    });
  });
  const limit = setTimeout(() => child.kill("SIGKILL"), START_LIMIT);
  const first = await Promise.race([ready, ended]);
  clearTimeout(limit);
  if (typeof first !== "string") return { code: child.exitCode, written: out + err };
  const { pid = 0 } = child;
  return {
    url: first,
    pid,
    data,
    written: () => out + err,
    log: () => linesOf(err),
    runs: () => running.has(child),
    kill: () => killed(child),
    stop: () => stopped(child, data, ended, () => err),
  };
}

async function stopped(child: ChildProcess, data: string, ended: Promise<unknown>, wrote: () => string): Promise<void> {
  child.kill("SIGTERM");
  const limit = setTimeout(() => child.kill("SIGKILL"), STOP_LIMIT);
  await ended;
  clearTimeout(limit);
  if (child.exitCode !== 0) throw new Error(`stopped with ${String(child.exitCode ?? child.signalCode)}: ${wrote()}`);
  if (existsSync(join(data, "center.lock"))) throw new Error("the lock was left behind");
}

async function killed(child: ChildProcess): Promise<void> {
  const ended = once(child, "close");
  if (child.kill("SIGKILL")) await ended;
  running.delete(child);
}

/** Every line is JSON; the last one may still be on its way. */
function linesOf(text: string): readonly LogLine[] {
  return text
    .slice(0, text.lastIndexOf("\n") + 1)
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as LogLine); // the center's own
}
