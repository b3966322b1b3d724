import type { KeyParameters } from "licit/fingerprint";
import type { License, LicenseRequest } from "licit/license";
import type { Owner } from "licit/owner";

/** A computer in an accountant's office. */
export const office: KeyParameters = {
  os: { family: "windows", name: "Microsoft Windows 11 Pro", version: "10.0.22631", serialNumber: "00330-80000" },
  networkName: "BUH-31",
  board: { model: "PRIME B450M-A" },
  memoryBytes: 17179869184,
  bios: { type: "American Megatrends Inc.", version: "2409" },
  processors: [{ model: "AMD Ryzen 5 3600" }],
  networkAdapters: [{ model: "Realtek PCIe GbE", mac: "00:1a:2b:3c:4d:57" }],
  disks: [{ model: "Samsung SSD 980", serial: "S64D192623" }],
};

export const owner: Owner = { kind: "company", organization: "ООО «Ромашка»", country: { code: "RU", name: "Россия" } };

export const NOON = Date.UTC(2026, 10, 22, 12);

export const request: LicenseRequest = {
  id: "0123456789abcdef0123456789abcdef",
  issuer: "Example Vendor",
  product: "ledger",
  kit: "8050525679",
  operation: "first-time",
  pin: "381505376410122",
  owner,
  parameters: office,
  at: NOON,
};

export const license: License = {
  issuer: "Example Vendor",
  product: "ledger",
  name: "381505376410122-8050525679",
  kind: "single-user",
  seats: 1,
  kit: "8050525679",
  pin: "381505376410122",
  owner,
  binding: { to: "hardware", reference: office },
  channel: "file",
  issuedAt: NOON,
  request: request.id,
};
