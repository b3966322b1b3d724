import { spacingError } from "./digit-text.js";
import { parseKitNumber, type KitNumber, type KitNumberError } from "./kit-number.js";
import { licenseTypes, pinCountOf, setsOf, type KitDefinition, type LicenseType } from "./kit.js";
import { pinFault, type Pin, type PinError } from "./pin.js";

/** PINs by set, in the order in which the kit's document lists them: their places are counted from 1. */
export type PinSets = { readonly [S in LicenseType]?: readonly Pin[] | undefined };

/** What a kit is opened with. */
export type Kit = {
  readonly kit: KitNumber;
  readonly definition: KitDefinition;
  readonly pins: PinSets;
};

/** One thing that is wrong with a kit. */
export type KitFault =
  | { readonly code: "pins/malformed-kit-number"; readonly error: KitNumberError }
  /** A number of the definition, or the length of its name, is no integer within its bounds (included). */
  | { readonly code: "pins/out-of-bounds"; readonly name: BoundedName; readonly least: number; readonly most: number }
  /** There is neither a client set nor a server license, or there are workstations without a set for them. */
  | { readonly code: "pins/no-licenses" }
  /** A client set is named twice. */
  | { readonly code: "pins/duplicate-set"; readonly set: LicenseType }
  /** There are PINs of a set that the definition does not have. */
  | { readonly code: "pins/undefined-set"; readonly set: LicenseType }
  /** A set has another number of PINs than its licenses need; none at all is `found: 0`. */
  | {
      readonly code: "pins/wrong-pin-count";
      readonly set: LicenseType;
      readonly found: number;
      readonly expected: number;
    }
  /** More PINs than a kit can hold (`limit` included), or a definition that needs more. None was looked at by itself. */
  | { readonly code: "pins/too-many-pins"; readonly found: number; readonly limit: number }
  | { readonly code: "pins/malformed-pin"; readonly set: LicenseType; readonly place: number; readonly error: PinError }
  /** A PIN stands at several places of one set. */
  | {
      readonly code: "pins/duplicate-pin";
      readonly set: LicenseType;
      readonly pin: Pin;
      readonly places: readonly number[];
    }
  | { readonly code: "pins/pin-in-two-sets"; readonly pin: Pin; readonly sets: readonly LicenseType[] };

/** What of a definition has bounds. */
export type BoundedName = "name" | "client.workstations" | "pinsPerLicense" | "recoveries.perPin" | "recoveries.perKit";

/** PINs of one kit (included). */
export const MAX_PINS = 10_000;

/**
 * Everything that is wrong with a kit: its number, its definition, its PINs. Empty where it can be opened.
 *
 * @rule PN-04, PN-05
 * @source S2 p. 21 f.
 * @example
 * ```ts
 * import { checkKit, kits } from "licit/pins";
 *
 * const pins = { "single-user": ["381505376410122", "381505376410122"] };
 *
 * checkKit({ kit: "8050525679", definition: kits["client-1"], pins }).map(({ code }) => code); // → ["pins/wrong-pin-count", "pins/duplicate-pin"]
 * ```
 */
export function checkKit({ kit, definition, pins }: Kit): readonly KitFault[] {
  return [...numberFaults(kit), ...checkDefinition(definition), ...countFaults(definition, pins), ...pinFaults(pins)];
}

function numberFaults(kit: KitNumber): readonly KitFault[] {
  const read = parseKitNumber(kit);
  const error = read.ok ? spacingError(kit) : read.error;
  return error === undefined ? [] : [{ code: "pins/malformed-kit-number", error }];
}

/**
 * Everything that is wrong with a definition, before there is a kit of it. Empty where it can be used.
 *
 * @rule PN-04
 * @example
 * ```ts
 * import { checkDefinition } from "licit/pins";
 *
 * checkDefinition({ name: "site", client: { workstations: 0, sets: [] } }).map(({ code }) => code); // → ["pins/out-of-bounds", "pins/no-licenses"]
 * ```
 */
export function checkDefinition(definition: KitDefinition): readonly KitFault[] {
  const { name, client, pinsPerLicense, recoveries } = definition;
  const sets = client?.sets ?? [];
  const found = licenseTypes.reduce((sum, set) => sum + pinCountOf(definition, set), 0);
  return [
    ...bounds("name", name.length, 1, 100),
    ...bounds("client.workstations", client?.workstations, 1, 10_000),
    ...bounds("pinsPerLicense", pinsPerLicense, 1, 100),
    ...bounds("recoveries.perPin", recoveries?.perPin, 0, 1_000_000),
    ...bounds("recoveries.perKit", recoveries?.perKit, 0, 1_000_000),
    ...(setsOf(definition).length === 0 || client?.sets.length === 0 ? [{ code: "pins/no-licenses" } as const] : []),
    ...licenseTypes
      .filter((set) => sets.filter((other) => other === set).length > 1)
      .map((set) => ({ code: "pins/duplicate-set", set }) as const),
    ...(found > MAX_PINS ? [{ code: "pins/too-many-pins", found, limit: MAX_PINS } as const] : []),
  ];
}

function bounds(name: BoundedName, value: number | undefined, least: number, most: number): readonly KitFault[] {
  const within = value === undefined || (Number.isInteger(value) && value >= least && value <= most);
  return within ? [] : [{ code: "pins/out-of-bounds", name, least, most }];
}

function countFaults(definition: KitDefinition, pins: PinSets): readonly KitFault[] {
  const sets = setsOf(definition);
  const counts = licenseTypes.map((set) => ({
    set,
    found: pins[set]?.length ?? 0,
    expected: pinCountOf(definition, set),
  }));
  const undefinedSets = counts.filter(({ set, found }) => found > 0 && !sets.includes(set));
  const wrong = counts.filter(({ set, found, expected }) => sets.includes(set) && (found === 0 || found !== expected));
  return [
    ...undefinedSets.map(({ set }) => ({ code: "pins/undefined-set", set }) as const),
    ...wrong.map((count) => ({ code: "pins/wrong-pin-count", ...count }) as const),
  ];
}

function pinFaults(pins: PinSets): readonly KitFault[] {
  const found = licenseTypes.reduce((sum, set) => sum + (pins[set]?.length ?? 0), 0);
  if (found > MAX_PINS) return [{ code: "pins/too-many-pins", found, limit: MAX_PINS }];
  const malformed: KitFault[] = [];
  const places = new Map<Pin, Map<LicenseType, number[]>>();
  for (const set of licenseTypes) {
    for (const [index, pin] of (pins[set] ?? []).entries()) {
      const error = pinFault(pin);
      if (error !== undefined) malformed.push({ code: "pins/malformed-pin", set, place: index + 1, error });
      const ofPin = places.get(pin) ?? new Map<LicenseType, number[]>();
      const inSet = ofPin.get(set) ?? [];
      inSet.push(index + 1);
      places.set(pin, ofPin.set(set, inSet));
    }
  }
  return [...malformed, ...[...places].flatMap(([pin, ofPin]) => repeatFaults(pin, ofPin))];
}

function repeatFaults(pin: Pin, places: ReadonlyMap<LicenseType, readonly number[]>): readonly KitFault[] {
  const repeated = [...places].filter(([, inSet]) => inSet.length > 1);
  const sets = [...places.keys()];
  return [
    ...repeated.map(([set, inSet]) => ({ code: "pins/duplicate-pin", set, pin, places: inSet }) as const),
    ...(sets.length > 1 ? [{ code: "pins/pin-in-two-sets", pin, sets } as const] : []),
  ];
}
