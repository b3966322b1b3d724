import { compareCodePoints } from "../core/index.js";
import type { KitSize, KitUseAs } from "./demand.js";
import { atLeast, isBetter, kitsFor, kitTable, type KitTable, type Purchase } from "./kit-table.js";

/** Seats that are needed at the places of a placement. */
export interface Needs {
  /** On workstations: single-user licenses, one each. */
  readonly workstation: number;
  /** On each server: single-user and multi-user licenses add up there. */
  readonly servers: readonly number[];
  readonly dongle: number;
}

/** The kits to buy: how many of each, by name, and what of them stands where. */
export interface Choice {
  readonly kits: readonly KitSize[];
  /** Kits that stand on one server as multi-user licenses, of those that have no other set: how many of each, by server. */
  readonly onServers: readonly (readonly number[])[];
  /** Kits whose licenses may be spread. */
  readonly spread: readonly number[];
  readonly dongles: readonly number[];
  readonly total: Omit<Purchase, "names">;
}

/**
 * The smallest set of kits that covers needs: fewest seats bought, then fewest kits, then those first by name; by price
 * first, where every kit has one. `null`: no kits cover them.
 *
 * Single-user licenses may lie anywhere, so kits that have them are one supply for all places; what has multi-user
 * licenses only belongs to one server. At most two servers are told apart.
 *
 * @rule AL-25
 */
export function chooseKits({ workstation, servers, dongle }: Needs, kitSizes: readonly KitSize[]): Choice | null {
  const kits = [...kitSizes].sort((a, b) => compareCodePoints(a.kit, b.kit));
  const priced = kits.every(({ price }) => price !== undefined);
  const table = (isOf: (kit: KitSize) => boolean, need: number): KitTable => {
    const own = kits.map((kit) => (isOf(kit) ? kit : { ...kit, seats: Number.POSITIVE_INFINITY }));
    const largest = Math.max(0, ...kits.filter(isOf).map(({ seats }) => seats));
    return kitTable(own, need + largest, priced);
  };
  const has = (set: KitUseAs) => (kit: KitSize) => kit.sets.includes(set);
  const isBound = (kit: KitSize): boolean => has("multi-user")(kit) && !has("single-user")(kit);
  const [here = 0, there = 0] = servers;

  const spreadTable = table(has("single-user"), workstation + here + there);
  const boundTable = table(isBound, Math.max(here, there));
  const dongleTable = table(has("dongle"), dongle);
  const spreadBest = atLeast(spreadTable);
  const dongleSeats = atLeast(dongleTable)[dongle] ?? -1;
  if (dongleSeats < 0) return null;

  let best: (Purchase & { readonly at: readonly [number, number, number] }) | null = null;
  const [first, second] = [sumsOf(boundTable, here), sumsOf(boundTable, there)];
  for (const a of first) {
    for (const b of second) {
      const spread = spreadBest[workstation + Math.max(0, here - a) + Math.max(0, there - b)] ?? -1;
      if (spread < 0) continue;
      const parts = [at(boundTable, a), at(boundTable, b), at(spreadTable, spread), at(dongleTable, dongleSeats)];
      const purchase = { ...sumOf(parts), at: [a, b, spread] as const };
      if (best === null || isBetter(purchase, best)) best = purchase;
    }
  }
  if (best === null) return null;
  const [a, b, spread] = best.at;
  return {
    kits,
    onServers: [kitsFor(boundTable, a), kitsFor(boundTable, b)].slice(0, servers.length),
    spread: kitsFor(spreadTable, spread),
    dongles: kitsFor(dongleTable, dongleSeats),
    total: { price: best.price, seats: best.seats, count: best.count },
  };
}

/** Numbers of seats that kits of a table have; none without which the rest would still cover a need. */
function sumsOf({ kits, price }: KitTable, need: number): readonly number[] {
  if (need === 0) return [0];
  const largest = kits.reduce((most, { seats }) => (Number.isFinite(seats) ? Math.max(most, seats) : most), 0);
  const sums: number[] = [];
  for (let seats = 0; seats < Math.min(price.length, need + largest); seats++)
    if (price[seats] !== Number.POSITIVE_INFINITY) sums.push(seats);
  return sums.length === 0 ? [0] : sums;
}

function at(table: KitTable, seats: number): Purchase {
  return {
    price: table.price[seats] ?? 0,
    seats,
    count: table.count[seats] ?? 0,
    names: () => kitsFor(table, seats),
  };
}

function sumOf(parts: readonly Purchase[]): Purchase {
  const sum = (of: (part: Purchase) => number): number => parts.reduce((all, part) => all + of(part), 0);
  return {
    price: sum(({ price }) => price),
    seats: sum(({ seats }) => seats),
    count: sum(({ count }) => count),
    names: () => {
      const all = parts.map((part) => part.names());
      return (all[0] ?? []).map((_, kit) => all.reduce((many, one) => many + (one[kit] ?? 0), 0));
    },
  };
}
