import { setsOf, type ClientSet, type Kit, type KitDefinition, type KitFault } from "../../pins/index.js";
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
  ...["8050-52567", "80505256", "8050525679123", "8050525679G0"].map((number): Spoiling => ({
    code: "pins/malformed-kit-number",
    spoil: (kit) => ({ ...kit, kit: number }),
  })),
  defining({ recoveries: { perKit: -1 } }),
  defining({ recoveries: { perPin: -1 } }),
  defining({ recoveries: { perPin: 1.5 } }),
  defining({ name: "n".repeat(101) }),
  defining({ name: "" }),
  ...["381 505 376 410 122", "38150537641012O", "38150537641012", "3815053764101229"].map((pin): Spoiling => ({
    code: "pins/malformed-pin",
    spoil: (kit) => withFirst(kit, ([, ...rest]) => [pin, ...rest]),
  })),
  { code: "pins/duplicate-pin", spoil: (kit) => withFirst(kit, ([one = "", , ...rest]) => [one, one, ...rest]) },
];

/** A definition with a number or a name out of its bounds. */
function defining(what: Partial<KitDefinition>): Spoiling {
  return {
    code: "pins/out-of-bounds",
    spoil: (kit) => ({ ...kit, definition: { ...kit.definition, ...what } }),
  };
}

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

/** What can be wrong with a kit that has all three sets. */
export const packageSpoilings: readonly Spoiling[] = [
  {
    code: "pins/pin-in-two-sets",
    spoil: (kit) => withFirst(kit, (pins) => [kit.pins["multi-user"]?.[1] ?? "", ...pins.slice(1)]),
  },
  {
    code: "pins/pin-in-two-sets",
    spoil: (kit) => withFirst(kit, (pins) => [kit.pins.server?.[0] ?? "", ...pins.slice(1)]),
  },
  {
    code: "pins/duplicate-pin",
    spoil: (kit) => withFirst(kit, ([one = "", two = "", , ...rest]) => [one, two, one, ...rest]),
  },
  clientOf(2, ["single-user", "multi-user", "multi-user"], "pins/duplicate-set"),
  clientOf(2, ["multi-user"], "pins/undefined-set"),
  clientOf(2, [], "pins/no-licenses"),
  clientOf(0, ["single-user", "multi-user"], "pins/out-of-bounds"),
  clientOf(5_000, ["single-user", "multi-user"], "pins/too-many-pins"),
  { code: "pins/undefined-set", spoil: (kit) => ({ ...kit, definition: { ...kit.definition, server: false } }) },
  {
    code: "pins/out-of-bounds",
    spoil: (kit) => ({ ...kit, definition: { ...kit.definition, pinsPerLicense: 1.5 } }),
  },
  ...(["multi-user", "server"] as const).flatMap((set): readonly Spoiling[] => [
    {
      code: "pins/wrong-pin-count",
      spoil: (kit) => ({ ...kit, pins: { ...kit.pins, [set]: kit.pins[set]?.slice(1) } }),
    },
    { code: "pins/wrong-pin-count", spoil: (kit) => ({ ...kit, pins: { ...kit.pins, [set]: [] } }) },
    { code: "pins/wrong-pin-count", spoil: (kit) => ({ ...kit, pins: { ...kit.pins, [set]: undefined } }) },
    {
      code: "pins/wrong-pin-count",
      spoil: (kit) => ({ ...kit, pins: { ...kit.pins, [set]: [...(kit.pins[set] ?? []), pinNumber(902)] } }),
    },
  ]),
];

/** Other client licenses than there are PINs for. */
function clientOf(workstations: number, sets: readonly ClientSet[], code: Spoiling["code"]): Spoiling {
  return { code, spoil: (kit) => ({ ...kit, definition: { ...kit.definition, client: { workstations, sets } } }) };
}

/** A kit with all three sets, 2 workstations. */
export const whole: Kit = kitOf({
  name: "whole",
  client: { workstations: 2, sets: ["single-user", "multi-user"] },
  server: true,
});

/** A kit spoiled in one way after the other. */
export function spoil(kit: Kit, ways: readonly Spoiling[]): Kit {
  return ways.reduce((before, way) => way.spoil(before), kit);
}
