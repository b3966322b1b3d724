import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { csrf } from "hono/csrf";
import { HTTPException } from "hono/http-exception";
import { languageDetector } from "hono/language";
import { routePath } from "hono/route";
import { secureHeaders } from "hono/secure-headers";
import { whoAsks } from "./address.js";
import { addressOf, apiOf } from "./api.js";
import { nameOf } from "./log.js";
import { customerPages } from "./pages/customer.js";
import { deskPages } from "./pages/desk.js";
import { kitPages } from "./pages/kits.js";
import { problemPage } from "./pages/layout.js";
import { letterPages } from "./pages/letters.js";
import { loginPages } from "./pages/login.js";
import { operatorsOnly } from "./session.js";
import { style } from "./pages/style.js";
import type { Site, SiteApp, SiteContext, SiteEnv } from "./site.js";

/** A request is some kilobytes; a computer with ten thousand devices is not asked for. */
const MOST_BYTES = 512 * 1024;

/** The center's pages and its JSON interface. */
export function appOf(site: Site): SiteApp {
  const app = new Hono<SiteEnv>();
  app.use(async (c, next) => {
    const begun = performance.now();
    c.set("vendor", `${site.settings.issuer}: ${site.settings.product}`);
    c.set("address", whoAsks(c, site.settings.trustProxy));
    await next();
    site.log({
      event: "answered",
      method: c.req.method,
      // The pattern, not the path: a path can name a kit.
      page: routePath(c, -1),
      status: c.res.status,
      milliseconds: Math.round(performance.now() - begun),
      ...coded(c.get("code")),
      ...(c.res.status >= 400 ? { from: addressOf(c) } : {}),
    });
  });
  app.use(secureHeaders({ contentSecurityPolicy: contentPolicy, referrerPolicy: "no-referrer" }));
  app.use(csrf());
  app.use(
    languageDetector({
      supportedLanguages: ["en", "ru"],
      fallbackLanguage: "en",
      lookupQueryString: "language",
      lookupCookie: "language",
      order: ["querystring", "cookie", "header"],
    }),
  );
  app.use(bodyLimit({ maxSize: MOST_BYTES, onError: (c: SiteContext) => said(c, "too-large", 413) }));
  app.use("/operator/*", async (c, next) => {
    c.header("cache-control", "no-store");
    await next();
  });

  app.get("/healthz", async (c) => {
    await site.store.ping();
    return c.json({ status: "ok" });
  });
  app.get("/style.css", (c) => c.body(style, 200, { "content-type": "text/css; charset=utf-8" }));
  app.route("/api", apiOf(site));
  app.route("/", customerPages(site));
  app.route("/operator", loginPages(site));
  app.use("/operator/*", operatorsOnly(site.keys, site.now));
  app.route("/operator", kitPages(site));
  app.route("/operator", deskPages(site));
  app.route("/operator", letterPages(site));

  app.notFound((c) => said(c, "not-found", 404));
  app.onError((error, c) => {
    // What `csrf` and its like throw is an answer, and no fault of the center.
    if (error instanceof HTTPException) {
      c.set("code", "forbidden");
      return error.getResponse();
    }
    site.log({ event: "failed", page: routePath(c, -1), error: nameOf(error) });
    return said(c, "failed", 500);
  });
  return app;
}

/** To programs in JSON, to people on a page. */
function said(c: SiteContext, code: "too-large" | "not-found" | "failed", status: 404 | 413 | 500) {
  return c.req.path.startsWith("/api/") ? c.json({ error: { code } }, status) : problemPage(c, code, status);
}

function coded(code: string | undefined): { readonly code?: string } {
  return code === undefined ? {} : { code };
}

const contentPolicy = {
  defaultSrc: ["'none'"],
  styleSrc: ["'self'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  baseUri: ["'none'"],
};
