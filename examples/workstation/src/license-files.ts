import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { compareCodePoints } from "licit";
import type { DirectoryListing, LicenseDirectory, ListedFile } from "licit/license";
import { isTemporary } from "./atomic-file.js";
import { log, reasonOf } from "./log.js";

/** Bounds (included): a directory may have become anything. */
const limits = { files: 100, bytes: 1_000_000 } as const;

/** What lies in the directories, read anew. A directory that is not there holds nothing. */
export function listLicenseFiles(directories: readonly LicenseDirectory[]): Promise<readonly DirectoryListing[]> {
  return Promise.all(directories.map(async (directory) => ({ directory, files: await filesIn(directory.path) })));
}

async function filesIn(path: string): Promise<readonly ListedFile[]> {
  // Licenses first, the newest first: they are named by when they were installed.
  const isLicense = (name: string): number => (name.endsWith(".lic") ? 1 : 0);
  const names = (await namesIn(path))
    .filter((name) => !isTemporary(name))
    .sort((a, b) => isLicense(b) - isLicense(a) || compareCodePoints(b, a));
  if (names.length > limits.files) log("not all looked at", `${path}: more than ${limits.files} files`);
  const files = await Promise.all(names.slice(0, limits.files).map((name) => fileIn(path, name)));
  return files.flatMap((file) => file ?? []);
}

async function namesIn(path: string): Promise<readonly string[]> {
  try {
    return await readdir(path);
  } catch (error) {
    const reason = reasonOf(error);
    if (reason !== "ENOENT") log("not looked at", `${path}: ${reason}`);
    return [];
  }
}

/** A file as it is; nothing of a folder. A pipe or a device is not opened: reading it might never end. */
async function fileIn(path: string, name: string): Promise<ListedFile | undefined> {
  const file = join(path, name);
  try {
    const found = await stat(file, { bigint: true });
    if (found.isDirectory()) return undefined;
    if (!found.isFile()) return { name, text: { unreadable: "no file" } };
    if (found.size > limits.bytes) return { name, text: { unreadable: `more than ${limits.bytes} bytes` } };
    return { name, text: await readFile(file, "utf8"), fileId: `${found.dev}:${found.ino}` };
  } catch (error) {
    return { name, text: { unreadable: reasonOf(error) } };
  }
}
