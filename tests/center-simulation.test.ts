import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { simulate } from "../examples/simulation/src/simulate.js";

// Ten years of some kits from each of ten seeds. What must always hold is checked by the simulation after every event; what
// was recorded shows that the same seed still leads to the same lives.
const recorded = JSON.parse(readFileSync(new URL("vectors/simulation.json", import.meta.url), "utf8")) as readonly {
  readonly seed: number;
  readonly kits: number;
  readonly events: number;
  readonly granted: number;
}[];

describe("a simulated licensing center", () => {
  test.each(recorded)("seed $seed", ({ seed, kits, events, granted }) => {
    const report = simulate(seed, kits);
    expect(report.broken).toEqual([]);
    expect({ events: report.events, granted: report.eventTypes["license-granted"] }).toEqual({ events, granted });
    const standings = Object.keys(report.licenses).filter((name) => name !== "works");
    expect(standings.filter((name) => !/^does not work: .+/.test(name))).toEqual([]);
  });

  test("another seed, other lives", () => {
    expect(simulate(1, 5)).toEqual(simulate(1, 5));
    expect(simulate(1, 5).events).not.toBe(simulate(2, 5).events);
  });
});
