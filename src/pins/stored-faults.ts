import type { Fault } from "../core/index.js";
import { checkKit, MAX_PINS, type KitFault } from "./check-kit.js";
import { licenseTypes, placesOf, setsOf, type KitDefinition, type LicenseType } from "./kit.js";
import type { Pin } from "./pin.js";
import type { OpenKit, PinRecord } from "./state.js";

/** What of an open kit is stored, and not counted. */
export interface StoredKit extends Pick<OpenKit, "status" | "kit" | "definition" | "recoveries"> {
  readonly pins: readonly PinRecord[];
}

/** Whatever no history of a kit leads to. Empty where one may have. @rule PN-07, PN-08, PN-20 */
export function storedFaults(stored: StoredKit): readonly Fault[] {
  const { kit, definition, pins } = stored;
  const byPin = new Map(pins.map((record) => [record.pin, record]));
  const own = licenseTypes.map(
    (set) =>
      [
        set,
        pinsOf(pins, set)
          .filter(isOwn)
          .map(({ pin }) => pin),
      ] as const,
  );
  return [
    ...checkKit({ kit, definition, pins: Object.fromEntries(own) }).map(kitFault),
    ...recoveryFaults(stored),
    ...contradiction(pins.length <= MAX_PINS && byPin.size === pins.length, "PIN twice, or too many"),
    ...contradiction(inPlace(pins, definition), "PIN out of its place"),
    ...contradiction(
      pins.every((record) => isIssued(record, byPin)),
      "PIN issued for no license of its set",
    ),
    ...contradiction(licensesHold(pins, byPin), "license that does not go from PIN to PIN"),
    ...contradiction(isChosenOnce(pins), "license of both client sets"),
    ...contradiction(
      licenseTypes.every((set) => takenIn(stored, set) <= placesOf(definition, set)),
      "license beyond the places of its set",
    ),
  ];
}

/** Places of a set that are taken. @rule PN-08, PN-22 */
export function takenIn({ definition, pins }: Pick<StoredKit, "definition" | "pins">, set: LicenseType): number {
  const kept = definition.cancelledPlaces === "kept";
  return pinsOf(pins, set).filter(
    (record) => record.state === "current" || (kept && record.state === "cancelled" && record.acquiredWith !== null),
  ).length;
}

function contradiction(holds: boolean, what: string): readonly Fault[] {
  return holds ? [] : [{ path: ["pages"], rule: "format", expected: `no ${what}` }];
}

function kitFault({ code }: KitFault): Fault {
  const inDefinition = code === "pins/out-of-bounds" || code === "pins/no-licenses" || code === "pins/duplicate-set";
  const place = code === "pins/malformed-kit-number" ? "kit" : inDefinition ? "definition" : "pages";
  return { path: [place], rule: "format", expected: `no ${code}` };
}

/** Only what is limited is counted, and not beyond the limit. @rule PN-24 */
function recoveryFaults({ definition, recoveries, pins }: StoredKit): readonly Fault[] {
  const { perKit = 0, perPin = 0 } = definition.recoveries ?? {};
  return [
    ...(recoveries <= perKit ? [] : [{ path: ["recoveries"], rule: "range", limit: perKit } as const]),
    ...contradiction(
      pins.every((record) => record.state !== "current" || record.recoveries <= perPin),
      "more recoveries with a PIN than there may be",
    ),
  ];
}

function pinsOf(pins: readonly PinRecord[], set: LicenseType): readonly PinRecord[] {
  return pins.filter((record) => record.set === set);
}

function isOwn({ issuedFor }: PinRecord): boolean {
  return issuedFor === null;
}

/** Whether PINs stand as a kit lists them: set by set, each counted from 1, additional PINs behind all others. */
function inPlace(pins: readonly PinRecord[], definition: KitDefinition): boolean {
  const sets = setsOf(definition);
  const ranks = pins.map((record) => (isOwn(record) ? sets.indexOf(record.set) : sets.length));
  const last = { "single-user": 0, "multi-user": 0, server: 0 };
  return (
    pins.every(({ set, place }) => sets.includes(set) && place === ++last[set]) &&
    ranks.every((rank, at) => at === 0 || (ranks[at - 1] ?? 0) <= rank)
  );
}

type ByPin = ReadonlyMap<Pin, PinRecord>;

/** Whether an additional PIN was issued for a license that its set has, or had. */
function isIssued({ pin, set, issuedFor }: PinRecord, byPin: ByPin): boolean {
  if (issuedFor === null) return true;
  const first = byPin.get(issuedFor);
  return issuedFor !== pin && first?.set === set && licenseOf(first) === issuedFor;
}

/** Whether every license goes from the PIN it was acquired with to one that is current or cancelled, through one set. */
function licensesHold(pins: readonly PinRecord[], byPin: ByPin): boolean {
  const used = pins.filter((record) => licenseOf(record) !== null);
  let reached = 0;
  for (const first of used.filter((record) => licenseOf(record) === record.pin)) {
    let record: PinRecord | undefined = first;
    for (let steps = 0; record !== undefined && steps <= pins.length; steps++) {
      if (record.set !== first.set || licenseOf(record) !== first.pin) return false;
      reached++;
      if (record.state !== "superseded") break;
      record = byPin.get(record.supersededBy);
    }
    if (record === undefined || record.state === "superseded") return false;
  }
  const unplaced = pins.some(
    (record) => record.state === "cancelled" && record.acquiredWith === null && record.computer !== null,
  );
  return reached === used.length && !unplaced;
}

function licenseOf(record: PinRecord): Pin | null {
  return record.state === "unused" ? null : record.acquiredWith;
}

/** @rule PN-07 */
function isChosenOnce(pins: readonly PinRecord[]): boolean {
  const acquired = (set: LicenseType): boolean => pinsOf(pins, set).some((record) => licenseOf(record) !== null);
  return !(acquired("single-user") && acquired("multi-user"));
}
