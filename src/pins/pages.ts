import type { LicenseType } from "./kit.js";
import type { Pin } from "./pin.js";
import type { OpenKit, PinKitState, PinRecord } from "./state.js";

/** PINs are kept in pages, so that what an event costs does not grow with the kit. */
export type Pages = OpenKit["pages"];

const PAGE_BITS = 6;
const PAGE = 1 << PAGE_BITS;

/** The pages of a list of PINs. */
export function paged(pins: readonly PinRecord[]): Pages {
  return Array.from({ length: Math.ceil(pins.length / PAGE) }, (_, page) => pins.slice(page * PAGE, (page + 1) * PAGE));
}

/** The PIN at a position. */
export function pinAt(pages: Pages, position: number): PinRecord | undefined {
  return pages[position >> PAGE_BITS]?.[position & (PAGE - 1)];
}

/** The pages with another PIN at a position; right behind the last one it is added. */
export function withPin(pages: Pages, position: number, record: PinRecord): Pages {
  const copy = pages.slice();
  const page = pages[position >> PAGE_BITS]?.slice() ?? [];
  page[position & (PAGE - 1)] = record;
  copy[position >> PAGE_BITS] = page;
  return copy;
}

/** The pages with other PINs at two positions; a page that has both is copied once. */
export function withPins(pages: Pages, a: number, one: PinRecord, b: number, other: PinRecord): Pages {
  if (a >> PAGE_BITS !== b >> PAGE_BITS) return withPin(withPin(pages, a, one), b, other);
  const copy = pages.slice();
  const page = pages[a >> PAGE_BITS]?.slice() ?? [];
  page[a & (PAGE - 1)] = one;
  page[b & (PAGE - 1)] = other;
  copy[a >> PAGE_BITS] = page;
  return copy;
}

/** Positions in the order of their PINs, which are digits of one length: every comparison of texts orders them alike. */
export function orderOf(pins: readonly PinRecord[]): readonly number[] {
  const textOf = (position: number): Pin => pins[position]?.pin ?? "";
  return [...pins.keys()].sort((a, b) => (textOf(a) < textOf(b) ? -1 : 1));
}

/** Where a PIN stands, or -1. */
export function positionOf({ pages, order }: OpenKit, pin: Pin): number {
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pinAt(pages, order[middle] ?? -1)?.pin ?? "") < pin) low = middle + 1;
    else high = middle;
  }
  const position = order[low] ?? -1;
  return pinAt(pages, position)?.pin === pin ? position : additionalPosition(pages, order.length, pin);
}

/** Additional PINs are few, and looked through one by one. */
function additionalPosition(pages: Pages, from: number, pin: Pin): number {
  for (let position = from; ; position++) {
    const record = pinAt(pages, position);
    if (record === undefined) return -1;
    if (record.pin === pin) return position;
  }
}

/** The position, from one on, of the first unused PIN of a set; -1 where none is left. */
export function firstUnused(pages: Pages, set: LicenseType, from: number): number {
  for (let position = from; ; position++) {
    const record = pinAt(pages, position);
    if (record === undefined) return -1;
    if (record.state === "unused" && record.set === set) return position;
  }
}

/**
 * What is known of one PIN, as it is stored; `undefined` where the kit does not have it. What it costs does not grow with
 * the kit. An unused PIN of a set that was not chosen is void, which is not stored: see `PinKitState`.
 *
 * @rule PN-16
 */
export function findPin(state: PinKitState, pin: Pin): PinRecord | undefined {
  return state.status === "open" ? pinAt(state.pages, positionOf(state, pin)) : undefined;
}
