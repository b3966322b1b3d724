import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { request as send, type IncomingHttpHeaders } from "node:http";
import { fileURLToPath } from "node:url";
import type { Done, Task, Workstation } from "../src/contract.ts";

/** The built agent, as a process of its own. */
export interface Agent {
  readonly port: number;
  readonly pid: number;
  readonly stdout: () => string;
  readonly stderr: () => string;
  readonly look: () => Promise<Workstation>;
  readonly carryOut: (task: unknown) => Promise<Done>;
  readonly stop: (signal: NodeJS.Signals) => Promise<number | null>;
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** A request as anybody can make it: with every header that he likes. */
export interface Sent {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: { readonly [name: string]: string };
  readonly body?: string | Buffer;
}

const main = fileURLToPath(new URL("../dist/main.js", import.meta.url));

export async function startAgent(environment: { readonly [name: string]: string }): Promise<Agent> {
  const child = spawn(process.execPath, [main], { env: { ...process.env, PORT: "0", ...environment } });
  const [stdout, stderr] = [collected(child, "stdout"), collected(child, "stderr")];
  while (!stdout().includes("\n")) {
    if (child.exitCode !== null) throw new Error(`the agent ended: ${stderr()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const port = Number(/^workstation http:\/\/127\.0\.0\.1:(\d+)\/\n$/.exec(stdout())?.[1]);
  return {
    port,
    pid: child.pid ?? 0,
    stdout,
    stderr,
    look: async () => JSON.parse((await ask(port, { path: "/api/workstation" })).text) as Workstation,
    carryOut: async (task) => JSON.parse((await asPage(port, "POST", "/api/effects", task)).text) as Done,
    stop: async (signal) => {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
      child.kill(signal);
      const [code] = (await once(child, "exit")) as [number | null];
      return code;
    },
  };
}

/** Asks as the agent's own page does. */
export function asPage(port: number, method: string, path: string, body: unknown): Promise<Answer> {
  const own = `http://127.0.0.1:${port}`;
  const headers = { origin: own, "content-type": "application/json", "sec-fetch-site": "same-origin" };
  return ask(port, { method, path, headers, body: JSON.stringify(body) });
}

/** Asks as anybody. A connection that is cut off answers with status 0. */
export function ask(port: number, { method = "GET", path = "/", headers = {}, body }: Sent): Promise<Answer> {
  return new Promise((resolve) => {
    const request = send({ host: "127.0.0.1", port, method, path, headers, agent: false }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (part: string) => (text += part));
      response.on("close", () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
      });
    });
    request.on("error", () => {
      resolve({ status: 0, headers: {}, text: "" });
    });
    request.end(body);
  });
}

/** An effect, as the wizard would ask for it. */
export function task(effect: object, content?: string | Uint8Array): Task {
  const file =
    content === undefined ? {} : { file: { name: "../../x", base64: Buffer.from(content).toString("base64") } };
  return { effect: { id: 1, ...effect }, ...file } as Task; // tests make bad ones, too
}

function collected(child: ChildProcess, name: "stdout" | "stderr"): () => string {
  let text = "";
  child[name]?.setEncoding("utf8").on("data", (part: string) => (text += part));
  return () => text;
}
