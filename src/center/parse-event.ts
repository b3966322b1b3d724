import * as z from "zod/mini";
import { parseWith, type InputError, type Result } from "../core/index.js";
import { parsePinKitEvent, type PinKitEvent } from "../pins/index.js";
import type { CenterEvent } from "./event.js";
import type { CenterRefusal } from "./refusal.js";
import type { WaitingRequest } from "./state.js";
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

const at = z.int();
const asked = { by: channel, request: key, operation };
const digest = z.string().check(z.regex(/^[0-9a-f]{64}$/, "64 hex digits"));

/** @internal */
export const waitingRequest: z.ZodMiniType<WaitingRequest> = z.strictObject({
  pin,
  company: words,
  reason: words,
  requestFile: z.enum(["not-asked", "missing", "attached"]),
  evidence: z.nullable(
    z.strictObject({
      request: key,
      pin: z.enum(["same", "different"]),
      owner: z.enum(["same", "different", "unknown"]),
      computer: z.enum(["same", "changed", "undetermined", "unknown"]),
    }),
  ),
  at,
});

const changed = z.strictObject({ pins: z.unknown(), at });

const schema = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("kit-registered"),
    data: z.strictObject({ issuer: name, product: name, customer: z.nullable(contact), pins: z.unknown(), at }),
  }),
  z.strictObject({
    type: z.literal("license-granted"),
    data: z.strictObject({
      ...asked,
      pin,
      acquiredWith: pin,
      pins: z.unknown(),
      owner: z.nullable(ownerRecord),
      computer: z.nullable(computerRecord),
      contact: z.nullable(contact),
      terms,
      allowed: z.boolean(),
      at,
    }),
  }),
  z.strictObject({
    type: z.literal("request-refused"),
    data: z.strictObject({
      ...asked,
      pin: offeredPin,
      digest,
      license: z.nullable(pin),
      refusal: z.unknown(),
      counts: z.nullable(violation),
      at,
    }),
  }),
  z.strictObject({
    type: z.literal("request-repeated"),
    data: z.strictObject({ by: channel, request: key, license: pin, at }),
  }),
  z.strictObject({
    type: z.literal("license-renewed"),
    data: z.strictObject({ by: channel, request: key, license: pin, terms, at }),
  }),
  z.strictObject({ type: z.literal("additional-pin-requested"), data: waitingRequest }),
  z.strictObject({ type: z.literal("request-file-requested"), data: z.strictObject({ pin, at }) }),
  z.strictObject({ type: z.literal("additional-pin-issued"), data: changed }),
  z.strictObject({
    type: z.literal("additional-pin-refused"),
    data: z.strictObject({ pin, refusal: z.unknown(), at }),
  }),
  z.strictObject({ type: z.literal("additional-pin-denied"), data: z.strictObject({ pin, reason: words, at }) }),
  z.strictObject({
    type: z.literal("lost-data-sent"),
    data: z.strictObject({
      wants: z.enum(["pins", "owner"]),
      letters: z.array(
        z.strictObject({ to: words, licenses: z.union([z.literal("all"), z.array(pin)], "all | PINs") }),
      ),
      at,
    }),
  }),
  z.strictObject({ type: z.literal("lost-data-refused"), data: z.strictObject({ refusal: z.unknown(), at }) }),
  z.strictObject({ type: z.literal("license-revoked"), data: changed }),
  z.strictObject({ type: z.literal("pin-noted"), data: changed }),
]);

/**
 * Takes a stored event out of an untrusted value. Reports every fault. An event of a newer version has a type or names that
 * this one does not know, and is refused: what it forbids would not be seen.
 *
 * Outcomes: `core/invalid-input`.
 *
 * @rule PN-21
 */
export function parseCenterEvent(input: unknown): Result<CenterEvent, InputError> {
  const parsed = parseWith(schema, input, storedLimits);
  if (!parsed.ok) return parsed;
  const reader = newReader();
  return readBy(reader, read(reader, parsed.value));
}

function read(reader: Reader, { type, data }: z.infer<typeof schema>): CenterEvent {
  const at = ["data"];
  switch (type) {
    case "kit-registered":
    case "additional-pin-issued":
    case "license-revoked":
    case "pin-noted": {
      const pins = reader.read([...at, "pins"], data.pins, parsePinKitEvent);
      if (reader.faults.length === 0 && pins.type !== pinEvents[type])
        reader.faults.push({ path: [...at, "pins", "type"], rule: "choice", expected: pinEvents[type] });
      return { type, data: { ...data, pins } } as CenterEvent; // TypeScript does not tell the four apart here
    }
    case "license-granted": {
      const { owner, computer } = data;
      return {
        type,
        data: {
          ...data,
          pins: reader.read([...at, "pins"], data.pins, parsePinKitEvents),
          owner: owner && readOwnerRecord(reader, [...at, "owner"], owner),
          computer: computer && readComputerRecord(reader, [...at, "computer"], computer),
          terms: readTerms(reader, [...at, "terms"], data.terms),
        },
      };
    }
    case "license-renewed":
      return { type, data: { ...data, terms: readTerms(reader, [...at, "terms"], data.terms) } };
    case "request-refused":
    case "additional-pin-refused":
    case "lost-data-refused": {
      const refusal = reader.read([...at, "refusal"], data.refusal, parseStoredRefusal<CenterRefusal>);
      return { type, data: { ...data, refusal } } as CenterEvent; // TypeScript does not tell the three apart here
    }
    default:
      return { type, data } as CenterEvent; // as it was parsed
  }
}

/** What becomes of the kit's PINs with an event. */
const pinEvents = {
  "kit-registered": "kit-opened",
  "additional-pin-issued": "pin-issued",
  "license-revoked": "pin-cancelled",
  "pin-noted": "pin-noted",
} as const;

/** One or two events of the kit's PINs. */
function parsePinKitEvents(value: unknown): Result<readonly PinKitEvent[], InputError> {
  const list = parseWith(z.array(z.unknown()).check(z.maxLength(2)), value, storedLimits);
  if (!list.ok) return list;
  const reader = newReader();
  return readBy(
    reader,
    list.value.map((event, index) => reader.read([index], event, parsePinKitEvent)),
  );
}
