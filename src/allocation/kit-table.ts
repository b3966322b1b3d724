import type { KitSize } from "./demand.js";

/** For each number of seats, the best kits that have just so many. */
export interface KitTable {
  readonly kits: readonly KitSize[];
  /** What they cost; 0 where no prices count. `Infinity`: no kits have just so many seats. */
  readonly price: Float64Array;
  readonly count: Int32Array;
  /** One of the kits: the others are those for so many seats less. */
  readonly first: Int32Array;
}

/** What was bought, to be compared: by price, then seats, then kits, then kit names. */
export interface Purchase {
  readonly price: number;
  readonly seats: number;
  readonly count: number;
  /** How many of each kit, in the order of their names. */
  names(): readonly number[];
}

/**
 * Fills the table up to a number of seats (included): of equal price the fewest kits, of equal many those that come first
 * by name. Kits are in the order of their names; the last one is taken first, so that an earlier one wins a tie.
 */
export function kitTable(kits: readonly KitSize[], upTo: number, priced: boolean): KitTable {
  const price = new Float64Array(upTo + 1).fill(Number.POSITIVE_INFINITY);
  const count = new Int32Array(upTo + 1);
  const first = new Int32Array(upTo + 1).fill(-1);
  price[0] = 0;
  for (let kit = kits.length - 1; kit >= 0; kit--) {
    const { seats = 1, price: own = 0 } = kits[kit] ?? {};
    const cost = priced ? own : 0;
    for (let total = seats; total <= upTo; total++) {
      const before = price[total - seats] ?? Number.POSITIVE_INFINITY;
      if (before === Number.POSITIVE_INFINITY) continue;
      const known = price[total] ?? Number.POSITIVE_INFINITY;
      const many = (count[total - seats] ?? 0) + 1;
      if (before + cost > known || (before + cost === known && many > (count[total] ?? 0))) continue;
      price[total] = before + cost;
      count[total] = many;
      first[total] = kit;
    }
  }
  return { kits, price, count, first };
}

/** How many of each kit the table takes for just so many seats. */
export function kitsFor({ kits, first }: KitTable, seats: number): readonly number[] {
  const counts = kits.map(() => 0);
  for (let left = seats; left > 0;) {
    const kit = first[left] ?? -1;
    const size = kits[kit]?.seats;
    if (size === undefined) break;
    counts[kit] = (counts[kit] ?? 0) + 1;
    left -= size;
  }
  return counts;
}

/** For each number of seats, the best number of seats that is at least that; `-1` where none is. */
export function atLeast({ price }: KitTable): Int32Array {
  const best = new Int32Array(price.length).fill(-1);
  for (let seats = price.length - 1; seats >= 0; seats--) {
    const more = best[seats + 1] ?? -1;
    const own = price[seats] ?? Number.POSITIVE_INFINITY;
    const isBetter = own !== Number.POSITIVE_INFINITY && (more < 0 || own <= (price[more] ?? 0));
    best[seats] = isBetter ? seats : more;
  }
  return best;
}

/** Whether a purchase is better than another: cheaper, of fewer seats, of fewer kits, of kits that come first by name. */
export function isBetter(a: Purchase, b: Purchase): boolean {
  if (a.price !== b.price) return a.price < b.price;
  if (a.seats !== b.seats) return a.seats < b.seats;
  if (a.count !== b.count) return a.count < b.count;
  const other = b.names();
  // More of what comes first by name: the list of all names comes first, then.
  for (const [kit, many] of a.names().entries()) if (many !== other[kit]) return many > (other[kit] ?? 0);
  return false;
}
