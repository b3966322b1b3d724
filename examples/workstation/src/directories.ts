import { mkdtemp, rmdir, stat } from "node:fs/promises";
import { homedir, userInfo } from "node:os";
import { dirname, join } from "node:path";
import {
  directoryTable,
  licenseDirectories,
  type Directory,
  type DirectoryRow,
  type LicensedSystem,
} from "licit/platform";
import type { Settings } from "./settings.js";

/** The computer, as where licenses are looked for. */
export interface Places {
  readonly system: LicensedSystem;
  readonly table: readonly DirectoryRow[];
  readonly directories: readonly Directory[];
}

/** The documented directories: where they really are, or the same ones below the data folder. */
export function placesOf({ directories, data }: Pick<Settings, "directories" | "data">): Places {
  return directories === "system" ? ofTheSystem() : belowFolder(join(data, "root"));
}

function ofTheSystem(): Places {
  const named = ["LOCALAPPDATA", "ALLUSERSPROFILE", "ProgramData"].map((name) => [name, process.env[name]] as const);
  const install = "C:\\Program Files\\1cv8";
  const system = systemWith({ ...Object.fromEntries(named), HOME: homedir(), install, arch: architecture() });
  return { system, table: directoryTable, directories: licenseDirectories(system) };
}

/** What begins at the root of the disk begins at the folder: every other path does by the values that it is named by. */
function belowFolder(root: string): Places {
  const table = directoryTable.map((row) => (row.path.startsWith("/") ? { ...row, path: `<root>${row.path}` } : row));
  const system = systemWith({
    root,
    HOME: join(root, "home"),
    LOCALAPPDATA: join(root, "AppData", "Local"),
    ALLUSERSPROFILE: join(root, "ProgramData"),
    ProgramData: join(root, "ProgramData"),
    install: join(root, "Program Files", "1cv8"),
    arch: architecture(),
  });
  return { system, table, directories: licenseDirectories(system, table) };
}

function systemWith(environment: LicensedSystem["environment"]): LicensedSystem {
  const family = process.platform === "win32" ? "windows" : process.platform === "darwin" ? "macos" : "linux";
  return { family, version: "8.3.24.1467", mode: "file", user: userName(), environment };
}

function architecture(): string {
  return process.arch === "x64" ? "x86_64" : process.arch === "ia32" ? "i386" : process.arch;
}

/** A container may run in the name of a number that no user has. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return "user";
  }
}

/** Of the directories that receive licenses, the paths of those that can be written to. */
export async function writablePaths(directories: readonly Directory[]): Promise<readonly string[]> {
  const receiving = directories.filter(({ receives }) => receives === true).map(({ path }) => path);
  const answers = await Promise.all(receiving.map(canWrite));
  return receiving.filter((_, at) => answers[at] === true);
}

/**
 * Found out by trying, since rights are not all that can be in the way. A directory that is not there yet is not made by
 * looking: it can be made where the nearest one above it can be written to.
 */
async function canWrite(path: string): Promise<boolean> {
  try {
    await rmdir(await mkdtemp(join(await nearestThere(path), ".licit-")));
    return true;
  } catch {
    return false;
  }
}

async function nearestThere(path: string): Promise<string> {
  try {
    await stat(path);
    return path;
  } catch (error) {
    if (dirname(path) === path) throw error;
    return nearestThere(dirname(path));
  }
}
