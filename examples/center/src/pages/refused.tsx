import { describe, type Describable } from "licit/messages";
import type { SiteContext } from "../site.js";
import { words } from "./languages.js";
import { page } from "./layout.js";

/** What the center refused to an operator, and why. */
export function refusedPage(c: SiteContext, error: Describable & { readonly code: string }) {
  c.set("code", error.code);
  const language = c.get("language");
  return page(c, words[language].kit.title, <p class="bad">{describe(error, language)}</p>, 400);
}
