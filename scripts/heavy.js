// What takes too long for every check: every saboteur with all cases, and a hundred kills of each kind.
import { spawnSync } from "node:child_process";
import { root } from "./prepare.js";

const runs = [
  ["run", "saboteurs"],
  ["run", "--config", "examples/vitest.config.js", "kill"],
];

for (const args of runs) {
  const env = { ...process.env, THOROUGH: "yes", KILLS: "100" };
  const options = { cwd: root, env, stdio: "inherit", shell: process.platform === "win32" };
  const { status } = spawnSync("npx", ["vitest", ...args], options);
  if (status !== 0) process.exit(status ?? 1);
}
