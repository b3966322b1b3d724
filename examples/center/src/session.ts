import { getSignedCookie, setSignedCookie, deleteCookie } from "hono/cookie";
import { createMiddleware } from "hono/factory";
import type { Keys } from "./keys.js";
import type { SiteContext, SiteEnv } from "./site.js";

const NAME = "operator";
const HOURS = 12;

/** Only for operators: everybody else is sent to the login. */
export function operatorsOnly({ cookies }: Keys, now: () => number) {
  return createMiddleware<SiteEnv>(async (c, next) => {
    const until = await getSignedCookie(c, cookies, NAME);
    if (typeof until === "string" && Number(until) > now()) return next();
    c.set("code", "not-logged-in");
    return c.redirect("/operator/login", 303);
  });
}

/** From now on this browser is an operator's. */
export async function logIn(c: SiteContext, { cookies }: Keys, now: number): Promise<void> {
  const until = String(now + HOURS * 3_600_000);
  const options = { httpOnly: true, sameSite: "Strict", path: "/operator", maxAge: HOURS * 3_600 } as const;
  await setSignedCookie(c, NAME, until, cookies, { ...options, secure: isSecure(c) });
}

export function logOut(c: SiteContext): void {
  deleteCookie(c, NAME, { path: "/operator" });
}

/** Behind a proxy that speaks TLS, the proxy says so. */
function isSecure(c: SiteContext): boolean {
  return c.req.url.startsWith("https:") || c.req.header("x-forwarded-proto") === "https";
}
