import { randomUUID } from "node:crypto";
import { open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";

/** Who may read a file: the license of a computer serves everyone on it; what is kept is the customer's own. */
export const modes = { everyone: 0o644, owner: 0o600 } as const;

/** Writes a file so that whoever looks, and whatever is killed, there is the earlier text or the new one. */
export async function writeAtomically(path: string, text: string, mode: number): Promise<void> {
  await putInPlace(await writeTemporary(dirname(path), text, mode), path);
}

/** A file beside the place where it belongs, on disk to the last byte. Answers its path. */
export async function writeTemporary(folder: string, text: string, mode: number): Promise<string> {
  const path = join(folder, `.${randomUUID()}.tmp`);
  try {
    const file = await open(path, "wx", mode);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
  return path;
}

/** Gives a temporary file its name: it takes the place of what has that name. */
export async function putInPlace(temporary: string, path: string): Promise<void> {
  try {
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
}

/** Whether a name is of a file that was being written when the program was killed. */
export function isTemporary(name: string): boolean {
  return /^\.[0-9a-f-]{36}\.tmp$/.test(name);
}

/** A renamed file survives a power cut once its folder was written, too; Windows has no way to ask for that, and no need. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === "win32") return;
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
