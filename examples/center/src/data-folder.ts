import { randomUUID } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A folder that belongs to this process until it gives it back. */
export interface DataFolder {
  readonly path: string;
  unlock(): void;
}

/**
 * Takes a folder for this process alone: two centers on one embedded database would destroy it. The lock is a file with the
 * owner's process number, as PostgreSQL's own `postmaster.pid` is; that of a process that was killed is taken over at once.
 * Answers who has the folder where somebody has.
 */
export function lockFolder(path: string): DataFolder | { readonly heldBy: string } {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const lock = join(path, "center.lock");
  const mine = join(path, `center.lock.${randomUUID()}`);
  const me = JSON.stringify(identity(process.pid));
  writeFileSync(mine, me, { mode: 0o600 });
  try {
    for (let attempt = 0; attempt < 3; attempt++) {
      if (linked(mine, lock)) {
        return {
          path,
          unlock: () => {
            unlock(lock, me);
          },
        };
      }
      const holder = readHolder(lock);
      if (holder !== undefined && isAlive(holder)) return { heldBy: `process ${holder.pid}` };
      setAside(lock, holder);
    }
    return { heldBy: "somebody who starts at this moment" };
  } finally {
    rmSync(mine, { force: true });
  }
}

/** A process: numbers are given out again, so where the system tells when it began, that is part of it. */
interface Holder {
  readonly pid: number;
  readonly began: string | null;
}

function identity(pid: number): Holder {
  return { pid, began: beganAt(pid) };
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

function isAlive({ pid, began }: Holder): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // It lives, and is another user's.
    if (!(error instanceof Error && "code" in error && error.code === "EPERM")) return false;
  }
  const now = beganAt(pid);
  return began === null || now === null || began === now;
}

/** A link is made at once or not at all: of two that start together one gets it, with its number in it. */
function linked(mine: string, lock: string): boolean {
  try {
    linkSync(mine, lock);
    return true;
  } catch {
    return false;
  }
}

function readHolder(lock: string): Holder | undefined {
  try {
    const { pid, began } = JSON.parse(readFileSync(lock, "utf8")) as Partial<Holder>; // checked in the next line
    return Number.isInteger(pid) ? { pid: Number(pid), began: typeof began === "string" ? began : null } : undefined;
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
    return;
  }
  const moved = readHolder(aside);
  if (moved !== undefined && moved.pid !== dead?.pid && isAlive(moved)) linked(aside, lock);
  rmSync(aside, { force: true });
}

function unlock(lock: string, me: string): void {
  try {
    if (statSync(lock).isFile() && readFileSync(lock, "utf8") === me) rmSync(lock);
  } catch {
    // Gone already.
  }
}
