// The specification on every runtime that is supported: each answers the same. Fetches the runtimes from the npm
// registry; the browser is the machine's Chromium.
import { execFile } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../", import.meta.url));
const main = `${root}scripts/runtime-main.js`;
const scratch = mkdtempSync(join(tmpdir(), "licit-"));

/** An HTML page that runs the check and shows the answer. */
async function page() {
  const { outputFiles } = await build({
    stdin: {
      contents: `import { runtimeCheck } from "./runtime-check.js";
        runtimeCheck().then((answer) => { document.body.textContent = JSON.stringify(answer); });`,
      resolveDir: `${root}scripts`,
    },
    bundle: true,
    write: false,
    format: "iife",
    target: "es2022",
  });
  const file = join(scratch, "page.html");
  const script = (outputFiles[0]?.text ?? "").replaceAll("</script", "<\\/script");
  writeFileSync(file, `<!doctype html><meta charset="utf-8"><body><script>${script}</script></body>`);
  return `file://${file}`;
}

const chromium = [
  ...["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"],
  ...["--no-first-run", "--disable-component-update", "--disable-sync", `--user-data-dir=${join(scratch, "profile")}`],
  ...["--virtual-time-budget=600000", "--dump-dom"],
];

const runtimes = [
  ["this Node.js", process.execPath, [main]],
  [
    "another zone and locale",
    process.execPath,
    [main],
    { TZ: "Pacific/Apia", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" },
  ],
  ...["20.19.0", "22", "24", "26"].map((version) => [
    `Node.js ${version}`,
    "npx",
    ["-y", "-p", `node@${version}`, "node", main],
  ]),
  ["Deno", "npx", ["-y", "deno@2", "run", "--allow-read", "--allow-env", main]],
  ["Bun", "npx", ["-y", "bun@1", main]],
  ["Chromium", "chromium", [...chromium, await page()]],
];

/** What a runtime answers, or what it said instead. */
function ask([name, command, args, env = {}]) {
  const options = { cwd: scratch, env: { ...process.env, ...env }, maxBuffer: 2 ** 26 };
  return new Promise((resolve) => {
    execFile(command, args, options, (error, stdout, stderr) => {
      const [answer] = /\{"passed".*\}/.exec(stdout) ?? [];
      resolve({ name, said: answer?.replaceAll("&quot;", '"'), otherwise: `${error ?? ""}\n${stdout}\n${stderr}` });
    });
  });
}

/** Answers in the order of the runtimes, with as many at work as there are cores. */
async function* answers() {
  const asked = [];
  for (let next = 0; next < runtimes.length; next++) {
    while (asked.length < Math.min(runtimes.length, next + availableParallelism()))
      asked.push(ask(runtimes[asked.length]));
    yield await asked[next];
  }
}

let expected;
for await (const { name, said, otherwise } of answers()) {
  expected ??= said;
  const good = said !== undefined && said === expected && JSON.parse(said).failed.length === 0;
  console.log(`${good ? "same" : "FAILED"}  ${name}`);
  if (good) continue;
  console.error(said ?? otherwise);
  process.exit(1);
}
console.log(`\nEvery runtime passes ${JSON.parse(expected).passed} rules and comes to the same digest.`);
