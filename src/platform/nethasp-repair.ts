import { checkNethaspIni, type IniFinding } from "./nethasp-check.js";
import { insertInto, moveLines, setValue, withSections } from "./nethasp-edit.js";
import type { NethaspIni } from "./nethasp-ini.js";
import { capitals, iniKeys, itemsOf, layoutOf, type IniKey, type IniSection } from "./nethasp-layout.js";
import {
  knownManagers,
  planManagers,
  type IniManager,
  type KnownManagers,
  type ManagerPlan,
  type ManagerRefusal,
} from "./nethasp-managers.js";

/** What came of a repair. */
export interface IniRepair {
  readonly ini: NethaspIni;
  /** What was wrong and no longer is; lines are those of the file as it was. */
  readonly repaired: readonly IniFinding[];
  /** What {@link checkNethaspIni} still finds; lines are those of the repaired file. */
  readonly left: readonly IniFinding[];
  /** What was known of managers and is not in the file. */
  readonly refused: readonly ManagerRefusal[];
}

/**
 * Repairs `nethasp.ini` as far as it can be known what is right, and keeps everything else to the character:
 *
 * - missing sections are added at the end;
 * - a key outside its section moves there, its comment with it, unless it stands there already;
 * - `NH_TCPIP` becomes `Enabled`;
 * - managers that are known are added to those that the file names; then items that are no address give way. Names are
 *   written only where every address has one, and are listed in `NHS_SERVERNAMES` where that lists any.
 *
 * What nobody can know is left: a port, a method or a switch that is none, a name without an address, what only a comment
 * says. Repairing twice is repairing once. Of an unsound manager nothing is written: see `refused`.
 *
 * @rule DG-03
 * @source S3 (nethasp.ini)
 * @example
 * ```ts
 * import { parseNethaspIni, repairNethaspIni, writeNethaspIni } from "licit/platform";
 *
 * const ini = parseNethaspIni("[NH_COMMON]\nNH_TCPIP=Disabled ; since May\n[NH_TCPIP]\nNH_USE_BROADCAST=Disabled\n");
 * const repair = ini.ok && repairNethaspIni(ini.value, { managers: [{ address: "192.168.0.12" }] });
 * repair && writeNethaspIni(repair.ini); // → "[NH_COMMON]\nNH_TCPIP=Enabled ; since May\n[NH_TCPIP]\nNH_USE_BROADCAST=Disabled\nNH_SERVER_ADDR=192.168.0.12\n"
 * repair && repair.repaired.map(({ code }) => code); // → ["nethasp/no-address", "nethasp/tcpip-not-enabled"]
 * repair && repair.left; // → []
 * ```
 */
export function repairNethaspIni(ini: NethaspIni, known: KnownManagers = {}): IniRepair {
  const before = checkNethaspIni(ini);
  const { managers, refused } = knownManagers(known);
  const inPlace = enabled(moved(ini, before));
  const plan = planManagers(layoutOf(inPlace), managers);
  const after = written(inPlace, managers, plan);
  const left = checkNethaspIni(after);
  const isTouched = ({ code }: IniFinding): boolean => !UNTOUCHED.has(code);
  const still = new Set(left.filter(isTouched).map(subjectOf));
  return {
    ini: after,
    repaired: before.filter((finding) => isTouched(finding) && !still.has(subjectOf(finding))),
    left,
    refused: [...refused, ...plan.refused].sort((a, b) => a.manager - b.manager),
  };
}

/** What a finding is about, wherever it stands: lines move, and counts change with the lists. */
function subjectOf(finding: IniFinding): string {
  const evidence: { readonly [name: string]: unknown } = finding;
  return SUBJECT.map((name) => evidence[name]).join("\0");
}

const SUBJECT = ["code", "severity", "section", "key", "value", "address", "name"] as const;

/** What a repair never touches, of which a file may be full. */
const UNTOUCHED: ReadonlySet<IniFinding["code"]> = new Set([
  "nethasp/repeated-section",
  "nethasp/repeated-key",
  "nethasp/not-a-line",
]);

function moved(ini: NethaspIni, findings: readonly IniFinding[]): NethaspIni {
  const needed: IniSection[] = [];
  const moves = new Map<number, IniSection>();
  for (const finding of findings) {
    if (finding.code === "nethasp/no-section") needed.push(finding.section);
    if (finding.code !== "nethasp/misplaced-key" || finding.severity !== "fault") continue;
    needed.push(finding.belongs);
    moves.set(finding.line, finding.belongs);
  }
  return moveLines(withSections(ini, needed), moves);
}

function enabled(ini: NethaspIni): NethaspIni {
  const said = layoutOf(ini).said.get("NH_TCPIP")?.setting.value ?? "";
  return capitals(said) === "ENABLED" ? ini : withValue(ini, "NH_TCPIP", "Enabled");
}

function written(ini: NethaspIni, managers: readonly IniManager[], { addresses, names }: ManagerPlan): NethaspIni {
  const addressed = addresses === undefined ? ini : withList(ini, "NH_SERVER_ADDR", addresses);
  if (names === undefined) return addressed;
  const list = itemsOf(layoutOf(ini).said.get("NHS_SERVERNAMES")?.setting.value ?? "");
  const listed = new Set(list.map(capitals));
  const used = new Set(names);
  const unlisted = managers.flatMap(({ name }) =>
    name === undefined || listed.has(capitals(name)) || !used.has(name) ? [] : [name],
  );
  const named = withList(addressed, "NH_SERVER_NAME", names);
  return list.some((name) => name !== "") && unlisted.length > 0
    ? withList(named, "NHS_SERVERNAMES", [...list, ...new Set(unlisted)])
    : named;
}

/** A list in the file, which stays as it is written where it says the same. */
function withList(ini: NethaspIni, key: IniKey, items: readonly string[]): NethaspIni {
  const said = itemsOf(layoutOf(ini).said.get(key)?.setting.value ?? "");
  return said.join() === items.join() ? ini : withValue(ini, key, items.join(", "));
}

/** A value where the key stands, or else in a line of its own in the section of the key. */
function withValue(ini: NethaspIni, key: IniKey, value: string): NethaspIni {
  const placed = layoutOf(ini).said.get(key);
  return placed === undefined ? insertInto(ini, iniKeys[key], [{ key, value }]) : setValue(ini, placed.line, value);
}
