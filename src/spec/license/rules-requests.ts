import * as fc from "fast-check";
import { fromBase64url, toBase64url, utf8Encode, type Json } from "../../core/index.js";
import type { License, LicenseRequest, OpenResponseError, RequestDetails } from "../../license/index.js";
import { canonicalOwner } from "../../owner/index.js";
import { computer } from "../fingerprint/arbitraries.js";
import { addDevice } from "../fingerprint/edits.js";
import { ensure, ensureEqual, rulesFor, type Rule } from "../rule.js";
import type { LicenseSubject } from "../subject.js";
import { boundComputer, byPhone, details, grant, licenseFor, phonePorts, requestOf } from "./arbitraries.js";
import { manglings, partsOf, said, saying, withLetter, withParts } from "./armor.js";

const rule = rulesFor("license");

const zeros = (length: number) => new Uint8Array(length);

/** The rules on what is asked of the licensing center, and on what it answers. */
export const requestRules: readonly Rule[] = [
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
        ensureEqual(request, { ...of, id: "01".repeat(16) }, "a request is what was asked, and an id that was drawn");
        ensure((await requestOf(subject, of, 2)).id !== request.id, "an id of its own");
        for (const kind of [undefined, "single-user", "server"] as const) {
          const asked = kind === undefined ? request : { ...request, kind };
          const text = await subject.sealRequest(asked, ports.seal);
          ensureEqual(await subject.openRequest(text, ports.open), { ok: true, value: asked }, "the center reads it");
        }
        const text = await subject.sealRequest(request, ports.seal);
        const opened = await subject.openRequest(mangle(text), ports.open);
        ensureEqual(opened, { ok: true, value: request }, `the same, after ${what}`);
        ensure(!(await subject.openRequest(text, ports.foreignOpen)).ok, "another key does not open it");
        for (const part of partsOf(text)) ensure(!read(part).includes(of.pin), "the PIN stands open");
        ensure(!(await subject.openRequest(withLetter(text, place), ports.open)).ok, "another letter");
        const [header = "", ...rest] = partsOf(text);
        const otherKid = withParts(text, [saying({ ...said(header), kid: "other" }), ...rest]);
        ensure(!(await subject.openRequest(otherKid, ports.open)).ok, "the header is under the seal");

        const more = utf8Encode(JSON.stringify({ ...said(saying(request as unknown as Json)), zeal: "" })); // a request is JSON
        const { encryptedKey, iv, ciphertext, tag } = ports.seal.seal(more, utf8Encode(header));
        const sealed = [header, ...[encryptedKey, iv, ciphertext, tag].map(toBase64url)];
        ensure(!(await subject.openRequest(withParts(text, sealed), ports.open)).ok, "a request that says more");

        for (const wrong of withWrongPins(of)) {
          const refused = await subject.createRequest(wrong, zeros);
          ensure(
            !refused.ok && refused.error.code === "core/invalid-input",
            `PINs that do not fit: ${wrong.operation}`,
          );
        }
        const bare = { ...of, parameters: { ...weak, networkAdapters: [], disks: [], processors: [] } };
        const refused = await subject.createRequest(bare, zeros);
        const error = { code: "fingerprint/weak-binding", missing: ["identifiedDevice"] };
        ensureEqual(refused, { ok: false, error }, "a computer that cannot be told from others");
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
      cases: fc.tuple(details, grant, details, boundComputer),
      async holds(subject, [of, given, others, elsewhere]) {
        const { ports } = subject;
        const request = await requestOf(subject, of);
        const license = licenseFor(request, { ...given, multiUser: false });
        const text = await subject.signLicense(license, ports.sign);
        await answers(subject, text, request, { ok: true, value: { answer: "granted", license } }, "this request");
        for (const [part, other] of otherRequests(request, others, elsewhere)) {
          await answers(subject, text, other, mismatch(part), `another ${part}`);
        }
        const two = { ...request, id: "f".repeat(32), product: `${request.product}s` };
        await answers(subject, text, two, mismatch("request", "product"), "all that differs");

        const foreign = await subject.signLicense(license, ports.foreignSign);
        await answers(subject, foreign, request, notVerified, "a stranger's answer");
        const phoned = await byPhone(subject, request, "0000");
        const otherProduct = { ...request, product: `${request.product}s` };
        await answers(subject, phoned.text, otherProduct, mismatch("product"), "by phone for another product");
        await refuses(subject, request);
        await recognizes(subject, request, license);
      },
    },
  ),
];

/** A refusal belongs to one request, too, and is signed. */
async function refuses(subject: LicenseSubject, request: LicenseRequest): Promise<void> {
  const { ports } = subject;
  const refusal = { issuer: request.issuer, request: request.id, code: "pins/superseded", at: request.at };
  const said = await subject.signRefusal(refusal, ports.sign);
  await answers(subject, said, request, { ok: true, value: { answer: "refused", refusal } }, "a refusal");
  await answers(subject, said, { ...request, id: "f".repeat(32) }, mismatch("request"), "a refusal of another");
  const elsewhere = await subject.signRefusal({ ...refusal, issuer: `${request.issuer}s` }, ports.sign);
  await answers(subject, elsewhere, request, mismatch("issuer"), "another issuer's refusal");
  const foreign = await subject.signRefusal(refusal, ports.foreignSign);
  await answers(subject, foreign, request, notVerified, "a stranger's refusal");
  ensure(!(await subject.openLicense(said, ports.verify)).ok, "a refusal is no license");
}

/** What is the same computer and the same owner, seen from a request. */
async function recognizes(subject: LicenseSubject, request: LicenseRequest, license: License): Promise<void> {
  const { ports } = subject;
  const answer = async (of: License, to: LicenseRequest) =>
    subject.openResponse(await subject.signLicense(of, ports.sign), to, { verify: ports.verify });
  const street = `${request.owner.street ?? ""}a`;
  const at = (typed: string): LicenseRequest => ({ ...request, owner: { ...request.owner, street: typed } });
  const own = { ...license, owner: { ...request.owner, street } };
  ensure((await answer(own, at(`  ${street} `))).ok, "blanks that nobody sees");
  ensure(!(await answer(own, at(`${street.slice(0, -1)}A`))).ok, "letter case");

  const again = request.operation === "recovery";
  const more = { model: "another", mac: "02:00:00:00:00:01" };
  const grown = { ...request, parameters: addDevice(request.parameters, "networkAdapters", more) };
  const unread = { ...request, parameters: { ...request.parameters, board: { model: { unreadable: "no rights" } } } };
  ensureEqual((await answer(license, grown)).ok, again, "the same license, after the computer grew");
  ensureEqual((await answer(license, unread)).ok, again, "or can be read in part only");
  const larger = { ...license, binding: { to: "hardware", reference: grown.parameters } } as const;
  ensure(!(await answer(larger, request)).ok, "a license of more than this computer");
  const inherited = await answer({ ...license, supersededPin: `${request.pin.slice(1)}0` }, request);
  ensureEqual(inherited.ok, again, "the same license still says what it once superseded");
  const dongle = { series: "H4", id: "1" };
  ensure((await answer({ ...license, binding: { to: "dongle", dongle } }, request)).ok, "bound to a dongle");
  const { request: _id, ...nameless } = license;
  ensureEqual(await answer(nameless, request), mismatch("request"), "an answer to no request");
}

const notVerified = { ok: false, error: { code: "license/not-verified" } } as const;

function mismatch(...differs: readonly string[]): { readonly ok: false; readonly error: object } {
  return { ok: false, error: { code: "license/other-request" satisfies OpenResponseError["code"], differs } };
}

async function answers(
  subject: LicenseSubject,
  text: string,
  request: LicenseRequest,
  expected: object,
  what: string,
): Promise<void> {
  const { ports } = subject;
  const verify = [ports.verify, ports.phoneVerify];
  ensureEqual(await subject.openResponse(text, request, { ...phonePorts(subject), verify }), expected, what);
}

/** Requests that differ from this one in one thing. */
function otherRequests(
  request: LicenseRequest,
  others: RequestDetails,
  elsewhere: LicenseRequest["parameters"],
): readonly (readonly [part: string, other: LicenseRequest])[] {
  const { issuer, product, kit, pin, owner, operation } = request;
  const spare = operation === "recovery-spare";
  return [
    ["issuer", { ...request, issuer: `${issuer}s` }],
    ["product", { ...request, product: `${product}s` }],
    ["kind", { ...request, kind: "server" }],
    ["request", { ...request, id: "f".repeat(32) }],
    ["parameters", { ...request, parameters: { ...elsewhere, networkName: `${pin}.example` } }],
    ...(kit === others.kit ? [] : [["kit", { ...request, kit: others.kit }] as const]),
    ...(pin === others.pin ? [] : [["pin", { ...request, pin: others.pin }] as const]),
    ...(spare ? [["supersededPin", { ...request, supersededPin: `${pin.slice(1)}0` }] as const] : []),
    ...(canonicalOwner(owner) === canonicalOwner(others.owner)
      ? []
      : [["owner", { ...request, owner: others.owner }] as const]),
  ];
}

/** Requests whose PINs do not go together. */
function withWrongPins(of: RequestDetails): readonly RequestDetails[] {
  return [
    { ...of, operation: "recovery-spare", supersededPin: undefined },
    { ...of, operation: "recovery-spare", supersededPin: of.pin },
    { ...of, operation: "recovery", supersededPin: `${of.pin.slice(1)}0` },
  ];
}

/** What stands in a part of a document, readable or not. */
function read(part: string): string {
  return String.fromCharCode(...(fromBase64url(part) ?? []));
}
