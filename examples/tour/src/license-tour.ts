import { scryptSync } from "node:crypto";
import { handle, type Stretch } from "licit";
import { bindsEnough, type KeyParameters, type Requirement } from "licit/fingerprint";
import {
  checkLicense,
  createRequest,
  licenseFileName,
  openRequest,
  phoneLicense,
  phoneRequest,
  phoneResponse,
  sealRequest,
  signLicense,
  type CheckOptions,
  type LicenseRequest,
  type LicenseVerdict,
} from "licit/license";
import { checkRow, dictate, responseEntry, type PhoneSheet, type RowCheck } from "licit/phone";
import { licenseName } from "licit/pins";
import { newKeys, randomBytes, valueOf, type VendorKeys } from "./keys.js";
import { officePc } from "./office-pc.js";

/** A license that was checked, and what was expected of it. */
export interface CheckedLicense {
  readonly title: string;
  readonly verdict: LicenseVerdict;
  /** The code of its first reason; none where it is valid. */
  readonly expected?: string;
}

/** A license obtained without internet, twice: by file, and by reading digits to an operator. */
export interface LicenseTour {
  /** Why this computer cannot have a license of its own, and a described one stands in; empty where it can. */
  readonly standIn: readonly Requirement[];
  /** What is mailed to the licensing center, and what comes back. */
  readonly requestText: string;
  readonly licenseText: string;
  readonly fileName: string;
  /** What the customer dictates, and what the operator dictates back. */
  readonly dictated: PhoneSheet;
  readonly inWords: string;
  readonly response: PhoneSheet;
  /** What a row says in which one digit was misheard. */
  readonly misheard: { readonly row: number; readonly typed: string; readonly check: RowCheck };
  readonly checks: readonly CheckedLicense[];
  readonly broken: readonly string[];
}

const issuer = "Example Vendor";
const product = "ledger";
const kit = "8050525679";
const pin = "381505376410122";
const now = Date.now();

/** A native scrypt in place of the library's: the same result in half the time. */
const stretch: Stretch = (secret, salt, { cost, blockSize, parallelism, length }) =>
  new Uint8Array(scryptSync(secret, salt, length, { N: cost, r: blockSize, p: parallelism, maxmem: 2 ** 26 }));

/** Obtains a license for this computer by file and by phone, and tries to use it where and as it should not be. */
export function licenseTour(computer: KeyParameters): LicenseTour {
  const enough = bindsEnough(computer);
  const observed = enough.ok ? computer : officePc;
  const keys = newKeys();
  const here: CheckOptions = { verify: keys.program.verify, stretch, issuer, product, observed, now };
  const request = valueOf(createRequest({ ...details, parameters: observed }, randomBytes));

  const requestText = sealRequest(request, keys.program.seal);
  const licenseText = answerByFile(requestText, keys);
  const elsewhere = {
    ...observed,
    networkName: "ANOTHER",
    networkAdapters: [{ model: "Other", mac: "00:1a:2b:00:00:01" }],
  };

  const dictated = valueOf(phoneRequest(request, stretch));
  const response = answerByPhone(dictated.digits, keys);
  const ports = { verify: keys.program.verify, stretch };
  const made = valueOf(phoneLicense(request, typedRowByRow(response), ports));
  const wrongDigit = phoneLicense(request, withOneWrong(response.digits), ports);

  const checks: readonly CheckedLicense[] = [
    { title: "the license that came by file", verdict: checkLicense(licenseText, here) },
    {
      title: "the same, one letter changed",
      verdict: checkLicense(withOneChanged(licenseText), here),
      expected: "license/not-verified",
    },
    {
      title: "the same, copied to another computer",
      verdict: checkLicense(licenseText, { ...here, observed: elsewhere }),
      expected: "license/binding-broken",
    },
    { title: "the license made of 120 digits", verdict: checkLicense(made.text, here) },
    {
      title: "the same, copied to another computer",
      verdict: checkLicense(made.text, { ...here, observed: elsewhere }),
      expected: "license/binding-broken",
    },
    {
      title: "the same, its owner edited",
      verdict: checkLicense(withAnotherOwner(made.text), here),
      expected: "license/not-verified",
    },
  ];
  const misheard = mishear(response);
  const broken = [
    ...checks.filter(({ verdict, expected }) => verdict.reasons[0]?.code !== expected).map(({ title }) => title),
    ...(wrongDigit.ok ? ["a wrong digit makes a license"] : []),
    ...(!misheard.check.ok && misheard.check.error.code === "phone/row-mismatch" ? [] : ["a misheard row is taken"]),
  ];
  return {
    standIn: enough.ok ? [] : enough.error.missing,
    requestText,
    licenseText,
    fileName: licenseFileName(now),
    dictated,
    inWords: dictate(dictated, "en")[0] ?? "",
    response,
    misheard,
    checks,
    broken,
  };
}

const details: Omit<LicenseRequest, "id" | "parameters"> = {
  issuer,
  product,
  kit,
  kind: "single-user",
  operation: "first-time",
  pin,
  owner: { kind: "company", organization: "ООО «Ромашка»", country: "Россия", zip: "123056", town: "Москва" },
  at: now,
};

/** The center's side, by file: it opens the request with its own key, and signs a license. */
function answerByFile(text: string, { center }: VendorKeys): string {
  const request = valueOf(openRequest(text, center.open));
  return signLicense(
    {
      issuer: request.issuer,
      product: request.product,
      name: licenseName(request.pin, request.kit),
      kind: "single-user",
      seats: 1,
      kit: request.kit,
      pin: request.pin,
      owner: request.owner,
      binding: { to: "hardware", reference: request.parameters },
      channel: "file",
      issuedAt: now,
      request: request.id,
    },
    center.sign,
  );
}

/** The center's side, by phone: all it has are the digits, and what it knows of the kit. */
function answerByPhone(request: string, { center }: VendorKeys): PhoneSheet {
  return phoneResponse({ issuer, product, kit, request, payload: "0000" }, center.phoneSign);
}

/** The customer's side: each row typed with its checksum, the total at the end. */
function typedRowByRow({ rows, total }: PhoneSheet): string {
  let state = responseEntry.initialState();
  for (const [at, { groups, checksum }] of rows.entries()) {
    const text = `${groups.join(" ")} ${checksum}`;
    ({ state } = handle(responseEntry, { type: "enter-row", data: { row: at + 1, text } }, state));
  }
  ({ state } = handle(responseEntry, { type: "confirm-total", data: { total } }, state));
  return state.digits ?? "";
}

/** The third row, in which one digit was misheard. */
function mishear({ rows }: PhoneSheet): LicenseTour["misheard"] {
  const row = 3;
  const { groups, checksum } = rows[row - 1] ?? { groups: [], checksum: "" };
  const typed = withOneWrong(groups.join("")) + checksum;
  return { row, typed, check: checkRow(typed, row, "response") };
}

function withOneWrong(digits: string): string {
  const at = 6;
  return digits.slice(0, at) + String((Number(digits.charAt(at)) + 4) % 10) + digits.slice(at + 1);
}

function withOneChanged(text: string): string {
  const at = text.length >> 1;
  const letter = text.charAt(at) === "x" ? "y" : "x";
  return text.charAt(at) === "\n" ? withOneChanged(`${text} `) : text.slice(0, at) + letter + text.slice(at + 1);
}

/** A license by phone whose text says another owner than the digits were signed for. */
function withAnotherOwner(text: string): string {
  const [first = "", ...lines] = text.trimEnd().split("\n");
  const form = Buffer.from(lines.slice(0, -1).join(""), "base64url").toString().replace("Ромашка", "Лютик");
  return [first, Buffer.from(form).toString("base64url"), lines.at(-1), ""].join("\n");
}
