import * as z from "zod/mini";
import { parseWith, standardSchema, type InputError, type Result, type StandardSchema } from "../core/index.js";
import { MAX_PINS } from "./check-kit.js";
import type { PinKitCommand } from "./command.js";
import type { PinKitEvent } from "./event.js";
import type { KitDefinition, LicenseType } from "./kit.js";

// What is well formed, no more: whether it fits a kit, and whether a definition contradicts itself, the machine says.

/** @internal */
export const text: z.ZodMiniString = z.string().check(z.maxLength(1_000));
/** @internal */
export const pin: z.ZodMiniString = z.string().check(z.regex(/^[0-9]{15}$/, "15 digits"));
/** @internal */
export const licenseType: z.ZodMiniType<LicenseType> = z.enum(["single-user", "multi-user", "server"]);
const clientSet = z.enum(["single-user", "multi-user"]);
const count = z.int().check(z.gte(0));
const common = { pin, at: z.int() };
const where = { reference: text, computer: z.optional(text) };
const bound = { reference: text, computer: z.nullable(text) };
const pinList = z.optional(z.array(text));

// What is misspelt here would be left out, and what is left out permits: so nothing unknown is overlooked.
/** @internal */
export const definition: z.ZodMiniType<KitDefinition> = z.strictObject({
  name: text,
  client: z.optional(z.strictObject({ workstations: count, sets: z.array(clientSet) })),
  server: z.optional(z.boolean()),
  pinsPerLicense: z.optional(count),
  recoveries: z.optional(z.strictObject({ perPin: z.optional(count), perKit: z.optional(count) })),
  cancelledPlaces: z.optional(z.enum(["freed", "kept"])),
  additionalPins: z.optional(z.enum(["any-license", "that-license"])),
});

const opening = z.object({
  kit: text,
  definition,
  pins: z.object({ "single-user": pinList, "multi-user": pinList, server: pinList }),
  at: z.int(),
});

const command = z.discriminatedUnion("type", [
  z.object({ type: z.literal("open"), data: opening }),
  z.object({
    type: z.literal("acquire"),
    data: z.object({ ...common, ...where, licenseType: z.optional(licenseType) }),
  }),
  z.object({
    type: z.literal("recover"),
    data: z.discriminatedUnion(
      "parameters",
      [
        z.object({ ...common, parameters: z.literal("unchanged"), licenseType: z.optional(licenseType) }),
        z.object({
          ...common,
          ...where,
          parameters: z.literal("changed"),
          licenseType: z.optional(licenseType),
          sparePin: pin,
        }),
      ],
      "unchanged | changed",
    ),
  }),
  z.object({
    type: z.literal("issueAdditional"),
    data: z.object({
      ...common,
      kit: text,
      company: text,
      reason: text,
      requestFile: z.enum(["not-asked", "attached", "missing"]),
      violations: z.array(text),
      newPin: pin,
    }),
  }),
  z.object({ type: z.literal("cancel"), data: z.object({ ...common, reason: z.optional(text) }) }),
  z.object({ type: z.literal("note"), data: z.object({ ...common, note: text }) }),
]);

const event = z.discriminatedUnion("type", [
  z.object({ type: z.literal("kit-opened"), data: opening }),
  z.object({
    type: z.literal("license-acquired"),
    data: z.object({ ...common, ...bound, set: licenseType, voids: z.nullable(clientSet) }),
  }),
  z.object({
    type: z.literal("license-recovered"),
    data: z.object({ ...common, ...bound, superseded: z.nullable(pin) }),
  }),
  z.object({
    type: z.literal("pin-issued"),
    data: z.object({ ...common, set: licenseType, place: z.int(), replaces: pin, company: text, reason: text }),
  }),
  z.object({ type: z.literal("pin-cancelled"), data: z.object({ ...common, reason: text }) }),
  z.object({ type: z.literal("pin-noted"), data: z.object({ ...common, note: text }) }),
]);

const limits = { depth: 5, items: MAX_PINS, members: 20 };

/**
 * Takes a kit definition out of an untrusted value, say a vendor's configuration. Reports every fault; whether the
 * definition contradicts itself, `checkKit` says.
 *
 * Outcomes: `core/invalid-input`.
 *
 * @rule PN-04
 * @example
 * ```ts
 * import { parseKitDefinition } from "licit/pins";
 *
 * parseKitDefinition({ name: "site", client: { workstations: 40, sets: ["multi-user"] } }).ok; // → true
 * parseKitDefinition({ name: "site", client: { workstations: "40", sets: [] } }); // → { ok: false, error: { code: "core/invalid-input", faults: [{ path: ["client", "workstations"], rule: "type", expected: "number" }] } }
 * ```
 */
export function parseKitDefinition(input: unknown): Result<KitDefinition, InputError> {
  return parseWith<KitDefinition>(definition, input, limits);
}

/** {@link parseKitDefinition} as a Standard Schema, for form and server libraries. */
export const kitDefinitionSchema: StandardSchema<KitDefinition> = standardSchema(parseKitDefinition);

/**
 * Takes a command to a kit out of an untrusted value. Reports every fault. At most 10,000 PINs a set (included).
 *
 * Outcomes: `core/invalid-input`.
 */
export function parsePinKitCommand(input: unknown): Result<PinKitCommand, InputError> {
  return parseWith<PinKitCommand>(command, input, limits);
}

/**
 * Takes a stored event of a kit out of an untrusted value. Reports every fault.
 *
 * Outcomes: `core/invalid-input`.
 */
export function parsePinKitEvent(input: unknown): Result<PinKitEvent, InputError> {
  return parseWith<PinKitEvent>(event, input, limits);
}
