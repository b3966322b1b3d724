import * as z from "zod/mini";
import {
  canonicalJson,
  err,
  inputError,
  ok,
  parseWith,
  type InputError,
  type Json,
  type Result,
} from "../core/index.js";
import { recordedParameters } from "../fingerprint/index.js";
import { canonicalOwner, nothingRequired, parseOwner, type Owner } from "../owner/index.js";
import type { PhoneOperation } from "../phone/index.js";
import { licenseName } from "../pins/index.js";
import type { License } from "./license.js";
import { below, kit, limits, part, text } from "./claims.js";
import { expiryOf, isExpiry } from "./phone-expiry.js";

/**
 * What a license by phone keeps, `licit-phone-license-1`: whatever went into its signature, and the signature. All else that
 * it says is a constant of the form.
 */
export interface PhoneForm {
  readonly issuer: string;
  readonly product: string;
  readonly kit: string;
  readonly pin: string;
  /** Empty where none is. */
  readonly supersededPin: string;
  /** 1: first time; 2: recovery; 3: recovery with a spare PIN. */
  readonly operation: 1 | 2 | 3;
  /** The canonical owner, `licit-owner-1`. */
  readonly owner: Json;
  /** The canonical key parameters, `licit-parameters-1`. */
  readonly reference: Json;
  readonly payload: string;
  readonly signature: string;
}

/** The operation of a form, by its name. */
export function operationOf({ operation }: PhoneForm): PhoneOperation {
  return ({ 1: "first-time", 2: "recovery", 3: "recovery-spare" } as const)[operation];
}

const standardPin = z.string().check(z.regex(/^[0-9]{15}$/, "15 digits"));

const schema = z.strictObject({
  issuer: text,
  product: text,
  kit,
  pin: standardPin,
  supersededPin: z.string().check(z.regex(/^([0-9]{15,16})?$/, "15 or 16 digits, or none")),
  operation: z.literal([1, 2, 3]),
  owner: part,
  reference: part,
  payload: z.string().check(z.refine(isExpiry, "YYMM")),
  signature: z.string().check(z.regex(/^[0-9a-f]{96}$/, "96 hex digits")),
});

/** The form in a value that was read. */
export function parseForm(value: unknown): Result<PhoneForm, InputError> {
  const parsed = parseWith(schema, value, limits);
  return parsed.ok ? ok(parsed.value as PhoneForm) : parsed; // owner and reference are JSON, as the value is
}

/** What the form of a license says. @rule LC-11 */
export function licenseOf(form: PhoneForm): Result<License, InputError> {
  const { issuer, product, kit, pin, supersededPin, payload } = form;
  const owner = recordedOwner(form.owner);
  if (!owner.ok) return err(inputError(below(owner.error, ["owner"])));
  const reference = recordedParameters(form.reference);
  if (!reference.ok) return err(inputError(below(reference.error, ["reference"])));
  const expiresAt = expiryOf(payload);
  return ok({
    issuer,
    product,
    name: licenseName(pin, kit),
    kind: "single-user",
    seats: 1,
    kit,
    pin,
    ...(supersededPin === "" ? {} : { supersededPin }),
    owner: owner.value,
    binding: { to: "hardware", reference: reference.value },
    channel: "phone",
    ...(expiresAt === undefined ? {} : { expiresAt }),
  });
}

/** An owner out of its canonical form, and of no other text. A country's name is not in it: its code stands in. */
function recordedOwner(form: Json): Result<Owner, InputError> {
  const parsed = parseOwner(withCountryName(form), nothingRequired, "refused");
  if (!parsed.ok) return parsed;
  const written = canonicalJson(form);
  const same = written.ok && written.value === canonicalOwner(parsed.value);
  return same ? parsed : err(inputError([{ path: [], rule: "format", expected: "licit-owner-1" }]));
}

function withCountryName(form: Json): unknown {
  if (typeof form !== "object" || form === null || !("country" in form)) return form;
  const { country } = form;
  const listed = typeof country === "object" && country !== null && "code" in country;
  return listed ? { ...form, country: { ...country, name: country["code"] } } : form;
}
