import type { IniFinding, IniSection } from "../../platform/index.js";

/** A key that the rule speaks of. */
export type Key =
  | "NH_TCPIP"
  | "NH_SERVER_ADDR"
  | "NH_SERVER_NAME"
  | "NH_PORT_NUMBER"
  | "NH_TCPIP_METHOD"
  | "NH_USE_BROADCAST"
  | "NHS_SERVERNAMES";

/** The section of each key. */
export const homes: { readonly [key in Key]: IniSection } = {
  NH_TCPIP: "NH_COMMON",
  NH_SERVER_ADDR: "NH_TCPIP",
  NH_SERVER_NAME: "NH_TCPIP",
  NH_PORT_NUMBER: "NH_TCPIP",
  NH_TCPIP_METHOD: "NH_TCPIP",
  NH_USE_BROADCAST: "NH_TCPIP",
  NHS_SERVERNAMES: "NHS_SERVER",
};

/** All of them. */
export const keys: readonly Key[] = Object.keys(homes) as Key[]; // an object of just these keys

/** What each key is said to be, wherever its line stands. */
export type Values = ReadonlyMap<Key, string>;

/** Addresses that can be asked. */
export const goodAddresses: readonly string[] = [
  "192.168.0.12",
  "10.0.0.255",
  "0.0.0.1",
  "srv-lic",
  "LM_1.example.local",
  "7zip",
];

/** The items of a list. */
export function listOf(value: string | undefined): readonly string[] {
  return value === undefined || value === "" ? [] : value.split(",").map((item) => item.trim());
}

/** Without broadcasting there is no manager but those that are named. */
function severityIn(values: Values): "fault" | "note" {
  return values.get("NH_USE_BROADCAST")?.toLowerCase() === "disabled" ? "fault" : "note";
}

/** What is found nowhere, because it is missing. */
export function missingIn(values: Values, sections: readonly string[]): IniFinding[] {
  const needed = ["NH_COMMON", "NH_TCPIP"] as const;
  const missing = needed.filter((section) => !sections.includes(section));
  const findings: IniFinding[] = missing.map((section) => ({ code: "nethasp/no-section", severity: "fault", section }));
  if (!values.has("NH_TCPIP")) findings.push({ code: "nethasp/tcpip-not-enabled", severity: "fault" });
  if (!values.has("NH_SERVER_ADDR")) findings.push({ code: "nethasp/no-address", severity: severityIn(values) });
  return findings;
}

/** What is wrong with the value of a key, in its line. */
export function valueFindings(key: Key, line: number, values: Values): readonly IniFinding[] {
  const value = values.get(key) ?? "";
  const is = (...words: readonly string[]): boolean => words.includes(value.toLowerCase());
  const severity = "fault";
  const addresses = listOf(values.get("NH_SERVER_ADDR"));
  switch (key) {
    case "NH_TCPIP":
      return is("enabled") ? [] : [{ code: "nethasp/tcpip-not-enabled", severity, line, value }];
    case "NH_SERVER_ADDR":
      if (value === "") return [{ code: "nethasp/no-address", severity: severityIn(values), line }];
      return addresses
        .filter((one) => !goodAddresses.includes(one))
        .map((one) => ({ code: "nethasp/bad-address", severity, line, address: one }));
    case "NH_SERVER_NAME": {
      const named = listOf(value);
      const listed = listOf(values.get("NHS_SERVERNAMES")?.toLowerCase());
      const unlisted = named.filter((one) => listed.length > 0 && !listed.includes(one.toLowerCase()));
      const counts = { names: named.length, addresses: addresses.length };
      const isUnpaired = named.length > 0 && addresses.length > 0 && named.length !== addresses.length;
      return [
        ...(isUnpaired ? [{ code: "nethasp/names-unpaired", severity, line, ...counts } as const] : []),
        ...unlisted.map((one) => ({ code: "nethasp/name-not-listed", severity, line, name: one }) as const),
      ];
    }
    case "NH_PORT_NUMBER":
      return is("475", "1", "65535") ? [] : [{ code: "nethasp/bad-port", severity, line, value }];
    case "NH_TCPIP_METHOD":
      return is("tcp", "udp") ? [] : [{ code: "nethasp/bad-method", severity, line, value }];
    case "NH_USE_BROADCAST":
      return is("enabled", "disabled") ? [] : [{ code: "nethasp/bad-broadcast", severity, line, value }];
    case "NHS_SERVERNAMES":
      return [];
  }
}
