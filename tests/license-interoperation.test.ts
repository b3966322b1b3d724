import { execFileSync, spawnSync } from "node:child_process";
import { constants, createHash, createPrivateKey, createPublicKey, verify as nodeVerify } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { CompactEncrypt, CompactSign, compactDecrypt, compactVerify } from "jose";
import { canonicalJson, hexToBytes, utf8Encode } from "licit";
import { openLicense, openLicenseAsync, openRequest, sealRequest, signLicense } from "licit/license";
import { blsVerifier } from "licit/signing/bls";
import { rsaKeyId, rsaVerifier } from "licit/signing/rsa";
import { scryptStretch } from "licit/signing/stretch";
import { describe, expect, test } from "vitest";
import { rsaPair, valueOf, vendorKeys } from "./keys.ts";
import { license, request } from "./office.ts";

const keys = vendorKeys();
const compact = (text: string) => text.split("\n").slice(1, -2).join("");
const armored = (label: string, body: string) => `-----BEGIN ${label}-----\n${body}\n-----END ${label}-----\n`;
const payload = utf8Encode(valueOf(canonicalJson(license)));

describe("LC-02 any JOSE library reads what licit signs, and licit what it signs", () => {
  test("jose verifies a license", async () => {
    const read = await compactVerify(
      compact(signLicense(license, keys.sign)),
      createPublicKey(keys.pem.vendor.publicKey),
      {
        algorithms: ["PS256"],
      },
    );
    expect(read.protectedHeader).toEqual({ alg: "PS256", kid: "2026-1", typ: "licit-license-1" });
    expect(JSON.parse(new TextDecoder().decode(read.payload))).toEqual(license);
  });

  test("a license that jose signed is read, whatever the order in its header", async () => {
    for (const header of [
      { alg: "PS256", kid: "2026-1", typ: "licit-license-1" },
      { typ: "licit-license-1", kid: "2026-1", alg: "PS256" },
    ]) {
      const signed = await new CompactSign(payload)
        .setProtectedHeader(header)
        .sign(createPrivateKey(keys.pem.vendor.privateKey));
      expect(openLicense(armored("LICIT LICENSE", signed), keys.verify)).toEqual({ ok: true, value: license });
    }
  });

  test("a verifier of the platform's own stands in for ours, and answers later", async () => {
    const key = { key: keys.pem.vendor.publicKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 };
    const native = {
      alg: "PS256",
      verify: (bytes: Uint8Array, signature: Uint8Array) =>
        Promise.resolve(nodeVerify("sha256", bytes, key, signature)),
    };
    const text = signLicense(license, keys.sign);
    expect(await openLicenseAsync(text, native)).toEqual({ ok: true, value: license });
    const foreign = signLicense(license, keys.foreignSign);
    expect(await openLicenseAsync(foreign, native)).toEqual({ ok: false, error: { code: "license/not-verified" } });
  });

  const openssl = spawnSync("openssl", ["version"]).status === 0;
  test.runIf(openssl)("OpenSSL verifies the same bytes", () => {
    const folder = mkdtempSync(`${tmpdir()}/licit-`);
    const [header = "", claims = "", signature = ""] = compact(signLicense(license, keys.sign)).split(".");
    writeFileSync(`${folder}/key.pem`, keys.pem.vendor.publicKey);
    writeFileSync(`${folder}/input`, `${header}.${claims}`);
    writeFileSync(`${folder}/signature`, Buffer.from(signature, "base64url"));
    const pss = ["-sigopt", "rsa_padding_mode:pss", "-sigopt", "rsa_pss_saltlen:32"];
    const args = ["dgst", "-sha256", ...pss, "-verify", "key.pem", "-signature", "signature", "input"];
    expect(execFileSync("openssl", args, { cwd: folder, encoding: "utf8" })).toContain("Verified OK");
    rmSync(folder, { recursive: true });
  });

  test("the key id is the thumbprint of RFC 7638", () => {
    const { n, e } = createPublicKey(keys.pem.vendor.publicKey).export({ format: "jwk" });
    const jwk = `{"e":"${e ?? ""}","kty":"RSA","n":"${n ?? ""}"}`;
    const thumbprint = createHash("sha256").update(jwk).digest("base64url");
    expect([rsaKeyId(keys.pem.vendor.publicKey), rsaKeyId(keys.pem.vendor.privateKey)]).toEqual([
      { ok: true, value: thumbprint },
      { ok: true, value: thumbprint },
    ]);
  });

  test("keys of 3072 bits, and in PKCS #1, are taken", () => {
    const large = rsaPair(3072);
    const pkcs1 = createPublicKey(large.publicKey).export({ type: "pkcs1", format: "pem" }) as string;
    expect([rsaVerifier({ a: large.publicKey }).ok, rsaVerifier({ a: pkcs1 }).ok]).toEqual([true, true]);
  });
});

describe("LC-08 any JOSE library opens what licit seals, and licit what it seals", () => {
  test("jose opens a request", async () => {
    const read = await compactDecrypt(
      compact(sealRequest(request, keys.seal)),
      createPrivateKey(keys.pem.center.privateKey),
    );
    expect(read.protectedHeader).toEqual({
      alg: "RSA-OAEP-256",
      enc: "A256GCM",
      kid: keys.seal.kid,
      typ: "licit-request-1",
    });
    expect(JSON.parse(new TextDecoder().decode(read.plaintext))).toEqual(request);
  });

  test("a request that jose sealed is opened", async () => {
    const sealed = await new CompactEncrypt(utf8Encode(valueOf(canonicalJson(request))))
      .setProtectedHeader({ alg: "RSA-OAEP-256", enc: "A256GCM", kid: "center", typ: "licit-request-1" })
      .encrypt(createPublicKey(keys.pem.center.publicKey));
    expect(openRequest(armored("LICIT REQUEST", sealed), keys.open)).toEqual({ ok: true, value: request });
  });
});

describe("vectors that others published", () => {
  test("LC-02 a license that jose signed once, kept", () => {
    const kept = JSON.parse(readFileSync(new URL("vectors/license-1.json", import.meta.url), "utf8")) as {
      readonly publicKey: string;
      readonly text: string;
      readonly license: unknown;
    };
    const opened = openLicense(kept.text, valueOf(rsaVerifier({ "2026-1": kept.publicKey })));
    expect(opened).toEqual({ ok: true, value: kept.license });
  });

  test("PH-11 a round of drand's quicknet, signed by a league of strangers", () => {
    const { publicKey, round, signature } = JSON.parse(
      readFileSync(new URL("vectors/drand-quicknet.json", import.meta.url), "utf8"),
    ) as { readonly publicKey: string; readonly round: number; readonly signature: string };
    const verifier = valueOf(blsVerifier([publicKey]));
    const message = (of: number) => {
      const bytes = Buffer.alloc(8);
      bytes.writeBigUInt64BE(BigInt(of));
      return createHash("sha256").update(bytes).digest();
    };
    const bytes = valueOf(hexToBytes(signature));
    expect(verifier.verify(message(round), bytes, "")).toBe(true);
    expect(verifier.verify(message(round + 1), bytes, "")).toBe(false);
  });

  test("PH-10 scrypt as RFC 7914 has it, section 12", () => {
    const options = { cost: 1024, blockSize: 8, parallelism: 16, length: 64 };
    const stretched = scryptStretch(utf8Encode("password"), utf8Encode("NaCl"), options);
    expect(Buffer.from(stretched).toString("hex")).toBe(
      "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b3731622eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640",
    );
  });
});
