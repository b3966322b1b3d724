import * as z from "zod/mini";
import {
  canonicalJson,
  err,
  inputError,
  ok,
  type Fault,
  type InputError,
  type Json,
  type PlainLimits,
  type Result,
} from "../core/index.js";
import { parseKeyParameters } from "../fingerprint/index.js";
import { nothingRequired, parseOwner, parseOwnerDigest } from "../owner/index.js";
import type { Contact, Terms } from "./asked.js";
import { violations, type Violation } from "./policies.js";
import type { ComputerRecord, OwnerRecord } from "./state.js";

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

/** Reads parts that have a parser of their own, and collects what is wrong with them, where it stands. */
export interface Reader {
  readonly faults: Fault[];
  /** What the parser makes of a part; the part as it is where that is nothing. */
  read<T>(path: Fault["path"], value: unknown, parse: (value: unknown) => Result<T, InputError>): T;
}

/** A reader of one input. */
export function newReader(): Reader {
  const faults: Fault[] = [];
  return {
    faults,
    read<T>(path: Fault["path"], value: unknown, parse: (value: unknown) => Result<T, InputError>): T {
      const parsed = parse(value);
      if (parsed.ok) return parsed.value;
      faults.push(...parsed.error.faults.map((fault) => ({ ...fault, path: [...path, ...fault.path] })));
      return value as T; // never taken: there are faults
    },
  };
}

/** What was read, or what is wrong with it. */
export function readBy<T>({ faults }: Reader, value: T): Result<T, InputError> {
  return faults.length === 0 ? ok(value) : err(inputError(faults));
}

/** An owner as it was stored: nothing is required of it any more. */
export function parseStoredOwner(value: unknown): ReturnType<typeof parseOwner> {
  return parseOwner(value, nothingRequired, "refused");
}

/** Closed JSON, copied. */
export function parseJson(value: unknown): Result<Json, InputError> {
  const text = canonicalJson(value);
  if (!text.ok) return err(inputError([{ path: text.error.path, rule: "type", expected: "closed JSON" }]));
  return ok(JSON.parse(text.value) as Json); // what was written as JSON
}

/** A refusal as it was stored. */
export function parseStoredRefusal<T>(value: unknown): Result<T, InputError> {
  const parsed = parseJson(value);
  if (!parsed.ok) return parsed;
  const { value: json } = parsed;
  const has = (member: string): boolean =>
    typeof json === "object" &&
    json !== null &&
    typeof (json as { readonly [name: string]: Json })[member] === "string"; // an object
  const missing = ["code", "instead"].filter((member) => !has(member));
  if (missing.length > 0)
    return err(inputError(missing.map((member) => ({ path: [member], rule: "missing", expected: "string" }))));
  return ok(json as T); // its code says which one it is
}

/** @internal */
export const ownerRecord: z.ZodMiniType<StoredOwner> = z.discriminatedUnion("kept", [
  z.strictObject({ kept: z.literal("fields"), fields: z.unknown() }),
  z.strictObject({ kept: z.literal("digest"), digest: z.unknown() }),
  z.strictObject({ kept: z.literal("code"), code: z.string().check(z.regex(/^[0-9]{6}$/, "6 digits")) }),
]);

type StoredOwner =
  { kept: "fields"; fields: unknown } | { kept: "digest"; digest: unknown } | { kept: "code"; code: string };

/** @internal */
export const computerRecord: z.ZodMiniType<StoredComputer> = z.discriminatedUnion("kept", [
  z.strictObject({ kept: z.literal("parameters"), parameters: z.unknown() }),
  z.strictObject({ kept: z.literal("digits"), digits: z.string().check(z.regex(/^[0-9]{26}$/, "26 digits")) }),
]);

type StoredComputer = { kept: "parameters"; parameters: unknown } | { kept: "digits"; digits: string };

/** The owner on record, with what it holds read. */
export function readOwnerRecord(reader: Reader, path: Fault["path"], record: StoredOwner): OwnerRecord {
  switch (record.kept) {
    case "fields":
      return { kept: "fields", fields: reader.read([...path, "fields"], record.fields, parseStoredOwner) };
    case "digest":
      return { kept: "digest", digest: reader.read([...path, "digest"], record.digest, parseOwnerDigest) };
    case "code":
      return record;
  }
}

/** The computer on record, with its key parameters read. */
export function readComputerRecord(reader: Reader, path: Fault["path"], record: StoredComputer): ComputerRecord {
  if (record.kept === "digits") return record;
  const parse = (value: unknown): ReturnType<typeof parseKeyParameters> => parseKeyParameters(value, "refused");
  return { kept: "parameters", parameters: reader.read([...path, "parameters"], record.parameters, parse) };
}

/** Terms, with what a vendor added copied. */
export function readTerms(
  reader: Reader,
  path: Fault["path"],
  { expiresAt, features }: { expiresAt?: number | undefined; features?: unknown },
): Terms {
  return {
    ...(expiresAt === undefined ? {} : { expiresAt }),
    ...(features === undefined ? {} : { features: reader.read([...path, "features"], features, parseJson) }),
  };
}
