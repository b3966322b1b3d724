import * as fc from "fast-check";
import { toBase64url, utf8Encode, type Json, type Sign } from "../../core/index.js";
import type { License } from "../../license/index.js";
import { computer } from "../fingerprint/arbitraries.js";
import { ensure, ensureEqual, rulesFor, type Rule } from "../rule.js";
import type { LicenseSubject } from "../subject.js";
import { atHome, closedJson, details, grant, licenseFor, requestOf } from "./arbitraries.js";
import { manglings, partsOf, said, saying, withLetter, withParts } from "./armor.js";

const rule = rulesFor("license");

const granted = fc.tuple(details, grant);

/** A claim with another value: of another text, or another type. */
const otherValues: readonly Json[] = ["Other", "", 2, null, [], { to: "dongle", dongle: { series: "H4", id: "1" } }];

/** The rules on what documents say, and who said it. */
export const documentRules: readonly Rule[] = [
  rule(
    {
      id: "LC-01",
      statement:
        "A license says: issuer, product, its name, kind and seats, kit, PIN, owner, what it is bound to (key parameters or dongle), channel, when it was made, expiry if any.",
      source: "S2, S3",
    },
    {
      cases: fc.tuple(granted, fc.constantFrom(...manglings)),
      async holds(subject, [[of, given], { what, mangle }]) {
        const license = licenseFor(await requestOf(subject, of), given);
        const text = await subject.signLicense(license, subject.ports.sign);
        const opened = await subject.openLicense(text, subject.ports.verify);
        ensureEqual(opened, { ok: true, value: license }, "what was signed is what is read");
        const mangled = await subject.openLicense(mangle(text), subject.ports.verify);
        ensureEqual(mangled, opened, `the same, after ${what}`);
        const always = ["issuer", "product", "name", "kind", "seats", "kit", "pin", "owner", "binding", "channel"];
        for (const claim of [...always, "issuedAt"]) {
          await refused(subject, without(license, claim), `a license that does not say its ${claim}`);
        }
        await refused(subject, { ...license, name: `${license.kit}-${license.pin}` }, "a name of something else");
        await refused(subject, { ...license, kind: "single-user", seats: 2 }, "two seats of a single user");
        await refused(subject, { ...license, kind: "multi-user", seats: 0 }, "no seat");
        const remarked = { ...license, remark: "" };
        await refused(subject, remarked, "a claim that nobody knows");
      },
    },
  ),
  rule(
    {
      id: "LC-02",
      statement:
        "Any change to a signed claim makes it invalid; algorithm, type and key id are under the signature; keys come from the caller only.",
      source: "—",
    },
    {
      cases: fc.tuple(granted, fc.nat(), fc.constantFrom(...otherValues), fc.nat()),
      async holds(subject, [[of, given], pick, other, place]) {
        const { ports } = subject;
        const license = licenseFor(await requestOf(subject, of), given);
        const text = await subject.signLicense(license, ports.sign);
        const [header = "", payload = "", signature = ""] = partsOf(text);
        const claims = said(payload);
        const names = Object.keys(claims);
        const name = names[pick % names.length] ?? "pin";
        const changed = saying({ ...claims, [name]: other });
        if (changed !== payload)
          await untrusted(subject, withParts(text, [header, changed, signature]), `another ${name}`);
        for (const members of otherHeaders(said(header))) {
          await untrusted(subject, withParts(text, [saying(members), payload, signature]), JSON.stringify(members));
        }
        const input = (members: object) => `${toBase64url(utf8Encode(JSON.stringify(members)))}.${payload}`;
        const signedBy = (by: Sign, bytes: string) => withParts(text, [bytes, toBase64url(by.sign(utf8Encode(bytes)))]);
        const own = said(header);
        const { kid } = ports.sign;
        const kids = [`${kid}X`, kid.toUpperCase(), kid.toLowerCase()].filter((other) => other !== kid);
        for (const members of [...otherHeaders(own), ...kids.map((other) => ({ ...own, kid: other }))]) {
          await untrusted(subject, signedBy(ports.sign, input(members)), `signed: ${JSON.stringify(members)}`);
        }
        const turned = Object.fromEntries(Object.entries(own).reverse());
        await untrusted(subject, withParts(text, [input(turned), signature]), "the header in another order");
        await untrusted(subject, signedBy(ports.phoneSign, input(own)), "the key of responses by phone");
        const loosely = toBase64url(utf8Encode(JSON.stringify(Object.fromEntries(Object.entries(claims).reverse()))));
        await untrusted(subject, signedBy(ports.sign, `${header}.${loosely}`), "claims in another order");
        const mute = { alg: "PS256", verify: () => false };
        ensure((await subject.openLicense(text, [mute, ports.verify])).ok, "the second of the keys that are trusted");
        const promising = { alg: "PS256", verify: () => Promise.resolve(true) as unknown as boolean }; // a mistake of a host
        ensure(!(await subject.openLicense(text, promising)).ok, "a promise is no yes");
        const foreign = await subject.signLicense(license, ports.foreignSign);
        await untrusted(subject, foreign, "a key that is not trusted");
        ensure(!(await subject.openLicense(text, [])).ok, "no key is trusted but those handed in");
        await untrusted(subject, withLetter(text, place), "another letter");
      },
    },
  ),
  rule(
    {
      id: "LC-12",
      statement:
        "From a license file that verifies, kit number, PIN and owner can be read even where its binding fails: lost documents are recovered from it.",
      source: "S3",
    },
    {
      cases: fc.tuple(granted, computer),
      async holds(subject, [[of, given], elsewhere]) {
        const license = licenseFor(await requestOf(subject, of), given);
        const text = await subject.signLicense(license, subject.ports.sign);
        const observed = { ...elsewhere, networkName: `${of.pin}.example` };
        for (const here of [
          { observed },
          { observed: undefined },
          { product: "other" },
          { now: 0 },
          { superseded: [of.pin] },
          { now: license.expiresAt ?? 0 },
        ]) {
          const verdict = await subject.checkLicense(text, { ...atHome(subject, license, of.at), ...here });
          ensure(verdict.outcome !== "valid", "it may not be used here");
          ensureEqual(
            [verdict.license?.kit, verdict.license?.pin, verdict.license?.owner],
            [license.kit, license.pin, license.owner],
            "and can be read",
          );
        }
        const dongled = { ...license, binding: { to: "dongle", dongle: { series: "H4", id: "1" } } } as const;
        const unplugged = await subject.checkLicense(await subject.signLicense(dongled, subject.ports.sign), {
          ...atHome(subject, dongled, of.at),
          dongles: [],
        });
        ensureEqual([unplugged.outcome, unplugged.license], ["invalid", dongled], "and where its dongle is absent");
      },
    },
  ),
  rule(
    {
      id: "LC-17",
      statement: "A signed claim `features` (closed JSON) carries what a vendor adds.",
      source: "peers",
    },
    {
      cases: fc.tuple(granted, closedJson, fc.constantFrom(0.5, Number.NaN, undefined, Number.MAX_VALUE)),
      async holds(subject, [[of, given], features, open]) {
        const license = licenseFor(await requestOf(subject, of), { ...given, features });
        const text = await subject.signLicense(license, subject.ports.sign);
        const opened = await subject.openLicense(text, subject.ports.verify);
        ensureEqual(opened.ok && opened.value.features, features, "the features");
        const [header = "", payload = "", signature = ""] = partsOf(text);
        const changed = saying({ ...said(payload), features: [features] });
        await untrusted(subject, withParts(text, [header, changed, signature]), "other features");
        const wild = { modules: [open] } as unknown as Json; // what no JSON carries exactly
        await refused(subject, { ...license, features: wild }, "features that are no closed JSON");
      },
    },
  ),
];

/** Headers that ask for something else. */
function otherHeaders(header: Readonly<Record<string, Json>>): readonly Readonly<Record<string, Json>>[] {
  return [
    { ...header, alg: "none" },
    { ...header, alg: "HS256" },
    { ...header, kid: "other" },
    { ...header, typ: "licit-refusal-1" },
    { ...header, typ: "licit-request-1" },
    { ...header, crit: ["exp"] },
    { ...header, jwk: { kty: "RSA", e: "AQAB", n: "AQAB" } },
  ];
}

async function untrusted(subject: LicenseSubject, text: string, what: string): Promise<void> {
  const { ports } = subject;
  const opened = await subject.openLicense(text, [ports.verify, ports.phoneVerify]);
  ensure(!opened.ok, `${what}: nothing is trusted`);
  const options = { issuer: "", product: "", now: 0, verify: ports.verify, stretch: ports.stretch };
  const verdict = await subject.checkLicense(text, options);
  ensure(verdict.outcome === "invalid" && verdict.license === undefined, `${what}: nothing is read`);
}

async function refused(subject: LicenseSubject, license: License, what: string): Promise<void> {
  let text = "";
  try {
    text = await subject.signLicense(license, subject.ports.sign);
  } catch {
    return;
  }
  ensure(!(await subject.openLicense(text, subject.ports.verify)).ok, `${what} is neither signed nor read`);
}

function without(license: License, claim: string): License {
  return Object.fromEntries(Object.entries(license).filter(([name]) => name !== claim)) as unknown as License; // one less
}
