import * as fc from "fast-check";
import type { Cause, CauseCode, Observations } from "../../diagnosis/index.js";
import type { OwnerDifference } from "../../owner/index.js";

/** Observations, and what exactly must be said of a cause for them. */
export interface Told {
  readonly cause: CauseCode;
  readonly observed: Observations;
  readonly says: Partial<Cause>;
}

/** What differs from case to case. */
export interface Details {
  /** A setting that nobody looked at, or that is on. */
  readonly else: true | undefined;
  readonly off: boolean | undefined;
  /** Two editions. */
  readonly words: readonly string[];
  readonly since: number;
  readonly wizard: "standard" | "basic";
  /** Of each of several items, whether it is bad. */
  readonly bad: readonly boolean[];
  /** The first of several ports. */
  readonly first: number;
  /** What differs in the owner. */
  readonly fields: readonly OwnerDifference["field"][];
  /** How many licenses of a kit for 5 workstations are in use. */
  readonly used: 1 | 5;
  readonly unread: readonly ("networkName" | "memoryBytes" | "disks")[];
  /** Why files are passed over. */
  readonly reason: "license/copied" | "license/unreadable" | "license/damaged";
}

/** Any of these. */
export const details: fc.Arbitrary<Details> = fc.record({
  else: fc.constantFrom(undefined, true),
  off: fc.constantFrom(undefined, true, false),
  words: fc.uniqueArray(fc.constantFrom<string>("basic", "standard", "КОРП", "ПРОФ"), { minLength: 2, maxLength: 2 }),
  since: fc.nat(1_000_000),
  wizard: fc.constantFrom("standard" as const, "basic" as const),
  bad: fc.array(fc.boolean(), { minLength: 2, maxLength: 5 }),
  first: fc.integer({ min: 1, max: 60_000 }),
  fields: fc.subarray(["zip", "street", "lastName", "kind"] as const, { minLength: 1 }),
  used: fc.constantFrom(1 as const, 5 as const),
  unread: fc.subarray(["networkName", "memoryBytes", "disks"] as const, { minLength: 1 }),
  reason: fc.constantFrom("license/copied" as const, "license/unreadable" as const, "license/damaged" as const),
});
