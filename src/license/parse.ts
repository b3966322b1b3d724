import * as z from "zod/mini";
import {
  err,
  inputError,
  ok,
  parseWith,
  standardSchema,
  type Fault,
  type InputError,
  type Result,
  type StandardSchema,
} from "../core/index.js";
import { licenseName } from "../pins/index.js";
import { kind, kit, limits, part, pin, readAdded, readOwner, readParameters, requestId, text, time } from "./claims.js";
import type { License } from "./license.js";

/** The parts have parsers of their own. @internal */
export const licenseShape: z.ZodMiniType<
  Omit<License, "owner" | "binding" | "features"> & {
    readonly owner: unknown;
    readonly binding:
      { readonly to: "hardware"; readonly reference: unknown } | Extract<License["binding"], { readonly to: "dongle" }>;
    readonly features?: unknown;
  }
> = z.strictObject({
  issuer: text,
  product: text,
  name: text,
  kind,
  seats: z.int().check(z.gte(1)),
  kit,
  pin,
  supersededPin: z.optional(pin),
  owner: part,
  binding: z.discriminatedUnion("to", [
    z.strictObject({ to: z.literal("hardware"), reference: part }),
    z.strictObject({ to: z.literal("dongle"), dongle: z.strictObject({ series: text, id: text }) }),
  ]),
  channel: z.enum(["automatic", "file", "phone"]),
  issuedAt: z.optional(time),
  expiresAt: z.optional(time),
  request: z.optional(requestId),
  features: z.optional(part),
});

/**
 * Takes a license out of an untrusted value, with every fault. Unknown names are faults: of what is signed, nothing may be
 * overlooked. Whether it can be trusted, its signature says (`openLicense`).
 *
 * Its name must be that of its PIN and kit, a single-user license has one seat, it expires after it was made, and only
 * one by phone may leave open when that was.
 *
 * Outcomes: `core/invalid-input`.
 *
 * @rule LC-01, LC-17
 * @example
 * ```ts
 * import { parseLicense } from "licit/license";
 *
 * const parsed = parseLicense({ issuer: "Example Vendor", seats: 0 });
 * !parsed.ok && parsed.error.faults.find(({ path }) => path[0] === "seats"); // → { path: ["seats"], rule: "range", limit: 1 }
 * ```
 */
export function parseLicense(input: unknown): Result<License, InputError> {
  const parsed = parseWith(licenseShape, input, limits);
  if (!parsed.ok) return parsed;
  const { owner, binding, features, ...plain } = parsed.value;
  const bound =
    binding.to === "hardware" ? readParameters(binding.reference, ["binding", "reference"], "refused") : ok(undefined);
  const owned = readOwner(owner, "refused");
  const added = readAdded("features", features);
  const faults = [
    ...(owned.ok ? [] : owned.error),
    ...(bound.ok ? [] : bound.error),
    ...contradictions(plain),
    ...(added.ok ? [] : added.error),
  ];
  if (!owned.ok || !bound.ok || !added.ok || faults.length > 0) return err(inputError(faults));
  const to = bound.value === undefined ? binding : { to: "hardware" as const, reference: bound.value };
  return ok({ ...plain, ...added.value, owner: owned.value, binding: to } as License); // a dongle where there is no reference
}

/** A license as it stands in a file: one by phone has a form of its own. @rule PH-03 */
export function parseFileLicense(input: unknown): Result<License, InputError> {
  const parsed = parseLicense(input);
  const dictated = parsed.ok && parsed.value.channel === "phone";
  return dictated ? err(inputError([{ path: ["channel"], rule: "choice", expected: "automatic | file" }])) : parsed;
}

/** {@link parseLicense} as a Standard Schema, for form and server libraries. */
export const licenseSchema: StandardSchema<License> = standardSchema(parseLicense);

function contradictions(
  license: Pick<License, "name" | "pin" | "kit" | "kind" | "seats" | "channel" | "issuedAt" | "expiresAt">,
) {
  const name = licenseName(license.pin, license.kit);
  const faults: Fault[] = [];
  if (license.name !== name) faults.push({ path: ["name"], rule: "format", expected: name });
  if (license.kind === "single-user" && license.seats !== 1) faults.push({ path: ["seats"], rule: "range", limit: 1 });
  const { issuedAt, expiresAt } = license;
  if (issuedAt === undefined && license.channel !== "phone") faults.push({ path: ["issuedAt"], rule: "missing" });
  if (expiresAt !== undefined && issuedAt !== undefined && expiresAt <= issuedAt) {
    faults.push({ path: ["expiresAt"], rule: "range", limit: issuedAt + 1 });
  }
  return faults;
}
