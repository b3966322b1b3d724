import { generateKeyPairSync, randomBytes as strong } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Result } from "licit";
import type { KeyParameters } from "licit/fingerprint";
import {
  licenseFor,
  openRequest,
  phoneResponse,
  signLicense,
  signRefusal,
  type License,
  type LicenseRequest,
} from "licit/license";
import { blsSigner } from "licit/signing/bls";
import { rsaOpener, rsaSigner } from "licit/signing/rsa";

export const issuer = "Example Vendor";
export const product = "ledger";
export const kit = "8050525679";
export const [pin, spare] = ["381505376410122", "996007681344799"] as const;

export const randomBytes = (length: number) => new Uint8Array(strong(length));

const pair = () =>
  generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
const [licenses, requests] = [pair(), pair()];
const signer = valueOf(rsaSigner(licenses.privateKey, { randomBytes, kid: "test" }));
const opener = valueOf(rsaOpener(requests.privateKey));
const phone = valueOf(blsSigner("263dbd792f5b1be47ed85f8938c0f29586af0d3ac7b977f21c278fe1462040e3"));

/** What the program is shipped with. */
export const publicKeys = {
  issuer,
  product,
  licenses: { test: licenses.publicKey },
  requests: requests.publicKey,
  phone: [phone.kid],
};

export function opened(document: string): LicenseRequest {
  return valueOf(openRequest(document, opener));
}

export function signed(license: License): string {
  return signLicense(license, signer);
}

export function granted(request: LicenseRequest, channel: "automatic" | "file", issuedAt = Date.now()): string {
  return signed(licenseFor(request, { kind: "single-user", seats: 1, channel, issuedAt }));
}

export function refusal(request: LicenseRequest, code: string, details: { readonly [name: string]: string }): string {
  return signRefusal({ issuer, request: request.id, code, details, at: Date.now() }, signer);
}

/** What the operator reads: 120 digits for 48. */
export function dictated(digits: string): string {
  return phoneResponse({ issuer, product, kit, request: digits, payload: "0000" }, phone).digits;
}

/** A licensing center that answers as a test wants it to. */
export interface Center {
  readonly url: string;
  readonly close: () => void;
  /** What it answers next. Default: it grants. */
  answer: (document: string) => { readonly status: number; readonly body: string };
}

export async function startCenter(): Promise<Center> {
  const server = createServer((request, response) => {
    let text = "";
    request.on("data", (part: Buffer) => (text += part.toString()));
    request.on("end", () => {
      if (request.url === "/healthz") return response.end("ok");
      const { status, body } = center.answer((JSON.parse(text) as { document: string }).document);
      return response.writeHead(status, { "content-type": "application/json" }).end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const center: Center = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
    answer: grants,
  };
  return center;
}

export function grants(document: string) {
  return answers("granted", granted(opened(document), "automatic"));
}

export function answers(answer: "granted" | "refused", document: string) {
  return { status: 200, body: JSON.stringify({ answer, document }) };
}

export const computer: KeyParameters = {
  os: { family: "windows", name: "Microsoft Windows 11 Pro", version: "10.0.22631" },
  networkName: "BUH-31",
  board: { model: "PRIME B450M-A" },
  memoryBytes: 16 * 2 ** 30,
  bios: { type: "American Megatrends Inc.", version: "2409" },
  processors: [{ model: "AMD Ryzen 5 3600" }],
  networkAdapters: [{ model: "Realtek PCIe GbE", mac: "00:1a:2b:3c:4d:57" }],
  disks: [{ model: "Samsung SSD 980", serial: "S64D192623" }],
};

export const request: LicenseRequest = {
  id: "00112233445566778899aabbccddeeff",
  issuer,
  product,
  kit,
  kind: "single-user",
  operation: "first-time",
  pin,
  owner: { kind: "company", organization: "ООО «Ромашка»", country: { code: "RU", name: "Россия" } },
  parameters: computer,
  at: Date.UTC(2026, 10, 22),
};

export function valueOf<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
