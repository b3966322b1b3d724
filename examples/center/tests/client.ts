import type { CenterError } from "licit/center";
import type { LicenseRequest } from "licit/license";

/** What the center's interface answers. */
export type Told =
  | { readonly status: 200; readonly answer: "granted"; readonly document: string }
  | { readonly status: 200; readonly answer: "refused"; readonly refusal: CenterError; readonly document?: string }
  /** Nothing was decided, and why. */
  | { readonly status: 400 | 413 | 429 | 500 | 503; readonly error: { readonly code: string } };

/** Sends a request as it is. Throws where no answer came. */
export function ask(url: string, request: LicenseRequest): Promise<Told> {
  return post(url, JSON.stringify({ request }));
}

/** Sends a document: a request that was sealed. */
export function askSealed(url: string, document: string): Promise<Told> {
  return post(url, JSON.stringify({ document }));
}

export async function post(url: string, body: string): Promise<Told> {
  const headers = { "content-type": "application/json" };
  const response = await fetch(`${url}/api/requests`, { method: "POST", headers, body });
  const told = (await response.json()) as object; // what the center's own description says
  return { status: response.status, ...told } as Told;
}

/** What came of it, in a word: `granted`, or the code. */
export function outcomeOf(told: Told): string {
  if (told.status !== 200) return `${told.status} ${told.error.code}`;
  return told.answer === "granted" ? "granted" : told.refusal.code;
}

/** The document of a grant. Throws what came instead. */
export function documentOf(told: Told): string {
  if (told.status === 200 && told.answer === "granted") return told.document;
  throw new Error(`not granted: ${outcomeOf(told)}`);
}
