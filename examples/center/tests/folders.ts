import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const made = new Set<string>();

/** A folder of a test's own. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "licit-center-"));
  made.add(folder);
  return folder;
}

/** Removes every folder that was made here. */
export function removeFolders(): void {
  for (const folder of made) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  made.clear();
}
