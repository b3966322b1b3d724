import { canonicalJson, err, inputError, ok, type InputError, type Json, type Result } from "../core/index.js";

/** What belongs to a refusal's code. */
export type RefusalEvidence = { readonly [name: string]: Json };

/** UTF-16 units of what belongs to a refusal, as JSON (included). */
const evidenceLimit = 20_000;

/** Takes what belongs to a refusal out of an untrusted value: a closed JSON object. A copy, whatever becomes of the input. */
export function parseEvidence(value: unknown): Result<RefusalEvidence, InputError> {
  if (value === undefined) return ok({});
  const text = canonicalJson(value);
  if (!text.ok || !text.value.startsWith("{")) {
    return err(inputError([{ path: [], rule: "type", expected: "closed JSON object" }]));
  }
  if (text.value.length > evidenceLimit) return err(inputError([{ path: [], rule: "length", limit: evidenceLimit }]));
  return ok(JSON.parse(text.value) as RefusalEvidence); // an object that was written as JSON
}
