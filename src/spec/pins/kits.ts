import * as fc from "fast-check";
import { licenseTypes, pinCountOf, type Kit, type KitDefinition, type Pin } from "../../pins/index.js";

/** The number of every kit here. */
export const KIT = "8050525679";

/** PINs that differ, the n-th of them: 15 digits in no order that a machine could lean on. */
export function pinNumber(n: number): Pin {
  return String((BigInt(n + 1) * 618_033_988_749_895n) % 1_000_000_000_000_000n).padStart(15, "0");
}

/** A kit of a definition: as many PINs as it says, counted from `first` on. */
export function kitOf(definition: KitDefinition, first = 0): Kit {
  let next = first;
  const pins = Object.fromEntries(
    licenseTypes
      .map((set) => [set, Array.from({ length: pinCountOf(definition, set) }, () => pinNumber(next++))] as const)
      .filter(([, ofSet]) => ofSet.length > 0),
  );
  return { kit: KIT, definition, pins };
}

/** Every PIN of a kit. */
export function pinsOf({ pins }: Kit): readonly Pin[] {
  return licenseTypes.flatMap((set) => pins[set] ?? []);
}

/** The shapes of the usual kits, as small as they go without losing what matters. */
export const smallDefinitions: readonly KitDefinition[] = [
  { name: "client-1", client: { workstations: 1, sets: ["single-user"] } },
  { name: "client-5, for 2", client: { workstations: 2, sets: ["single-user", "multi-user"] } },
  { name: "client-5, the other way round", client: { workstations: 2, sets: ["multi-user", "single-user"] } },
  { name: "client-50, for 2", client: { workstations: 2, sets: ["multi-user"] } },
  { name: "server", server: true },
  { name: "package-10-server, for 2", client: { workstations: 2, sets: ["single-user", "multi-user"] }, server: true },
];

/** A kit definition: one of the shapes, with PINs and policies of a vendor's own. Recoveries without limit. */
export const unlimited: fc.Arbitrary<KitDefinition> = fc
  .record({
    shape: fc.constantFrom(...smallDefinitions),
    pinsPerLicense: fc.constantFrom(undefined, 2, 4),
    cancelledPlaces: fc.constantFrom(undefined, "freed" as const, "kept" as const),
    additionalPins: fc.constantFrom(undefined, "any-license" as const, "that-license" as const),
  })
  .map(({ shape, ...policies }) => ({ ...shape, ...policies }));

/** The same with limits of recoveries. */
export const limited: fc.Arbitrary<KitDefinition> = fc
  .tuple(
    unlimited,
    fc.constantFrom(
      { perPin: 0 },
      { perKit: 0 },
      { perPin: 2 },
      { perKit: 1 },
      { perKit: 3 },
      { perPin: 1, perKit: 2 },
    ),
  )
  .map(([definition, recoveries]) => ({ ...definition, recoveries }));
