import type { HttpBindings } from "@hono/node-server";
import { Hono, type Context } from "hono";
import { bodyLimit } from "hono/body-limit";
import { secureHeaders } from "hono/secure-headers";
import { utf8Decode } from "licit";
import { jsonOf } from "./checks.js";
import { paths, type AgentError, type Done, type Workstation } from "./contract.js";
import { carryOut } from "./effects.js";
import { guard } from "./guard.js";
import { log, reasonOf } from "./log.js";
import type { PageFiles } from "./page-files.js";
import { parsePlayed } from "./played-changes.js";
import type { Program } from "./program.js";
import { parseTask } from "./task.js";
import { lookAt, parseStored } from "./workstation.js";

type Env = { Bindings: HttpBindings };

/** Bytes of a request (included). */
const BODY_LIMIT = 2 * 2 ** 20;

/** What is asked, and what is answered: the contract, over one program. */
export function serverOf(program: Program, page: PageFiles): Hono<Env> {
  const app = new Hono<Env>();
  app.use(secured, guard, unkept);
  app.use(bodyLimit({ maxSize: BODY_LIMIT, onError: (c) => refuse(c, 413, "too-large") }));

  app.get(paths.workstation, async (c) => c.json<Workstation>(await lookAt(program)));
  app.post(paths.effects, async (c) => {
    const task = parseTask(await bodyOf(c), program.vendor);
    return task === undefined ? refuse(c, 400, "bad-request") : c.json<Done>(await carryOut(task, program));
  });
  app.put(paths.wizard, async (c) => {
    const body = await bodyOf(c);
    const stored = body === null ? null : parseStored(body);
    if (stored === undefined) return refuse(c, 400, "bad-request");
    await program.data.write("wizard", stored);
    return c.body(null, 204);
  });
  app.put(paths.changes, async (c) => {
    const played = parsePlayed(await bodyOf(c));
    if (played === undefined) return refuse(c, 400, "bad-request");
    await program.data.write("changes", played);
    return c.json<Workstation>(await lookAt(program));
  });
  app.get("*", (c) => {
    const file = page.get(c.req.path);
    return file === undefined ? c.notFound() : c.body(file.bytes, 200, { "content-type": file.type });
  });

  app.notFound((c) => refuse(c, 404, "not-found"));
  app.onError((error, c) => {
    log("failed", reasonOf(error));
    return c.json<AgentError>({ error: { code: "failed" } }, 500);
  });
  return app;
}

const secured = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    connectSrc: ["'self'"],
    imgSrc: ["'self'", "data:"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"],
    baseUri: ["'none'"],
  },
  xFrameOptions: "DENY",
  // There is no certificate for 127.0.0.1, and a browser would remember it for every program on that name.
  strictTransportSecurity: false,
});

/** Owners, PINs and licenses do not stay in a browser's cache. */
const unkept: typeof guard = async (c, next) => {
  await next();
  c.header("cache-control", "no-store");
};

/** The body as JSON; `undefined` where it is none. */
async function bodyOf(c: Context<Env>): Promise<unknown> {
  const text = utf8Decode(new Uint8Array(await c.req.arrayBuffer()));
  return text.ok ? jsonOf(text.value) : undefined;
}

function refuse(c: Context, status: 400 | 404 | 413, code: AgentError["error"]["code"]): Response {
  log("refused", code);
  return c.json<AgentError>({ error: { code } }, status);
}
