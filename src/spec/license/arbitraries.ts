import * as fc from "fast-check";
import type { Json } from "../../core/index.js";
import type { KeyParameters } from "../../fingerprint/index.js";
import type {
  CheckOptions,
  License,
  LicenseRequest,
  MadeLicense,
  PhoneAnswer,
  PhonePorts,
  RequestDetails,
} from "../../license/index.js";
import type { PhoneSheet } from "../../phone/index.js";
import { licenseName } from "../../pins/index.js";
import { adapter, computer } from "../fingerprint/arbitraries.js";
import { addDevice } from "../fingerprint/edits.js";
import { owner } from "../owner/arbitraries.js";
import { digitsOf } from "../phone/slips.js";
import { ensure } from "../rule.js";
import type { LicenseSubject } from "../subject.js";

/** A computer that can be told from every other. */
export const boundComputer: fc.Arbitrary<KeyParameters> = fc
  .tuple(computer, adapter)
  .map(([base, own]) => addDevice(base, "networkAdapters", own));

/** Moments from 2001 to 2096. */
export const moment: fc.Arbitrary<number> = fc.integer({ min: 980_000_000_000, max: 4_000_000_000_000 });

const issuer = fc.constantFrom("Example Vendor", "Acme", "Acme|Software", "ООО «Ромашка»");
const product = fc.constantFrom("ledger", "|Software", "Бухгалтерия", "ledger pro");
const kitNumber = fc.integer({ min: 9, max: 12 }).chain(digitsOf);
const pin = digitsOf(15);

/** What a customer may ask for, of a single-user license. */
export const details: fc.Arbitrary<RequestDetails> = fc
  .record({
    issuer,
    product,
    kit: kitNumber,
    operation: fc.constantFrom("first-time", "recovery", "recovery-spare"),
    pin,
    other: pin,
    owner,
    parameters: boundComputer,
    at: moment,
  })
  .filter(({ pin: own, other }) => own !== other)
  .map(({ other, ...of }) => ({ ...of, ...(of.operation === "recovery-spare" ? { supersededPin: other } : {}) }));

/** Closed JSON, as a vendor may add it. */
export const closedJson: fc.Arbitrary<Json> = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof(
    { depthSize: "small" },
    fc.constantFrom(null, true, "обмен", "", 0, -7, "__proto__"),
    fc.array(tie("json"), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom("modules", "до", "2"), tie("json"), { maxKeys: 3 }).map((of) => ({ ...of })),
  ),
})).json;

/** What a license adds to the request that it answers. */
export interface Grant {
  readonly multiUser: boolean;
  readonly seats: number;
  /** Milliseconds after it was made. */
  readonly lasts: number | undefined;
  readonly features: Json | undefined;
}

export const grant: fc.Arbitrary<Grant> = fc.record({
  multiUser: fc.boolean(),
  seats: fc.integer({ min: 1, max: 500 }),
  lasts: fc.option(fc.integer({ min: 1, max: 100_000_000_000 }), { nil: undefined }),
  features: fc.option(closedJson, { nil: undefined }),
});

/** A license that answers a request. */
export function licenseFor(request: LicenseRequest, { multiUser, seats, lasts, features }: Grant): License {
  const { issuer: by, product: of, kit, pin: own, supersededPin, owner: whose, parameters, at, id } = request;
  return {
    issuer: by,
    product: of,
    name: licenseName(own, kit),
    kind: multiUser ? "multi-user" : "single-user",
    seats: multiUser ? seats : 1,
    kit,
    pin: own,
    ...(supersededPin === undefined ? {} : { supersededPin }),
    owner: whose,
    binding: { to: "hardware", reference: parameters },
    channel: "file",
    issuedAt: at,
    ...(lasts === undefined ? {} : { expiresAt: at + lasts }),
    request: id,
    ...(features === undefined ? {} : { features }),
  };
}

/** The request of these details; the bytes of its id are of the case. */
export async function requestOf(subject: LicenseSubject, of: RequestDetails, seed = 1): Promise<LicenseRequest> {
  const made = await subject.createRequest(of, (length) => new Uint8Array(length).fill(seed));
  ensure(made.ok, `a request is made: ${JSON.stringify(made)}`);
  return made.value;
}

/** What a check takes of a license that is used where it belongs. */
export function atHome(subject: LicenseSubject, license: License, now: number): CheckOptions {
  const { binding } = license;
  return {
    issuer: license.issuer,
    product: license.product,
    now,
    verify: [subject.ports.verify, subject.ports.phoneVerify],
    stretch: subject.ports.stretch,
    ...(binding.to === "hardware" ? { observed: binding.reference } : { dongles: [binding.dongle] }),
  };
}

/** The license by phone that a request gets, its document, and the sheet that was dictated. */
export async function byPhone(
  subject: LicenseSubject,
  request: LicenseRequest,
  payload: string,
): Promise<MadeLicense & { readonly answer: PhoneAnswer; readonly response: PhoneSheet }> {
  const { ports } = subject;
  const sheet = await subject.phoneRequest(request, ports.stretch);
  ensure(sheet.ok, "a request by phone");
  const { issuer: by, product: of, kit, supersededPin } = request;
  const answer = { issuer: by, product: of, kit, supersededPin, request: sheet.value.digits, payload };
  const response = await subject.phoneResponse(answer, ports.phoneSign);
  const made = await subject.phoneLicense(request, response.digits, phonePorts(subject));
  ensure(made.ok, `a license by phone: ${JSON.stringify(made)}`);
  return { ...made.value, answer, response };
}

export function phonePorts({ ports }: LicenseSubject): PhonePorts {
  return { verify: ports.phoneVerify, stretch: ports.stretch };
}

/** Until when a license by phone is valid: a month as four digits, or for ever. */
export const payload: fc.Arbitrary<string> = fc.oneof(
  fc.constant("0000"),
  fc
    .tuple(fc.integer({ min: 10, max: 99 }), fc.integer({ min: 1, max: 12 }))
    .map(([year, month]) => `${year}${String(month).padStart(2, "0")}`),
);
