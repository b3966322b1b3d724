import { execFileSync } from "node:child_process";
import { generateKeyPairSync, randomBytes as nodeRandomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import { utf8Encode, type RandomBytes } from "licit";
import type { KeyParameters } from "licit/fingerprint";
import {
  checkLicense,
  phoneLicense,
  phoneRequest,
  phoneResponse,
  signLicense,
  type LicenseRequest,
} from "licit/license";
import { blsSigner, blsVerifier } from "licit/signing/bls";
import { rsaSigner, rsaVerifier } from "licit/signing/rsa";
import { scryptStretch } from "licit/signing/stretch";
import { contest, report } from "./harness.js";

const randomBytes: RandomBytes = (length) => new Uint8Array(nodeRandomBytes(length));
const now = Date.UTC(2026, 10, 22, 12);
const observed: KeyParameters = {
  os: { family: "windows", name: "Microsoft Windows 11 Pro", version: "10.0.22631", serialNumber: "00330-80000" },
  networkName: "BUH-31",
  board: { model: "PRIME B450M-A" },
  memoryBytes: 17179869184,
  bios: { type: "American Megatrends Inc.", version: "2409" },
  processors: [{ model: "AMD Ryzen 5 3600", cores: 6 }],
  networkAdapters: [{ model: "Realtek PCIe GbE", mac: "00:1a:2b:3c:4d:57" }],
  disks: [{ model: "Samsung SSD 980", serial: "S64D192623", sizeBytes: 500107862016 }],
};
const request: LicenseRequest = {
  id: "0".repeat(32),
  issuer: "Example Vendor",
  product: "ledger",
  kit: "8050525679",
  operation: "first-time",
  pin: "381505376410122",
  owner: { kind: "company", organization: "ООО «Ромашка»", country: "Россия", town: "Москва" },
  parameters: observed,
  at: now,
};

const { publicKey: pem, privateKey } = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  publicKeyEncoding: { type: "spki", format: "pem" },
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
});
const signer = rsaSigner(privateKey, { randomBytes, kid: "bench" });
const verifier = rsaVerifier({ bench: pem });
const phoneSigner = blsSigner(randomBytes(32).fill(0, 0, 1));
const phoneVerifier = phoneSigner.ok ? blsVerifier([phoneSigner.value.kid]) : phoneSigner;
const sheet = phoneRequest(request, scryptStretch);
if (!signer.ok || !verifier.ok || !phoneSigner.ok || !phoneVerifier.ok || !sheet.ok) throw new Error("no keys");

const { issuer, product, kit, pin, owner } = request;
const text = signLicense(
  {
    issuer,
    product,
    name: `${pin}-${kit}`,
    kind: "single-user",
    seats: 1,
    kit,
    pin,
    owner,
    binding: { to: "hardware", reference: observed },
    channel: "file",
    issuedAt: now,
  },
  signer.value,
);
const answer = { issuer, product, kit, request: sheet.value.digits, payload: "0000" };
const { digits } = phoneResponse(answer, phoneSigner.value);
const made = phoneLicense(request, digits, { verify: phoneVerifier.value, stretch: scryptStretch });
if (!made.ok) throw new Error(JSON.stringify(made.error));

const folder = mkdtempSync(`${tmpdir()}/licit-bench-`);
const input = `${folder}/input.json`;
writeFileSync(
  input,
  JSON.stringify({ pem, text, observed, now, phoneKey: phoneSigner.value.kid, phoneText: made.value.text }),
);

const cold = fileURLToPath(new URL("../cold/", import.meta.url));
const programs = ["forge-alone", "file", "phone"] as const;
for (const name of programs) {
  buildSync({
    entryPoints: [`${cold}${name}.mjs`],
    outfile: `${folder}/${name}.mjs`,
    bundle: true,
    minify: true,
    format: "esm",
    platform: "node",
    banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
  });
}
writeFileSync(`${folder}/empty.mjs`, "");

/** Milliseconds of a process, from its start to its end. */
function timeOf(program: string): number {
  const start = process.hrtime.bigint();
  execFileSync(process.execPath, [program, input]);
  return Number(process.hrtime.bigint() - start) / 1e6;
}

const runs = {
  empty: `${folder}/empty.mjs`,
  forge: `${cold}forge-alone.mjs`,
  file: `${cold}file.mjs`,
  phone: `${cold}phone.mjs`,
  forgeBundled: `${folder}/forge-alone.mjs`,
  fileBundled: `${folder}/file.mjs`,
  phoneBundled: `${folder}/phone.mjs`,
};
const names = Object.keys(runs) as (keyof typeof runs)[];
const ROUNDS = Number(process.env["COLD_ROUNDS"] ?? 31);
const rounds = Array.from({ length: ROUNDS }, () => new Map(names.map((name) => [name, timeOf(runs[name])])));
rmSync(folder, { recursive: true });

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

/** Milliseconds over the empty process. */
const over = (name: keyof typeof runs): number =>
  median(rounds.map((round) => (round.get(name) ?? Number.NaN) - (round.get("empty") ?? Number.NaN)));

console.log("| work | measured | wanted | reached |\n|---|---|---|---|");
for (const [what, ours, peer, most] of [
  ["bundled", "fileBundled", "forgeBundled", 1.3],
  ["as published", "file", "forge", 1.6],
] as const) {
  const ratio = over(ours) / over(peer);
  const times = `${over(ours).toFixed(0)} ms over the empty process, ${over(peer).toFixed(0)} ms`;
  report(
    `a license file checked from a cold start, ${what}, against node-forge alone`,
    `${ratio.toFixed(2)} times as long (${times})`,
    `at most ${most}`,
    ratio <= most,
  );
}
report(
  "a license by phone checked from a cold start, bundled",
  `${over("phoneBundled").toFixed(0)} ms over the empty process`,
);
report("the same, as published", `${over("phone").toFixed(0)} ms`);

const { value: verify } = verifier;
const [header = "", payload = "", signature = ""] = text.split("\n").slice(1, -2).join("").split(".");
const bytes = utf8Encode(`${header}.${payload}`);
const raw = new Uint8Array(Buffer.from(signature, "base64url"));
const warm = contest(
  () => verify.verify(bytes, raw, "bench"),
  () => checkLicense(text, { verify, issuer, product, observed, now }),
);
report(
  "warm, against node-forge's verification alone",
  `${warm.ratio.toFixed(2)} times as long (${(warm.peer / 1e6).toFixed(1)} ms)`,
  "at most 1.2",
  warm.ratio <= 1.2,
);
