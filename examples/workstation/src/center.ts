import { err, ok, type Result } from "licit";
import type { HostFailure } from "licit/acquisition";
import { isMembers, jsonOf } from "./checks.js";
import { reasonOf } from "./log.js";

/** Why the licensing center gave no answer. */
export interface NoAnswer {
  readonly code: Extract<HostFailure, `acquisition/center-${string}`>;
  readonly details: string;
  /** After how many minutes it takes requests again, where it said so. */
  readonly minutes?: number;
}

/** Whether the licensing center answers: a quick look, since a person waits for it. */
export async function isReachable(center: string): Promise<boolean> {
  try {
    const response = await fetch(`${center}/healthz`, { redirect: "error", signal: AbortSignal.timeout(700) });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}

/** Sends a sealed request, and answers the document that came back. Nothing in it is trusted before it was opened. */
export async function sendRequest(center: string, sealed: string): Promise<Result<string, NoAnswer>> {
  let status: number;
  let retryAfter: string | null;
  let text: string | undefined;
  try {
    const response = await fetch(`${center}/api/requests`, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json" },
      body: JSON.stringify({ document: sealed }),
      redirect: "error",
      signal: AbortSignal.timeout(20_000),
    });
    ({ status } = response);
    retryAfter = response.headers.get("retry-after");
    text = await bodyOf(response);
  } catch (error) {
    return err({ code: "acquisition/center-unreachable", details: reasonOf(error) });
  }
  if (status === 429 || status === 503) return err(busy(status, retryAfter));
  if (status !== 200) return err({ code: "acquisition/center-failed", details: `status ${status}` });
  const answer = text === undefined ? undefined : jsonOf(text);
  return isMembers(answer) && typeof answer["document"] === "string"
    ? ok(answer["document"])
    : err({ code: "acquisition/center-failed", details: "no document in the answer" });
}

function busy(status: number, retryAfter: string | null): NoAnswer {
  const minutes = Math.ceil(Number(retryAfter ?? NaN) / 60);
  const common = { code: "acquisition/center-busy", details: `status ${status}` } as const;
  return minutes >= 1 ? { ...common, minutes } : common;
}

/** Bytes of an answer (included): a document and its quotes. */
const ANSWER_LIMIT = 2_000_000;

/** The body, as far as anybody would send it; `undefined` where there is more. */
async function bodyOf({ body }: Response): Promise<string | undefined> {
  const parts: Uint8Array[] = [];
  let size = 0;
  const incoming: AsyncIterable<Uint8Array> | readonly Uint8Array[] = body ?? [];
  for await (const part of incoming) {
    size += part.length;
    if (size > ANSWER_LIMIT) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}
