import * as z from "zod/mini";
import { inputError, err, parseWith, type Fault, type InputError, type Result } from "../core/index.js";
import { parsePinKitState, pinReport, type OpenKit } from "../pins/index.js";
import { KEPT_GRANTS } from "./evolve.js";
import { KEPT_ENTRIES } from "./history.js";
import { licenseOf, pagesOf } from "./license-pages.js";
import { waitingRequest } from "./parse-event.js";
import {
  channel,
  computerRecord,
  contact,
  key,
  name,
  offeredPin,
  operation,
  ownerRecord,
  pin,
  storedLimits,
  terms,
  violation,
  words,
} from "./parts.js";
import {
  newReader,
  parseStoredRefusal,
  readBy,
  readComputerRecord,
  readOwnerRecord,
  readTerms,
  type Reader,
} from "./reader.js";
import { KEPT_TIMES } from "./policies.js";
import type { CenterRefusal } from "./refusal.js";
import type { CenterState, Granted, HistoryEntry, LicenseRecord, RegisteredKit } from "./state.js";

const times = z.array(z.int()).check(z.maxLength(KEPT_TIMES));
const granted = z.strictObject({ request: key, terms, at: z.int() });

const license = z.strictObject({
  acquiredWith: pin,
  pin,
  supersededPin: z.nullable(pin),
  channel,
  owner: ownerRecord,
  computer: computerRecord,
  contact: z.nullable(contact),
  terms,
  made: granted,
  again: z.array(granted).check(z.maxLength(KEPT_GRANTS)),
  times: z.record(violation, times),
});

const entry = z.strictObject({
  event: words,
  at: z.int(),
  by: z.optional(channel),
  request: z.optional(key),
  operation: z.optional(operation),
  pin: z.optional(offeredPin),
  license: z.optional(pin),
  replaces: z.optional(pin),
  reason: z.optional(words),
  wants: z.optional(z.enum(["pins", "owner"])),
  sentTo: z.optional(z.array(words)),
  refusal: z.optional(z.unknown()),
  digest: z.optional(words),
  counts: z.optional(violation),
  allowed: z.optional(z.literal(true)),
});

const schema = z.discriminatedUnion("status", [
  z.strictObject({ status: z.literal("unregistered") }),
  z.strictObject({
    status: z.literal("registered"),
    issuer: name,
    product: name,
    customer: z.nullable(contact),
    pins: z.unknown(),
    licenses: z.array(z.array(license)),
    waiting: z.array(waitingRequest),
    history: z.array(entry).check(z.maxLength(KEPT_ENTRIES)),
  }),
]);

/**
 * Takes a stored state of a kit out of an untrusted value. Reports what is not well formed; of what is, licenses that the
 * kit's PINs know nothing of, and PINs in use without a license.
 *
 * Outcomes: `core/invalid-input`.
 *
 * @rule PN-20, CE-07
 * @example
 * ```ts
 * import { center, parseCenterState } from "licit/center";
 *
 * parseCenterState(JSON.parse(JSON.stringify(center.initialState()))).ok; // → true
 * ```
 */
export function parseCenterState(input: unknown): Result<CenterState, InputError> {
  const parsed = parseWith(schema, input, storedLimits);
  if (!parsed.ok || parsed.value.status === "unregistered") return parsed as Result<CenterState, InputError>; // nothing in it to read
  const reader = newReader();
  const { pins, licenses, history, ...rest } = parsed.value;
  const kit = reader.read(["pins"], pins, parsePinKitState);
  const records = licenses.map((page, at) =>
    page.map((one, place) => readLicense(reader, ["licenses", at, place], one)),
  );
  const entries = history.map((one, at) => readEntry(reader, ["history", at], one));
  if (reader.faults.length > 0) return err(inputError(reader.faults));
  if (kit.status !== "open") return err(inputError([{ path: ["pins", "status"], rule: "choice", expected: "open" }]));
  const pages = pagesOf(records.flat());
  const faults = strangers(kit, records.flat(), pages);
  return readBy({ ...reader, faults }, { ...rest, pins: kit, licenses: pages, history: entries });
}

function readLicense(reader: Reader, path: Fault["path"], one: z.infer<typeof license>): LicenseRecord {
  return {
    ...one,
    owner: readOwnerRecord(reader, [...path, "owner"], one.owner),
    computer: readComputerRecord(reader, [...path, "computer"], one.computer),
    terms: readTerms(reader, [...path, "terms"], one.terms),
    made: readGranted(reader, [...path, "made"], one.made),
    again: one.again.map((grant, at) => readGranted(reader, [...path, "again", at], grant)),
  };
}

function readGranted(reader: Reader, path: Fault["path"], grant: z.infer<typeof granted>): Granted {
  return { ...grant, terms: readTerms(reader, [...path, "terms"], grant.terms) };
}

function readEntry(reader: Reader, path: Fault["path"], { refusal, ...rest }: z.infer<typeof entry>): HistoryEntry {
  const told =
    refusal === undefined
      ? {}
      : { refusal: reader.read([...path, "refusal"], refusal, parseStoredRefusal<CenterRefusal>) };
  const present = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  return { ...present, ...told } as HistoryEntry; // what was parsed, without what was absent
}

/** Where licenses and PINs tell different stories. */
function strangers(pins: OpenKit, licenses: readonly LicenseRecord[], pages: RegisteredKit["licenses"]): Fault[] {
  const rows = pinReport(pins).filter(({ acquiredWith }) => acquiredWith !== undefined);
  const known = new Set(rows.map(({ acquiredWith }) => acquiredWith));
  const faults: Fault[] = [];
  const fault = (expected: string): Fault => ({ path: ["licenses"], rule: "format", expected });
  if (new Set(licenses.map(({ acquiredWith }) => acquiredWith)).size < licenses.length)
    faults.push(fault("no license twice"));
  if (licenses.some(({ acquiredWith }) => !known.has(acquiredWith)))
    faults.push(fault("licenses of the kit's own PINs"));
  const unlike = rows.some(({ pin, state, acquiredWith = "" }) => {
    const record = licenseOf(pages, acquiredWith);
    return record === undefined || (state === "current" && record.pin !== pin);
  });
  if (unlike) faults.push(fault("a license under every PIN in use"));
  return faults;
}
