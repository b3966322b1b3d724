import * as fc from "fast-check";
import type { IniFinding } from "../../platform/index.js";
import { goodAddresses, homes, keys, listOf, missingIn, valueFindings, type Key, type Values } from "./ini-findings.js";

// Files of nethasp.ini as people leave them behind, each with what is wrong with it by construction.

const badAddresses = [
  "192.168.0.300",
  "192.168.0",
  "1.2.3.4.5",
  "<Addr1>",
  "a b",
  "10.0.0.1:475",
  "-x",
  "01.2.3.4",
  "",
];
const address = fc.constantFrom(...goodAddresses, ...goodAddresses, ...badAddresses);
const names = fc.subarray(["MAIN", "main-2", "Lm.3"]);

const maybe = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(of, { nil: undefined });

/** What a file says; a value that is absent is no line. */
const said = fc.record({
  tcpip: maybe(fc.constantFrom("Enabled", "ENABLED", "Disabled", "yes", "")),
  addresses: maybe(fc.array(address, { maxLength: 3 })),
  names: maybe(names),
  port: maybe(fc.constantFrom("475", "1", "65535", "0", "65536", "4 75", "")),
  method: maybe(fc.constantFrom("TCP", "udp", "IPX")),
  broadcast: maybe(fc.constantFrom("Disabled", "disabled", "Enabled", "no")),
  listed: maybe(names),
  /** Letter case of a name does not count. */
  listedIn: fc.constantFrom(
    (name: string) => name,
    (name: string) => name.toLowerCase(),
    (name: string) => name.toUpperCase(),
  ),
});

/** What went wrong with its lines, and how they are written. */
const manner = fc.record({
  sections: fc.subarray(["NH_COMMON", "NH_TCPIP", "NHS_SERVER"] as const, { minLength: 1 }),
  misplaced: maybe(
    fc.tuple(
      fc.constantFrom(...keys),
      fc.constantFrom("top", "unknown", "again", "NH_COMMON", "NH_TCPIP", "NHS_SERVER"),
    ),
  ),
  /** A key that stands in its section twice, and one that stands before all sections as well. */
  twice: maybe(fc.constantFrom<Key>("NH_TCPIP", "NH_SERVER_ADDR")),
  shadow: maybe(fc.constantFrom(...keys)),
  commented: fc.boolean(),
  noise: fc.subarray(["", " \t", "; nethasp=1", "nothing at all", "NH_SESSION = 15", "[NH_TCPIP", "= 1", ";;"]),
  otherProtocol: fc.boolean(),
  head: fc.constantFrom("[*]", " [ * ] ; section", "\t[*]x"),
  indent: fc.constantFrom("", "", "  ", "\t"),
  equals: fc.constantFrom("=", " = ", "\t=\t "),
  note: fc.constantFrom("", "", " ", ";", " ; note = 1", "\t;; [x]"),
  lower: fc.boolean(),
  ends: fc.array(fc.constantFrom("\n", "\r\n", "\r"), { minLength: 1, maxLength: 5 }),
  ended: fc.boolean(),
});

type Said = typeof said extends fc.Arbitrary<infer T> ? T : never;
type Manner = typeof manner extends fc.Arbitrary<infer T> ? T : never;

/** A line of a file, and what a repair has to do with it. */
export interface IniCaseLine {
  readonly text: string;
  readonly end: string;
  readonly repair: "moves" | "enables" | undefined;
}

/** A file, and all that is to be found in it. */
export interface IniCase {
  readonly text: string;
  readonly lines: readonly IniCaseLine[];
  readonly findings: readonly IniFinding[];
  /** Addresses that can be asked, in their order. */
  readonly addresses: readonly string[];
  /** Items of both lists. */
  readonly items: number;
  readonly names: number;
}

/** Files of nethasp.ini. */
export const iniCases: fc.Arbitrary<IniCase> = fc.tuple(said, manner).map(([of, how]) => caseOf(of, how));

function caseOf(of: Said, how: Manner): IniCase {
  const values = valuesOf(of, how);
  const lines: { text: string; repair: IniCaseLine["repair"] }[] = [];
  const findings: IniFinding[] = missingIn(values, how.sections);
  const name = (text: string): string => (how.lower ? text.toLowerCase() : text);
  const push = (text: string, repair?: IniCaseLine["repair"]): number => lines.push({ text, repair });
  const head = (section: string): number => push(how.head.replace("*", name(section)));
  const write = (key: Key, value: string, repair?: IniCaseLine["repair"]): number =>
    push(how.indent + name(key) + how.equals + value + how.note, repair);

  /** The lines of a place: a section, or what is none. `section` is its name as it is written. */
  const fill = (place: string, section?: string): void => {
    for (const key of keys) {
      const value = values.get(key);
      if (value === undefined || placeOf(key, how) !== place) continue;
      const isHome = place === homes[key];
      const enables = key === "NH_TCPIP" && value.toLowerCase() !== "enabled";
      const line = write(key, value, isHome ? (enables ? "enables" : undefined) : "moves");
      findings.push(...valueFindings(key, line, values));
      const [code, severity] = ["nethasp/misplaced-key", "fault"] as const;
      const where = section === undefined ? {} : { section };
      if (!isHome) findings.push({ code, severity, line, ...where, key: name(key), value, belongs: homes[key] });
      if (!isHome || how.twice !== key) continue;
      const again = { line: write(key, "9.9.9.9"), key: name(key), value: "9.9.9.9", first: line };
      findings.push({ code: "nethasp/repeated-key", severity: "note", ...again });
    }
  };

  const shadow = how.shadow;
  if (shadow !== undefined && values.has(shadow) && placeOf(shadow, how) === homes[shadow]) {
    const misplaced = { line: write(shadow, "<none>"), key: name(shadow), value: "<none>", belongs: homes[shadow] };
    findings.push({ code: "nethasp/misplaced-key", severity: "note", ...misplaced });
  }
  fill("top");
  const heads = new Map<string, number>();
  for (const section of how.sections) {
    heads.set(section, head(section));
    fill(section, name(section));
  }
  for (const text of how.noise) {
    const line = push(text);
    const isNothing = ["nothing at all", "[NH_TCPIP", "= 1"].includes(text);
    if (isNothing) findings.push({ code: "nethasp/not-a-line", severity: "note", line, text });
  }
  for (const [key, value] of how.commented ? OUT : []) {
    const line = push(`;; ${name(key)} = ${value} ; or so`);
    if (!values.has(key)) findings.push({ code: "nethasp/commented-out", severity: "note", line, key, value });
  }
  if (how.misplaced?.[1] === "again" && values.has(how.misplaced[0])) {
    const section = homes[how.misplaced[0]];
    const again = { line: head(section), section: name(section), first: heads.get(section) ?? 0 };
    findings.push({ code: "nethasp/repeated-section", severity: "note", ...again });
    fill("again", name(section));
  }
  if (how.misplaced?.[1] === "unknown") {
    head("NH_TCPI");
    fill("unknown", name("NH_TCPI"));
  }
  // Keys of another protocol are none of ours.
  if (how.otherProtocol) for (const text of OTHERS) push(text);
  return { ...ended(lines, how), findings, ...countsOf(values) };
}

const OTHERS = ["[nh_ipx]", "NH_SERVER_NAME = a, b", "NH_TCPIP=x", "[NH_NetBIOS]", "NH_SERVER_NAME = a, b"];

/** What the comments take out. */
const OUT = [
  ["NH_TCPIP", "Enabled"],
  ["NH_SERVER_ADDR", "<Addr1>, <Addr2>"],
] as const;

/** Each line with its end; of a line that is empty, an end may not become one with the end before. */
function ended(lines: readonly Omit<IniCaseLine, "end">[], how: Manner): Pick<IniCase, "text" | "lines"> {
  const ends = lines.map((_, at) => (how.ended || at < lines.length - 1 ? (how.ends[at % how.ends.length] ?? "") : ""));
  const apart = lines.map((line, at): IniCaseLine => {
    const merges = ends[at] === "\r" && lines[at + 1]?.text === "" && ends[at + 1] === "\n";
    return { ...line, end: merges ? "\r\n" : (ends[at] ?? "") };
  });
  const kept = apart.at(-1)?.text === "" && apart.at(-1)?.end === "" ? apart.slice(0, -1) : apart;
  return { lines: kept, text: kept.map(({ text, end }) => text + end).join("") };
}

/** Where a key has its line: in its section, or where it was misplaced to. */
function placeOf(key: Key, { sections, misplaced }: Manner): string | undefined {
  const home = homes[key];
  const target = misplaced?.[0] === key ? misplaced[1] : home;
  if (target === "top" || target === "unknown") return target;
  const needed = target === "again" ? home : target;
  return sections.some((section) => section === needed) ? target : undefined;
}

/** What has a line at all, as it is written. */
function valuesOf(of: Said, how: Manner): Values {
  const written: { readonly [key in Key]: string | undefined } = {
    NH_TCPIP: of.tcpip,
    NH_SERVER_ADDR: of.addresses?.join(", ").trim(),
    NH_SERVER_NAME: of.names?.join(" ,"),
    NH_PORT_NUMBER: of.port,
    NH_TCPIP_METHOD: of.method,
    NH_USE_BROADCAST: of.broadcast,
    NHS_SERVERNAMES: of.listed?.map(of.listedIn).join(","),
  };
  const present = keys.filter((key) => placeOf(key, how) !== undefined);
  return new Map(present.flatMap((key) => (written[key] === undefined ? [] : [[key, written[key]] as const])));
}

function countsOf(values: Values): Pick<IniCase, "addresses" | "items" | "names"> {
  const items = listOf(values.get("NH_SERVER_ADDR"));
  const addresses = items.filter((one) => goodAddresses.includes(one));
  return { addresses, items: items.length, names: listOf(values.get("NH_SERVER_NAME")).length };
}
