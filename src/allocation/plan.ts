import { ok, type InputError, type Result } from "../core/index.js";
import {
  parseQuestion,
  type Demand,
  type DemandGroup,
  type KitSize,
  type PlannedPlace,
  type PlannedSeats,
} from "./demand.js";
import { chooseKits } from "./kit-choice.js";
import { usesOf, type KitUse } from "./kit-uses.js";
import { unitOf, type GivenBy } from "./unit.js";

/** One way to place the licenses for a demand, what it takes, and what is to be said for it. */
export interface Placement {
  /** From where each group gets its seats. Groups without people are left out. */
  readonly from: { readonly [G in DemandGroupName]?: PlannedPlace };
  /** Seats that are needed. @rule AL-01 … AL-05 */
  readonly seats: readonly PlannedSeats[];
  /** Whether a server license is needed beside. @rule AL-09 */
  readonly serverLicense: boolean;
  /** What to buy, and what it is for; `null`: no kits that are sold cover it. */
  readonly kits: readonly KitUse[] | null;
  /** Seats of all these kits. */
  readonly bought: number;
  /** What they cost; `null`: not every kit has a price. */
  readonly price: number | null;
  readonly verdict: PlanVerdict;
}

export type DemandGroupName = "workstations" | "terminalUsers" | "webUsers";

/** Why a placement wins or loses. */
export type PlanVerdict =
  | { readonly code: "best" }
  /** So much dearer than the best; or as cheap, and so many seats or kits more. */
  | { readonly code: "dearer" | "more-seats" | "more-kits"; readonly by: number }
  /** It takes just as much. */
  | { readonly code: "equal" }
  /** No kits that are sold can be used there, or cover it. */
  | { readonly code: "not-sold" };

/**
 * Compares where licenses could be placed for a demand: every combination of places from which its groups can get their
 * seats, the best first, each with the smallest set of kits for it, single-user or multi-user.
 *
 * Where every kit has a price, the cheapest is best; then whichever has the fewest seats bought, then the fewest kits. Of
 * equal ones that comes first whose groups get their seats nearer to them: on the workstation or terminal server, from a
 * server, from a dongle. All sessions of a demand run at the same time; the server license comes on top.
 *
 * Outcomes: `core/invalid-input`.
 *
 * @rule AL-25
 * @source S0 ("Installing licenses on the 1C server causes it to allocate a new license for every database connection, significantly increasing license consumption"); S2 p. 22 ff.
 * @example
 * ```ts
 * import { plan } from "licit/allocation";
 *
 * const kitSizes = [
 *   { kit: "client-1", seats: 1, sets: ["single-user" as const] },
 *   { kit: "client-10", seats: 10, sets: ["single-user" as const, "multi-user" as const] },
 * ];
 * const planned = plan({ mode: "client-server", terminalUsers: { people: 10, sessions: 2 } }, kitSizes);
 * const [best, next] = planned.ok ? planned.value : [];
 *
 * best?.seats; // → [{ place: "terminal-server", seats: 10 }]
 * best?.kits; // → [{ kit: "client-10", count: 1, as: "multi-user", places: [{ place: "terminal-server", seats: 10 }] }]
 * next?.seats; // → [{ place: "application-server", seats: 20 }]
 * next?.verdict; // → { code: "more-seats", by: 10 }
 * ```
 */
export function plan(demand: Demand, kitSizes: readonly KitSize[]): Result<readonly Placement[], InputError> {
  const question = parseQuestion(demand, kitSizes);
  if (!question.ok) return question;
  const placements = combinations(question.value.demand).map((from) => placed(from, question.value));
  placements.sort((a, b) => byCost(a.cost, b.cost));
  const best = placements[0]?.cost;
  return ok(
    placements.map(({ cost, ...placement }, at) => ({
      ...placement,
      verdict: verdictOn(cost, at === 0 ? null : best),
    })),
  );
}

type From = Placement["from"];

interface Cost {
  readonly price: number;
  readonly bought: number;
  readonly kits: number;
}

const groups: readonly DemandGroupName[] = ["workstations", "terminalUsers", "webUsers"];

/** From where a group can get its seats, the nearest first. @rule AL-02, AL-03, AL-04, AL-05, AL-06 */
const placesFor: { readonly [M in Demand["mode"]]: { readonly [G in DemandGroupName]: readonly PlannedPlace[] } } = {
  file: {
    workstations: ["workstation", "dongle"],
    terminalUsers: ["terminal-server", "dongle"],
    webUsers: ["web-server"],
  },
  "client-server": {
    workstations: ["workstation", "application-server", "dongle"],
    terminalUsers: ["terminal-server", "application-server", "dongle"],
    webUsers: ["application-server"],
  },
};

const givenBy: { readonly [P in PlannedPlace]: GivenBy } = {
  workstation: "client",
  "terminal-server": "client",
  dongle: "client",
  "application-server": "application-server",
  "web-server": "web-server",
};

const places: readonly PlannedPlace[] = [
  "workstation",
  "terminal-server",
  "application-server",
  "web-server",
  "dongle",
];

/** Every way to give each group that has people one of its places. */
function combinations(demand: Demand): readonly From[] {
  return groups
    .filter((group) => peopleOf(demand[group]) > 0)
    .reduce<readonly From[]>(
      (all, group) =>
        all.flatMap((from) => placesFor[demand.mode][group].map((place) => ({ ...from, [group]: place }))),
      [{}],
    );
}

function placed(from: From, { demand, kitSizes }: { readonly demand: Demand; readonly kitSizes: readonly KitSize[] }) {
  const seats = places
    .map((place) => ({ place, seats: groups.reduce((sum, group) => sum + seatsFor(group, place, from, demand), 0) }))
    .filter((needed) => needed.seats > 0);
  const at = (place: PlannedPlace): number => seats.find((needed) => needed.place === place)?.seats ?? 0;
  const servers = seats.filter(({ place }) => place !== "workstation" && place !== "dongle");
  const choice = chooseKits(
    { workstation: at("workstation"), servers: servers.map((needed) => needed.seats), dongle: at("dongle") },
    kitSizes,
  );
  const priced = kitSizes.every(({ price }) => price !== undefined);
  const {
    price,
    seats: bought,
    count: kits,
  } = choice?.total ?? { price: Number.POSITIVE_INFINITY, seats: 0, count: 0 };
  const cost: Cost = { price, bought, kits };
  return {
    from,
    seats,
    serverLicense: demand.mode === "client-server" && seats.length > 0,
    kits: choice === null ? null : usesOf(seats, choice),
    bought,
    price: priced && choice !== null ? price : null,
    cost,
  };
}

/** How many seats a group takes at a place. @rule AL-01 … AL-05 */
function seatsFor(group: DemandGroupName, place: PlannedPlace, from: From, demand: Demand): number {
  if (from[group] !== place) return 0;
  const people = peopleOf(demand[group]);
  const unit = unitOf({ onTerminalServer: group === "terminalUsers" }, { givenBy: givenBy[place] });
  return unit === "session" ? people * (demand[group]?.sessions ?? 1) : people;
}

function peopleOf(group: DemandGroup | undefined): number {
  return group?.people ?? 0;
}

function byCost(a: Cost, b: Cost): number {
  if (a.price !== b.price) return a.price < b.price ? -1 : 1;
  return a.bought - b.bought || a.kits - b.kits;
}

function verdictOn(cost: Cost, best: Cost | null | undefined): PlanVerdict {
  if (cost.price === Number.POSITIVE_INFINITY) return { code: "not-sold" };
  if (best === null || best === undefined) return { code: "best" };
  if (cost.price > best.price) return { code: "dearer", by: cost.price - best.price };
  if (cost.bought > best.bought) return { code: "more-seats", by: cost.bought - best.bought };
  return cost.kits > best.kits ? { code: "more-kits", by: cost.kits - best.kits } : { code: "equal" };
}
