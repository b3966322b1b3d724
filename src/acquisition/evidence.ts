import { canonicalJson, err, inputError, ok, type InputError, type Json, type Result } from "../core/index.js";

/** What belongs to a refusal's code. */
export type RefusalEvidence = { readonly [name: string]: Json };

/** UTF-16 units of what belongs to a refusal, as JSON (included). */
const evidenceLimit = 20_000;

/**
 * Takes what belongs to a refusal out of an untrusted value: closed JSON. A copy, whatever becomes of the input. A licensing
 * center's details may be any JSON: what is no object stands under `details`.
 */
export function parseEvidence(value: unknown): Result<RefusalEvidence, InputError> {
  if (value === undefined) return ok({});
  const text = canonicalJson(value);
  if (!text.ok) return err(inputError([{ path: [], rule: "type", expected: "closed JSON" }]));
  if (text.value.length > evidenceLimit) return err(inputError([{ path: [], rule: "length", limit: evidenceLimit }]));
  const read = JSON.parse(text.value) as Json; // what was written as JSON
  return ok(isObject(read) ? read : { details: read });
}

function isObject(value: Json): value is RefusalEvidence {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
