import type { KeyParameters } from "licit/fingerprint";
import type { Dice } from "./dice.js";

/** What happens to a computer, and how often in ten years. The last four break a license; the others must not be noticed. */
export const happenings = {
  "memory added": 2,
  "disk added": 1,
  "Windows updated": 6,
  "license file lost": 1,
  "adapter replaced": 0.5,
  renamed: 0.5,
  "Windows installed anew": 1.5,
  "computer replaced": 1.5,
} as const;

/** One of them. */
export type Happening = keyof typeof happenings;

const GIB = 2 ** 30;

/** A computer, as it is bought. */
export function newComputer(dice: Dice, name: string): KeyParameters {
  return {
    os: {
      family: "windows",
      name: dice.pick(["Microsoft Windows 10 Pro", "Microsoft Windows 11 Pro"]),
      version: `10.0.${19_045 + dice.below(4_000)}`,
      serialNumber: dice.digits(20),
      installedAt: 1_500_000_000_000 + dice.below(10 ** 9),
    },
    networkName: name,
    board: { model: dice.pick(["PRIME B450M-A", "H510M-K", "B660 DS3H"]) },
    memoryBytes: dice.pick([4, 8, 16]) * GIB,
    bios: { type: "American Megatrends Inc.", version: dice.digits(4) },
    processors: [{ model: dice.pick(["AMD Ryzen 5 3600", "Intel Core i5-11400"]) }],
    networkAdapters: [{ model: "Realtek PCIe GbE", mac: newMac(dice) }],
    disks: [{ model: "Samsung SSD 980", serial: `S${dice.digits(9)}` }],
  };
}

function newMac(dice: Dice): string {
  return `00:1a:${Array.from({ length: 4 }, () => (16 + dice.below(240)).toString(16)).join(":")}`;
}

/** The computer afterwards. */
export function computerAfter(what: Happening, of: KeyParameters, dice: Dice): KeyParameters {
  const { memoryBytes, disks, networkName } = of;
  switch (what) {
    case "license file lost":
      return of;
    case "memory added":
      return { ...of, memoryBytes: typeof memoryBytes === "number" ? memoryBytes + 8 * GIB : memoryBytes };
    case "disk added":
      return "unreadable" in disks
        ? of
        : { ...of, disks: [...disks, { model: "WDC WD10EZEX", serial: dice.digits(8) }] };
    case "Windows updated":
      return { ...of, os: { ...of.os, version: `10.0.${23_000 + dice.below(3_000)}` } };
    case "adapter replaced":
      return { ...of, networkAdapters: [{ model: "Intel I225-V", mac: newMac(dice) }] };
    case "renamed":
      return { ...of, networkName: `PC-${dice.digits(4)}` };
    case "Windows installed anew":
      return {
        ...of,
        os: { ...of.os, serialNumber: dice.digits(20), installedAt: 1_600_000_000_000 + dice.below(10 ** 9) },
      };
    case "computer replaced":
      return newComputer(dice, typeof networkName === "string" ? networkName : "PC");
  }
}
