import * as z from "zod/mini";
import {
  canonicalJson,
  err,
  ok,
  type Fault,
  type InputError,
  type Json,
  type OtherNames,
  type PlainLimits,
  type Result,
} from "../core/index.js";
import { inputLimits, parseKeyParameters, type KeyParameters } from "../fingerprint/index.js";
import { nothingRequired, parseOwner, type Owner } from "../owner/index.js";

// What several documents say, each in one way.

/** @internal */
export const text: z.ZodMiniString = z.string().check(z.minLength(1), z.maxLength(200));
/** @internal */
export const kit: z.ZodMiniString = z.string().check(z.regex(/^[0-9]{9,12}$/, "9 to 12 digits"));
/** @internal */
export const pin: z.ZodMiniString = z.string().check(z.regex(/^[0-9]{15,16}$/, "15 or 16 digits"));
/** @internal */
export const kind: z.ZodMiniEnum<{ "single-user": "single-user"; "multi-user": "multi-user"; server: "server" }> =
  z.enum(["single-user", "multi-user", "server"]);
/** @internal */
export const time: z.ZodMiniType<number> = z.int().check(z.gte(-inputLimits.time), z.lte(inputLimits.time));
/** @internal */
export const requestId: z.ZodMiniString = z.string().check(z.regex(/^[0-9a-f]{32}$/, "32 hex digits"));
/** What is looked at of a document. Its parts have parsers of their own. */
export const limits: PlainLimits = {
  depth: 2,
  items: 0,
  members: 20,
  later: ["owner", "reference", "parameters", "features", "details"],
};

/** Parts with a parser of their own. @internal */
export const part: z.ZodMiniUnknown = z.unknown();

/** An owner within something larger. */
export function readOwner(value: unknown, otherNames: OtherNames): Result<Owner, readonly Fault[]> {
  const parsed = parseOwner(value, nothingRequired, otherNames);
  return parsed.ok ? parsed : err(below(parsed.error, ["owner"]));
}

/** Key parameters within something larger. */
export function readParameters(
  value: unknown,
  path: Fault["path"],
  otherNames: OtherNames,
): Result<KeyParameters, readonly Fault[]> {
  const parsed = parseKeyParameters(value, otherNames);
  return parsed.ok ? parsed : err(below(parsed.error, path));
}

/** Faults of a part, where the whole has it. */
export function below({ faults }: InputError, path: Fault["path"]): readonly Fault[] {
  return faults.map((fault) => ({ ...fault, path: [...path, ...fault.path] }));
}

/** What somebody adds, under its name: closed JSON, or nothing. A copy, whatever becomes of the input. */
export function readAdded(name: string, value: unknown): Result<{ readonly [name: string]: Json }, readonly Fault[]> {
  if (value === undefined) return ok({});
  const text = canonicalJson({ [name]: value });
  if (!text.ok) return err([{ path: [name], rule: "type", expected: "closed JSON" }]);
  return ok(JSON.parse(text.value) as { readonly [name: string]: Json }); // what was written as JSON
}
