import * as z from "zod/mini";
import type { PlainLimits } from "../core/index.js";
import type { Contact } from "./asked.js";
import { violations, type Violation } from "./policies.js";

// What commands, events and states have in common. Parts with a parser of their own are taken as they are, and read after
// the whole is well formed. Unknown names are faults: what is not understood could be what a newer version forbids.

/** @internal */
export const words: z.ZodMiniString = z.string().check(z.maxLength(1_000));
/** @internal */
export const name: z.ZodMiniString = z.string().check(z.maxLength(200));
/** @internal */
export const pin: z.ZodMiniString = z.string().check(z.regex(/^[0-9]{15}$/, "15 digits"));
/** As it was offered, which a PIN of another edition can be. @internal */
export const offeredPin: z.ZodMiniString = z.string().check(z.regex(/^[0-9]{15,16}$/, "15 or 16 digits"));
/** @internal */
export const kitNumber: z.ZodMiniString = z.string().check(z.regex(/^[0-9]{9,12}$/, "9 to 12 digits"));
/** @internal */
export const key: z.ZodMiniString = z
  .string()
  .check(z.regex(/^(?:[0-9a-f]{32}|[0-9]{48})$/, "32 hex digits, or 48 digits"));
/** @internal */
export const channel: z.ZodMiniType<"automatic" | "file" | "phone"> = z.enum(["automatic", "file", "phone"]);
/** @internal */
export const operation: z.ZodMiniType<"first-time" | "recovery" | "recovery-spare"> = z.enum([
  "first-time",
  "recovery",
  "recovery-spare",
]);
/** @internal */
export const violation: z.ZodMiniType<Violation> = z.enum(violations);
/** @internal */
export const contact: z.ZodMiniType<Contact> = z.strictObject({
  name,
  organization: z.optional(name),
  email: z.optional(name),
});
/** @internal */
export const terms: z.ZodMiniType<{ expiresAt?: number | undefined; features?: unknown }> = z.strictObject({
  expiresAt: z.optional(z.int()),
  features: z.optional(z.unknown()),
});

/** What of a stored value is looked at. Parts have parsers of their own. */
export const storedLimits: PlainLimits = {
  depth: 8,
  items: 10_000,
  members: 20,
  later: ["pins", "fields", "digest", "parameters", "refusal", "features"],
};

/** @internal */
export const ownerRecord: z.ZodMiniType<StoredOwner> = z.discriminatedUnion("kept", [
  z.strictObject({ kept: z.literal("fields"), fields: z.unknown() }),
  z.strictObject({ kept: z.literal("digest"), digest: z.unknown() }),
  z.strictObject({ kept: z.literal("code"), code: z.string().check(z.regex(/^[0-9]{6}$/, "6 digits")) }),
]);

/** An owner on record, before what it holds is read. */
export type StoredOwner =
  { kept: "fields"; fields: unknown } | { kept: "digest"; digest: unknown } | { kept: "code"; code: string };

/** @internal */
export const computerRecord: z.ZodMiniType<StoredComputer> = z.discriminatedUnion("kept", [
  z.strictObject({ kept: z.literal("parameters"), parameters: z.unknown() }),
  z.strictObject({ kept: z.literal("digits"), digits: z.string().check(z.regex(/^[0-9]{26}$/, "26 digits")) }),
]);

/** A computer on record, before its key parameters are read. */
export type StoredComputer = { kept: "parameters"; parameters: unknown } | { kept: "digits"; digits: string };
