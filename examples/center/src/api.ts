import { Hono } from "hono";
import { parseRequest, type LicenseRequest, type OpenRequestError } from "licit/license";
import type { InputError, Result } from "licit";
import { isGuess } from "./guessed.js";
import { openApi } from "./open-api.js";
import type { Site, SiteApp, SiteContext, SiteEnv } from "./site.js";

/** Why a call was not understood, or not served. In a refusal of a license, the library's own codes stand. */
export type ApiError =
  | InputError
  | OpenRequestError
  | { readonly code: "not-json" | "neither-request-nor-document" | "failed" }
  | { readonly code: "too-many-guesses" | "busy"; readonly retryAfterSeconds: number };

/** The automatic channel: programs send requests, and get documents. Described by `/api/openapi.json`. */
export function apiOf(site: Site): SiteApp {
  const api = new Hono<SiteEnv>();
  const description = openApi(site.publicKeys);
  api.get("/openapi.json", (c) => c.json(description));
  api.get("/keys", (c) => c.json(site.publicKeys));
  api.post("/requests", async (c) => {
    const address = addressOf(c);
    const wait = await site.guesses.waitOf(address);
    if (wait !== undefined) return problem(c, 429, { code: "too-many-guesses", retryAfterSeconds: wait });
    const read = await readRequest(site, await c.req.text());
    if (!read.ok) return problem(c, 400, read.error);
    const answer = await site.licensing.license({ by: "automatic", request: read.value, at: site.now() });
    switch (answer.answer) {
      case "granted":
        return c.json({ answer: "granted", document: answer.document });
      case "refused":
        if (isGuess(answer.refusal)) {
          const tooMany = await site.guesses.wrong(address);
          if (tooMany !== undefined) return problem(c, 429, { code: "too-many-guesses", retryAfterSeconds: tooMany });
        }
        c.set("code", answer.refusal.code);
        return c.json(answer);
      case "busy":
        return problem(c, 503, { code: "busy", retryAfterSeconds: 1 });
      case "failed":
      case "dictated":
        c.set("code", answer.answer === "failed" ? answer.error.code : answer.answer);
        return problem(c, 500, { code: "failed" });
    }
  });
  return api;
}

/** Who asks, as guesses are counted. */
export function addressOf(c: SiteContext): string {
  return c.get("address");
}

function problem(c: SiteContext, status: 400 | 429 | 500 | 503, error: ApiError) {
  c.set("code", error.code);
  if ("retryAfterSeconds" in error) c.header("retry-after", String(error.retryAfterSeconds));
  return c.json({ error }, status);
}

/** `{ document }`, sealed, or `{ request }`, as it is. */
async function readRequest(site: Site, body: string): Promise<Result<LicenseRequest, ApiError>> {
  let sent: unknown;
  try {
    sent = JSON.parse(body);
  } catch {
    return { ok: false, error: { code: "not-json" } };
  }
  if (typeof sent === "object" && sent !== null) {
    if ("document" in sent && typeof sent.document === "string") return site.licensing.open(sent.document);
    if ("request" in sent) return parseRequest(sent.request);
  }
  return { ok: false, error: { code: "neither-request-nor-document" } };
}
