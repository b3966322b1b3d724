import { mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Effect, Outcome } from "licit/acquisition";
import {
  installDirectory,
  licenseFileName,
  openLicenseAsync,
  visibleLicenses,
  type License,
  type LicenseDirectory,
} from "licit/license";
import { modes, putInPlace, writeAtomically, writeTemporary } from "./atomic-file.js";
import { writablePaths } from "./directories.js";
import { openFound, type OpenedFile } from "./found-licenses.js";
import { noRequests, parseKeptRequests, withoutAnswered } from "./kept-requests.js";
import { listLicenseFiles } from "./license-files.js";
import { log, reasonOf } from "./log.js";
import { failed } from "./outcomes.js";
import type { Program } from "./program.js";

type Install = Extract<Effect, { readonly type: "install" }>;

/** Stores a license where it serves whom it is to serve. What does not verify is not stored, whoever asks for it. */
export async function install({ text, place, serves }: Install, program: Program): Promise<Outcome> {
  const { vendor, places, data } = program;
  if (place.on !== "this-computer") return failed({ code: "acquisition/not-installed" }, "this program has no server");
  const opened = await openLicenseAsync(text, vendor.verify, vendor.stretch);
  if (!opened.ok) return failed(opened.error);
  const { issuer, product } = opened.value;
  if (issuer !== vendor.issuer) return failed({ code: "license/other-issuer" });
  if (product !== vendor.product) return failed({ code: "license/other-product" });
  const writable = await writablePaths(places.directories);
  const forThisUserOnly = serves === "this-user";
  const { user } = places.system;
  const chosen = installDirectory(places.directories, { mode: "file", user, writable, forThisUserOnly });
  if (!chosen.ok) return failed(chosen.error);
  const file = await program.installing(() => store(text, opened.value, chosen.value, program));
  await data.change("requests", parseKeptRequests, (kept = noRequests) => withoutAnswered(kept, opened.value));
  return { outcome: "done", file };
}

/**
 * Two copies of one license hide each other (LC-04), so copies elsewhere are set aside before the new file gets its name; by
 * then it is on disk, whole. An earlier license of the same name does no harm beside it: it goes last, and where it
 * cannot go, it stays. Done twice, as after a power cut, all of that comes to the same.
 */
async function store(text: string, license: License, to: LicenseDirectory, program: Program): Promise<string> {
  const { places, vendor, data } = program;
  const { opened } = await openFound(await listLicenseFiles(places.directories), places.system.user, vendor);
  const same = opened.filter((file) => isSame(file.license, license));
  const copies = same.filter((file) => isCopy(file.text, text));
  const there = copies.find(({ directory }) => directory.path === to.path);
  const elsewhere = copies.filter((file) => file !== there);
  const earlier = same.filter((file) => !copies.includes(file));
  if (there !== undefined) {
    await setAside(elsewhere, data.path);
    await setAsideIfPossible(earlier, data.path);
    return join(to.path, there.name);
  }
  await mkdir(to.path, { recursive: true });
  const temporary = await writeTemporary(to.path, text, modes.everyone);
  try {
    await setAside(elsewhere, data.path);
    const file = join(to.path, licenseFileName(Date.now(), await readdir(to.path)));
    await putInPlace(temporary, file);
    await setAsideIfPossible(earlier, data.path);
    return file;
  } finally {
    await rm(temporary, { force: true });
  }
}

/** Another document of the same license: for the same PIN of the same kit. */
function isSame(one: License, other: License): boolean {
  return one.name === other.name && one.issuer === other.issuer && one.product === other.product;
}

/** Whether two texts hide each other: the library decides that by what was signed, and says it of files that it is shown. */
function isCopy(one: string, other: string): boolean {
  const directory = { path: "/", serves: "everyone" } as const;
  const files = [one, other].map((text, at) => ({ name: `${at}.lic`, text }));
  return visibleLicenses([{ directory, files }], { user: "" }).usable.length === 0;
}

/** Moves files to where nobody looks for licenses: what a customer paid for is never deleted. */
async function setAside(files: readonly OpenedFile[], data: string): Promise<void> {
  const replaced = join(data, "replaced");
  for (const { directory, name, text } of files) {
    await mkdir(replaced, { recursive: true });
    await writeAtomically(join(replaced, licenseFileName(Date.now(), await readdir(replaced))), text, modes.owner);
    await rm(join(directory.path, name));
  }
}

async function setAsideIfPossible(files: readonly OpenedFile[], data: string): Promise<void> {
  try {
    await setAside(files, data);
  } catch (error) {
    log("not set aside", reasonOf(error));
  }
}
