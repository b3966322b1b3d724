import * as z from "zod/mini";
import { err, inputError, ok, parseWith, type InputError, type Json, type Result } from "../core/index.js";
import { limits, part, readAdded, requestId, text, time } from "./claims.js";

/** A licensing center's answer to a request that it does not grant. */
export interface Refusal {
  readonly issuer: string;
  /** The id of the request. */
  readonly request: string;
  /** Why, as a code: say, `pins/superseded`. 1 to 200 UTF-16 units (included). */
  readonly code: string;
  /** What belongs to the code: closed JSON. */
  readonly details?: Json | undefined;
  /** When it was said: milliseconds since 1970 UTC. */
  readonly at: number;
}

const schema = z.strictObject({
  issuer: text,
  request: requestId,
  code: text,
  details: z.optional(part),
  at: time,
});

/** Takes a refusal out of an untrusted value, with every fault. Outcomes: `core/invalid-input`. */
export function parseRefusal(input: unknown): Result<Refusal, InputError> {
  const parsed = parseWith(schema, input, limits);
  if (!parsed.ok) return parsed;
  const { details, ...plain } = parsed.value;
  const added = readAdded("details", details);
  return added.ok ? ok({ ...plain, ...added.value }) : err(inputError(added.error));
}
