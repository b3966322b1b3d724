import { mkdir, readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { isTemporary, modes, writeAtomically } from "./atomic-file.js";
import { jsonOf } from "./checks.js";
import { inTurn } from "./in-turn.js";
import { log, reasonOf } from "./log.js";

/** What is kept between runs, each in a JSON file of its own. */
export type Kept = "wizard" | "changes" | "requests" | "latest-seen";

/** Takes what was kept out of an untrusted value: somebody may have edited the file. `undefined`: it is none. */
export type Parse<T> = (value: unknown) => T | undefined;

/** The folder in which this program keeps what it must know in its next run. */
export interface DataFolder {
  readonly path: string;
  /** What was kept; `undefined` where nothing was, or where it was damaged. */
  read<T>(kept: Kept, parse: Parse<T>): Promise<T | undefined>;
  /** Keeps a JSON value; `null` forgets what was kept. */
  write(kept: Kept, value: unknown): Promise<void>;
  /** Reads, changes and writes, and nobody comes in between. */
  change<T>(kept: Kept, parse: Parse<T>, change: (before: T | undefined) => T): Promise<void>;
}

/** Opens the folder, and makes it where it is not there. What it holds is the customer's: other users may not look into it. */
export async function openDataFolder(path: string): Promise<DataFolder> {
  await mkdir(path, { recursive: true, mode: 0o700 });
  const leftOver = (await readdir(path)).filter(isTemporary);
  await Promise.all(leftOver.map((name) => rm(join(path, name), { force: true })));
  const turn = inTurn();
  const fileOf = (kept: Kept): string => join(path, `${kept}.json`);
  const read = <T>(kept: Kept, parse: Parse<T>): Promise<T | undefined> => readOrSetAside(fileOf(kept), parse);
  const write = (kept: Kept, value: unknown): Promise<void> =>
    value === null
      ? rm(fileOf(kept), { force: true })
      : writeAtomically(fileOf(kept), JSON.stringify(value), modes.owner);
  return {
    path,
    // Who only looks can do without; who changes what could not be read would forget it.
    read: (kept, parse) => turn(() => read(kept, parse).catch(() => undefined)),
    write: (kept, value) => turn(() => write(kept, value)),
    change: (kept, parse, change) => turn(async () => write(kept, change(await read(kept, parse)))),
  };
}

/** A damaged file is no reason not to start. It stays there under another name: support may still read it. */
async function readOrSetAside<T>(file: string, parse: Parse<T>): Promise<T | undefined> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    const reason = reasonOf(error);
    if (reason === "ENOENT") return undefined;
    log("not read", `${file}: ${reason}`);
    throw error;
  }
  const value = parse(jsonOf(text));
  if (value === undefined) {
    log("damaged, set aside", `${file}.damaged`);
    await rename(file, `${file}.damaged`).catch(() => undefined);
  }
  return value;
}
