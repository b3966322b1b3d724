/** Chance that repeats: the same seed, the same throws. */
export interface Dice {
  /** From 0 up to `sides`, excluded. */
  below(sides: number): number;
  chance(probability: number): boolean;
  pick<T>(of: readonly T[]): T;
  digits(length: number): string;
}

/** Dice of a seed and a number: each kit has its own, so that one kit's life does not change another's. */
export function diceOf(seed: number, nth: number): Dice {
  let state = (Math.imul(seed, 0x9e3779b1) ^ Math.imul(nth + 1, 0x85ebca6b)) >>> 0;
  // mulberry32: 32 bits of state are enough to tell customers apart.
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (sides: number): number => Math.floor(next() * sides);
  return {
    below,
    chance: (probability) => next() < probability,
    pick<T>(of: readonly T[]): T {
      const one = of[below(of.length)];
      if (one === undefined) throw new RangeError("nothing to pick from");
      return one;
    },
    digits: (length) => Array.from({ length }, () => String(below(10))).join(""),
  };
}
