// `npm start`: a licensing center and a workstation on this computer, to try the whole way out. Installs and builds what is
// missing, runs both, and stops both. Uses nothing but Node.js, so that it runs before anything is installed.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { applications, prepare, root } from "./prepare.js";

const [centerFolder, workstationFolder] = applications;
const { DATA: data = join(root, "data"), CENTER_PORT = "8401", WORKSTATION_PORT = "8402" } = process.env;
// By these the two are set where each is run by itself.
const settings = ["HOST", "DATABASE_URL", "OPERATOR_PASSWORD", "GUESSES", "TRUST_PROXY", "DIRECTORIES", "HARDWARE"];
const own = Object.fromEntries(Object.entries(process.env).filter(([name]) => !settings.includes(name)));
const running = [];
let stopping = false;

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => stop(0));

prepare();

const center = await run(centerFolder, "center", {
  PORT: CENTER_PORT,
  DATA: join(data, "center"),
  SAMPLE_KIT: "yes",
});
const workstation = await run(workstationFolder, "workstation", {
  PORT: WORKSTATION_PORT,
  DATA: join(data, "workstation"),
  KEYS: join(data, "center", "public-keys.json"),
  CENTER: center,
});

console.log(`
The workstation, where the program is to run:   ${workstation}
The licensing center:                           ${center}
    operators:                                  ${center}operator
    their password:                             ${join(data, "center", "operator-password.txt")}
A kit to try, as a customer finds it in the box:

${readFileSync(join(data, "center", "sample-kit.txt"), "utf8")
  .replace(/^/gm, "    ")
  .trimEnd()}

Ctrl+C stops both. What they know stays in ${data}.
`);

/** Starts one of the two, and waits until it says where it is. */
function run(folder, name, env) {
  const child = spawn(process.execPath, [join(root, folder, "dist/main.js")], {
    cwd: root,
    env: { ...own, ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  running.push(child);
  return new Promise((resolve) => {
    createInterface({ input: child.stdout }).on("line", (line) => {
      if (line.startsWith(`${name} http`)) resolve(line.slice(name.length + 1));
    });
    child.on("exit", (code, signal) => {
      if (!stopping) console.error(`The ${name} ended (${signal ?? code}); see above.`);
      stop(code ?? 1);
    });
  });
}

/** Stops both, and waits for them: the center closes its database. */
function stop(code) {
  if (stopping) return;
  stopping = true;
  process.exitCode = code;
  for (const child of running) child.kill("SIGTERM");
}
