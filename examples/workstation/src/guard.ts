import type { HttpBindings } from "@hono/node-server";
import type { MiddlewareHandler } from "hono";
import type { AgentError } from "./contract.js";
import { log } from "./log.js";

/** What a request says of where it comes from. */
export interface Asking {
  readonly method: string;
  readonly host: string | undefined;
  readonly origin: string | undefined;
  /** `Sec-Fetch-Site`: browsers say it, and pages cannot. */
  readonly site: string | undefined;
  readonly contentType: string | undefined;
}

/** Why a request is not answered. */
export interface NotAnswered {
  readonly status: 403 | 415 | 421;
  readonly why: string;
}

/**
 * A program that listens on 127.0.0.1 is reached by every page that a browser on this computer shows. Three things keep them
 * out: a name that leads here by DNS shows in `Host`; another site shows in `Origin` and `Sec-Fetch-Site`; and what changes
 * something must be JSON, which no form sends.
 */
export function refusalOf({ method, host, origin, site, contentType }: Asking, port: number): NotAnswered | undefined {
  const own = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (host === undefined || !own.includes(host)) return { status: 421, why: "another host" };
  if (origin !== undefined && origin !== `http://${host}`) return { status: 403, why: "another origin" };
  if (site !== undefined && site !== "same-origin" && site !== "none") return { status: 403, why: "another site" };
  if (method === "GET" || method === "HEAD") return undefined;
  if (origin === undefined) return { status: 403, why: "no origin" };
  const type = contentType?.split(";")[0]?.trim().toLowerCase();
  return type === "application/json" ? undefined : { status: 415, why: "another content type" };
}

/** Answers the own page only. */
export const guard: MiddlewareHandler<{ Bindings: HttpBindings }> = async (c, next) => {
  const asking: Asking = {
    method: c.req.method,
    host: c.req.header("host"),
    origin: c.req.header("origin"),
    site: c.req.header("sec-fetch-site"),
    contentType: c.req.header("content-type"),
  };
  const refusal = refusalOf(asking, c.env.incoming.socket.localPort ?? 0);
  if (refusal === undefined) return next();
  log("refused", refusal.why);
  return c.json<AgentError>({ error: { code: "not-allowed" } }, refusal.status);
};
