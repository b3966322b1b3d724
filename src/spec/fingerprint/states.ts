import * as fc from "fast-check";
import {
  deviceLists,
  scalarParameters,
  type Device,
  type KeyParameters,
  type NetworkAdapter,
} from "../../fingerprint/index.js";
import { adapter, computer, device } from "./arbitraries.js";
import { addDevice, devicesIn, removeDevice, replaceDevice, withDevices, without, withScalar } from "./edits.js";

/** One small change to a computer, of any kind; what it hits is decided by `pick`. */
interface Step {
  readonly what: "scalar" | "memory" | "add" | "remove" | "alter" | "forget" | "shuffle" | "unread" | "blank";
  readonly pick: number;
  readonly text: string;
  readonly device: Device;
  readonly adapter: NetworkAdapter;
}

const step: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom("scalar", "memory", "add", "remove", "alter", "forget", "shuffle", "unread", "blank"),
  pick: fc.nat(1_000),
  text: fc.constantFrom("10.0.1", "10.0.2", "6.1", "one", "two"),
  device,
  adapter,
});

/** A computer a few changes away from this one; sometimes itself. Not everything need be read. */
export function relativeOf(of: KeyParameters): fc.Arbitrary<KeyParameters> {
  return fc.array(step, { maxLength: 3 }).map((steps) => steps.reduce(take, of));
}

/** A computer of which some was not read. */
export const partlyRead: fc.Arbitrary<KeyParameters> = computer.chain(relativeOf);

/** A chain of related states, as a computer goes through them. */
export function chainOf(length: number): fc.Arbitrary<readonly KeyParameters[]> {
  return fc
    .tuple(partlyRead, fc.array(fc.array(step, { maxLength: 2 }), { minLength: length - 1, maxLength: length - 1 }))
    .map(([first, ways]) => {
      const chain = [first];
      for (const way of ways) chain.push(way.reduce(take, chain.at(-1) ?? first));
      return chain;
    });
}

function take(of: KeyParameters, { what, pick, text: value, device: one, adapter: net }: Step): KeyParameters {
  const list = deviceLists[pick % deviceLists.length] ?? "disks";
  const devices = devicesIn(of, list);
  const index = devices.length === 0 ? -1 : pick % devices.length;
  const hit = devices[index];
  const scalar = scalarParameters[pick % scalarParameters.length] ?? "networkName";
  switch (what) {
    case "scalar":
      if (scalar === "os.family" || scalar === "memoryBytes") return of;
      return withScalar(of, scalar, scalar === "os.installedAt" ? pick : value);
    case "memory":
      return withScalar(of, "memoryBytes", 1 + (pick % 4));
    case "add":
      return addDevice(of, list, list === "networkAdapters" ? net : one);
    case "remove":
      return hit === undefined ? of : removeDevice(of, list, index);
    case "alter":
      return hit === undefined ? of : replaceDevice(of, list, index, { ...hit, serial: pick % 3 });
    case "forget":
      return hit === undefined ? of : replaceDevice(of, list, index, without(hit, "serial"));
    case "shuffle":
      return withDevices(of, list, [...devices].reverse());
    case "unread":
      return pick % 2 === 0 ? withScalar(of, scalar, { unreadable: value }) : { ...of, [list]: { unreadable: value } };
    case "blank":
      return hit === undefined ? of : replaceDevice(of, list, index, { ...hit, model: "Default string" });
  }
}

const twins: readonly Device[] = [
  { model: "Samsung SSD 980", serial: "S64D192623" },
  { model: "WDC WD10EZEX", sizeBytes: 1_000_204_886_016 },
  { model: "WDC WD10EZEX", sizeBytes: 1_000_204_886_016 },
  { model: "Default string", serial: "S64D192624" },
];

const variation = fc.record({
  memory: fc.integer({ min: 1, max: 8 }),
  version: fc.constantFrom("10.0.1", "10.0.2", "10.1.1"),
  serial: fc.constantFrom("S1", "S2"),
  disks: fc.subarray([...twins]),
  reversed: fc.boolean(),
  firmware: fc.boolean(),
  unread: fc.constantFrom(undefined, undefined, undefined, "disks", "os.family", "os.version", "board.model" as const),
});

/** What differs among such states: mostly one thing, so that the rest does not drown it. */
const varying = fc.subarray(["memory", "version", "serial", "disks"] as const, { minLength: 1, maxLength: 2 });

/**
 * States of one computer that differ in so little, and from so few values, that they often survive each other: for laws
 * that say something of states that do.
 */
export function alikes(count: number): fc.Arbitrary<readonly KeyParameters[]> {
  return fc
    .tuple(computer, varying, fc.array(variation, { minLength: count, maxLength: count }))
    .map(([base, vary, variations]) =>
      variations.map(({ memory, version, serial, disks, reversed, firmware, unread }) => {
        const varies = (what: (typeof vary)[number]): boolean => vary.includes(what);
        const listed = reversed ? [...disks].reverse() : disks;
        const probed = firmware ? listed.map((one) => ({ ...one, firmware: "2B6Q" })) : listed;
        const state = {
          ...base,
          os: {
            ...base.os,
            version: varies("version") ? version : "10.0.1",
            serialNumber: varies("serial") ? serial : "S1",
          },
          memoryBytes: varies("memory") ? memory : 4,
          disks: varies("disks") ? probed : twins,
        };
        if (unread === undefined) return state;
        return unread === "disks"
          ? { ...state, disks: { unreadable: "no rights" } }
          : withScalar(state, unread, { unreadable: "no rights" });
      }),
    );
}

/** Two such states. */
export const alikePair: fc.Arbitrary<readonly [KeyParameters, KeyParameters]> = fc
  .tuple(computer, alikes(2))
  .map(([fallback, [one, other]]) => [one ?? fallback, other ?? fallback]);
