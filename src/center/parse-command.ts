import * as z from "zod/mini";
import { parseWith, type InputError, type Result } from "../core/index.js";
import { parseRequest } from "../license/index.js";
import { parsePinKitCommand, type PinKitCommand } from "../pins/index.js";
import type { CenterCommand } from "./command.js";
import { contact, kitNumber, name, pin, terms, words } from "./parts.js";
import { newReader, readBy, readTerms, type Reader } from "./reader.js";

const at = z.int();
const occasion = {
  terms: z.optional(terms),
  renew: z.optional(z.boolean()),
  allowed: z.optional(z.boolean()),
  at,
};

const schema = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("register-kit"),
    data: z.strictObject({
      issuer: name,
      product: name,
      customer: z.optional(contact),
      kit: z.unknown(),
      definition: z.unknown(),
      pins: z.unknown(),
      at,
    }),
  }),
  z.strictObject({
    type: z.literal("request-license"),
    data: z.discriminatedUnion("by", [
      z.strictObject({ by: z.enum(["automatic", "file"]), request: z.unknown(), ...occasion }),
      z.strictObject({
        by: z.literal("phone"),
        kit: kitNumber,
        digits: words,
        checksumConfirmed: z.optional(z.boolean()),
        supersededPin: z.optional(pin),
        contact: z.optional(contact),
        contactConfirmed: z.optional(z.boolean()),
        againstSpare: z.optional(pin),
        ...occasion,
      }),
    ]),
  }),
  z.strictObject({
    type: z.literal("request-additional-pin"),
    data: z.strictObject({
      letter: z.strictObject({
        kind: z.literal("additional-pin"),
        kit: kitNumber,
        company: words,
        pin,
        taxNumber: z.optional(words),
        reason: words,
      }),
      requestFile: z.optional(z.unknown()),
      at,
    }),
  }),
  z.strictObject({
    type: z.literal("request-lost-data"),
    data: z.strictObject({
      letter: z.strictObject({
        kind: z.literal("lost-data"),
        wants: z.enum(["pins", "owner"]),
        kit: kitNumber,
        name: words,
        taxNumber: z.optional(words),
        reason: words,
      }),
      at,
    }),
  }),
  z.strictObject({
    type: z.literal("decide-additional-pin"),
    data: z.discriminatedUnion("decision", [
      z.strictObject({ decision: z.literal("grant"), pin, newPin: pin, allowed: z.optional(z.boolean()), at }),
      z.strictObject({ decision: z.literal("ask-request-file"), pin, at }),
      z.strictObject({ decision: z.literal("refuse"), pin, reason: words, at }),
    ]),
  }),
  z.strictObject({ type: z.literal("revoke"), data: z.strictObject({ pin, reason: z.optional(words), at }) }),
  z.strictObject({ type: z.literal("note"), data: z.strictObject({ pin, note: words, at }) }),
]);

const limits = {
  depth: 5,
  items: 0,
  members: 20,
  later: ["request", "requestFile", "features", "kit", "definition", "pins"],
};

/**
 * Takes a command out of an untrusted value: from a queue, say, or from another process of the center. Reports every fault;
 * unknown names are faults.
 *
 * What a customer sends is less than a command: it goes through `parseRequest`, `openRequest` or `parseLetter`. Terms, and
 * what an operator allows or confirms, are the center's own words.
 *
 * Outcomes: `core/invalid-input`.
 *
 * @rule CE-14, CE-15
 */
export function parseCenterCommand(input: unknown): Result<CenterCommand, InputError> {
  const parsed = parseWith(schema, input, limits);
  if (!parsed.ok) return parsed;
  const reader = newReader();
  return readBy(reader, read(reader, parsed.value));
}

function read(reader: Reader, command: z.infer<typeof schema>): CenterCommand {
  switch (command.type) {
    case "register-kit": {
      const { kit, definition, pins, ...rest } = command.data;
      const opening = { type: "open", data: { kit, definition, pins, at: rest.at } };
      const opened = reader.read([], opening, parsePinKitCommand) as Extract<PinKitCommand, { readonly type: "open" }>; // or there are faults
      return { type: command.type, data: { ...rest, ...opened.data } };
    }
    case "request-license": {
      const { terms: given, ...rest } = command.data;
      const added = given === undefined ? {} : { terms: readTerms(reader, ["data", "terms"], given) };
      if (rest.by === "phone") return { type: command.type, data: { ...rest, ...added } };
      const request = reader.read(["data", "request"], rest.request, parseRequest);
      return { type: command.type, data: { ...rest, request, ...added } };
    }
    case "request-additional-pin": {
      const { requestFile, ...rest } = command.data;
      if (requestFile === undefined) return { type: command.type, data: rest };
      const file = reader.read(["data", "requestFile"], requestFile, parseRequest);
      return { type: command.type, data: { ...rest, requestFile: file } };
    }
    default:
      return command;
  }
}
