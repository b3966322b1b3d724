import { createHash } from "node:crypto";
import { isRead, type Device, type HardwareChange, type KeyParameters } from "licit/fingerprint";
import type { PlayableChange, PlayedChange } from "./contract.js";

/**
 * What each change does to this computer; `undefined` where it has no such part, or where the part could not be read. The
 * order is that in which they are made: a list is hidden last, after what happens in it.
 */
const plays: { readonly [change in PlayedChange]: (computer: KeyParameters) => HardwareChange | undefined } = {
  "replace-network-adapter": ({ networkAdapters }) => {
    const [adapter] = devicesIn(networkAdapters);
    if (adapter === undefined) return undefined;
    const device = { ...adapter, mac: macOf("replaced", adapter) };
    return { change: "replace", list: "networkAdapters", index: 0, device };
  },
  "replace-disk": ({ disks }) => {
    const [disk] = devicesIn(disks);
    if (disk === undefined) return undefined;
    const serial = `S7D${digestOf("replaced", disk).slice(0, 9).toUpperCase()}`;
    const device = { model: "Samsung SSD 990 PRO 1TB", sizeBytes: 1_000_204_886_016, serial };
    return { change: "replace", list: "disks", index: 0, device };
  },
  "replace-board": ({ board }) => {
    if (typeof board.model !== "string") return undefined;
    const [usual, other] = ["PRIME B550M-A", "B450 TOMAHAWK MAX"];
    return { change: "set", path: "board.model", value: board.model === usual ? other : usual };
  },
  "add-network-adapter": ({ networkAdapters }) =>
    isRead(networkAdapters)
      ? {
          change: "add",
          list: "networkAdapters",
          device: { model: "USB Ethernet", mac: macOf("added", networkAdapters) },
        }
      : undefined,
  "add-memory": ({ memoryBytes }) =>
    typeof memoryBytes === "number" && memoryBytes > 0
      ? { change: "set", path: "memoryBytes", value: memoryBytes * 2 }
      : undefined,
  "take-out-memory": ({ memoryBytes }) =>
    typeof memoryBytes === "number" && memoryBytes > 1
      ? { change: "set", path: "memoryBytes", value: Math.floor(memoryBytes / 2) }
      : undefined,
  "rename-computer": ({ networkName }) =>
    typeof networkName === "string"
      ? { change: "set", path: "networkName", value: `${networkName.slice(0, 900)}-NEW` }
      : undefined,
  "update-system": ({ os }) =>
    typeof os.version === "string" ? { change: "set", path: "os.version", value: nextVersion(os.version) } : undefined,
  "hide-disks": ({ disks }) =>
    isRead(disks) ? { change: "set", path: "disks", value: { unreadable: "access denied" } } : undefined,
};

const all = Object.keys(plays) as PlayedChange[]; // the names of this very record

/** Which changes can be played on a computer, and which of them are. */
export function playableOn(real: KeyParameters, played: readonly PlayedChange[]): readonly PlayableChange[] {
  return all
    .filter((change) => plays[change](real) !== undefined)
    .map((change) => ({ change, played: played.includes(change) }));
}

/** Played changes, as changes of this computer. Of memory that was added and taken out, the computer has what it had. */
export function hardwareChanges(real: KeyParameters, played: readonly PlayedChange[]): readonly HardwareChange[] {
  const both = played.includes("add-memory") && played.includes("take-out-memory");
  return all
    .filter((change) => played.includes(change) && !(both && change.endsWith("-memory")))
    .flatMap((change) => plays[change](real) ?? []);
}

/** Takes played changes out of an untrusted value: names that are known, each once. */
export function parsePlayed(value: unknown): readonly PlayedChange[] | undefined {
  if (!Array.isArray(value) || value.length > all.length) return undefined;
  const known = all.filter((change) => value.includes(change));
  return known.length === value.length ? known : undefined;
}

function devicesIn(list: readonly Device[] | { readonly unreadable: string }): readonly Device[] {
  return isRead(list) ? list : [];
}

/** Another part of the same kind: the same one each time it is played, and never the one that is there. */
function digestOf(how: string, part: unknown): string {
  return createHash("sha256")
    .update(JSON.stringify([how, part]))
    .digest("hex");
}

function macOf(how: string, part: unknown): string {
  const [a = "", b = "", c = ""] = digestOf(how, part).match(/../g) ?? [];
  return `00:1b:21:${a}:${b}:${c}`;
}

/** The next version by its last number: `10.0.22631` becomes `10.0.22632`, `22.04` becomes `22.05`. */
function nextVersion(version: string): string {
  const next = version.replace(/[0-9]{1,9}(?=[^0-9]*$)/, (last) => String(Number(last) + 1).padStart(last.length, "0"));
  return next === version ? `${version} 2` : next;
}
