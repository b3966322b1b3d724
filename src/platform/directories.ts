import { directoryTable, type DirectoryRow } from "./directory-table.js";

/** A computer on which licenses are looked for. Values of its environment are handed in, as far as they are set. */
export interface LicensedSystem {
  readonly family: "windows" | "linux" | "macos";
  /** The platform's version, from its first two numbers on: `8.2.19.130`, `8.3.24`. */
  readonly version: string;
  /** Who looks: an application in the user's name, or a server in that of its own user. */
  readonly mode: "file" | "server";
  /** Windows XP and Vista knew fewer places. Default: later ones. */
  readonly windows?: "xp-vista" | "later" | undefined;
  readonly user: string;
  /** The user in whose name the server runs, and his profile. In server mode it takes the place of the user's. */
  readonly server?: ServerProfile | undefined;
  /**
   * What the places are named by. Windows: `LOCALAPPDATA`, `ALLUSERSPROFILE`, `ProgramData`; else `HOME`. `install` is
   * where the platform's versions lie, `arch` names its build on Linux (`x86_64`, `i386`); `ConfLocation` is out of
   * `conf.cfg`, `location` out of `location.cfg`. A
   * vendor's own table may name others.
   */
  readonly environment: { readonly [name in DirectoryValue]?: string | undefined } & {
    readonly [name: string]: string | undefined;
  };
}

/** The profile of a server's own user. `location` is out of his `location.cfg`. */
export interface ServerProfile {
  readonly user: string;
  readonly LOCALAPPDATA?: string | undefined;
  readonly HOME?: string | undefined;
  readonly location?: string | undefined;
}

/** A value that a directory is named by. */
export type DirectoryValue =
  "install" | "arch" | "LOCALAPPDATA" | "ALLUSERSPROFILE" | "ProgramData" | "HOME" | "ConfLocation" | "location";

/** A directory in which licenses may lie: as `licit/license` takes it, and more. */
export interface Directory {
  readonly path: string;
  /** Whom its licenses serve: everyone on the computer, or the one user whose directory it is. @rule LC-05 */
  readonly serves: { readonly user: string } | "everyone";
  /** Whether new licenses go here, where they can. */
  readonly receives?: boolean;
  /** It is looked at only if nothing was found before. */
  readonly onlyIfNothing?: boolean;
  /** Before it there are places that no source names. */
  readonly afterUnknown?: boolean;
}

/**
 * The directories in which licenses are looked for, in this order. A directory that two names lead to is there once, at its
 * first place; one whose values are not set is left out: {@link unnamedValues} says which those are.
 *
 * `table` is data: a vendor gives its own. Of the middle of the list on Linux and macOS no source tells; what stands behind
 * it says so (`afterUnknown`).
 *
 * @rule LC-06
 * @source S3 (where client licenses are stored); S2 p. 20
 * @example
 * ```ts
 * import { licenseDirectories } from "licit/platform";
 *
 * const directories = licenseDirectories({
 *   family: "windows",
 *   version: "8.3.24",
 *   mode: "file",
 *   user: "anna",
 *   environment: { LOCALAPPDATA: "C:\\Users\\anna\\AppData\\Local", ProgramData: "C:\\ProgramData" },
 * });
 * directories.map(({ path }) => path); // → ["C:\\Users\\anna\\AppData\\Local\\1C\\1cv8\\conf", "C:\\ProgramData\\1C\\licenses"]
 * ```
 */
export function licenseDirectories(
  system: LicensedSystem,
  table: readonly DirectoryRow[] = directoryTable,
): Directory[] {
  const found = new Map<string, Directory>();
  const values = valuesOf(system);
  let afterUnknown = false;
  for (const row of table) {
    if (!applies(row, system)) continue;
    afterUnknown ||= row.afterUnknown === true;
    const path = pathOf(row.path, values);
    const user = system.mode === "file" ? system.user : system.server?.user;
    if (path === undefined || (row.serves === "user" && user === undefined)) continue;
    const key = system.family === "windows" ? path.replaceAll("/", "\\").toLowerCase() : path;
    if (!found.has(key)) found.set(key, directoryOf(row, path, user ?? "", afterUnknown));
  }
  return [...found.values()];
}

/**
 * Values that are not set, though directories of this system are named by them: what lies there is not found.
 *
 * @rule LC-06
 * @example
 * ```ts
 * import { unnamedValues } from "licit/platform";
 *
 * unnamedValues({ family: "macos", version: "8.3.24", mode: "file", user: "anna", environment: { arch: "x86_64" } }); // → ["HOME"]
 * ```
 */
export function unnamedValues(
  system: LicensedSystem,
  table: readonly DirectoryRow[] = directoryTable,
): readonly string[] {
  const rows = table.filter((row) => applies(row, system) && row.optional !== true);
  const named = rows.flatMap(({ path }) => [...path.matchAll(PLACEHOLDER)].map(([, name]) => name));
  const set = valuesOf(system);
  return [...new Set(named)].filter((name): name is string => name !== undefined && !set.has(name)).sort();
}

const PLACEHOLDER = /<([^<>]+)>/g;

function applies({ families, windows, generation }: DirectoryRow, system: LicensedSystem): boolean {
  return (
    families.includes(system.family) &&
    (windows === undefined || windows === (system.windows ?? "later")) &&
    (generation === undefined || generation === generationOf(system.version))
  );
}

/** Version 8.2 has folders of its own. */
function generationOf(version: string): DirectoryRow["generation"] {
  return /^8\.2(\.|$)/.test(version) ? "8.2" : "later";
}

function directoryOf(row: DirectoryRow, path: string, user: string, afterUnknown: boolean): Directory {
  return {
    path,
    serves: row.serves === "user" ? { user } : "everyone",
    ...(row.receives === true && { receives: true }),
    ...(row.onlyIfNothing === true && { onlyIfNothing: true }),
    ...(afterUnknown && { afterUnknown: true }),
  };
}

/** What places are named by: in server mode, of the server's own profile. */
function valuesOf({ mode, server, environment, version }: LicensedSystem): ReadonlyMap<string, string> {
  const { LOCALAPPDATA, HOME, location } = server ?? {};
  const own = mode === "file" ? environment : { ...environment, LOCALAPPDATA, HOME, location };
  return new Map(Object.entries({ ...own, version }).filter((entry): entry is [string, string] => isSet(entry[1])));
}

/** A path of values that are all set; of a value's end, slashes that say nothing are left out. */
function pathOf(template: string, values: ReadonlyMap<string, string>): string | undefined {
  const named = [...template.matchAll(PLACEHOLDER)].map(([, name = ""]) => name);
  if (!named.every((name) => values.has(name))) return undefined;
  return template.replaceAll(PLACEHOLDER, (whole, name: string, at: number) => {
    const value = values.get(name) ?? "";
    const last = at + whole.length === template.length;
    return last ? value.replace(/(?<=[^:\\/])[\\/]+$/, "") : value.replace(/[\\/]+$/, "");
  });
}

function isSet(value: string | undefined): value is string {
  return value !== undefined && value !== "";
}
