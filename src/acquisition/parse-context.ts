import * as z from "zod/mini";
import { err, inputError, ok, parseWith, type Fault, type InputError, type Result } from "../core/index.js";
import { definePolicy } from "../fingerprint/index.js";
import { parseLicense, parseRequest } from "../license/index.js";
import { ownerFields } from "../owner/index.js";
import { parseKitDefinition } from "../pins/index.js";
import type { WizardContext } from "./context.js";
import { below, placeSchema, readPart } from "./parts.js";

const name = z.string().check(z.minLength(1), z.maxLength(200));
const many = z.array(z.unknown()).check(z.maxLength(1_000));
const fieldNames = z.array(z.enum(ownerFields as [(typeof ownerFields)[number], ...typeof ownerFields])); // it is not empty

const schema = z.strictObject({
  issuer: name,
  product: name,
  opened: z.enum(["at-start", "on-purpose"]),
  found: z.strictObject({ license: z.boolean(), dongle: z.boolean() }),
  storable: z.enum(["for-everyone", "for-this-user-only"]),
  runsOn: z.enum(["workstation", "application-server", "terminal-server", "web-server"]),
  edition: z.optional(z.enum(["standard", "basic"])),
  kind: z.optional(z.enum(["single-user", "multi-user", "server"])),
  kit: z.optional(z.unknown()),
  center: z.optional(z.enum(["reachable", "unreachable"])),
  internetElsewhere: z.optional(z.boolean()),
  licenses: z.optional(many),
  waiting: z.optional(z.strictObject({ request: z.unknown(), place: placeSchema })),
  dictated: z.optional(many),
  required: z.optional(z.strictObject({ company: fieldNames, individual: fieldNames })),
  policy: z.optional(z.unknown()),
  community: z.optional(z.boolean()),
});

const limits = {
  depth: 3,
  items: 1_000,
  members: 20,
  later: ["kit", "policy", "request"],
  names: Object.fromEntries(Object.keys(schema.def.shape).map((member) => [member, null])),
  otherNames: "refused",
} as const;

/** Takes a context out of an untrusted value: with every fault of what is known, and of each license and request. */
export function parseContext(input: unknown): Result<WizardContext, InputError> {
  try {
    return readContext(input);
  } catch {
    // A getter or a proxy of whoever handed it in.
    return err(inputError([{ path: [], rule: "hostile" }]));
  }
}

function readContext(input: unknown): Result<WizardContext, InputError> {
  const { licenses, dictated, ...plain } = lists(input);
  const parsed = parseWith(schema, plain, limits);
  const faults: Fault[] = parsed.ok ? [] : [...parsed.error.faults];
  const read = {
    licenses: readAll("licenses", licenses, parseLicense, faults),
    dictated: readAll("dictated", dictated, parseRequest, faults),
  };
  if (!parsed.ok) return err(inputError(faults));
  const { kit, policy, waiting, ...rest } = parsed.value;
  const context = {
    ...rest,
    ...read,
    kit: kit === undefined ? undefined : readPart(kit, ["kit"], parseKitDefinition, faults),
    policy: policy === undefined ? undefined : readPart(policy, ["policy"], definePolicy, faults),
    waiting: waiting && {
      place: waiting.place,
      request: readPart(waiting.request, ["waiting", "request"], parseRequest, faults),
    },
  };
  return faults.length === 0 ? ok(present(context) as unknown as WizardContext) : err(inputError(faults)); // each part was read
}

/** The lists apart: what is in them has parsers of its own. */
function lists(input: unknown): { readonly [name: string]: unknown } {
  return typeof input === "object" && input !== null ? { ...input } : { input };
}

function readAll<T>(
  name: string,
  value: unknown,
  parse: (input: unknown) => Result<T, InputError>,
  faults: Fault[],
): readonly (T | undefined)[] | undefined {
  if (value === undefined) return undefined;
  if (!Array.isArray(value) || value.length > 1_000) {
    faults.push({ path: [name], rule: "count", limit: 1_000 });
    return undefined;
  }
  return value.map((one: unknown, at) => {
    const read = parse(one);
    if (!read.ok) faults.push(...below([name, at], read.error));
    return read.ok ? read.value : undefined;
  });
}

/** Without what is left open. */
export function present(value: object): object {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined));
}
