import { closeSync, fsyncSync, openSync, renameSync, writeSync } from "node:fs";
import { open, readdir } from "node:fs/promises";
import { dirname, join } from "node:path";

/** Whole or not at all, for this user's eyes only: half a key after a power cut would be a center that never starts again. */
export function writeDurably(file: string, text: string): void {
  const unfinished = `${file}.${process.pid}.unfinished`;
  const descriptor = openSync(unfinished, "w", 0o600);
  try {
    writeSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(unfinished, file);
  writeOutFolder(dirname(file));
}

/** The name of a file is on disk when its folder is. Windows has no such thing. */
function writeOutFolder(folder: string): void {
  if (process.platform === "win32") return;
  const descriptor = openSync(folder, "r");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Has the system write out what was written to the files of a folder, and of those in it. */
export async function writeOut(folder: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true });
  await Promise.all(
    entries.map(async (entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return writeOut(path);
      if (!entry.isFile()) return;
      const file = await open(path, "r+");
      try {
        await file.sync();
      } finally {
        await file.close();
      }
    }),
  );
}
