import * as fc from "fast-check";
import { fromBase64url, type Json } from "../../core/index.js";
import { canonicalOwner } from "../../owner/index.js";
import type { License } from "../../license/index.js";
import { computer } from "../fingerprint/arbitraries.js";
import { ensure, ensureEqual, rulesFor, type Rule } from "../rule.js";
import type { LicenseSubject } from "../subject.js";
import { atHome, boundComputer, closedJson, details, grant, licenseFor, requestOf } from "./arbitraries.js";
import { manglings, partsOf, said, saying, withParts } from "./armor.js";

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
        const foreign = await subject.signLicense(license, ports.foreignSign);
        await untrusted(subject, foreign, "a key that is not trusted");
        ensure(!(await subject.openLicense(text, [])).ok, "no key is trusted but those handed in");
        const at = 28 + (place % (text.length - 60));
        const letter = text.charAt(at) === "A" ? "B" : "A";
        await untrusted(subject, text.slice(0, at) + letter + text.slice(at + 1), `another letter at ${at}`);
      },
    },
  ),
  rule(
    {
      id: "LC-08",
      statement:
        "A request document carries everything the center needs (kit, PINs, operation, owner, key parameters); only the center's key opens it.",
      source: "S1, S2",
    },
    {
      cases: fc.tuple(details, fc.constantFrom(...manglings), fc.nat(), computer),
      async holds(subject, [of, { what, mangle }, place, weak]) {
        const { ports } = subject;
        const request = await requestOf(subject, of);
        const text = await subject.sealRequest(request, ports.seal);
        const opened = await subject.openRequest(text, ports.open);
        ensureEqual(opened, { ok: true, value: request }, "the center reads what was asked");
        ensureEqual({ ...request, id: undefined }, { ...of, id: undefined }, "and all that was asked");
        ensureEqual(await subject.openRequest(mangle(text), ports.open), opened, `the same, after ${what}`);
        ensure(!(await subject.openRequest(text, ports.foreignOpen)).ok, "another key does not open it");
        for (const part of partsOf(text)) ensure(!read(part).includes(of.pin), "the PIN stands open");
        const at = 28 + (place % (text.length - 60));
        const letter = text.charAt(at) === "A" ? "B" : "A";
        const changed = text.slice(0, at) + letter + text.slice(at + 1);
        ensure(!(await subject.openRequest(changed, ports.open)).ok, `another letter at ${at}`);
        const bare = { ...of, parameters: { ...weak, networkAdapters: [], disks: [], processors: [] } };
        const refused = await subject.createRequest(bare, (length) => new Uint8Array(length));
        ensureEqual(
          !refused.ok && refused.error,
          { code: "fingerprint/weak-binding", missing: ["identifiedDevice"] },
          "a computer that cannot be told from others",
        );
      },
    },
  ),
  rule(
    {
      id: "LC-09",
      statement:
        'A license document for another request than the one that is open is refused: "does not match the data entered".',
      source: "field reports",
    },
    {
      cases: fc.tuple(granted, details, boundComputer, fc.nat(7)),
      async holds(subject, [[of, given], others, elsewhere, which]) {
        const { ports } = subject;
        const request = await requestOf(subject, of);
        const license = licenseFor(request, { ...given, multiUser: false });
        const text = await subject.signLicense(license, ports.sign);
        const open = { verify: ports.verify };
        const own = await subject.openResponse(text, request, open);
        ensureEqual(own, { ok: true, value: { answer: "granted", license } }, "the answer to this request");
        const part = (["issuer", "product", "kit", "pin", "owner", "parameters", "kind", "request"] as const)[which];
        const changes = {
          issuer: { issuer: `${request.issuer}s` },
          product: { product: `${request.product}s` },
          kit: { kit: others.kit },
          pin: { pin: others.pin },
          owner: { owner: others.owner },
          parameters: { parameters: { ...elsewhere, networkName: `${of.pin}.example` } },
          kind: { kind: "server" as const },
          request: { id: "f".repeat(32) },
        };
        if (part === undefined) return;
        const other = { ...request, ...changes[part] };
        const same = {
          kit: other.kit === request.kit,
          pin: other.pin === request.pin,
          owner: canonicalOwner(other.owner) === canonicalOwner(request.owner),
        };
        if (part in same && same[part as keyof typeof same]) return; // one of those names
        const answer = await subject.openResponse(text, other, open);
        ensureEqual(
          answer,
          { ok: false, error: { code: "license/other-request", differs: [part] } },
          `another ${part}`,
        );
        const refusal = { issuer: request.issuer, request: request.id, code: "pins/superseded", at: request.at };
        const said = await subject.signRefusal(refusal, ports.sign);
        const heard = await subject.openResponse(said, request, open);
        ensureEqual(heard, { ok: true, value: { answer: "refused", refusal } }, "a refusal of this request");
        const misheard = await subject.openResponse(said, { ...request, id: "f".repeat(32) }, open);
        ensure(!misheard.ok && misheard.error.code === "license/other-request", "a refusal of another request");
        ensure(!(await subject.openLicense(said, ports.verify)).ok, "a refusal is no license");
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
        for (const here of [{ observed }, { observed: undefined }, { product: "other" }, { now: 0 }]) {
          const verdict = await subject.checkLicense(text, { ...atHome(subject, license, of.at), ...here });
          ensure(verdict.outcome !== "valid", "it may not be used here");
          ensureEqual(
            [verdict.license?.kit, verdict.license?.pin, verdict.license?.owner],
            [license.kit, license.pin, license.owner],
            "and can be read",
          );
        }
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
  const opened = await subject.openLicense(text, subject.ports.verify);
  ensure(!opened.ok, `${what}: nothing is trusted`);
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

/** What stands in a part of a document, readable or not. */
function read(part: string): string {
  return String.fromCharCode(...(fromBase64url(part) ?? []));
}
