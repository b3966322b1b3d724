/** What a license is for: one workstation; any sessions up to a number, counted by a server; a server. */
export type LicenseType = ClientSet | "server";

/** The two sets of PINs that a client kit may have. Where it has both, the first license acquired decides (PN-07). */
export type ClientSet = "single-user" | "multi-user";

/** All license types, in the order in which a kit's document and `pinReport` list them. */
export const licenseTypes: readonly LicenseType[] = ["single-user", "multi-user", "server"];

/**
 * What a vendor sells in one envelope, as data. `kits` has the usual ones.
 *
 * A definition that contradicts itself is refused when a kit is opened with it, with every fault: see `checkKit`.
 *
 * @rule PN-04, PN-05, PN-14, PN-22, PN-24
 * @source S2 p. 21 ff.; S3; S4
 */
export interface KitDefinition {
  /** What it is called: 1 to 100 UTF-16 units (included). A vendor's own, or one of `kits`. */
  readonly name: string;
  /** Client licenses for a number of workstations, 1 to 10,000 (included), and which sets of PINs are there for them. */
  readonly client?: { readonly workstations: number; readonly sets: readonly ClientSet[] } | undefined;
  /** Whether there is a server license, with a set of PINs of its own. Default `false`. */
  readonly server?: boolean | undefined;
  /** How many PINs there are for each license, 1 to 100 (included). Default 3: one to acquire with, two to recover. */
  readonly pinsPerLicense?: number | undefined;
  /** How often one may recover, 0 to 1,000,000 (included). Default: without limit. */
  readonly recoveries?:
    | {
        /** With one PIN while it is the current one (the same license again). */
        readonly perPin?: number | undefined;
        /** With all PINs of the kit together, spare ones included. */
        readonly perKit?: number | undefined;
      }
    | undefined;
  /** Whether an operator's cancellation of a license makes room for another (`freed`, the default) or not (`kept`). */
  readonly cancelledPlaces?: "freed" | "kept" | undefined;
  /** What an additional PIN may do: whatever an unused PIN of its set may (the default), or recover the license it was asked for, only. */
  readonly additionalPins?: "any-license" | "that-license" | undefined;
}

/** How many PINs there are for each license where a definition does not say. @rule PN-05 */
export const DEFAULT_PINS_PER_LICENSE = 3;

/** The sets of PINs of a kit, in the order of {@link licenseTypes}. */
export function setsOf({ client, server }: KitDefinition): readonly LicenseType[] {
  return licenseTypes.filter((set) => (set === "server" ? server === true : client?.sets.includes(set) === true));
}

/**
 * How many licenses of a set may be active at a time: as many single-user licenses as the kit has workstations, one
 * multi-user license, one server license.
 *
 * @rule PN-08
 * @source S2 p. 22 f.
 * @example
 * ```ts
 * import { kits, placesOf } from "licit/pins";
 *
 * placesOf(kits["client-5"], "single-user"); // → 5
 * placesOf(kits["client-5"], "multi-user"); // → 1
 * placesOf(kits["client-5"], "server"); // → 0
 * ```
 */
export function placesOf(definition: KitDefinition, set: LicenseType): number {
  if (!setsOf(definition).includes(set)) return 0;
  return set === "single-user" ? (definition.client?.workstations ?? 0) : 1;
}

/** How many PINs a set is delivered with. */
export function pinCountOf(definition: KitDefinition, set: LicenseType): number {
  return placesOf(definition, set) * (definition.pinsPerLicense ?? DEFAULT_PINS_PER_LICENSE);
}

/** Whether a kit has two client sets, of which the customer must choose one. @rule PN-07 */
export function mustChoose({ client }: KitDefinition): boolean {
  return client !== undefined && client.sets.includes("single-user") && client.sets.includes("multi-user");
}

/** The other one of the two client sets. */
export function otherClientSet(set: ClientSet): ClientSet {
  return set === "single-user" ? "multi-user" : "single-user";
}

/** The definition alone: a copy of what it says, without what it leaves open. */
export function copyOf(definition: KitDefinition): KitDefinition {
  const { name, client, server, pinsPerLicense, recoveries, cancelledPlaces, additionalPins } = definition;
  const known = {
    client: client && { workstations: client.workstations, sets: [...client.sets] },
    server,
    pinsPerLicense,
    recoveries: recoveries && defined({ perPin: recoveries.perPin, perKit: recoveries.perKit }),
    cancelledPlaces,
    additionalPins,
  };
  return { name, ...defined(known) };
}

function defined<T extends object>(members: T): T {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as T; // all were optional
}
