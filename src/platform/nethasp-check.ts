import { isIniAddress } from "./nethasp-address.js";
import type { NethaspIni } from "./nethasp-ini.js";
import {
  capitals,
  iniKeys,
  itemsOf,
  knownKey,
  layoutOf,
  type IniKey,
  type IniLayout,
  type IniSection,
} from "./nethasp-layout.js";

/**
 * What is wrong with `nethasp.ini`, or only worth knowing. A `fault` keeps the manager from being found, or the file from
 * saying what it was meant to; a `note` has no effect, or may be meant so. Lines count from 1.
 */
export type IniFinding = { readonly severity: "fault" | "note" } & (
  | { readonly code: "nethasp/no-section"; readonly section: "NH_COMMON" | "NH_TCPIP" }
  /** NH_TCPIP is not `Enabled`; `line` and `value` where it stands at all. */
  | { readonly code: "nethasp/tcpip-not-enabled"; readonly line?: number; readonly value?: string }
  /** No manager is named. It is a note where broadcasting is not switched off: that may find one. */
  | { readonly code: "nethasp/no-address"; readonly line?: number }
  /** An item of the list that is neither an IPv4 address nor a host name. */
  | { readonly code: "nethasp/bad-address"; readonly line: number; readonly address: string }
  /** There are not as many names as addresses. */
  | {
      readonly code: "nethasp/names-unpaired";
      readonly line: number;
      readonly names: number;
      readonly addresses: number;
    }
  /** A name that NHS_SERVERNAMES does not list, though it lists some. */
  | { readonly code: "nethasp/name-not-listed"; readonly line: number; readonly name: string }
  | { readonly code: "nethasp/bad-port"; readonly line: number; readonly value: string }
  /** NH_TCPIP_METHOD is neither TCP nor UDP. */
  | { readonly code: "nethasp/bad-method"; readonly line: number; readonly value: string }
  /** NH_USE_BROADCAST is neither Enabled nor Disabled. */
  | { readonly code: "nethasp/bad-broadcast"; readonly line: number; readonly value: string }
  /**
   * A key outside the section in which it has effect, `belongs` (the first of that name). It is a note where the key
   * stands in its place as well, or was misplaced before.
   */
  | {
      readonly code: "nethasp/misplaced-key";
      readonly line: number;
      readonly section?: string;
      readonly key: string;
      readonly value: string;
      readonly belongs: IniSection;
    }
  /** The first counts. */
  | {
      readonly code: "nethasp/repeated-section";
      readonly line: number;
      readonly section: string;
      readonly first: number;
    }
  /** The first counts. */
  | {
      readonly code: "nethasp/repeated-key";
      readonly line: number;
      readonly key: string;
      readonly value: string;
      readonly first: number;
    }
  /** What the file needs and does not say stands in a comment. */
  | {
      readonly code: "nethasp/commented-out";
      readonly line: number;
      readonly key: "NH_TCPIP" | "NH_SERVER_ADDR";
      readonly value: string;
    }
  /** A line that is neither section nor setting nor comment. */
  | { readonly code: "nethasp/not-a-line"; readonly line: number; readonly text: string }
);

/** What may be wrong with `nethasp.ini`. */
export type IniFindingCode = IniFinding["code"];

/**
 * Everything that is wrong with `nethasp.ini`, and what is worth knowing: first what is missing, then line by line. A file
 * without faults lets the platform ask the managers that it names, over TCP/IP; whether they answer, it does not say.
 *
 * Values of a misplaced key are looked at too, as if it stood where it belongs.
 *
 * @rule DG-03
 * @source S3 (nethasp.ini)
 * @example
 * ```ts
 * import { checkNethaspIni, parseNethaspIni } from "licit/platform";
 *
 * const ini = parseNethaspIni("[NH_COMMON]\nNH_TCPIP=Disabled\n[NH_TCPIP]\nNH_SERVER_ADDR=192.168.0.41, 192.168.0.300\n");
 * const findings = ini.ok ? checkNethaspIni(ini.value) : [];
 * findings[0]; // → { code: "nethasp/tcpip-not-enabled", severity: "fault", line: 2, value: "Disabled" }
 * findings[1]; // → { code: "nethasp/bad-address", severity: "fault", line: 4, address: "192.168.0.300" }
 * ```
 */
export function checkNethaspIni(ini: NethaspIni): IniFinding[] {
  const layout = layoutOf(ini);
  const found = [
    ...sectionFindings(layout),
    ...tcpipFindings(layout),
    ...addressFindings(layout),
    ...nameFindings(layout),
    ...choiceFindings(layout),
    ...placeFindings(layout),
    ...lineFindings(ini, layout),
  ];
  return found.sort((a, b) => lineOf(a) - lineOf(b));
}

/** What stands nowhere comes first. */
function lineOf(finding: IniFinding): number {
  return "line" in finding ? finding.line : 0;
}

function sectionFindings({ sections, repeated }: IniLayout): readonly IniFinding[] {
  const needed = ["NH_COMMON", "NH_TCPIP"] as const;
  const missing = needed.filter((section) => !sections.has(section));
  return [
    ...missing.map((section) => ({ code: "nethasp/no-section", severity: "fault", section }) as const),
    ...repeated.map((again) => ({ code: "nethasp/repeated-section", severity: "note", ...again }) as const),
  ];
}

function tcpipFindings({ said }: IniLayout): readonly IniFinding[] {
  const placed = said.get("NH_TCPIP");
  const finding = { code: "nethasp/tcpip-not-enabled", severity: "fault" } as const;
  if (placed === undefined) return [finding];
  const { value } = placed.setting;
  return is(value, "ENABLED") ? [] : [{ ...finding, line: placed.line, value }];
}

function addressFindings({ said }: IniLayout): readonly IniFinding[] {
  const placed = said.get("NH_SERVER_ADDR");
  const broadcast = said.get("NH_USE_BROADCAST")?.setting.value ?? "Enabled";
  const severity = is(broadcast, "DISABLED") ? "fault" : "note";
  if (placed === undefined) return [{ code: "nethasp/no-address", severity }];
  const { line, setting } = placed;
  const addresses = itemsOf(setting.value);
  if (addresses.length === 0) return [{ code: "nethasp/no-address", severity, line }];
  return addresses
    .filter((address) => !isIniAddress(address))
    .map((address) => ({ code: "nethasp/bad-address", severity: "fault", line, address }));
}

function nameFindings({ said }: IniLayout): readonly IniFinding[] {
  const placed = said.get("NH_SERVER_NAME");
  if (placed === undefined) return [];
  const { line, setting } = placed;
  const names = itemsOf(setting.value).filter((name) => name !== "");
  const addresses = itemsOf(said.get("NH_SERVER_ADDR")?.setting.value ?? "").length;
  const list = itemsOf(said.get("NHS_SERVERNAMES")?.setting.value ?? "").filter((name) => name !== "");
  const listed = new Set(list.map(capitals));
  const unlisted = names.filter((name) => listed.size > 0 && !listed.has(capitals(name)));
  // An empty list names nobody; a name without any address is found by broadcasting.
  const unpaired = names.length > 0 && addresses > 0 && names.length !== addresses;
  return [
    ...(unpaired
      ? [{ code: "nethasp/names-unpaired", severity: "fault", line, names: names.length, addresses } as const]
      : []),
    ...unlisted.map((name) => ({ code: "nethasp/name-not-listed", severity: "fault", line, name }) as const),
  ];
}

function choiceFindings({ said }: IniLayout): readonly IniFinding[] {
  const bad = (key: IniKey, fits: (value: string) => boolean): readonly { line: number; value: string }[] => {
    const placed = said.get(key);
    if (placed === undefined || fits(placed.setting.value)) return [];
    return [{ line: placed.line, value: placed.setting.value }];
  };
  const isMethod = (value: string): boolean => is(value, "TCP") || is(value, "UDP");
  const isSwitch = (value: string): boolean => is(value, "ENABLED") || is(value, "DISABLED");
  return [
    ...bad("NH_PORT_NUMBER", isPort).map((at) => ({ code: "nethasp/bad-port", severity: "fault", ...at }) as const),
    ...bad("NH_TCPIP_METHOD", isMethod).map(
      (at) => ({ code: "nethasp/bad-method", severity: "fault", ...at }) as const,
    ),
    ...bad("NH_USE_BROADCAST", isSwitch).map(
      (at) => ({ code: "nethasp/bad-broadcast", severity: "fault", ...at }) as const,
    ),
  ];
}

function isPort(value: string): boolean {
  return /^\d{1,5}$/.test(value) && Number(value) >= 1 && Number(value) <= 65_535;
}

function placeFindings({ settings, said }: IniLayout): readonly IniFinding[] {
  return settings.flatMap((placed): readonly IniFinding[] => {
    const { line, section, setting, first, known } = placed;
    const { key, value } = setting;
    if (known?.effective === false) {
      const where = section === undefined ? {} : { section };
      const severity = said.get(known.key) === placed ? "fault" : "note";
      return [{ code: "nethasp/misplaced-key", severity, line, ...where, key, value, belongs: iniKeys[known.key] }];
    }
    return first === undefined ? [] : [{ code: "nethasp/repeated-key", severity: "note", line, key, value, first }];
  });
}

function lineFindings({ lines }: NethaspIni, { said }: IniLayout): readonly IniFinding[] {
  return lines.flatMap((line, at): readonly IniFinding[] => {
    if (line.kind === "other") {
      return [{ code: "nethasp/not-a-line", severity: "note", line: at + 1, text: line.text }];
    }
    if (line.kind !== "comment" || line.takesOut === undefined) return [];
    const key = knownKey(line.takesOut.key);
    if ((key !== "NH_TCPIP" && key !== "NH_SERVER_ADDR") || said.has(key)) return [];
    return [{ code: "nethasp/commented-out", severity: "note", line: at + 1, key, value: line.takesOut.value }];
  });
}

function is(value: string, word: string): boolean {
  return capitals(value) === word;
}
