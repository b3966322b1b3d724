import equal from "fast-deep-equal";
import { compare, survives, type Device, type KeyParameters, type NetworkAdapter } from "licit/fingerprint";
import hash from "object-hash";
import { contest, report } from "./harness.js";

/** A usual computer: 8 devices with 4 attributes each. */
function usual(): KeyParameters {
  return {
    os: {
      family: "windows",
      name: "Microsoft Windows 11 Pro",
      version: "10.0.22631",
      serialNumber: "00330-80000-00000-AA790",
    },
    networkName: "BUH-31",
    board: { model: "PRIME B450M-A" },
    memoryBytes: 17179869184,
    bios: { type: "American Megatrends Inc.", version: "2409" },
    processors: devices(2),
    networkAdapters: adapters(3),
    disks: devices(3),
  };
}

function devices(count: number): Device[] {
  return Array.from({ length: count }, (_, at): Device => ({
    model: `Samsung SSD 980 PRO ${at}`,
    serial: `S64DNE0R5${String(at).padStart(5, "0")}`,
    sizeBytes: 1_000_204_886_016 + at,
    firmware: `4B2QGXA${at % 10}`,
  }));
}

function adapters(count: number): NetworkAdapter[] {
  return Array.from({ length: count }, (_, at): NetworkAdapter => ({
    model: `Realtek PCIe GbE Family Controller ${at}`,
    mac: macOf(at),
    vendor: "Realtek",
    mtu: 1500,
  }));
}

function macOf(at: number): string {
  return `00:1a:2b:${[at >> 16, (at >> 8) & 255, at & 255].map((byte) => byte.toString(16).padStart(2, "0")).join(":")}`;
}

/** Copies that share no object with the original, as when they come from a file. */
function copy<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

const reference = usual();
const observed = copy(reference);
const worse: KeyParameters = {
  ...copy(reference),
  memoryBytes: 8589934592,
  networkName: "BUH-32",
  disks: [...copy(devices(3)).slice(1), { model: "WDC WD10EZEX", serial: "WD-1", sizeBytes: 5, firmware: "1" }],
};

console.log("| work | measured | wanted | reached |\n|---|---|---|---|");

const toEqual = contest(
  () => survives(reference, observed),
  () => equal(reference, observed),
);
report(
  "`survives`, usual computer, against fast-deep-equal",
  `${toEqual.ratio.toFixed(1)} times as fast (${toEqual.ours.toFixed(0)} ns, ${toEqual.peer.toFixed(0)} ns)`,
  "4 times",
  toEqual.ratio >= 4,
);
const toHash = contest(
  () => survives(reference, observed),
  () => hash(observed) === hash(reference),
  15,
);
report(
  "the same, against object-hash of both",
  `${toHash.ratio.toFixed(0)} times as fast`,
  "200 times",
  toHash.ratio >= 200,
);

const same = contest(
  () => survives(reference, observed),
  () => compare(reference, observed),
);
report(
  "`compare`, nothing changed, against `survives`",
  `${same.ratio.toFixed(1)} times as long`,
  "at most 10",
  same.ratio <= 10,
);
const different = contest(
  () => survives(reference, observed),
  () => compare(reference, worse),
);
report(
  "`compare`, three findings, against `survives` at its best, nothing changed",
  `${different.ratio.toFixed(1)} times as long (${different.peer.toFixed(0)} ns)`,
  "at most 10",
  different.ratio <= 10,
);
const { disks } = worse;
const list = contest(
  () => survives(reference, { ...observed, disks }),
  () => compare(reference, { ...observed, disks }),
);
report(
  "`compare`, a disk replaced, against `survives` on the same",
  `${list.ratio.toFixed(1)} times as long`,
  "at most 10",
  list.ratio <= 10,
);

type Check = typeof survives | typeof compare;

/** How much longer a device takes in a list of 10,000 than in one of 100. */
function growth(check: Check, order: (list: readonly Device[]) => readonly Device[]): number {
  const work = (count: number): (() => unknown) => {
    const disks = devices(count);
    const one = { ...reference, disks };
    const other = { ...observed, disks: order(copy(disks)) };
    return () => check(one, other);
  };
  const { ratio } = contest(work(100), work(10_000), 25);
  return ratio / (10_000 / 100);
}

const orders = {
  "same order": { order: (list: readonly Device[]) => list, most: 2 },
  reversed: { order: (list: readonly Device[]) => [...list].reverse(), most: 4 },
  shuffled: { order: shuffled, most: 4 },
  "all different": {
    order: (list: readonly Device[]) => list.map((one) => ({ ...one, serial: `other ${one.serial}` })),
    most: 4,
  },
};

function shuffled(list: readonly Device[]): readonly Device[] {
  // A fixed permutation: 7919 has no divisor in common with 100 or 10,000.
  return list.map((_, at) => list[(at * 7919) % list.length] ?? { model: "" });
}

for (const [name, check] of [
  ["survives", survives],
  ["compare", compare],
] as const) {
  for (const [label, { order, most }] of Object.entries(orders)) {
    const times = growth(check, order);
    report(
      `\`${name}\`, time per device at 10,000 against 100, ${label}`,
      `${times.toFixed(2)} times`,
      `at most ${most}`,
      times <= most,
    );
  }
}
