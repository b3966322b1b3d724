import { randomInt } from "node:crypto";
import { pinCountOf, setsOf, type KitDefinition } from "licit/pins";

/** PINs for every set of a kit, each drawn at random: nobody can guess one from another. */
export function drawnPins(definition: KitDefinition) {
  return Object.fromEntries(
    setsOf(definition).map((set) => [set, Array.from({ length: pinCountOf(definition, set) }, () => drawnDigits(15))]),
  );
}

/** Digits at random, the first of them not zero. */
export function drawnDigits(count: number): string {
  return String(randomInt(1, 10)) + Array.from({ length: count - 1 }, () => String(randomInt(10))).join("");
}
