import { createHash, timingSafeEqual } from "node:crypto";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

/** Counts what is wrong, by address: who guesses kit numbers, PINs or passwords does not get far. */
export interface Guesses {
  /** Seconds to wait, where an address has used up its guesses. */
  waitOf(address: string): Promise<number | undefined>;
  /** Counts a guess. Seconds to wait, where it was one too many: then nobody may be told what came of it. */
  wrong(address: string): Promise<number | undefined>;
  /** Takes back what was counted before it was looked at: it was right. */
  right(address: string): Promise<void>;
}

const WINDOW_SECONDS = 15 * 60;

/**
 * Guesses in a quarter of an hour, kept in this process. Where several processes serve, each counts for itself; a shared
 * count is another class of the same package.
 */
export function limitGuesses(most: number): Guesses {
  const limiter = new RateLimiterMemory({ points: most, duration: WINDOW_SECONDS });
  return {
    async waitOf(address) {
      const counted = await limiter.get(address);
      if (counted === null || counted.consumedPoints < most) return undefined;
      return Math.ceil(counted.msBeforeNext / 1_000);
    },
    async wrong(address) {
      try {
        await limiter.consume(address);
        return undefined;
      } catch (error) {
        if (error instanceof RateLimiterRes) return Math.ceil(error.msBeforeNext / 1_000);
        throw error;
      }
    },
    async right(address) {
      await limiter.reward(address);
    },
  };
}

/** Compares without telling by its time how much was right. */
export function isSameSecret(one: string, other: string): boolean {
  const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
