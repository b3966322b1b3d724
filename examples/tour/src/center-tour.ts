import { scryptSync } from "node:crypto";
import { handle, type Stretch } from "licit";
import {
  answerTo,
  centerWith,
  operatorView,
  type Asked,
  type CenterState,
  type CustomerAnswer,
  type OperatorView,
} from "licit/center";
import type { KeyParameters } from "licit/fingerprint";
import {
  checkLicense,
  createRequest,
  openRequest,
  openResponse,
  phoneLicense,
  phoneRequest,
  sealRequest,
  signLicense,
  signRefusal,
  type LicenseRequest,
} from "licit/license";
import type { Owner } from "licit/owner";
import { countryOf } from "licit/owner/countries";
import { formatPin, kits, type PinSets } from "licit/pins";
import { newKeys, randomBytes, valueOf, type VendorKeys } from "./keys.js";
import { officePc } from "./office-pc.js";

/** One thing that happens: what the customer does or says, and what the center does or says. */
export interface Exchange {
  readonly customer: string;
  readonly center: string;
}

/** A licensing center at work: letters by file, and a call. */
export interface CenterTour {
  readonly byFile: readonly Exchange[];
  readonly call: readonly Exchange[];
  readonly broken: readonly string[];
}

const [issuer, product] = ["Example Vendor", "ledger"];
/** With hints that know countries by their names. */
const policies = { countryOf };
const center = centerWith(policies);
const day = 86_400_000;
const start = Date.UTC(2026, 10, 2, 9);

const owner: Owner = {
  kind: "company",
  organization: "ООО «Ромашка»",
  country: { code: "RU", name: "Россия" },
  zip: "123056",
  town: "Москва",
  street: "Лесная",
};
const [main, spare, last] = ["381505376410122", "996007681344799", "412000118270017"] as const;
const pins: PinSets = { "single-user": [main, spare, last] };
const newName = "BUH-31-B";
/** The computer that takes the place of the burned one. */
const newPc: KeyParameters = {
  ...officePc,
  networkName: newName,
  board: { model: "B760M DS3H" },
  networkAdapters: [{ model: "Realtek 2.5GbE", mac: "d8:43:ae:10:22:31" }],
  disks: [{ model: "KINGSTON SNV3S500G", serial: "50026B7686F" }],
};

/** A center, the keys, and what did not come out as promised. */
interface Desk {
  readonly keys: VendorKeys;
  readonly broken: string[];
  state: CenterState;
}

/** Two customers of the center: one has e-mail, the other a telephone. */
export function centerTour(): CenterTour {
  const keys = newKeys();
  const mail: Desk = { keys, broken: [], state: soldKit("8050525679") };
  const phone: Desk = { keys, broken: [], state: soldKit("8050525680") };
  const [byFile, call] = [exchangeMail(mail), takeCall(phone)];
  return { byFile, call, broken: [...mail.broken, ...phone.broken] };
}

function soldKit(kit: string): CenterState {
  const customer = { name: "Olga Semyonova", organization: "ООО «Ромашка»", email: "office@romashka.example" };
  const data = { issuer, product, kit, definition: kits["client-1"], pins, customer, at: start };
  return handle(center, { type: "register-kit", data }, center.initialState()).state;
}

/** What the center answers, and what it remembers. */
function ask(desk: Desk, asked: Asked): CustomerAnswer {
  const command = { type: "request-license", data: asked } as const;
  const handled = handle(center, command, desk.state);
  desk.state = handled.state;
  return answerTo(command, handled);
}

function request(kit: string, of: Partial<LicenseRequest>, at: number): LicenseRequest {
  const details = {
    issuer,
    product,
    kit,
    operation: "first-time",
    pin: main,
    owner,
    parameters: officePc,
    at,
  } as const;
  return valueOf(createRequest({ ...details, ...of }, randomBytes));
}

/** By file: sealed requests there, signed answers back. */
function exchangeMail(desk: Desk): readonly Exchange[] {
  const { keys, broken } = desk;
  const first = request("8050525679", {}, start);
  const [sealed, license] = correspond(desk, first, start);
  const here = { verify: keys.program.verify, issuer, product, observed: officePc, now: start };
  if (checkLicense(license, here).outcome !== "valid") broken.push("the first license does not hold");

  const typed = { operation: "recovery", owner: { ...owner, town: "Mосква", country: "РФ" } } as const;
  const mistyped = request("8050525679", typed, start + day);
  const [, refusal] = correspond(desk, mistyped, start + day);
  const opened = openResponse(refusal, mistyped, { verify: keys.program.verify });
  const told = opened.ok && opened.value.answer === "refused" ? opened.value.refusal : undefined;
  if (told?.code !== "center/owner-differs") broken.push("a mistyped owner is not refused");

  const corrected = request("8050525679", { operation: "recovery" }, start + 2 * day);
  const [, again] = correspond(desk, corrected, start + 2 * day);
  if (checkLicense(again, { ...here, now: start + 2 * day }).outcome !== "valid")
    broken.push("the recovered license does not hold");
  const before = desk.state;
  const [, twice] = correspond(desk, corrected, start + 3 * day);
  const claims = (text: string): unknown => openResponse(text, corrected, { verify: keys.program.verify });
  if (desk.state !== before || JSON.stringify(claims(twice)) !== JSON.stringify(claims(again)))
    broken.push("the same mail twice is not the same");

  return [
    {
      customer: `mails a request: ${sealed.length} characters that only the center reads`,
      center: "grants it, and mails the license",
    },
    {
      customer: "loses the file, and types the owner anew",
      center: `refuses, signed: ${told?.code ?? ""} ${hintsIn(told?.details)}`,
    },
    {
      customer: "looks into the saved data, and corrects it",
      center: "grants the same license again: no PIN is spent",
    },
    { customer: "mails the same once more, to be sure", center: "gives the same answer; nothing new in its history" },
  ];
}

/** The customer seals, the center opens, decides and signs. */
function correspond(desk: Desk, asked: LicenseRequest, at: number): readonly [sealed: string, answer: string] {
  const { program, center: own } = desk.keys;
  const sealed = sealRequest(asked, program.seal);
  const answer = ask(desk, { by: "file", request: valueOf(openRequest(sealed, own.open)), at });
  if (answer.answer === "granted" && answer.by === "file") return [sealed, signLicense(answer.toSign, own.sign)];
  if (answer.answer === "refused" && answer.toSign !== undefined) return [sealed, signRefusal(answer.toSign, own.sign)];
  throw new Error(`no answer to sign: ${JSON.stringify(answer)}`);
}

function hintsIn(details: unknown): string {
  const { fields } = details as { readonly fields: readonly { readonly field: string; readonly hint: string }[] };
  return fields.map(({ field, hint }) => `${field}: ${hint}`).join(", ");
}

/** A native scrypt in place of the library's. */
const stretch: Stretch = (secret, salt, { cost, blockSize, parallelism, length }) =>
  new Uint8Array(scryptSync(secret, salt, length, { N: cost, r: blockSize, p: parallelism, maxmem: 2 ** 26 }));

/** By phone: the computer burned down. */
function takeCall(desk: Desk): readonly Exchange[] {
  const { keys, broken } = desk;
  const kit = "8050525680";
  const contact = { name: "Olga", organization: "ООО «Ромашка»", email: "office@romashka.example" };
  const digitsOf = (of: LicenseRequest): string => {
    const { digits, total } = valueOf(phoneRequest(of, stretch));
    return digits + total;
  };
  const heard = { by: "phone", kit, contactConfirmed: true } as const;
  const first = request(kit, {}, start);
  const acquired = ask(desk, { by: "phone", kit, digits: digitsOf(first), contact, at: start });
  if (acquired.answer !== "granted") broken.push("the first call is not granted");

  const at = start + 400 * day;
  const same = { ...heard, digits: digitsOf(request(kit, { operation: "recovery", parameters: newPc }, at)), at };
  const seen = operatorView(desk.state, same, { policies });
  const refused = ask(desk, same);
  const remedy =
    refused.answer === "refused" && refused.refusal.instead === "use-an-unused-pin"
      ? refused.refusal.unused
      : undefined;
  if (remedy?.place !== 2) broken.push("the operator does not see which PIN is left");

  const change = { operation: "recovery-spare", pin: spare, supersededPin: main, parameters: newPc } as const;
  const asked = request(kit, change, at);
  const call = { ...heard, digits: digitsOf(asked), supersededPin: main, at };
  const granted = ask(desk, call);
  if (granted.answer !== "granted") broken.push("the call is not granted");
  const { dictation } = operatorView(desk.state, call, { sign: keys.center.phoneSign });
  const rows = dictation?.rows ?? [];
  const made = phoneLicense(asked, dictation?.digits ?? "", { verify: keys.program.verify, stretch });
  const there = { verify: keys.program.verify, stretch, issuer, product, observed: newPc, now: at };
  const verdict = made.ok ? checkLicense(made.value.text, there).outcome : "no license";
  if (verdict !== "valid") broken.push(`the dictated license is ${verdict}`);

  const sheet = valueOf(phoneRequest(asked, stretch));
  const row = (groups: readonly string[] = [], checksum = ""): string => `${groups.join(" ")}, checksum ${checksum}`;
  return [
    { customer: `“Our computer burned down. The kit is ${kit}.”`, center: pinsLine(seen) },
    {
      customer: "“Then I type the PIN that it had.” reads 48 digits",
      center: `sees another computer: ${seen.answer?.answer === "refused" ? seen.answer.refusal.code : ""}`,
    },
    { customer: "", center: `“Take PIN ${remedy?.place ?? 0} of your document, and untick ‘not changed’.”` },
    {
      customer: `“One: ${row(sheet.rows[0]?.groups, sheet.rows[0]?.checksum)} …”`,
      center: "sees the same checksums, row by row",
    },
    {
      customer: `“… ${sheet.total} over all.”`,
      center: `“And who are you?” on record: ${seen.license?.contact?.name ?? ""}`,
    },
    { customer: "“Olga.”", center: "confirms, grants, and reads 120 digits" },
    { customer: "types row 1; its checksum is right", center: `“${row(rows[0]?.groups, rows[0]?.checksum)}”` },
    { customer: "… and so on, to row 8", center: `“${row(rows[7]?.groups, rows[7]?.checksum)}”` },
    {
      customer: `the license is ${verdict} on ${newName}`,
      center: pinsLine(operatorView(desk.state, call)),
    },
  ];
}

function pinsLine({ kit }: OperatorView): string {
  const rows = kit?.pins ?? [];
  return rows.map(({ pin, state }) => `${formatPin(pin).slice(0, 7)}… ${state}`).join(", ");
}
