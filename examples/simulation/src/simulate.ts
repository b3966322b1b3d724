import { diceOf } from "./dice.js";
import { live } from "./life.js";
import { reportOn, type Report } from "./report.js";

/** Plays so many kits through so many years. Everything follows from the seed. */
export function simulate(seed: number, kits: number, years = 10): Report {
  const lives = Array.from({ length: kits }, (_, nth) => live(diceOf(seed, nth), nth, years));
  return reportOn(seed, years, lives);
}
