import type { LicenseAcquired, LicenseRecovered, PinCancelled, PinIssued, PinKitEvent, PinNoted } from "./event.js";
import { checkKit } from "./check-kit.js";
import type { Opening } from "./command.js";
import { licenseTypes, placesOf, type LicenseType } from "./kit.js";
import { pinFault, type Pin } from "./pin.js";
import { firstUnused, orderOf, paged, pinAt, positionOf, withPin, withPins, type Pages } from "./pages.js";
import {
  isVoid,
  pinCount,
  type CurrentPin,
  type OpenKit,
  type PinKitState,
  type PinRecord,
  type SetCounts,
  type UnusedPin,
} from "./state.js";

/** Folds an event into a kit: see `pinKit`. */
export function evolve(state: PinKitState, event: PinKitEvent): PinKitState {
  if (event.type === "kit-opened")
    return (state.status === "unopened" ? opened(event.data) : undefined) ?? impossible(event);
  if (state.status !== "open") return impossible(event);
  switch (event.type) {
    case "license-acquired":
      return acquired(state, event.data) ?? impossible(event);
    case "license-recovered":
      return recovered(state, event.data) ?? impossible(event);
    case "pin-issued":
      return issued(state, event.data) ?? impossible(event);
    case "pin-cancelled":
      return cancelled(state, event.data) ?? impossible(event);
    case "pin-noted":
      return noted(state, event.data) ?? impossible(event);
    default:
      return impossible(event);
  }
}

function impossible({ type }: { readonly type: string }): never {
  throw new TypeError(`pinKit.evolve: no kit in this state has an event "${type}" like this`);
}

function opened({ kit, definition, pins }: Opening): OpenKit | undefined {
  if (checkKit({ kit, definition, pins }).length > 0) return undefined;
  const records: PinRecord[] = [];
  const sets = { "single-user": noPins, "multi-user": noPins, server: noPins };
  for (const set of licenseTypes) {
    const ofSet = pins[set] ?? [];
    if (ofSet.length > 0) sets[set] = { pins: ofSet.length, taken: 0, firstUnused: records.length };
    for (const [index, pin] of ofSet.entries()) {
      records.push({ pin, set, place: index + 1, note: "", issuedFor: null, state: "unused" });
    }
  }
  const order = orderOf(records);
  return { status: "open", kit, definition, chosen: null, sets, recoveries: 0, pages: paged(records), order };
}

const noPins: SetCounts = { pins: 0, taken: 0, firstUnused: -1 };

function acquired(kit: OpenKit, { pin, set, reference, computer, at }: LicenseAcquired): OpenKit | undefined {
  const position = positionOf(kit, pin);
  const record = pinAt(kit.pages, position);
  if (record?.state !== "unused" || record.set !== set || isVoid(kit, set)) return undefined;
  if (kit.sets[set].taken >= placesOf(kit.definition, set)) return undefined;
  const pages = withPin(kit.pages, position, inUse(record, pin, reference, computer, at));
  const chosen = kit.chosen ?? (set === "server" ? null : set);
  return { ...kit, pages, chosen, sets: recounted(kit.sets, set, pages, 1) };
}

function recovered(kit: OpenKit, event: LicenseRecovered): OpenKit | undefined {
  const { recoveries } = kit.definition;
  const counted = recoveries?.perKit === undefined ? kit : { ...kit, recoveries: kit.recoveries + 1 };
  return event.superseded === null
    ? recoveredTheSame(counted, event.pin)
    : recoveredWithSpare(counted, event, event.superseded);
}

/** Only what is limited is counted: without limits a recovery of the same license leaves nothing to remember. */
function recoveredTheSame(kit: OpenKit, pin: Pin): OpenKit | undefined {
  const position = positionOf(kit, pin);
  const record = pinAt(kit.pages, position);
  if (record?.state !== "current") return undefined;
  if (kit.definition.recoveries?.perPin === undefined) return kit;
  return { ...kit, pages: withPin(kit.pages, position, { ...record, recoveries: record.recoveries + 1 }) };
}

function recoveredWithSpare(kit: OpenKit, event: LicenseRecovered, superseded: Pin): OpenKit | undefined {
  const { pin: by, reference, computer, at } = event;
  const from = positionOf(kit, superseded);
  const to = positionOf(kit, by);
  const old = pinAt(kit.pages, from);
  const spare = pinAt(kit.pages, to);
  if (old?.state !== "current" || spare?.state !== "unused" || spare.set !== old.set) return undefined;
  const { pin, set, place, note, issuedFor, acquiredWith, computer: was } = old;
  const left: PinRecord = {
    pin,
    set,
    place,
    note,
    issuedFor,
    state: "superseded",
    acquiredWith,
    since: at,
    computer: was,
    supersededBy: by,
  };
  const current = inUse(spare, acquiredWith, reference, computer, at);
  const pages = withPins(kit.pages, from, left, to, current);
  return { ...kit, pages, sets: recounted(kit.sets, set, pages, 0) };
}

function issued(kit: OpenKit, { pin, set, place, replaces }: PinIssued): OpenKit | undefined {
  const replacing = pinAt(kit.pages, positionOf(kit, replaces));
  if (replacing?.state !== "current" || replacing.set !== set || place !== kit.sets[set].pins + 1) return undefined;
  if (positionOf(kit, pin) >= 0 || pinFault(pin) !== undefined) return undefined;
  const position = pinCount(kit);
  const record: PinRecord = { pin, set, place, note: "", issuedFor: replacing.acquiredWith, state: "unused" };
  const { pins, taken, firstUnused: first } = kit.sets[set];
  const counts = { pins: pins + 1, taken, firstUnused: first < 0 ? position : first };
  return { ...kit, pages: withPin(kit.pages, position, record), sets: withCounts(kit.sets, set, counts) };
}

function cancelled(kit: OpenKit, { pin, at }: PinCancelled): OpenKit | undefined {
  const position = positionOf(kit, pin);
  const record = pinAt(kit.pages, position);
  if (record?.state !== "unused" && record?.state !== "current") return undefined;
  const { set, place, note, issuedFor } = record;
  const inUse = record.state === "current";
  const acquiredWith = inUse ? record.acquiredWith : null;
  const computer = inUse ? record.computer : null;
  const left: PinRecord = { pin, set, place, note, issuedFor, state: "cancelled", acquiredWith, since: at, computer };
  const pages = withPin(kit.pages, position, left);
  const freed = inUse && kit.definition.cancelledPlaces !== "kept" ? 1 : 0;
  return { ...kit, pages, sets: recounted(kit.sets, set, pages, -freed) };
}

function noted(kit: OpenKit, { pin, note }: PinNoted): OpenKit | undefined {
  const position = positionOf(kit, pin);
  const record = pinAt(kit.pages, position);
  return record === undefined ? undefined : { ...kit, pages: withPin(kit.pages, position, { ...record, note }) };
}

function inUse(
  { pin, set, place, note, issuedFor }: UnusedPin,
  acquiredWith: Pin,
  reference: string,
  computer: string | null,
  since: number,
): CurrentPin {
  return {
    pin,
    set,
    place,
    note,
    issuedFor,
    state: "current",
    acquiredWith,
    since,
    reference,
    computer,
    recoveries: 0,
  };
}

/** The counts after PINs of a set were spent and places of it taken, or given back. */
function recounted(sets: OpenKit["sets"], set: LicenseType, pages: Pages, places: number): OpenKit["sets"] {
  const { pins, taken, firstUnused: first } = sets[set];
  const spent = first >= 0 && pinAt(pages, first)?.state !== "unused";
  const next = spent ? firstUnused(pages, set, first + 1) : first;
  return withCounts(sets, set, { pins, taken: taken + places, firstUnused: next });
}

function withCounts(sets: OpenKit["sets"], set: LicenseType, counts: SetCounts): OpenKit["sets"] {
  const copy = { ...sets };
  copy[set] = counts;
  return copy;
}
