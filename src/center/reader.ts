import {
  canonicalJson,
  err,
  inputError,
  ok,
  type Fault,
  type InputError,
  type Json,
  type Result,
} from "../core/index.js";
import { parseKeyParameters } from "../fingerprint/index.js";
import { nothingRequired, parseOwner, parseOwnerDigest } from "../owner/index.js";
import type { Terms } from "./asked.js";
import type { StoredComputer, StoredOwner } from "./parts.js";
import type { ComputerRecord, OwnerRecord } from "./state.js";

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
