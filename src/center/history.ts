import type { PinKitEvent } from "../pins/index.js";
import type { CenterEvent } from "./event.js";
import type { HistoryEntry } from "./state.js";

/** How much of what happened is at hand. All of it are the events. */
export const KEPT_ENTRIES = 50;

/** How much of that is of requests about no license of the kit. */
const KEPT_OF_STRANGERS = 10;

/** What happened, with one thing more. */
export function remembered(history: readonly HistoryEntry[], event: CenterEvent): readonly HistoryEntry[] {
  const entry = entryOf(event);
  const kept = history.slice();
  if (isOfStranger(entry) && kept.filter(isOfStranger).length >= KEPT_OF_STRANGERS)
    kept.splice(kept.findIndex(isOfStranger), 1);
  else if (kept.length >= KEPT_ENTRIES) kept.shift();
  kept.push(entry);
  return kept;
}

/** Whoever has the kit's number can knock; that pushes nothing else out. */
function isOfStranger({ refusal, license }: HistoryEntry): boolean {
  return refusal !== undefined && license === undefined;
}

function entryOf(event: CenterEvent): HistoryEntry {
  const { type } = event;
  const { at } = event.data;
  // Plain literals: objects that are put together of parts cost ten times as much, at every event.
  switch (event.type) {
    case "license-granted": {
      const { by, request, operation, pin, acquiredWith: license, allowed } = event.data;
      return allowed
        ? { event: type, at, by, request, operation, pin, license, allowed }
        : { event: type, at, by, request, operation, pin, license };
    }
    case "request-refused": {
      const { license, counts, ...rest } = event.data;
      const about = license === null ? {} : { license };
      return { event: type, ...rest, ...about, ...(counts === null ? {} : { counts }) };
    }
    case "request-repeated": {
      const { by, request, license } = event.data;
      return { event: type, at, by, request, license, counts: "copies" };
    }
    case "license-renewed": {
      const { by, request, license } = event.data;
      return { event: type, at, by, request, license };
    }
    case "additional-pin-requested":
    case "request-file-requested":
      return { event: type, at, pin: event.data.pin };
    case "additional-pin-denied":
      return { event: type, at, pin: event.data.pin, reason: event.data.reason };
    case "additional-pin-refused":
      return { event: type, at, pin: event.data.pin, refusal: event.data.refusal };
    case "additional-pin-issued":
    case "license-revoked":
    case "pin-noted":
      return { event: type, at, ...changeOf(event.data.pins) };
    case "lost-data-refused":
      return { event: type, at, refusal: event.data.refusal };
    case "lost-data-sent":
      return { event: type, at, wants: event.data.wants, sentTo: event.data.letters.map(({ to }) => to) };
    case "kit-registered":
      return { event: type, at };
  }
}

function changeOf(event: PinKitEvent): Partial<HistoryEntry> {
  switch (event.type) {
    case "pin-issued":
      return { pin: event.data.pin, replaces: event.data.replaces };
    case "pin-cancelled":
      return event.data.reason === "" ? { pin: event.data.pin } : { pin: event.data.pin, reason: event.data.reason };
    case "pin-noted":
      return { pin: event.data.pin };
    default:
      return {};
  }
}
