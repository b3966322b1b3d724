import { Agent, request } from "node:http";

const CONNECTIONS = 8;

/** Requests per second: eight connections that stay open, each sends the next body when it has the answer to the last. */
export async function perSecond(address: string, bodies: readonly string[]): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const { hostname, port, pathname } = new URL(address);
  const options = { hostname, port, path: pathname, method: "POST", agent };
  let next = 0;
  const begun = performance.now();
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      for (let body = bodies[next++]; body !== undefined; body = bodies[next++]) await send(body);
    }),
  );
  const seconds = (performance.now() - begun) / 1_000;
  agent.destroy();
  return bodies.length / seconds;

  function send(body: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body) };
      const sending = request({ ...options, headers }, (response) => {
        let text = "";
        response.setEncoding("utf8").on("data", (piece: string) => (text += piece));
        response.on("end", () => {
          // What is not granted costs less, and would be no registration.
          if (text.includes('"granted"')) resolve();
          else reject(new Error(`${response.statusCode ?? 0}: ${text.slice(0, 200)}`));
        });
      });
      sending.on("error", reject);
      sending.end(body);
    });
  }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
