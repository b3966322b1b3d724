import * as fc from "fast-check";
import { digestOf } from "../../fingerprint/index.js";
import type { License, LicenseRequest } from "../../license/index.js";
import { canonicalOwner } from "../../owner/index.js";
import { withDigit } from "../phone/slips.js";
import { ensure, ensureEqual, rulesFor, type Rule } from "../rule.js";
import type { LicenseSubject } from "../subject.js";
import { atHome, boundComputer, byPhone, details, licenseFor, phonePorts, requestOf } from "./arbitraries.js";
import { partsOf, said, saying, withParts } from "./armor.js";
import { daysBefore } from "./days.js";

const rule = rulesFor("license");

/** Until when: a month, or for ever. */
const payload = fc.oneof(
  fc.constant("0000"),
  fc
    .tuple(fc.integer({ min: 10, max: 99 }), fc.integer({ min: 1, max: 12 }))
    .map(([year, month]) => `${year}${String(month).padStart(2, "0")}`),
);

/** The rules on licenses that are made out of digits. */
export const phoneLicenseRules: readonly Rule[] = [
  rule(
    {
      id: "PH-10",
      statement:
        "A response belongs to one request: with another computer, kit, PIN, owner, operation or superseded license it does not verify.",
      source: "S2",
    },
    {
      cases: fc.tuple(details, details, boundComputer, payload),
      async holds(subject, [of, others, elsewhere, until]) {
        const { ports } = subject;
        const request = await requestOf(subject, of);
        const { answer, response } = await byPhone(subject, request, until);
        for (const [what, other] of otherRequests(request, others, elsewhere)) {
          const made = await subject.phoneLicense(other, response.digits, phonePorts(subject));
          ensureEqual(made, { ok: false, error: { code: "license/not-verified" } }, `another ${what}`);
        }
        const inserted = { ...answer, supersededPin: answer.supersededPin === undefined ? of.pin : undefined };
        const forAnother = await subject.phoneResponse(inserted, ports.phoneSign);
        const made = await subject.phoneLicense(request, forAnother.digits, phonePorts(subject));
        ensure(!made.ok, "the center has another superseded license on record");
        const multi = await subject.phoneRequest({ ...request, kind: "multi-user" }, ports.stretch);
        ensureEqual(
          multi,
          { ok: false, error: { code: "phone/single-user-only", license: "multi-user" } },
          "single-user only",
        );
      },
    },
  ),
  rule(
    {
      id: "PH-11",
      statement:
        "A response carries a whole standard signature, nothing of it cut: any digit changed, no verification.",
      source: "—",
    },
    {
      cases: fc.tuple(
        details,
        payload,
        fc.array(fc.tuple(fc.nat(119), fc.integer({ min: 1, max: 9 })), { minLength: 3, maxLength: 5 }),
      ),
      async holds(subject, [of, until, slips]) {
        const request = await requestOf(subject, of);
        const { response } = await byPhone(subject, request, until);
        ensureEqual(response.digits.length, 120, "digits");
        for (const [at, by] of slips) {
          const wrong = withDigit(response.digits, at, (Number(response.digits.charAt(at)) + by) % 10);
          const made = await subject.phoneLicense(request, wrong, phonePorts(subject));
          ensure(!made.ok, `digit ${at + 1} changed: no license`);
        }
        const unsigned = await subject.phoneLicense(request, until + "0".repeat(116), phonePorts(subject));
        ensure(!unsigned.ok, "no signature, no license");
        const stretchless = { verify: [], stretch: subject.ports.stretch };
        ensure(!(await subject.phoneLicense(request, response.digits, stretchless)).ok, "no key, no license");
      },
    },
  ),
  rule(
    {
      id: "PH-14",
      statement:
        "From the saved reference, the owner and the 120 digits, the license is made again without a call; the wizard offers that first.",
      source: "—",
    },
    {
      cases: fc.tuple(details, payload, fc.boolean()),
      async holds(subject, [of, until, grouped]) {
        const request = await requestOf(subject, of);
        const { license, text, response } = await byPhone(subject, request, until);
        const saved = JSON.parse(JSON.stringify(request)) as LicenseRequest; // as it was
        const paper = grouped
          ? [...response.rows.map(({ groups, checksum }) => [...groups, checksum].join(" ")), response.total].join("\n")
          : response.digits;
        const again = await subject.phoneLicense(saved, paper, phonePorts(subject));
        ensureEqual(again, { ok: true, value: { license, text } }, "the same license, to the letter");
        const verdict = await subject.checkLicense(text, atHome(subject, license, 1_200_000_000_000));
        ensureEqual([verdict.outcome, verdict.license], ["valid", license], "and it works");
      },
    },
  ),
  rule(
    {
      id: "LC-11",
      statement:
        "A license by phone says the same as one by file, except when it was made; every claim in it is signed or a constant of the form.",
      source: "S2",
    },
    {
      cases: fc.tuple(details, payload, details, fc.nat()),
      async holds(subject, [of, until, others, pick]) {
        const request = await requestOf(subject, of);
        const { license, text } = await byPhone(subject, request, until);
        const expiresAt = endOf(until);
        const lasts = expiresAt === undefined ? undefined : expiresAt - of.at;
        const byFile = licenseFor(request, { multiUser: false, seats: 1, lasts, features: undefined });
        ensureEqual(claimsOf(license), claimsOf(byFile), "what both say");
        ensureEqual([license.channel, license.issuedAt, license.request], ["phone", undefined, undefined], "and how");

        const [form = ""] = partsOf(text);
        const claims = said(form);
        const otherForm = await byPhone(subject, await requestOf(subject, others), until);
        const other = said(partsOf(otherForm.text)[0] ?? "");
        const names = Object.keys(claims);
        const name = names[pick % names.length] ?? "pin";
        for (const value of [other[name] ?? "", { ...claims, more: 1 }, "1"]) {
          if (JSON.stringify(value) === JSON.stringify(claims[name])) continue;
          await untrusted(subject, withParts(text, [saying({ ...claims, [name]: value })]), `another ${name}`);
        }
        await untrusted(subject, withParts(text, [saying({ ...claims, seats: 100 })]), "a claim that the form has not");
        const reference = { ...(claims["reference"] as object), users: 1 };
        await untrusted(subject, withParts(text, [saying({ ...claims, reference })]), "more of the computer");
      },
    },
  ),
];

/** Requests that differ from this one in one thing. */
function otherRequests(
  request: LicenseRequest,
  others: LicenseRequest | Omit<LicenseRequest, "id">,
  elsewhere: LicenseRequest["parameters"],
) {
  const { operation, supersededPin, pin } = request;
  const spare = operation === "recovery-spare";
  const all: readonly (readonly [string, LicenseRequest])[] = [
    ["computer", { ...request, parameters: elsewhere }],
    ["kit", { ...request, kit: others.kit }],
    ["PIN", { ...request, pin: others.pin }],
    ["owner", { ...request, owner: others.owner }],
    ["issuer", { ...request, issuer: `${request.issuer}s` }],
    ["product", { ...request, product: `${request.product}s` }],
    ["line between issuer and product", { ...request, issuer: request.issuer + request.product, product: " " }],
    [
      "operation",
      { ...request, operation: operation === "first-time" ? "recovery" : "first-time", supersededPin: undefined },
    ],
    ...(spare
      ? [
          [
            "superseded license",
            { ...request, supersededPin: supersededPin === pin ? others.pin : `${pin.slice(1)}0` },
          ] as const,
        ]
      : []),
  ];
  return all.filter(([, other]) => essence(other) !== essence(request));
}

/** All that a request by phone says. */
function essence({ issuer, product, kit, pin, supersededPin, operation, owner, parameters }: LicenseRequest): string {
  return JSON.stringify([
    [issuer, product, kit, pin, supersededPin ?? "", operation],
    [canonicalOwner(owner), digestOf(parameters)],
  ]);
}

/** What a license by file and one by phone both say. */
function claimsOf({ owner, binding, channel: _channel, issuedAt: _issuedAt, request: _request, ...rest }: License) {
  const computer = binding.to === "hardware" ? digestOf(binding.reference) : "";
  return { ...rest, owner: canonicalOwner(owner), computer };
}

/** The first moment after a month. */
function endOf(until: string): number | undefined {
  if (until === "0000") return undefined;
  const [year, month] = [2000 + Number(until.slice(0, 2)), Number(until.slice(2))];
  return 86_400_000 * (month === 12 ? daysBefore(year + 1, 1, 1) : daysBefore(year, month + 1, 1));
}

async function untrusted(subject: LicenseSubject, text: string, what: string): Promise<void> {
  const { ports } = subject;
  ensure(!(await subject.openLicense(text, ports.phoneVerify, ports.stretch)).ok, `${what}: nothing is trusted`);
}
