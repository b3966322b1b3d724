import type { PolicyOptions } from "./policy.js";

/**
 * Whether a check is due at `now`, when the last one was at `last` (both milliseconds since 1970 UTC; `undefined`: never).
 *
 * Without a `checkInterval` one is due at every start. With one: if none was made yet, if the interval has passed
 * (included), or if the clock now stands before the last check.
 *
 * @rule FP-21
 * @source S4; field practice
 * @example
 * ```ts
 * import { isCheckDue, standardPolicy } from "licit/fingerprint";
 *
 * const daily = { ...standardPolicy, checkInterval: 86_400_000 };
 *
 * isCheckDue(undefined, 0, daily); // → true
 * isCheckDue(1_000, 1_000 + 86_399_999, daily); // → false
 * isCheckDue(1_000, 1_000 + 86_400_000, daily); // → true
 * isCheckDue(1_000, 999, daily); // → true
 * isCheckDue(1_000, 1_001, standardPolicy); // → true
 * ```
 */
export function isCheckDue(last: number | undefined, now: number, policy: PolicyOptions): boolean {
  if (last === undefined || policy.checkInterval === undefined) return true;
  // Asked the other way round, so that a time that is no number makes a check due.
  const stillGood = now >= last && now - last < policy.checkInterval;
  return !stillGood;
}
