import type { IniSetting, NethaspIni } from "./nethasp-ini.js";

/** The sections that are looked at. */
export type IniSection = "NH_COMMON" | "NH_TCPIP" | "NHS_SERVER";

/** The keys that are looked at. */
export type IniKey =
  | "NH_TCPIP"
  | "NH_SERVER_ADDR"
  | "NH_SERVER_NAME"
  | "NH_PORT_NUMBER"
  | "NH_TCPIP_METHOD"
  | "NH_USE_BROADCAST"
  | "NHS_SERVERNAMES";

/** The section in which each key has effect. */
export const iniKeys: { readonly [key in IniKey]: IniSection } = {
  NH_TCPIP: "NH_COMMON",
  NH_SERVER_ADDR: "NH_TCPIP",
  NH_SERVER_NAME: "NH_TCPIP",
  NH_PORT_NUMBER: "NH_TCPIP",
  NH_TCPIP_METHOD: "NH_TCPIP",
  NH_USE_BROADCAST: "NH_TCPIP",
  NHS_SERVERNAMES: "NHS_SERVER",
};

/** A setting in its place. */
export interface PlacedSetting {
  /** From 1. */
  readonly line: number;
  /** The section as it is written there; none before the first. */
  readonly section: string | undefined;
  readonly setting: IniSetting;
  /** The same key in the same section before it: that one counts. */
  readonly first: number | undefined;
  /** What is looked at, if this is it; `effective` where it stands in its own section, the first of that name. */
  readonly known: { readonly key: IniKey; readonly effective: boolean } | undefined;
}

/** What stands where. */
export interface IniLayout {
  /** Sections by name in capitals: the line of the first. */
  readonly sections: ReadonlyMap<string, number>;
  readonly repeated: readonly { readonly line: number; readonly section: string; readonly first: number }[];
  readonly settings: readonly PlacedSetting[];
  /** What the file says of each key: where it has effect, and else where it was first meant to. */
  readonly said: ReadonlyMap<IniKey, PlacedSetting>;
}

/** Sections of other protocols, which have keys of the same names. */
const OTHER_PROTOCOLS: readonly string[] = ["NH_IPX", "NH_NETBIOS"];

/** Finds what has effect: sections and keys in any letter case, and of several with one name the first. */
export function layoutOf({ lines }: NethaspIni): IniLayout {
  const sections = new Map<string, number>();
  const repeated: { line: number; section: string; first: number }[] = [];
  const settings: PlacedSetting[] = [];
  let section: string | undefined;
  let again = false;
  let keys = new Map<string, number>();
  for (const [at, line] of lines.entries()) {
    if (line.kind === "section") {
      section = line.section;
      const first = sections.get(capitals(section));
      again = first !== undefined;
      keys = new Map();
      if (first === undefined) sections.set(capitals(section), at + 1);
      else repeated.push({ line: at + 1, section, first });
    }
    if (line.kind !== "setting") continue;
    const name = capitals(line.key);
    const first = keys.get(name);
    if (first === undefined) keys.set(name, at + 1);
    const known = knownAs(name, section === undefined ? undefined : capitals(section), again);
    settings.push({ line: at + 1, section, setting: line, first, known });
  }
  return { sections, repeated, settings, said: saidIn(settings) };
}

/** The known key of a name, unless another protocol means something else by it. */
function knownAs(name: string, section: string | undefined, again: boolean): PlacedSetting["known"] {
  const key = knownKey(name);
  if (key === undefined || (section !== undefined && OTHER_PROTOCOLS.includes(section))) return undefined;
  return { key, effective: section === iniKeys[key] && !again };
}

/** A key that is looked at, of a name in any letter case. */
export function knownKey(name: string): IniKey | undefined {
  const upper = capitals(name);
  return isKnown(upper) ? upper : undefined;
}

function isKnown(name: string): name is IniKey {
  return Object.hasOwn(iniKeys, name);
}

function saidIn(settings: readonly PlacedSetting[]): ReadonlyMap<IniKey, PlacedSetting> {
  const said = new Map<IniKey, PlacedSetting>();
  for (const placed of settings) {
    const { known } = placed;
    if (known === undefined) continue;
    const before = said.get(known.key)?.known;
    if (before === undefined || (known.effective && !before.effective)) said.set(known.key, placed);
  }
  return said;
}

/** The items of a value: a list separated by commas. Of an empty value there are none. */
export function itemsOf(value: string): string[] {
  return value === "" ? [] : value.split(",").map((item) => item.trim());
}

/** ASCII letters in capitals. In Unicode other letters have ASCII capitals: `ı`, `ſ`. */
export function capitals(text: string): string {
  return !/[a-z]/.test(text) ? text : text.replace(/[a-z]+/g, (letters) => letters.toUpperCase());
}
