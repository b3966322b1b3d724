// Installs and builds what was not, or was changed since: the library, and the applications with a lock file of their own;
// with `library` behind, the library alone. Uses nothing but Node.js, so that it runs before anything is installed.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../", import.meta.url));

/** Each with what it is made of, and what is made last. */
const made = {
  "examples/center": [["src", "tsconfig.json"], "dist/main.js"],
  "examples/workstation": [["src", "page", "tsconfig.json", "vite.config.js"], "dist-page/index.html"],
};

export const applications = Object.keys(made);

const librarySources = ["src", "tsconfig.json", "tsup.config.js", "scripts/build-node.js", "scripts/build-schemas.js"];

export function prepareLibrary() {
  prepareFolder(root, librarySources, "dist/schemas");
}

/** Everything that the applications need to run. */
export function prepare() {
  prepareLibrary();
  for (const [folder, [sources, last]] of Object.entries(made)) prepareFolder(join(root, folder), sources, last);
}

function prepareFolder(folder, sources, built) {
  const isInstalled = newest(folder, ["package-lock.json"]) <= newest(folder, ["node_modules/.package-lock.json"]);
  if (!isInstalled) npm(folder, "ci", "--no-audit", "--no-fund");
  const library = folder === root ? 0 : newest(root, ["dist/schemas"]);
  const changed = Math.max(library, newest(folder, [...sources, "package.json"]));
  if (changed > newest(folder, [built])) npm(folder, "run", "--silent", "build");
}

/** When the newest of these files was written; of folders, the newest file in them. 0: there is none. */
function newest(folder, names) {
  const times = names.map((name) => {
    const path = join(folder, name);
    if (!existsSync(path)) return 0;
    const entry = statSync(path);
    return entry.isDirectory() ? newest(path, readdirSync(path)) : entry.mtimeMs;
  });
  return Math.max(0, ...times);
}

function npm(folder, ...args) {
  console.log(`npm ${args.join(" ")}   (in ${folder})`);
  const { status } = spawnSync("npm", args, { cwd: folder, stdio: "inherit", shell: process.platform === "win32" });
  if (status !== 0) process.exit(status ?? 1);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv[2] === "library") prepareLibrary();
  else prepare();
}
