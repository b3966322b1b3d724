import type * as z from "zod/mini";
import { inputError, type Fault, type InputError } from "./input.js";
import { foreign, plainCopy, type PlainLimits } from "./plain.js";
import { err, ok, type Result } from "./result.js";

/**
 * Checks an untrusted value against a private schema and gives every fault with its path. Never throws; reads the input
 * once, as plain data; takes nothing where anything is wrong.
 *
 * @internal
 */
export function parseWith<T>(schema: z.ZodMiniType<T>, input: unknown, limits: PlainLimits): Result<T, InputError> {
  const { copy, faults } = plainCopy(input, limits);
  const checked = schema.safeParse(copy);
  if (checked.success && faults.length === 0) return ok(checked.data);
  const named = new Set(faults.map(({ path }) => JSON.stringify(path)));
  // What the copy has named already stands in it as a value that no schema accepts: not a second fault.
  const unnamed = ({ path }: Fault): boolean => !named.has(JSON.stringify(path));
  return err(
    inputError([...faults, ...(checked.error?.issues ?? []).flatMap((issue) => faultsOf(issue, copy)).filter(unnamed)]),
  );
}

type Issue = z.core.$ZodIssue;

/** Says one of the schema's findings in our words. */
function faultsOf(issue: Issue, root: unknown): readonly Fault[] {
  const path = issue.path.map((step) => (typeof step === "number" ? step : String(step)));
  const value = valueAt(root, path);
  switch (issue.code) {
    case "too_big":
      return [{ path, rule: boundRule(issue.origin), limit: Number(issue.maximum) }];
    case "too_small":
      return [{ path, rule: boundRule(issue.origin), limit: Number(issue.minimum) }];
    case "invalid_value":
      return [{ path, rule: value === undefined ? "missing" : "choice", expected: issue.values.join(" | ") }];
    case "invalid_type": {
      const inexact = typeof value === "number" && (issue.expected === "int" || issue.expected === "number");
      return [{ path, rule: value === undefined ? "missing" : inexact ? "integer" : "type", expected: issue.expected }];
    }
    case "invalid_union":
      return unionFaults(issue, path, root);
    case "invalid_format":
    case "custom":
      return [{ path, rule: "format", expected: issue.message }];
    case "unrecognized_keys":
      return issue.keys.map((name) => ({ path: [...path, name], rule: "unknown-name" }));
    case "invalid_key":
    case "invalid_element":
    case "not_multiple_of":
      return [{ path, rule: "type", expected: issue.message }];
  }
}

/** A union fails once for each of its branches: the one that got past the type says what is wrong, if there is one. */
function unionFaults(issue: z.core.$ZodIssueInvalidUnion, path: Fault["path"], root: unknown): readonly Fault[] {
  const value = valueAt(root, path);
  if (value === undefined) return [{ path, rule: "missing", expected: issue.message }];
  if (typeof value === "number" && !Number.isSafeInteger(value))
    return [{ path, rule: "integer", expected: issue.message }];
  const pastType = (branch: readonly Issue[]): boolean =>
    !branch.some(({ code, path: at }) => code === "invalid_type" && at.length === 0);
  const closest = value === foreign ? undefined : issue.errors.find(pastType);
  if (closest === undefined)
    return [{ path, rule: issue.errors.length === 0 ? "choice" : "type", expected: issue.message }];
  return closest.flatMap((inner) => faultsOf({ ...inner, path: [...issue.path, ...inner.path] }, root));
}

function boundRule(origin: string): "length" | "count" | "range" {
  if (origin === "string") return "length";
  return origin === "array" ? "count" : "range";
}

function valueAt(root: unknown, path: readonly (string | number)[]): unknown {
  let value = root;
  for (const step of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = Object.getOwnPropertyDescriptor(value, step)?.value;
  }
  return value;
}
