import type { Context, Handler } from "hono";
import type { SiteEnv } from "../site.js";
import { problemPage } from "./layout.js";

/** What a form sent, by field. */
export interface Form {
  readonly [name: string]: unknown;
}

/**
 * Answers a form. What says that it is one and cannot be read as one is the sender's fault, and decides nothing. `P`: a path
 * that has parameters, for their names.
 */
export function withForm<P extends string>(
  answer: (c: Context<SiteEnv, P>, form: Form) => Response | Promise<Response>,
): Handler<SiteEnv, P> {
  return async (c) => {
    const form = await readForm(c);
    return form === undefined ? problemPage(c, "malformed-form", 400) : answer(c, form);
  };
}

async function readForm(c: Context<SiteEnv>): Promise<Form | undefined> {
  try {
    return await c.req.parseBody();
  } catch {
    return undefined;
  }
}

/** The text of a form: of its file, or else of what was pasted. Bytes that are no UTF-8 are shown as such, and do not open. */
export async function uploaded(form: Form, file: string, pasted: string): Promise<string> {
  const chosen = form[file];
  if (chosen instanceof File && chosen.size > 0) return chosen.text();
  return field(form, pasted);
}

/** What was typed into a field of a form. */
export function field(form: Form, name: string): string {
  const value = form[name];
  return typeof value === "string" ? value.trim() : "";
}

/** Whether a box was ticked. */
export function ticked(form: Form, name: string): boolean {
  return field(form, name) !== "";
}
