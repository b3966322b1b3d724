import { standardPolicy, type Policy } from "../fingerprint/index.js";
import type { CountryOf } from "../owner/index.js";

/** What in a kit's history speaks against its customer. @rule CE-09 */
export type Violation =
  /** A PIN of the license was offered from a computer that shares no device of its own (MAC, serial) with the one on record. */
  | "two-computers"
  /** The license was recovered. */
  | "recoveries"
  /** An owner was given that is not the one on record. */
  | "owner-guesses"
  /** A request that was granted came again. */
  | "copies";

/** All of them, in the order in which they are looked at. */
export const violations: readonly ["two-computers", "recoveries", "owner-guesses", "copies"] = [
  "two-computers",
  "recoveries",
  "owner-guesses",
  "copies",
];

/** How much of it is let pass, and what happens then. @rule CE-09 */
export interface Limit {
  /** So many within the window are let pass (included). 1 to 99 (included). */
  readonly limit: number;
  /** Milliseconds: 1 to 100 years (included). */
  readonly window: number;
  /**
   * What happens to the next one: `note` lets it pass, and shows it; `ask` holds it until an operator allows it; `refuse`
   * refuses it, until the window has passed.
   */
  readonly effect: "note" | "ask" | "refuse";
}

/** The choices of a licensing center. Every one has a default: {@link standardPolicies}. */
export interface CenterPolicies {
  /** Whether a license acquired automatically may be recovered by file, and the reverse. Never by phone. @rule CE-03 */
  readonly channels: "lenient" | "strict";
  /** Whether a spare PIN is refused where the current one would do. @rule CE-06 */
  readonly protectSparePins: boolean;
  /** Whether an operator may bind a license anew by phone, against a spare PIN. @rule CE-15 */
  readonly rebindByPhone: boolean;
  /** How computers are compared. */
  readonly computers: Policy;
  /** What of a violation is let pass; `null` where nobody counts. @rule CE-09 */
  readonly limits: { readonly [V in Violation]: Limit | null };
  /** Whether owners are kept as they are, or as digests under a key of the center's own (16 bytes or more). @rule OW-11 */
  readonly owners: "clear" | { readonly digestKey: Uint8Array };
  /** Recognizes countries by their names, for the hints: see `licit/owner/countries`. Default: none. @rule OW-08 */
  readonly countryOf?: CountryOf | undefined;
}

const DAY = 86_400_000;

/** What a center does where its vendor says nothing else. @rule CE-03, CE-06, CE-09, CE-15 */
export const standardPolicies: CenterPolicies = {
  channels: "lenient",
  protectSparePins: true,
  rebindByPhone: false,
  computers: standardPolicy,
  limits: {
    "two-computers": { limit: 3, window: 30 * DAY, effect: "ask" },
    recoveries: { limit: 5, window: 30 * DAY, effect: "ask" },
    "owner-guesses": { limit: 5, window: DAY, effect: "ask" },
    copies: null,
  },
  owners: "clear",
};

/** Policies of which those that are left out are the standard ones. */
export type SomePolicies = { readonly [P in keyof Omit<CenterPolicies, "limits">]?: CenterPolicies[P] | undefined } & {
  readonly limits?: { readonly [V in Violation]?: Limit | null | undefined } | undefined;
};

/** How many times of a violation are kept: more than any limit. */
export const KEPT_TIMES = 100;

/** The whole of them. Throws `RangeError` where one is none of its choices, or out of its bounds. */
export function completed({ limits = {}, ...rest }: SomePolicies): CenterPolicies {
  const policies: CenterPolicies = {
    ...standardPolicies,
    ...given(rest),
    limits: { ...standardPolicies.limits, ...given(limits) },
  };
  const { channels, owners } = policies;
  const unknown = [
    ...Object.keys(rest).filter((name) => !names.includes(name)),
    ...Object.keys(limits).filter((name) => !isOneOf(name, violations)),
  ];
  if (unknown.length > 0) throw new RangeError(`policies: there is no ${unknown.join(", ")}`);
  if (!isOneOf(channels, ["lenient", "strict"])) throw new RangeError("policies: channels");
  if (owners !== "clear" && owners.digestKey.length < 16) throw new RangeError("policies: owners.digestKey, 16 bytes");
  for (const [violation, limit] of Object.entries(policies.limits))
    if (limit !== null && !isLimit(limit)) throw new RangeError(`policies: limits.${violation}`);
  return policies;
}

const names: readonly string[] = [...Object.keys(standardPolicies), "countryOf"];

/** What was given; what stands as `undefined` was not. */
function given<T extends object>(some: T): { [P in keyof T]: Exclude<T[P], undefined> } {
  const present = Object.entries(some).filter(([, value]) => value !== undefined);
  return Object.fromEntries(present) as { [P in keyof T]: Exclude<T[P], undefined> }; // the same names, or fewer
}

const CENTURY = 100 * 365.25 * DAY;

function isLimit({ limit, window, effect }: Limit): boolean {
  return isOneOf(effect, ["note", "ask", "refuse"]) && isCount(limit, KEPT_TIMES - 1) && isCount(window, CENTURY);
}

/** Whoever writes policies in JavaScript has no types. */
function isOneOf(value: string, choices: readonly string[]): boolean {
  return choices.includes(value);
}

function isCount(value: number, most: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= most;
}
