import type { NoSeat, NoUse } from "../../allocation/index.js";
import type { Observations, ObservedLicense } from "../../diagnosis/index.js";
import { compare, type KeyParameters } from "../../fingerprint/index.js";
import type { FilePlace, License, LicenseReason, LicenseVerdict } from "../../license/index.js";
import { licenseName, type Pin } from "../../pins/index.js";
import type { LicensedSystem, PlatformMessageCode } from "../../platform/index.js";
import { KIT, pinNumber } from "../pins/kits.js";

// An office in which licenses are not found: what everything is like before something goes wrong.

export const computer: KeyParameters = {
  os: { family: "windows", name: "Microsoft Windows 10 Pro", version: "10.0.19045" },
  networkName: "BUH-31",
  board: { model: "PRIME B450M-A" },
  memoryBytes: 8 * 2 ** 30,
  bios: { type: "American Megatrends Inc.", version: "2409" },
  processors: [{ model: "AMD Ryzen 5 3600" }],
  networkAdapters: [{ model: "Realtek PCIe GbE", mac: "00:1a:2b:3c:4d:57" }],
  disks: [{ model: "Samsung SSD 980", serial: "S64D192623" }],
};

export const annasProfile = "C:\\Users\\anna\\AppData\\Local\\1C\\1cv8\\conf";
export const everyones = "C:\\ProgramData\\1C\\licenses";

export const annasComputer: LicensedSystem = {
  family: "windows",
  version: "8.3.24.1467",
  mode: "file",
  user: "anna",
  environment: {
    install: "C:\\Program Files\\1cv8",
    LOCALAPPDATA: "C:\\Users\\anna\\AppData\\Local",
    ProgramData: "C:\\ProgramData",
  },
};

export function placeIn(path: string, name: string): FilePlace {
  return { directory: { path, serves: "everyone" }, name };
}

/** A single-user license for that computer. */
export function licenseWith(pin: Pin, more: Partial<License> = {}): License {
  return {
    issuer: "Example Vendor",
    product: "ledger",
    name: licenseName(pin, KIT),
    kind: "single-user",
    seats: 1,
    kit: KIT,
    pin,
    owner: { kind: "company", organization: "Romashka" },
    binding: { to: "hardware", reference: computer },
    channel: "file",
    ...more,
  };
}

/** A license that may be used where it is. */
export function valid(license: License): LicenseVerdict {
  return { outcome: "valid", license, reasons: [], comparison: compare(computer, computer) };
}

/** A license that may not be used for this reason. */
export function invalid(license: License, reason: LicenseReason, observed: KeyParameters = computer): LicenseVerdict {
  const outcome = reason.code === "license/undetermined" ? "undetermined" : "invalid";
  return { outcome, license, reasons: [reason], comparison: compare(computer, observed) };
}

/** A license whose computer changed to that one, as it is judged there. */
export function judged(license: License, observed: KeyParameters): ObservedLicense {
  const comparison = compare(computer, observed);
  if (comparison.outcome === "same") return { verdict: { ...valid(license), comparison } };
  const code = comparison.outcome === "changed" ? "license/binding-broken" : "license/undetermined";
  return { verdict: invalid(license, { code }, observed) };
}

export const one: License = licenseWith(pinNumber(0));
export const other: License = licenseWith(pinNumber(1));

/** What the platform said, word for word one of its messages. */
export function message(code: PlatformMessageCode, more: { readonly file?: string } = {}): Observations {
  return { messages: { messages: [{ code, line: 1, ...more }], unknown: [] } };
}

/** That no seat was had: what was found on the client's computer, and why that did not serve. */
export function denied(code: NoSeat["code"], ...whys: readonly NoUse[]): Observations {
  const found = whys.map((why) => ({ license: one.name, why }));
  const step = { for: "client", place: "client", look: "software", computer: "BUH-31", found } as const;
  return { denial: { code, trail: [step] } };
}

/** Both: lists one after the other, of all else the first. */
export function both(a: Observations, b: Observations): Observations {
  const joined = (name: "licenses" | "elsewhere" | "ports" | "holders" | "seats" | "nethasp" | "kits") =>
    a[name] === undefined && b[name] === undefined ? {} : { [name]: [...(a[name] ?? []), ...(b[name] ?? [])] };
  const messages = [...(a.messages?.messages ?? []), ...(b.messages?.messages ?? [])];
  const seen = [...(a.dongles?.seen ?? []), ...(b.dongles?.seen ?? [])];
  const manager = a.dongles?.manager ?? b.dongles?.manager;
  return {
    ...b,
    ...a,
    ...joined("licenses"),
    ...joined("elsewhere"),
    ...joined("ports"),
    ...joined("holders"),
    ...joined("seats"),
    ...joined("nethasp"),
    ...joined("kits"),
    ...(a.messages === undefined && b.messages === undefined ? {} : { messages: { messages, unknown: [] } }),
    ...(a.dongles === undefined && b.dongles === undefined ? {} : { dongles: { seen, manager } }),
    settings: { ...b.settings, ...a.settings },
  };
}
