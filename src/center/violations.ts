import { violations, type CenterPolicies, type Limit, type Violation } from "./policies.js";
import type { CenterReason, Instead } from "./refusal.js";
import type { LicenseRecord, RegisteredKit } from "./state.js";

/** How often something happened that speaks against a license's customer. @rule CE-09 */
export interface Tally extends Limit {
  readonly violation: Violation;
  /** The PIN that the license was first acquired with. */
  readonly license: string;
  /** So often within the window. */
  readonly count: number;
  /** As often as is let pass, so that the next one is held; where it is only noted, more often than that. */
  readonly exceeded: boolean;
}

/** What is counted against a license now. */
export function talliesOf(
  { acquiredWith, times }: LicenseRecord,
  { limits }: CenterPolicies,
  at: number,
): readonly Tally[] {
  return violations.flatMap((violation) => {
    const limit = limits[violation];
    if (limit === null) return [];
    const count = countOf(times[violation], limit, at);
    return [{ violation, license: acquiredWith, ...limit, count, exceeded: isExceeded(count, limit) }];
  });
}

/** What was exceeded by any license of a kit. @rule PN-14 */
export function exceededIn(kit: RegisteredKit, policies: CenterPolicies, at: number): readonly Violation[] {
  const licenses = kit.licenses.flat();
  return violations.filter((violation) => {
    const limit = policies.limits[violation];
    return limit !== null && licenses.some(({ times }) => isExceeded(countOf(times[violation], limit, at), limit));
  });
}

function isExceeded(count: number, { limit, effect }: Limit): boolean {
  return effect === "note" ? count > limit : count >= limit;
}

/**
 * Why the next of these would be one too many. An operator's word lets pass what is to be asked for. What is held did not
 * happen, and is not counted: who knocks all day is not kept out the longer for it.
 *
 * @rule CE-09
 */
export function heldBy(
  { times }: LicenseRecord,
  asked: readonly Violation[],
  { limits }: CenterPolicies,
  allowed: boolean,
  at: number,
): (CenterReason & Instead) | undefined {
  for (const violation of asked) {
    const limit = limits[violation];
    if (limit === null || limit.effect === "note" || (limit.effect === "ask" && allowed)) continue;
    if (countOf(times[violation], limit, at) >= limit.limit) return refusalOf(violation, limit, times[violation]);
  }
  return undefined;
}

function refusalOf(
  violation: Violation,
  { effect, limit, window }: Limit,
  times: readonly number[],
): CenterReason & Instead {
  if (effect !== "refuse") return { code: "center/operator-needed", violation, instead: "wait-for-an-operator" };
  // As soon as one less than the limit are within the window.
  const freeing = [...times].sort((a, b) => b - a)[limit - 1] ?? 0;
  return { code: "center/limit-reached", violation, until: freeing + window, instead: "wait" };
}

/** How many of these times are within the window. One ahead of a clock that was set back is, too. */
export function countOf(times: readonly number[], { window }: Limit, at: number): number {
  let count = 0;
  for (const time of times) if (at - time < window) count++;
  return count;
}
