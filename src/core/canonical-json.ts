import { compareCodePoints } from "./code-points.js";
import { err, ok, type Result } from "./result.js";

/** A closed JSON value: what canonical JSON can write. Numbers are integers within ±(2⁵³ − 1). */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** Why a value has no canonical JSON: the first fault, and the path to it. */
export interface CanonicalJsonError {
  readonly code: "core/not-canonical";
  readonly path: readonly (string | number)[];
  readonly reason: "number" | "type" | "accessor" | "hole" | "depth";
}

/** Deeper than this (included) nothing of ours goes; a cycle ends here too. */
const MAX_DEPTH = 64;

/**
 * The one text of a JSON value: object names sorted by code point, no blanks, strings as `JSON.stringify` writes them
 * (lone surrogates escaped), integers only. Two equal values have the same text on every runtime.
 *
 * Refuses what JSON cannot carry exactly, instead of dropping it: fractions, NaN, integers beyond ±(2⁵³ − 1),
 * `undefined`, functions, symbols, bigints, accessors, holes, objects with a prototype of their own, and nesting deeper
 * than 64 (included are cycles). Reports the first fault. Never throws.
 *
 * @source docs/formats.md
 * @example
 * ```ts
 * import { canonicalJson } from "licit";
 *
 * canonicalJson({ b: [1, "№"], a: null }); // → { ok: true, value: '{"a":null,"b":[1,"№"]}' }
 * canonicalJson({ a: [0.5] }); // → { ok: false, error: { code: "core/not-canonical", path: ["a", 0], reason: "number" } }
 * ```
 */
export function canonicalJson(value: unknown): Result<string, CanonicalJsonError> {
  const path: (string | number)[] = [];
  try {
    const text = write(value, path);
    return typeof text === "string"
      ? ok(text)
      : err({ code: "core/not-canonical", path: [...path], reason: text.reason });
  } catch {
    // Only a hostile proxy can throw here: whatever it is, it is not a plain value.
    return err({ code: "core/not-canonical", path: [...path], reason: "type" });
  }
}

interface Refusal {
  readonly reason: CanonicalJsonError["reason"];
}

/** Writes one value; where it cannot, says why, and leaves `path` standing at the fault. */
function write(value: unknown, path: (string | number)[]): string | Refusal {
  if (value === null || typeof value === "boolean" || typeof value === "string") return JSON.stringify(value);
  if (typeof value === "number") return Number.isSafeInteger(value) ? JSON.stringify(value) : { reason: "number" };
  if (typeof value !== "object") return { reason: "type" };
  if (path.length >= MAX_DEPTH) return { reason: "depth" };
  return Array.isArray(value) ? writeArray(value, path) : writeObject(value, path);
}

function writeArray(array: readonly unknown[], path: (string | number)[]): string | Refusal {
  const parts: string[] = [];
  for (let at = 0; at < array.length; at++) {
    const part = writeMember(array, String(at), at, path);
    if (typeof part !== "string") return part;
    parts.push(part);
  }
  return `[${parts.join(",")}]`;
}

function writeObject(object: object, path: (string | number)[]): string | Refusal {
  const prototype: unknown = Object.getPrototypeOf(object);
  // A plain object of another realm has another Object.prototype, recognized by its own null prototype.
  const plain = prototype === null || Object.getPrototypeOf(prototype) === null;
  if (!plain || Object.getOwnPropertySymbols(object).length > 0) return { reason: "type" };
  const parts: string[] = [];
  for (const name of Object.keys(object).sort(compareCodePoints)) {
    const part = writeMember(object, name, name, path);
    if (typeof part !== "string") return part;
    parts.push(`${JSON.stringify(name)}:${part}`);
  }
  return `{${parts.join(",")}}`;
}

function writeMember(holder: object, name: string, step: string | number, path: (string | number)[]): string | Refusal {
  path.push(step);
  const member = Object.getOwnPropertyDescriptor(holder, name);
  if (member === undefined) return { reason: "hole" };
  if (!("value" in member)) return { reason: "accessor" };
  const text = write(member.value, path);
  if (typeof text === "string") path.pop();
  return text;
}
