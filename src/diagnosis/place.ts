import { licenseDirectories, type DirectoryRow, type LicensedSystem } from "../platform/index.js";
import type { Elsewhere } from "./cause.js";

/** What a directory is to a system; of a place of another user or version, which. */
export interface PlaceFound {
  readonly is: Elsewhere;
  readonly of?: string;
}

/**
 * What directories are to a system: the first that applies, in this order: it is looked at; it is of the other mode, of
 * another user, of another version, of the other generation; none of these.
 *
 * @rule DG-02, LC-05, LC-06
 * @source S3 (file and server; user1 and user2; versions side by side; 8.2 and 8.3)
 */
export function placesOf(
  system: LicensedSystem | undefined,
  table: readonly DirectoryRow[],
): (directory: string) => PlaceFound {
  if (system === undefined) return () => ({ is: "unknown" });
  const other: LicensedSystem = { ...system, mode: system.mode === "file" ? "server" : "file" };
  const [own, others] = [viewOf(system, table), viewOf(other, table)];
  const modes = [own, others];
  const version = /^8\.2(\.|$)/.test(system.version) ? "8.3" : "8.2";
  const generation = [system, other].map((one) => viewOf({ ...one, version }, table));
  return (directory) => {
    if (looksAt(directory, own)) return { is: "looked-at" };
    if (looksAt(directory, others)) return { is: "other-mode" };
    const user = ownerIn(directory, modes);
    if (user !== undefined) return { is: "other-user", of: user };
    const ofVersion = versionIn(directory, modes);
    if (ofVersion !== undefined) return { is: "other-version", of: ofVersion };
    const ofThat = generation.some((view) => looksAt(directory, view)) || ownerIn(directory, generation) !== undefined;
    return { is: ofThat ? "other-generation" : "no-place" };
  };
}

/** Where a system looks, step by step. */
interface View {
  readonly system: LicensedSystem;
  readonly directories: readonly { readonly steps: readonly string[]; readonly user?: string }[];
}

function viewOf(system: LicensedSystem, table: readonly DirectoryRow[]): View {
  const directories = licenseDirectories(system, table).map(({ path, serves }) => ({
    steps: stepsOf(path, system),
    ...(serves !== "everyone" && { user: stepOf(serves.user, system) }),
  }));
  return { system, directories };
}

function looksAt(directory: string, { system, directories }: View): boolean {
  const path = stepsOf(directory, system);
  return directories.some(({ steps }) => same(path, steps));
}

/** Whose profile it is, where it is the place of licenses in the profile of some user. */
function ownerIn(directory: string, views: readonly View[]): string | undefined {
  const path = directory.split(SLASHES);
  for (const { system, directories } of views)
    for (const { steps, user } of directories) {
      const at = user === undefined ? -1 : steps.indexOf(user);
      const whose = path[at];
      if (whose !== undefined && same(replaced(steps, at, whose, system), stepsOf(directory, system))) return whose;
    }
  return undefined;
}

/** Of which version's installation it is. Those of 8.2 lie beside the later ones, in a folder of another name. */
function versionIn(directory: string, views: readonly View[]): string | undefined {
  const path = directory.split(SLASHES);
  for (const { system, directories } of views)
    for (const { steps } of directories) {
      const at = steps.indexOf(stepOf(system.version, system));
      const version = path[at] ?? "";
      const there = replaced(steps, at, version, system).map(foldFolder);
      if (/^\d+(\.\d+)+$/.test(version) && same(there, stepsOf(directory, system).map(foldFolder))) return version;
    }
  return undefined;
}

const SLASHES = /[\\/]+/;

function foldFolder(step: string): string {
  return /^1cv82$/i.test(step) ? "1cv8" : step;
}

function stepsOf(path: string, system: LicensedSystem): readonly string[] {
  const steps = path.split(SLASHES).map((step) => stepOf(step, system));
  return steps.at(-1) === "" ? steps.slice(0, -1) : steps;
}

/** On Windows letter case does not count. */
function stepOf(step: string, { family }: LicensedSystem): string {
  return family === "windows" ? step.toLowerCase() : step;
}

function replaced(steps: readonly string[], at: number, by: string, system: LicensedSystem): readonly string[] {
  return steps.map((step, index) => (index === at ? stepOf(by, system) : step));
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((step, at) => step === b[at]);
}
