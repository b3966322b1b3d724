import * as fc from "fast-check";
import { canonicalJson, sha256Hex, toBase64url } from "../../core/index.js";
import { canonicalParameters, digestOf } from "../../fingerprint/index.js";
import type { LicenseRequest } from "../../license/index.js";
import { canonicalOwner } from "../../owner/index.js";
import { withDigit } from "../phone/slips.js";
import { ensure, ensureEqual, rulesFor, type Rule } from "../rule.js";
import type { LicenseSubject } from "../subject.js";
import { atHome, boundComputer, byPhone, details, payload, phonePorts, requestOf } from "./arbitraries.js";
import { saying } from "./armor.js";

const rule = rulesFor("license");

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
        const asked = await subject.phoneLicense({ ...request, kind: "server" }, response.digits, phonePorts(subject));
        ensure(!asked.ok && asked.error.code === "phone/single-user-only", "nor is one made of the answer");
        const sheet = await subject.phoneRequest(request, ports.stretch);
        const bindingOf = (of: typeof sheet) => (of.ok ? of.value.digits.slice(22) : "");
        for (const [what, other] of otherRequests(request, others, elsewhere)) {
          if (!["computer", "kit", "owner", "issuer"].includes(what)) continue;
          const dictated = await subject.phoneRequest(other, ports.stretch);
          ensure(bindingOf(dictated) !== bindingOf(sheet), `another ${what}: the same binding`);
        }
        await dictatesExactly(subject, request);
        const spare = await subject.phoneRequest({ ...request, pin: others.pin }, ports.stretch);
        ensureEqual(bindingOf(spare), bindingOf(sheet), "one computer is known under two PINs");
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
        const { expiresAt } = license;
        if (expiresAt !== undefined) {
          const codesAt = async (now: number) =>
            (await subject.checkLicense(text, atHome(subject, license, now))).reasons.map(({ code }) => code);
          ensureEqual(await codesAt(expiresAt - 1), [], "to the end of its month");
          ensureEqual(await codesAt(expiresAt), ["license/expired"], "and no longer");
        }
        const bare = { ...of.parameters, networkAdapters: [], disks: [], processors: [] };
        const weakly = await byPhone(subject, { ...request, parameters: bare }, until);
        const weak = await subject.checkLicense(weakly.text, atHome(subject, weakly.license, 1_200_000_000_000));
        ensureEqual(
          weak.reasons.map(({ code }) => code),
          ["license/weak-binding"],
          "not where it binds to no one computer",
        );
        const otherKind = { ...subject.ports.phoneVerify, alg: "PS256" };
        ensure(
          !(await subject.openLicense(text, otherKind, subject.ports.stretch)).ok,
          "a key for another kind of signature",
        );
        const answered = await subject.openResponse(
          text,
          { ...request, product: `${of.product}s` },
          phonePorts(subject),
        );
        ensure(!answered.ok && answered.error.code === "license/other-request", "no answer to another request");
        const elsewhere = { ...of.parameters, networkName: `${of.pin}.example` };
        const moved = await subject.checkLicense(text, {
          ...atHome(subject, license, of.at),
          observed: elsewhere,
          now: 1_200_000_000_000,
        });
        ensureEqual([moved.outcome, moved.license], ["invalid", license], "not on another computer");
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
    [
      "line between issuer and product",
      { ...request, issuer: request.issuer + request.product.charAt(0), product: request.product.slice(1) },
    ],
    ["letter in the owner", { ...request, owner: { ...request.owner, street: `${request.owner.street ?? ""}A` } }],
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

/** The 48 digits worked out once more, plainly, as docs/formats.md has them. */
async function dictatesExactly(subject: LicenseSubject, request: LicenseRequest): Promise<void> {
  const { issuer, kit, pin, operation } = request;
  const owner = canonicalOwner(request.owner);
  const stretched: unknown[] = [];
  const laid = await subject.phoneRequest(request, (secret, salt, costs) => {
    stretched.push([toBase64url(secret), toBase64url(salt), costs]);
    return new Uint8Array(16).fill(255);
  });
  const secret = saying(["licit-phone-1", owner, canonicalParameters(request.parameters)]);
  const costs = { cost: 32_768, blockSize: 8, parallelism: 1, length: 16 };
  ensureEqual(stretched, [[secret, saying(["licit-phone-1", issuer, kit]), costs]], "what is stretched, and how");
  const list = canonicalJson(["licit-owner-1", kit, owner]);
  const code = BigInt(`0x${sha256Hex(list.ok ? list.value : "").slice(0, 16)}`) % 1_000_000n;
  const first = { "first-time": "1", recovery: "2", "recovery-spare": "3" }[operation];
  const binding = String((2n ** 128n - 1n) % 10n ** 26n).padStart(26, "0");
  const digits = first + pin + String(code).padStart(6, "0") + binding;
  ensureEqual(laid.ok && laid.value.digits, digits, "the 48 digits");
}
