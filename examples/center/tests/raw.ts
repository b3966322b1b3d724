import { once } from "node:events";
import { readFileSync } from "node:fs";
import { request as httpRequest } from "node:http";
import { connect, type Socket } from "node:net";

/** What became of a connection: the first line that came back, if any, and after how long it was over. */
export interface Ended {
  readonly answer: string;
  readonly milliseconds: number;
}

/** A connection of its own, and when it ends. */
export function dial(url: string): { readonly socket: Socket; readonly ended: Promise<Ended> } {
  const { hostname, port } = new URL(url);
  const begun = performance.now();
  const socket = connect(Number(port), hostname);
  let answer = "";
  socket.setEncoding("latin1").on("data", (text: string) => (answer += text));
  socket.on("error", () => undefined); // a connection that is reset is closed, too
  const ended = once(socket, "close").then(() => ({
    answer: answer.split("\r\n", 1)[0] ?? "",
    milliseconds: performance.now() - begun,
  }));
  return { socket, ended };
}

/** Writes a piece every second until the other side has enough. */
export async function trickle(socket: Socket, piece: (nth: number) => string): Promise<void> {
  let nth = 0;
  const clock = setInterval(() => {
    if (socket.writable) socket.write(piece(nth++));
  }, 1_000);
  await once(socket, "close");
  clearInterval(clock);
}

/** Sends a body of that many bytes, as far as it is taken. Answers the status, or `undefined` where the connection was closed. */
export async function pour(
  url: string,
  bytes: number,
  headers: Readonly<Record<string, string>>,
): Promise<number | undefined> {
  const request = httpRequest(url, { method: "POST", headers });
  const over = new AbortController();
  const status = new Promise<number | undefined>((resolve) => {
    request.on("response", (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    for (const end of ["error", "close"]) {
      request.on(end, () => {
        resolve(undefined);
      });
    }
  }).finally(() => {
    over.abort();
  });
  const piece = Buffer.alloc(64 * 1024, "a");
  for (let sent = 0; sent < bytes && !over.signal.aborted; sent += piece.length) {
    if (!request.write(piece)) await once(request, "drain", { signal: over.signal }).catch(() => undefined);
  }
  request.end();
  const answered = await status;
  request.destroy();
  return answered;
}

/** How many bytes a process holds in memory. */
export function residentBytes(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Number(kilobytes) * 1_024;
}

/** Asks for a path as it is written: `fetch` would tidy it up. */
export async function rawGet(
  url: string,
  path: string,
  cookie = "",
): Promise<{ readonly status: number; readonly text: string }> {
  const { socket, ended } = dial(url);
  let text = "";
  socket.on("data", (piece: string) => (text += piece));
  socket.write(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: ${cookie}\r\nConnection: close\r\n\r\n`);
  const { answer } = await ended;
  return { status: Number(answer.split(" ")[1]), text };
}
