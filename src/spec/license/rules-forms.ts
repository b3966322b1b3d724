import * as fc from "fast-check";
import { toBase64url, utf8Encode } from "../../core/index.js";
import { digestOf } from "../../fingerprint/index.js";
import type { License } from "../../license/index.js";
import { canonicalOwner } from "../../owner/index.js";
import { ensure, ensureEqual, rulesFor, type Rule } from "../rule.js";
import type { LicenseSubject } from "../subject.js";
import { byPhone, details, licenseFor, payload, requestOf } from "./arbitraries.js";
import { partsOf, said, saying, withParts } from "./armor.js";
import { endOf } from "./days.js";

const rule = rulesFor("license");

/** The rule on what a license by phone says. */
export const formRules: readonly Rule[] = [
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
        ensureEqual(await subject.phoneExpiry(expiresAt), until, "the digits of an expiry");
        const within = expiresAt === undefined ? undefined : expiresAt - 1;
        ensureEqual(await subject.phoneExpiry(within), until, "and of the last moment before it");
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
        const reordered = JSON.stringify(Object.fromEntries(Object.entries(claims).reverse()));
        await untrusted(subject, withParts(text, [toBase64url(utf8Encode(reordered))]), "the form in another order");
        await untrusted(subject, withParts(text, [saying({ ...claims, seats: 100 })]), "a claim that the form has not");
        const reference = { ...(claims["reference"] as object), users: 1 };
        await untrusted(subject, withParts(text, [saying({ ...claims, reference })]), "more of the computer");
      },
    },
  ),
];

/** What a license by file and one by phone both say. */
function claimsOf({ owner, binding, channel: _channel, issuedAt: _issuedAt, request: _request, ...rest }: License) {
  const computer = binding.to === "hardware" ? digestOf(binding.reference) : "";
  return { ...rest, owner: canonicalOwner(owner), computer };
}

async function untrusted(subject: LicenseSubject, text: string, what: string): Promise<void> {
  const { ports } = subject;
  ensure(!(await subject.openLicense(text, ports.phoneVerify, ports.stretch)).ok, `${what}: nothing is trusted`);
}
