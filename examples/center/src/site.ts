import type { Context, Env, Hono } from "hono";
import type { EventStore } from "./event-store.js";
import type { Guesses } from "./guesses.js";
import type { Keys, PublicKeys } from "./keys.js";
import type { KitDesk } from "./kit-desk.js";
import type { Licensing } from "./licensing.js";
import type { Log } from "./log.js";
import type { Settings } from "./settings.js";

/** What every page and every call needs. */
export interface Site {
  readonly settings: Settings;
  readonly keys: Keys;
  readonly publicKeys: PublicKeys;
  readonly store: EventStore;
  readonly desk: KitDesk;
  readonly licensing: Licensing;
  /** Wrong kit numbers and PINs. */
  readonly guesses: Guesses;
  /** Wrong passwords. */
  readonly logins: Guesses;
  readonly log: Log;
  readonly now: () => number;
}

/** What the middleware finds out about a request. */
export interface SiteEnv extends Env {
  readonly Variables: {
    readonly language: "en" | "ru";
    /** Whose center it is. */
    vendor: string;
    /** Who asks, as guesses are counted. */
    address: string;
    /** Why the answer is what it is, for the log: a code. */
    code: string | undefined;
  };
}

export type SiteContext = Context<SiteEnv>;
export type SiteApp = Hono<SiteEnv>;
