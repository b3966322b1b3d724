import * as z from "zod/mini";
import { err, inputError, parseWith, type Fault, type InputError, type Result } from "../core/index.js";
import { parameters, type Parameter } from "./parameters.js";
import { scaleOf, type Policy } from "./policy.js";

const parameter = z.enum(parameters as [Parameter, ...Parameter[]]); // zod wants to see that it is not empty
const parameterList = z.array(parameter).check(z.minLength(1), z.maxLength(parameters.length));
const weight = z.int().check(z.gte(1), z.lte(1_000_000));

const options = {
  windowsInstallation: z.optional(z.enum(["always", "before-windows-10"])),
  networkNameCase: z.optional(z.enum(["sensitive", "insensitive"])),
  placeholders: z.optional(z.array(z.string().check(z.maxLength(1_000))).check(z.maxLength(1_000))),
  required: z.optional(z.array(z.enum([...parameters, "identifiedDevice"])).check(z.maxLength(100))),
  checkInterval: z.optional(z.int().check(z.gte(1))),
  recoverAll: z.optional(z.boolean()),
};

const schema = z.discriminatedUnion(
  "kind",
  [
    z.strictObject({ kind: z.literal("standard"), ...options }),
    z.strictObject({ kind: z.literal("exact"), ...options }),
    z.strictObject({ kind: z.literal("anyOf"), of: parameterList, ...options }),
    z.strictObject({ kind: z.literal("atLeast"), of: parameterList, count: weight, ...options }),
    z.strictObject({
      kind: z.literal("weighted"),
      weights: z.partialRecord(parameter, weight),
      threshold: weight,
      ...options,
    }),
  ],
  "standard | exact | anyOf | atLeast | weighted",
);

/**
 * Takes a policy out of an untrusted value (a setting, a signed claim), or checks one of your own: it must be able to
 * pass and to fail.
 *
 * Reports every fault with its path. Beside wrong types: an option that there is not; a parameter named twice; a `count` or `threshold` that more
 * votes than there are would have to reach; no parameter at all. Weights and thresholds are integers from 1 to 1,000,000
 * (included), `checkInterval` milliseconds from 1.
 *
 * Outcomes: `core/invalid-input`.
 *
 * @rule FP-23
 * @example
 * ```ts
 * import { definePolicy } from "licit/fingerprint";
 *
 * definePolicy({ kind: "atLeast", count: 2, of: ["board.model", "disks", "networkAdapters"] }).ok; // → true
 *
 * definePolicy({ kind: "atLeast", count: 4, of: ["board.model", "disks", "networkAdapters"] }); // → { ok: false, error: { code: "core/invalid-input", faults: [{ path: ["count"], rule: "range", limit: 3 }] } }
 * ```
 */
export function definePolicy(input: unknown): Result<Policy, InputError> {
  const parsed = parseWith(schema, input, { depth: 1, items: 1_000, members: 100 });
  if (!parsed.ok) return parsed;
  const faults = unreachable(parsed.value);
  return faults.length === 0 ? parsed : err(inputError(faults));
}

/** What the schema cannot see: votes that nothing could pass, or that count one parameter twice. */
function unreachable(policy: Policy): readonly Fault[] {
  const faults: Fault[] = [];
  if (policy.kind === "anyOf" || policy.kind === "atLeast") {
    for (const [at, name] of policy.of.entries()) {
      if (policy.of.indexOf(name) !== at) faults.push({ path: ["of", at], rule: "choice", expected: "each once" });
    }
  }
  if (policy.kind === "weighted" && Object.keys(policy.weights).length === 0) {
    faults.push({ path: ["weights"], rule: "count", limit: 1 });
  } else if (scaleOf(policy).spare < 0) {
    const reachable = parameters.reduce((sum, parameter) => sum + scaleOf(policy).weightOf(parameter), 0);
    faults.push({ path: [policy.kind === "weighted" ? "threshold" : "count"], rule: "range", limit: reachable });
  }
  return faults;
}
