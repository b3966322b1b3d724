import type { InputError, Result } from "../core/index.js";
import { deviceLists, type KeyParameters } from "./parameters.js";
import { parseKeyParameters } from "./parse.js";

/**
 * Key parameters out of their canonical form, `licit-parameters-1`, as `JSON.parse` gives it: what a license by phone keeps
 * of its computer. What the form leaves open is unread; everything that counts is there.
 *
 * Outcomes: `core/invalid-input`, with paths in key parameters.
 *
 * @rule FP-18, LC-11
 * @source docs/formats.md
 * @example
 * ```ts
 * import { canonicalParameters, parseKeyParameters, recordedParameters } from "licit/fingerprint";
 *
 * const read = parseKeyParameters({
 *   os: { family: "windows", name: "Microsoft Windows 11 Pro", version: "10.0.22631" },
 *   networkName: "BUH-31",
 *   board: { model: "PRIME B450M-A" },
 *   memoryBytes: 17179869184,
 *   bios: { type: "American Megatrends Inc.", version: "2409" },
 *   processors: [{ model: "AMD Ryzen 5 3600" }],
 *   networkAdapters: [{ model: "Realtek PCIe GbE", mac: "00:1a:2b:3c:4d:57" }],
 *   disks: [],
 * });
 * const recorded = read.ok ? recordedParameters(JSON.parse(canonicalParameters(read.value))) : read;
 *
 * recorded.ok && recorded.value.os.version; // → "10.0"
 * recorded.ok && recorded.value.disks; // → { unreadable: "not recorded" }
 * ```
 */
export function recordedParameters(form: unknown): Result<KeyParameters, InputError> {
  const of = membersOf(form);
  const [family, name, version, serialNumber, installedAt] = itemsOf(of["os"], 5);
  const [type, biosVersion] = itemsOf(of["bios"], 2);
  return parseKeyParameters({
    os: {
      family: recorded(family),
      name: recorded(name),
      version: recorded(version),
      ...(serialNumber === null ? {} : { serialNumber }),
      ...(installedAt === null ? {} : { installedAt }),
    },
    networkName: recorded(of["name"]),
    board: { model: recorded(of["board"]) },
    memoryBytes: recorded(of["memory"]),
    bios: { type: recorded(type), version: recorded(biosVersion) },
    ...Object.fromEntries(deviceLists.map((list) => [list, recorded(of[list])])),
  });
}

/** A member of the form; what is missing in it stays missing, and is a fault. */
function recorded(value: unknown): unknown {
  return value === null ? { unreadable: "not recorded" } : value;
}

/** The form's members, where it has just those that it should have. */
function membersOf(form: unknown): Readonly<Record<string, unknown>> {
  if (typeof form !== "object" || form === null) return {};
  const members: Record<string, unknown> = { ...form };
  return Object.keys(members).sort().join() === NAMES ? members : {};
}

const NAMES = "bios,board,disks,memory,name,networkAdapters,os,processors";

function itemsOf(list: unknown, count: number): readonly unknown[] {
  return Array.isArray(list) && list.length === count ? list : [];
}
