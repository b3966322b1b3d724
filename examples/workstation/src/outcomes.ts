import type { Json } from "licit";
import type { EffectType, HostFailure, Outcome } from "licit/acquisition";
import type { Done } from "./contract.js";

/** What no function of the library says better, of each effect. */
export const failures: { readonly [E in EffectType]: HostFailure } = {
  "gather-parameters": "acquisition/not-readable",
  "save-owner-data": "acquisition/not-saved",
  "open-owner-data": "acquisition/not-opened",
  "save-request": "acquisition/not-saved",
  "open-response": "acquisition/not-opened",
  send: "acquisition/center-unreachable",
  "encode-for-phone": "acquisition/not-encoded",
  "make-license": "acquisition/not-opened",
  "get-community-license": "acquisition/center-failed",
  install: "acquisition/not-installed",
  "open-page": "acquisition/not-opened",
};

/** An error of the library, or of this host: its code, and what belongs to it. */
export function failed(error: { readonly code: string }, details?: string): Outcome {
  const { code, ...more } = error;
  return { outcome: "failed", code, ...evidenceOf(more), ...(details !== undefined && { details: short(details) }) };
}

/** A refusal of the licensing center. */
export function refused({ code, details }: { readonly code: string; readonly details?: Json | undefined }): Outcome {
  return { outcome: "refused", code, ...evidenceOf(details) };
}

/** A file for the person to save. */
export function saving(name: string, content: Uint8Array | string): Done {
  const base64 = Buffer.from(content).toString("base64");
  return { outcome: { outcome: "done", file: name }, save: { name, type: "text/plain; charset=utf-8", base64 } };
}

/**
 * What belongs to a code, as the wizard takes it: JSON of at most 20,000 units. What is more says nothing to a
 * person, and would be sent back.
 */
function evidenceOf(value: unknown): { readonly evidence?: Json } {
  const text = value === undefined ? "" : JSON.stringify(value);
  if (text === "" || text === "{}" || text.length > 20_000) return {};
  return { evidence: JSON.parse(text) as Json }; // what was written as JSON
}

/** As long as the wizard takes it. */
function short(text: string): string {
  return text.slice(0, 4_096);
}
