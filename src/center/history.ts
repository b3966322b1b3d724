import type { CenterEvent } from "./event.js";
import type { HistoryEntry } from "./state.js";

/** How much of what happened is at hand. All of it are the events. */
export const KEPT_ENTRIES = 50;

/** What happened, with one thing more. */
export function remembered(history: readonly HistoryEntry[], event: CenterEvent): readonly HistoryEntry[] {
  const kept = history.length < KEPT_ENTRIES ? history.slice() : history.slice(1);
  kept.push(entryOf(event));
  return kept;
}

function entryOf(event: CenterEvent): HistoryEntry {
  const { type } = event;
  const { at } = event.data;
  // Plain literals: objects that are put together of parts cost ten times as much, at every event.
  switch (event.type) {
    case "license-granted": {
      const { by, request, operation, pin, allowed } = event.data;
      return allowed
        ? { event: type, at, by, request, operation, pin, allowed }
        : { event: type, at, by, request, operation, pin };
    }
    case "request-refused": {
      const { by, request, operation, pin, refusal, digest, counts } = event.data;
      return counts === null
        ? { event: type, at, by, request, operation, pin, refusal, digest }
        : { event: type, at, by, request, operation, pin, refusal, digest, counts };
    }
    case "request-repeated":
      return { event: type, at, by: event.data.by, request: event.data.request, counts: "copies" };
    case "additional-pin-requested":
    case "request-file-requested":
    case "additional-pin-denied":
      return { event: type, at, pin: event.data.pin };
    case "additional-pin-refused":
      return { event: type, at, pin: event.data.pin, refusal: event.data.refusal };
    case "additional-pin-issued":
    case "license-revoked":
    case "pin-noted": {
      const { pins } = event.data;
      return pins.type === "kit-opened" ? { event: type, at } : { event: type, at, pin: pins.data.pin };
    }
    case "lost-data-refused":
      return { event: type, at, refusal: event.data.refusal };
    case "kit-registered":
    case "lost-data-sent":
      return { event: type, at };
  }
}
