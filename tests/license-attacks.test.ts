import { constants, generateKeyPairSync, sign as nodeSign } from "node:crypto";
import { bls12_381 } from "@noble/curves/bls12-381.js";
import { err, ok, toDigits, utf8Encode, type Json, type Verify } from "licit";
import {
  attachSignature,
  checkLicense,
  openLicense,
  openRequest,
  openResponse,
  phoneLicense,
  phoneRequest,
  phoneResponse,
  sealRequest,
  signingInput,
  signLicense,
  visibleLicenses,
  type LicenseReason,
  type LicenseRequest,
} from "licit/license";
import { digestOwner, matchOwnerDigest } from "licit/owner";
import { blsSigner, blsVerifier } from "licit/signing/bls";
import { rsaOpener, rsaSigner, rsaVerifier } from "licit/signing/rsa";
import { modelPorts } from "licit/spec";
import { describe, expect, test } from "vitest";
import { randomBytes, rsaPair, valueOf, vendorKeys } from "./keys.ts";
import { license, NOON, office, owner, request } from "./office.ts";

const keys = vendorKeys();
const { stretch } = modelPorts; // what scrypt makes slow, nobody attacks here
const home = {
  verify: [keys.verify, keys.phoneVerify],
  stretch,
  issuer: "Example Vendor",
  product: "ledger",
  observed: office,
  now: NOON,
};
const good = signLicense(license, keys.sign);
const phonePorts = { verify: keys.phoneVerify, stretch };

const base64url = (value: string | Uint8Array): string => Buffer.from(value).toString("base64url");
const armored = (body: string, label = "LICIT LICENSE") =>
  `-----BEGIN ${label}-----\n${body}\n-----END ${label}-----\n`;
const [header = "", payload = "", signature = ""] = good.split("\n").slice(1, -2).join("").split(".");
const claims = Buffer.from(payload, "base64url").toString();

/** A license that the vendor's key did sign, whatever it says. */
function vouched(head: string, body = claims): string {
  const input = `${base64url(head)}.${base64url(body)}`;
  return armored(`${input}.${base64url(keys.sign.sign(utf8Encode(input)))}`);
}

/** The vendor's own license under another signature. */
function underSignature(bytes: Uint8Array): string {
  return armored(`${header}.${payload}.${base64url(bytes)}`);
}

function signedBy(pem: string, saltLength = 32): Uint8Array {
  const key = { key: pem, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength };
  return new Uint8Array(nodeSign("sha256", utf8Encode(`${header}.${payload}`), key));
}

const H = { alg: "PS256", kid: "2026-1", typ: "licit-license-1" };
const refusedHeader = (member: string): LicenseReason => ({ code: "license/header-refused", member });
const notVerified: LicenseReason = { code: "license/not-verified" };
const notCanonical = {
  code: "license/malformed",
  faults: [{ path: [], rule: "format", expected: "canonical JSON" }],
} as const;

describe("LC-02 no document is taken that the vendor did not sign as a license", () => {
  const rsaBytes = Buffer.from(signature, "base64url");
  const modulus = 256;

  test("the license itself is valid, and stays so whatever an e-mail did to it", () => {
    expect(checkLicense(good, home)).toMatchObject({ outcome: "valid", reasons: [] });
    expect(checkLicense(vouched(JSON.stringify(H)), home).outcome).toBe("valid");
    expect(checkLicense(underSignature(signedBy(keys.pem.vendor.privateKey)), home).outcome).toBe("valid");
  });

  const attacks: readonly (readonly [string, string, LicenseReason])[] = [
    ["alg: none", armored(`${base64url(JSON.stringify({ ...H, alg: "none" }))}.${payload}.`), refusedHeader("alg")],
    ["another alg, signed", vouched(JSON.stringify({ ...H, alg: "RS256" })), refusedHeader("alg")],
    ["an alg for public keys as secrets", vouched(JSON.stringify({ ...H, alg: "HS256" })), refusedHeader("alg")],
    ["b64: false", vouched(JSON.stringify({ ...H, b64: false })), refusedHeader("b64")],
    ["crit", vouched(JSON.stringify({ ...H, crit: ["exp"] })), refusedHeader("crit")],
    ["zip", vouched(JSON.stringify({ ...H, zip: "DEF" })), refusedHeader("zip")],
    ["a public key inside", vouched(JSON.stringify({ ...H, jwk: { kty: "RSA" } })), refusedHeader("jwk")],
    ["a reference to a key", vouched(JSON.stringify({ ...H, jku: "https://example.com" })), refusedHeader("jku")],
    [
      "__proto__",
      vouched('{"alg":"PS256","kid":"2026-1","typ":"licit-license-1","__proto__":{}}'),
      refusedHeader("__proto__"),
    ],
    ["two kids", vouched('{"alg":"PS256","kid":"x","kid":"2026-1","typ":"licit-license-1"}'), refusedHeader("")],
    [
      "a name behind escapes",
      vouched('{"\\u0061lg":"PS256","kid":"2026-1","typ":"licit-license-1"}'),
      refusedHeader(""),
    ],
    ["no kid", vouched('{"alg":"PS256","typ":"licit-license-1"}'), refusedHeader("kid")],
    ["an unknown kid", vouched(JSON.stringify({ ...H, kid: "2025-1" })), notVerified],
    ["a kid of the prototype", vouched(JSON.stringify({ ...H, kid: "constructor" })), notVerified],
    ["a refusal's type", vouched(JSON.stringify({ ...H, typ: "licit-refusal-1" })), refusedHeader("typ")],
    ["a request's type", vouched(JSON.stringify({ ...H, typ: "licit-request-1" })), refusedHeader("typ")],
    ["a header that is a list", vouched("[]"), refusedHeader("alg")],
    ["a header that is null", vouched("null"), refusedHeader("")],
    ["another's signature", underSignature(keys.foreignSign.sign(utf8Encode(`${header}.${payload}`))), notVerified],
    ["no signature", underSignature(new Uint8Array()), notVerified],
    ["leading zeros", underSignature(new Uint8Array([0, ...rsaBytes])), notVerified],
    ["a byte less", underSignature(rsaBytes.subarray(1)), notVerified],
    ["zeros", underSignature(new Uint8Array(modulus)), notVerified],
    ["a number beyond the modulus", underSignature(new Uint8Array(modulus).fill(0xff)), notVerified],
    ["a salt of 20 bytes", underSignature(signedBy(keys.pem.vendor.privateKey, 20)), notVerified],
    ["no salt", underSignature(signedBy(keys.pem.vendor.privateKey, 0)), notVerified],
    ["padding", armored(`${header}.${payload}.${signature}==`), { code: "license/damaged", at: 0 }],
    [
      "foreign letters",
      armored(`${header}.${payload}.${signature.replace(/.$/, "+")}`),
      { code: "license/damaged", at: 0 },
    ],
    ["a part too many", armored(`${header}.${payload}.${signature}.`), { code: "license/damaged", at: 0 }],
    ["a name twice in the claims", vouched(JSON.stringify(H), claims.replace("{", '{"seats":500,')), notCanonical],
    ["blanks in the claims", vouched(JSON.stringify(H), claims.replace("{", "{ ")), notCanonical],
    ["claims that are no UTF-8", vouched(JSON.stringify(H), "\ud800"), notCanonical],
  ];

  for (const [what, text, reason] of attacks) {
    test(what, () => {
      const verdict = checkLicense(text, home);
      expect(verdict.outcome).toBe("invalid");
      const [first] = verdict.reasons;
      expect(reason.code === "license/damaged" ? { ...first, at: 0 } : first).toEqual(reason);
      expect(verdict.reasons).toHaveLength(1);
      expect(verdict.license).toBeUndefined();
    });
  }

  test("unknown claims, __proto__ among them, are refused by name", () => {
    const verdict = checkLicense(vouched(JSON.stringify(H), claims.replace("{", '{"__proto__":{"seats":500},')), home);
    const [reason] = verdict.reasons;
    expect(reason?.code === "license/malformed" && reason.faults.map(({ path }) => path)).toEqual([["__proto__"]]);
  });

  test("a header of 5 MB is not looked at", () => {
    const huge = base64url(JSON.stringify({ ...H, kid: "x".repeat(5_000_000) }));
    expect(checkLicense(armored(`${huge}.${payload}.${signature}`), home).reasons).toEqual([
      { code: "license/too-large", limit: 1_000_000 },
    ]);
    const large = base64url(JSON.stringify({ ...H, kid: "x".repeat(500_000) }));
    expect(checkLicense(armored(`${large}.${payload}.${signature}`), home).reasons).toEqual([refusedHeader("")]);
  });

  test("weak keys are refused when loaded", () => {
    expect(rsaVerifier({ old: rsaPair(1024).publicKey })).toEqual(
      err({ code: "signing/key-size", bits: 1024, kid: "old" }),
    );
    const e3 = rsaPair(2048, 3);
    expect(rsaVerifier({ a: e3.publicKey })).toEqual(err({ code: "signing/key-exponent", kid: "a" }));
    expect(rsaSigner(e3.privateKey, { randomBytes })).toEqual(err({ code: "signing/key-exponent" }));
    expect(rsaVerifier({ a: keys.pem.vendor.privateKey })).toEqual(
      err({ code: "signing/not-a-key", expected: "public", kid: "a" }),
    );
    expect(rsaOpener(keys.pem.center.publicKey)).toEqual(err({ code: "signing/not-a-key", expected: "private" }));
    const ec = generateKeyPairSync("ec", {
      namedCurve: "P-256",
      publicKeyEncoding: { type: "spki", format: "pem" },
      privateKeyEncoding: { type: "pkcs8", format: "pem" },
    });
    expect(rsaVerifier({ a: ec.publicKey }).ok).toBe(false);
    expect(rsaVerifier({ a: "" })).toEqual(err({ code: "signing/not-pem", kid: "a" }));
    expect(rsaVerifier({ a: keys.pem.vendor.publicKey + keys.pem.center.publicKey }).ok).toBe(false);
  });

  test("a license for another product, or of another issuer with the same key", () => {
    const other = signLicense({ ...license, product: "payroll", issuer: "Example" }, keys.sign);
    expect(checkLicense(other, home).reasons.map(({ code }) => code)).toEqual([
      "license/other-issuer",
      "license/other-product",
    ]);
  });

  test("a port that hands out a promise has not said yes", () => {
    const eager = { alg: "PS256", verify: () => Promise.resolve(true) } as unknown as Verify;
    expect(openLicense(good, eager)).toEqual(err({ code: "license/not-verified" }));
  });
});

describe("LC-08 nobody but the center opens a request, and it opens nothing else", () => {
  const sealed = sealRequest(request, keys.seal);
  const parts = sealed.split("\n").slice(1, -2).join("").split(".");
  const R = { alg: "RSA-OAEP-256", enc: "A256GCM", kid: keys.seal.kid, typ: "licit-request-1" };
  const withHeader = (head: object) =>
    armored([base64url(JSON.stringify(head)), ...parts.slice(1)].join("."), "LICIT REQUEST");
  const flipped = (index: number) =>
    armored(
      parts.map((part, at) => (at === index ? part.replace(/^./, (c) => (c === "A" ? "B" : "A")) : part)).join("."),
      "LICIT REQUEST",
    );

  test("the request itself opens", () => {
    expect(openRequest(sealed, keys.open)).toEqual(ok(request));
  });

  test.each([
    ["another enc", withHeader({ ...R, enc: "A128GCM" }), { code: "license/header-refused", member: "enc" }],
    ["dir", withHeader({ ...R, alg: "dir" }), { code: "license/header-refused", member: "alg" }],
    ["RSA1_5", withHeader({ ...R, alg: "RSA1_5" }), { code: "license/header-refused", member: "alg" }],
    ["zip", withHeader({ ...R, zip: "DEF" }), { code: "license/header-refused", member: "zip" }],
    ["another kid: the header is sealed, too", withHeader({ ...R, kid: "x" }), { code: "license/not-opened" }],
    ["another content key", flipped(1), { code: "license/not-opened" }],
    ["another nonce", flipped(2), { code: "license/not-opened" }],
    ["another text", flipped(3), { code: "license/not-opened" }],
    ["another tag", flipped(4), { code: "license/not-opened" }],
    ["a license", good, { code: "license/other-document", label: "LICIT LICENSE", expected: ["LICIT REQUEST"] }],
  ])("%s", (_, text, error) => {
    expect(openRequest(text, keys.open)).toEqual(err(error));
  });

  test("another key answers as a changed text does", () => {
    expect(openRequest(sealed, keys.foreignOpen)).toEqual(openRequest(flipped(3), keys.open));
  });

  test("a request, sealed or signed, is no license", () => {
    expect(checkLicense(sealed, home).reasons.map(({ code }) => code)).toEqual(["license/other-document"]);
    const dressed = sealed.replaceAll("LICIT REQUEST", "LICIT LICENSE");
    expect(checkLicense(dressed, home).outcome).toBe("invalid");
  });
});

describe("PH-10, PH-11 no digits make a license but those that answer this request", () => {
  const sheet = valueOf(phoneRequest(request, stretch));
  const answerTo = (of: LicenseRequest, to = valueOf(phoneRequest(of, stretch)).digits) => ({
    issuer: of.issuer,
    product: of.product,
    kit: of.kit,
    supersededPin: of.supersededPin,
    request: to,
    payload: "0000",
  });
  const response = phoneResponse(answerTo(request), keys.phoneSign);
  const digitsOf = (point: bigint) => `0000${toDigits(point, 116)}`;
  const integer = BigInt(response.digits.slice(4));
  const asLicense = (digits: string) => phoneLicense(request, digits, phonePorts);
  const made = valueOf(asLicense(response.digits));

  test("the answer itself does", () => {
    expect(checkLicense(made.text, home).outcome).toBe("valid");
  });

  const { Fp } = bls12_381.fields;
  const outside = ((): bigint => {
    for (let x = 1n; ; x++) {
      const square = Fp.add(Fp.pow(x, 3n), 4n);
      if (Fp.pow(square, (Fp.ORDER - 1n) / 2n) === 1n) return x + (1n << 383n);
    }
  })();

  test.each([
    ["a point outside the subgroup", outside],
    ["the point at infinity", 0xc0n << 376n],
    ["infinity with something in it", (0xc0n << 376n) + 1n],
    ["not compressed", integer & ~(1n << 383n)],
    ["the sign turned", integer ^ (1n << 381n)],
    ["the field's order added", integer + 1n],
    ["zero", 0n],
  ])("%s", (_, point) => {
    expect(asLicense(digitsOf(point))).toEqual(err({ code: "license/not-verified" }));
  });

  test("an integer of 2³⁸⁴ or more", () => {
    expect(asLicense(digitsOf(1n << 384n))).toEqual(err({ code: "phone/signature-out-of-range" }));
    expect(asLicense("9".repeat(120)).ok).toBe(false);
  });

  test("another key, another request, another expiry, a signature cut and filled up", () => {
    const foreign = phoneResponse(answerTo(request), keys.phoneStranger);
    const spare: LicenseRequest = { ...request, operation: "recovery-spare", supersededPin: "996007681344799" };
    const other = phoneResponse(answerTo(spare), keys.phoneSign);
    const longer = `9912${response.digits.slice(4)}`;
    for (const digits of [foreign.digits, other.digits, longer, `${response.digits.slice(0, 60)}${"0".repeat(60)}`]) {
      expect(asLicense(digits).ok).toBe(false);
    }
  });

  test("issuer and product that run together", () => {
    const [a, b] = [
      { issuer: "Acme|", product: "Software" },
      { issuer: "Acme", product: "|Software" },
    ];
    const digits = phoneResponse(answerTo({ ...request, ...a }), keys.phoneSign).digits;
    expect(phoneLicense({ ...request, ...b }, digits, phonePorts)).toEqual(err({ code: "license/not-verified" }));
  });

  test("another owner with the same 6 digits", () => {
    // Found by trying two million names, in seconds: the owner is in the binding, too.
    const twin = { ...request, owner: { ...owner, organization: "ООО «Лилия 2224784»" } };
    expect(valueOf(phoneRequest(twin, stretch)).digits.slice(16, 22)).toBe(sheet.digits.slice(16, 22));
    expect(phoneLicense(twin, response.digits, phonePorts)).toEqual(err({ code: "license/not-verified" }));
  });

  test("an edited claim of a license by phone", () => {
    const form = JSON.parse(Buffer.from(made.text.split("\n").slice(1, -2).join(""), "base64url").toString()) as Record<
      string,
      unknown
    >;
    const edits = [
      { owner: { ...(form["owner"] as object), country: { code: "DE" } } },
      { owner: { ...(form["owner"] as object), country: { code: "RU", name: "Deutschland" } } },
      { owner: { ...(form["owner"] as object), organization: "ООО\u200b «Ромашка»" } },
      { reference: { ...(form["reference"] as object), memory: 1 } },
      { payload: "9912" },
      { kit: "805052567" },
      { seats: 500 },
      { kind: "multi-user" },
    ];
    for (const edit of edits) {
      const sorted = Object.fromEntries(Object.entries({ ...form, ...edit }).sort(([x], [y]) => (x < y ? -1 : 1)));
      const text = armored(base64url(JSON.stringify(sorted)), "LICIT PHONE LICENSE");
      expect(checkLicense(text, home).outcome, JSON.stringify(edit)).toBe("invalid");
    }
  });

  test("one computer under two PINs: the center sees the same 26 digits", () => {
    const second = valueOf(phoneRequest({ ...request, pin: "996007681344799" }, stretch));
    expect(second.digits.slice(22)).toBe(sheet.digits.slice(22));
  });

  test("weak keys are refused when loaded", () => {
    const zero = new Uint8Array(32);
    expect(blsSigner(zero)).toEqual(err({ code: "signing/not-a-key", at: 0 }));
    expect(blsSigner(new Uint8Array(32).fill(0xff))).toEqual(err({ code: "signing/not-a-key", at: 0 }));
    const infinity = `c0${"00".repeat(95)}`;
    expect(blsVerifier([keys.phoneSign.kid, infinity])).toEqual(err({ code: "signing/not-a-key", at: 1 }));
    expect(blsVerifier(["zz"])).toEqual(err({ code: "signing/not-hex", at: 0 }));
    expect(blsVerifier(["00"])).toEqual(err({ code: "signing/wrong-key-length", at: 0, bytes: 1, expected: 96 }));
  });
});

describe("LC-03, FP-25 nothing unread is permission", () => {
  const unread = { unreadable: "blocked" };
  const nothing = {
    os: { family: unread, name: unread, version: unread },
    networkName: unread,
    board: { model: unread },
    memoryBytes: unread,
    bios: { type: unread, version: unread },
    processors: unread,
    networkAdapters: unread,
    disks: unread,
  };
  const bound = (reference: typeof office | typeof nothing) =>
    signLicense({ ...license, binding: { to: "hardware", reference } }, keys.sign);

  test("a reference in which nothing can be read, and an empty one", () => {
    const empty = { ...office, processors: [], networkAdapters: [], disks: [] };
    for (const [reference, observed] of [
      [nothing, nothing],
      [nothing, office],
      [empty, empty],
      [empty, office],
    ] as const) {
      const verdict = checkLicense(bound(reference), { ...home, observed });
      expect(verdict.outcome).not.toBe("valid");
      expect(verdict.reasons.map(({ code }) => code)).toContain("license/weak-binding");
    }
  });

  test("a probe that is blocked after the license was copied", () => {
    for (const observed of [nothing, undefined]) {
      const verdict = checkLicense(good, { ...home, observed });
      expect([verdict.outcome, verdict.reasons]).toEqual(["undetermined", [{ code: "license/undetermined" }]]);
    }
  });

  test("what is no reading at all", () => {
    const observed = { ...office, memoryBytes: -1 };
    expect(checkLicense(good, { ...home, observed }).reasons).toMatchObject([{ code: "license/observed-malformed" }]);
  });
});

describe("none says more than needed", () => {
  test("a response to another request names what differs, and no value", () => {
    const other = { ...request, pin: "996007681344799", owner: { kind: "individual", lastName: "Иванова" } as const };
    expect(openResponse(good, other, { verify: keys.verify })).toEqual(
      err({ code: "license/other-request", differs: ["pin", "owner"] }),
    );
  });

  test("owner digests stay what they were", () => {
    const key = new Uint8Array(32).fill(7);
    expect(matchOwnerDigest(digestOwner(owner, key), owner, key).same).toBe(true);
  });
});

describe("no case hangs", () => {
  test.each([
    ["a million begins", "-----BEGIN LICIT LICENSE-----\n".repeat(33_000)],
    ["a million dashes", "-".repeat(1_000_000)],
    ["a million quotes", armored("\n>".repeat(400_000))],
    ["a million blanks", armored(" ".repeat(900_000))],
    ["deep claims", vouched(JSON.stringify(H), "[".repeat(200_000))],
    ["lone surrogates", armored("\ud800".repeat(1_000))],
  ])("%s", (_, text) => {
    expect(checkLicense(text, home).outcome).toBe("invalid");
    const listing = [{ directory: { path: "/", serves: "everyone" as const }, files: [{ name: "1.lic", text }] }];
    expect(visibleLicenses(listing, { user: "" }).usable.length).toBeLessThan(2);
  });

  test("what is no text", () => {
    for (const text of [undefined, null, 5, {}, []] as unknown as readonly string[]) {
      expect(checkLicense(text, home).reasons).toEqual([{ code: "license/no-document" }]);
      expect(openRequest(text, keys.open).ok).toBe(false);
    }
  });
});

test("a signature by a KMS is put on the bytes that signingInput gave", () => {
  const input = signingInput(license, "2026-1");
  expect(checkLicense(attachSignature(input, keys.sign.sign(input)), home).outcome).toBe("valid");
  expect(() => attachSignature(utf8Encode("x.y"), new Uint8Array())).toThrow(TypeError);
});

describe("what nobody could open is not made", () => {
  test("a license of more than a million letters, a key id of more than 500, a signature that is none", () => {
    const features = { notes: "x".repeat(800_000) };
    expect(() => signLicense({ ...license, features }, keys.sign)).toThrow(RangeError);
    expect(() => signingInput(license, "x".repeat(501))).toThrow(RangeError);
    const longest = { ...keys.sign, kid: "鍵".repeat(500) };
    expect(checkLicense(signLicense(license, longest), home).reasons).toEqual([notVerified]);
    const eager = { ...keys.sign, sign: () => Promise.resolve(new Uint8Array(256)) as unknown as Uint8Array };
    expect(() => signLicense(license, eager)).toThrow(TypeError);
    expect(() => signLicense({ ...license, channel: "phone" }, keys.sign)).toThrow(RangeError);
    let deep: Json = 0;
    for (let level = 0; level < 70; level++) deep = [deep];
    expect(() => signLicense({ ...license, features: deep }, keys.sign)).toThrow(RangeError);
  });

  test("a request that says more, and a response to digits that are none", () => {
    const more = { ...request, remark: 1 };
    expect(() => sealRequest(more, keys.seal)).toThrow(RangeError);
    const answer = { issuer: "Example Vendor", product: "ledger", kit: "8050525679", payload: "0000" };
    expect(() => phoneResponse({ ...answer, request: "123 456" }, keys.phoneSign)).toThrow(RangeError);
    const digits = "1".repeat(48);
    expect(() => phoneResponse({ ...answer, request: digits, payload: "2713" }, keys.phoneSign)).toThrow(RangeError);
    expect(() => phoneLicense({ ...request, issuer: "x".repeat(300) }, "0".repeat(120), phonePorts)).toThrow(
      RangeError,
    );
  });

  test("members that hide in what a license says of its computer and owner", () => {
    const board = { model: { unreadable: "x", real: "secret" } };
    const hidden = { ...license, binding: { to: "hardware", reference: { ...office, board } } } as typeof license;
    const paths = (text: string) => {
      const [reason] = checkLicense(text, home).reasons;
      return reason?.code === "license/malformed" ? reason.faults.map(({ path }) => path.join(".")) : [];
    };
    expect(() => signLicense(hidden, keys.sign)).toThrow(RangeError);
    const sorted = JSON.parse(claims) as Record<string, unknown>;
    const country = { code: "RU", name: "Россия", note: 1 };
    const body = JSON.stringify({ ...sorted, owner: { country, kind: "company", organization: "ООО «Ромашка»" } });
    expect(paths(vouched(JSON.stringify(H), body))).toEqual(["owner.country.note"]);
  });

  test("a license in a reply that quotes the request", () => {
    const reply = `Here you are.\n${good}\n${sealRequest(request, keys.seal).replace(/^/gm, "> ")}`;
    expect(checkLicense(reply, home).outcome).toBe("valid");
  });

  test("a private key whose parts are zeros", () => {
    const zero = Buffer.from("301b" + "020100".repeat(9), "hex").toString("base64");
    const pem = `-----BEGIN RSA PRIVATE KEY-----\n${zero}\n-----END RSA PRIVATE KEY-----\n`;
    expect(rsaSigner(pem, { randomBytes }).ok).toBe(false);
  });

  test("a thousand copies are named in a moment", () => {
    const files = Array.from({ length: 3_000 }, (_, at) => ({ name: `${at}.lic`, text: good }));
    const { refused } = visibleLicenses([{ directory: { path: "/", serves: "everyone" }, files }], { user: "" });
    expect(refused).toHaveLength(3_000);
  });
});
