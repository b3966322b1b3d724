import { licenseName } from "./kit-number.js";
import { licenseTypes, type LicenseType } from "./kit.js";
import type { Pin } from "./pin.js";
import { stateOf, type OpenKit, type PinKitState, type PinRecord, type PinState } from "./state.js";

/** A line of a kit's report: one PIN. For the operator: it names the PIN that superseded another (PN-12). */
export interface PinRow {
  readonly set: LicenseType;
  /** Where the PIN stands in its set, counted from 1; additional ones follow. */
  readonly place: number;
  readonly pin: Pin;
  readonly state: PinState;
  /** When it came into this state. Milliseconds since 1970 UTC. Absent where it never was in use, nor cancelled. */
  readonly since?: number;
  /** What the license under this PIN is, or was, called. @rule PN-18 */
  readonly license?: string;
  /** The PIN that this license was first acquired with: the rows of one license share it. */
  readonly acquiredWith?: Pin;
  /** Names the state of the computer that the license is bound to, of a current PIN. */
  readonly reference?: string;
  readonly computer?: string;
  readonly supersededBy?: Pin;
  readonly note?: string;
  /** Whether it was issued on request (PN-14). */
  readonly additional: boolean;
}

/**
 * Every PIN of a kit, grouped by license type, in the order of the kit's document; additional ones behind. Empty for a
 * kit that was not opened.
 *
 * @rule PN-16, PN-18, PN-23
 * @source S4 ("We recommend marking PIN codes that have previously been used or cancelled … also … the name of the
 * computer on which each PIN code was activated")
 * @example
 * ```ts
 * import { replay } from "licit";
 * import { kits, pinKit, pinReport } from "licit/pins";
 *
 * const pins = { "single-user": ["381505376410122", "996007681344799", "412000000000017"] };
 * const kit = replay(pinKit, [
 *   { type: "kit-opened", data: { kit: "8050525679", definition: kits["client-1"], pins, at: 1 } },
 *   { type: "license-acquired", data: { pin: "381505376410122", set: "single-user", voids: null, reference: "r1", computer: "BUH-31", at: 2 } },
 * ]);
 *
 * pinReport(kit).map(({ pin, state, computer }) => [pin, state, computer ?? ""]); // → [["381505376410122", "current", "BUH-31"], ["996007681344799", "unused", ""], ["412000000000017", "unused", ""]]
 * ```
 */
export function pinReport(state: PinKitState): readonly PinRow[] {
  if (state.status !== "open") return [];
  const pins = state.pages.flat();
  return licenseTypes.flatMap((set) => pins.filter((record) => record.set === set).map((record) => row(state, record)));
}

function row(kit: OpenKit, record: PinRecord): PinRow {
  const { set, place, pin, note, issuedFor } = record;
  // Filled in step by step: a report of thousands of PINs is put together at every look.
  const line: { -readonly [N in keyof PinRow]: PinRow[N] } = {
    set,
    place,
    pin,
    state: stateOf(kit, record),
    additional: issuedFor !== null,
  };
  if (note !== "") line.note = note;
  if (record.state === "unused") return line;
  line.since = record.since;
  if (record.acquiredWith === null) return line;
  line.license = licenseName(pin, kit.kit);
  line.acquiredWith = record.acquiredWith;
  if (record.computer !== null) line.computer = record.computer;
  if (record.state === "current") line.reference = record.reference;
  if (record.state === "superseded") line.supersededBy = record.supersededBy;
  return line;
}
