import type { Denial } from "./denial.js";
import type { SeatPolicies } from "./policies.js";

/** When a lease that is given now runs out; `null`: there are none. Or why it cannot be as it was asked for. @rule AL-18 */
export function leaseUntil(asked: number | undefined, { leaseMs }: SeatPolicies, at: number): number | Denial | null {
  if (leaseMs === 0) return asked === undefined ? null : { code: "allocation/switched-off", policy: "leaseMs" };
  return checkedUntil(asked ?? Math.min(at + leaseMs, Number.MAX_SAFE_INTEGER), at, leaseMs);
}

/** A moment that something may last until, or why not. */
export function checkedUntil(until: number, at: number, longest: number): number | Denial {
  if (until <= at) return { code: "allocation/in-the-past", until, at };
  return until - at > longest ? { code: "allocation/too-long", until, limit: at + longest } : until;
}
