import { setsOf, type Kit, type KitFault } from "../../pins/index.js";
import { kitOf, pinNumber } from "./kits.js";

/** A way to spoil a kit, and the fault that it must be refused for. */
export interface Spoiling {
  readonly code: KitFault["code"];
  readonly spoil: (kit: Kit) => Kit;
}

/** The kit with other PINs of its first set. */
function withFirst(kit: Kit, change: (pins: readonly string[]) => readonly string[]): Kit {
  const set = setsOf(kit.definition)[0] ?? "server";
  return { ...kit, pins: { ...kit.pins, [set]: change(kit.pins[set] ?? []) } };
}

/** What can be wrong with any kit, beside other faults. */
export const spoilings: readonly Spoiling[] = [
  { code: "pins/malformed-kit-number", spoil: (kit) => ({ ...kit, kit: "8050-52567" }) },
  {
    code: "pins/out-of-bounds",
    spoil: (kit) => ({ ...kit, definition: { ...kit.definition, recoveries: { perKit: -1 } } }),
  },
  {
    code: "pins/out-of-bounds",
    spoil: (kit) => ({ ...kit, definition: { ...kit.definition, name: "n".repeat(101) } }),
  },
  { code: "pins/malformed-pin", spoil: (kit) => withFirst(kit, ([, ...rest]) => ["381 505 376 410 122", ...rest]) },
  { code: "pins/duplicate-pin", spoil: (kit) => withFirst(kit, ([one = "", , ...rest]) => [one, one, ...rest]) },
];

/** Spoilings that change how many PINs there must be; only one of them at a time. */
export const countSpoilings: readonly Spoiling[] = [
  { code: "pins/wrong-pin-count", spoil: (kit) => withFirst(kit, (pins) => [...pins, pinNumber(900)]) },
  { code: "pins/wrong-pin-count", spoil: (kit) => withFirst(kit, (pins) => pins.slice(2)) },
  { code: "pins/wrong-pin-count", spoil: (kit) => withFirst(kit, () => []) },
  { code: "pins/wrong-pin-count", spoil: (kit) => ({ ...kit, pins: {} }) },
  {
    code: "pins/too-many-pins",
    spoil: (kit) => withFirst(kit, () => Array.from({ length: 10_001 }, (_, at) => pinNumber(at))),
  },
  {
    code: "pins/no-licenses",
    spoil: (kit) => ({ ...kit, definition: { name: kit.definition.name, client: { workstations: 2, sets: [] } } }),
  },
];

/** What can be wrong with a kit that has both client sets. */
export const bothSetsSpoilings: readonly Spoiling[] = [
  {
    code: "pins/pin-in-two-sets",
    spoil: (kit) => withFirst(kit, (pins) => [kit.pins["multi-user"]?.[1] ?? "", ...pins.slice(1)]),
  },
  {
    code: "pins/duplicate-set",
    spoil: (kit) => ({
      ...kit,
      definition: {
        ...kit.definition,
        client: { workstations: 2, sets: ["single-user", "multi-user", "multi-user"] },
      },
    }),
  },
  { code: "pins/undefined-set", spoil: (kit) => ({ ...kit, pins: { ...kit.pins, server: [pinNumber(901)] } }) },
  {
    code: "pins/out-of-bounds",
    spoil: (kit) => ({
      ...kit,
      definition: { ...kit.definition, client: { workstations: 0, sets: ["single-user", "multi-user"] } },
    }),
  },
];

/** A kit with both client sets, 2 workstations. */
export const both: Kit = kitOf({ name: "both", client: { workstations: 2, sets: ["single-user", "multi-user"] } });

/** A kit spoiled in one way after the other. */
export function spoil(kit: Kit, ways: readonly Spoiling[]): Kit {
  return ways.reduce((before, way) => way.spoil(before), kit);
}
