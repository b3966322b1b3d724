import { randomUUID } from "node:crypto";
import {
  linkSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";

/** A folder that belongs to this process until it gives it back. */
export interface DataFolder {
  readonly path: string;
  unlock(): void;
}

/** Who has it, and the file that says so. */
export interface HeldFolder {
  readonly heldBy: string;
  readonly lock: string;
}

/** How often a holder shows that it lives, and after how long it is given up by those who cannot see its process. */
const SHOWN_MILLISECONDS = 5_000;
const GIVEN_UP_MILLISECONDS = 30_000;

/**
 * Takes a folder for this process alone: two centers on one embedded database would destroy it. The lock is a file with the
 * owner's process number, as PostgreSQL's own `postmaster.pid` is; that of a process that was killed is taken over at once,
 * that of another computer or container when it has not shown itself for half a minute.
 */
export function lockFolder(path: string): DataFolder | HeldFolder {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const lock = join(path, "center.lock");
  const mine = join(path, `center.lock.${randomUUID()}`);
  const me = JSON.stringify(identity());
  writeFileSync(mine, me, { mode: 0o600 });
  try {
    for (let attempt = 0; attempt < 3; attempt++) {
      if (isLinked(mine, lock)) return held(path, lock, me);
      const holder = readHolder(lock);
      if (holder !== undefined && isAlive(holder, lock)) return { heldBy: `process ${holder.pid}`, lock };
      setAside(lock, holder);
    }
    return { heldBy: "somebody who starts at this moment", lock };
  } finally {
    rmSync(mine, { force: true });
  }
}

function held(path: string, lock: string, me: string): DataFolder {
  const showing = setInterval(() => {
    show(lock);
  }, SHOWN_MILLISECONDS).unref();
  return {
    path,
    unlock: () => {
      clearInterval(showing);
      unlock(lock, me);
    },
  };
}

/** A process: numbers are given out again, so where the system tells when it began, that is part of it. */
interface Holder {
  readonly pid: number;
  readonly began: string | null;
  /** Where the number means something: a container counts its own. */
  readonly where: string;
}

function identity(): Holder {
  return { pid: process.pid, began: beganAt(process.pid), where: here() };
}

function here(): string {
  try {
    return `${hostname()} ${readlinkSync("/proc/self/ns/pid")}`;
  } catch {
    return hostname();
  }
}

/** In ticks since the computer started, on Linux; elsewhere unknown. */
function beganAt(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    // The program's name in parentheses may hold anything: the fields are counted behind it.
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? null;
  } catch {
    return null;
  }
}

function isAlive({ pid, began, where }: Holder, lock: string): boolean {
  if (where !== here()) return Date.now() - statSync(lock).mtimeMs < GIVEN_UP_MILLISECONDS;
  try {
    process.kill(pid, 0);
  } catch (error) {
    // With EPERM it lives, and is another user's.
    if (codeOf(error) !== "EPERM") return false;
  }
  const now = beganAt(pid);
  return began === null || now === null || began === now;
}

/** A link is made at once or not at all: of two that start together one gets it, with its number in it. */
function isLinked(mine: string, lock: string): boolean {
  try {
    linkSync(mine, lock);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
}

function readHolder(lock: string): Holder | undefined {
  try {
    const { pid, began, where } = JSON.parse(readFileSync(lock, "utf8")) as Partial<Holder>; // checked in the next line
    if (!Number.isInteger(pid) || typeof where !== "string") return undefined;
    return { pid: Number(pid), began: typeof began === "string" ? began : null, where };
  } catch {
    return undefined;
  }
}

/** Moves a dead process's lock away. If somebody was faster, what was moved is alive, and goes back. */
function setAside(lock: string, dead: Holder | undefined): void {
  const aside = `${lock}.${randomUUID()}`;
  try {
    renameSync(lock, aside);
  } catch {
    return; // somebody else moved it
  }
  const moved = readHolder(aside);
  const isAnother = moved !== undefined && (moved.pid !== dead?.pid || moved.began !== dead.began);
  if (isAnother && isAlive(moved, aside)) isLinked(aside, lock);
  rmSync(aside, { force: true });
}

function show(lock: string): void {
  const now = new Date();
  try {
    utimesSync(lock, now, now);
  } catch {
    // It was taken away: whoever did that knows why.
  }
}

function unlock(lock: string, me: string): void {
  try {
    if (readFileSync(lock, "utf8") === me) rmSync(lock);
  } catch {
    // Gone already.
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}
