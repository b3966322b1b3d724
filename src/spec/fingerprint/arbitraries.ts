import * as fc from "fast-check";
import {
  deviceLists,
  isPlaceholder,
  type Device,
  type DeviceList,
  type KeyParameters,
  type NetworkAdapter,
  type OsFamily,
} from "../../fingerprint/index.js";
import { addDevice, devicesIn } from "./edits.js";

/** A text that is a value: trimmed, and no placeholder. */
export const text: fc.Arbitrary<string> = fc
  .oneof(
    { weight: 3, arbitrary: fc.constantFrom("BUH-31", "PRIME B450M-A", "F62", "ООО «Ромашка»", "Xeon Gold 6244") },
    { weight: 1, arbitrary: fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }) },
  )
  .map((value) => value.trim())
  .filter((value) => !isPlaceholder(value));

/** Two texts that are not the same. */
export const twoTexts: fc.Arbitrary<readonly [string, string]> = fc.tuple(text, text).filter(([a, b]) => a !== b);

/** A MAC address as it is stored; neither all zeros nor all ones. */
export const mac: fc.Arbitrary<string> = fc
  .array(fc.integer({ min: 0, max: 255 }), { minLength: 6, maxLength: 6 })
  .map((bytes) => bytes.map((byte) => byte.toString(16).padStart(2, "0")).join(":"))
  .filter((value) => !isPlaceholder(value));

const attribute = fc.oneof(text, fc.nat(4_000_000_000_000));

/** A processor or disk, with some of the attributes that probes report. */
export const device: fc.Arbitrary<Device> = fc
  .record({ model: text, serial: attribute, sizeBytes: attribute, family: attribute }, { requiredKeys: ["model"] })
  .map((one) => ({ ...one })); // absent names are absent, not `undefined`

/** A network adapter. */
export const adapter: fc.Arbitrary<NetworkAdapter> = fc
  .record({ model: text, mac, speed: attribute }, { requiredKeys: ["model", "mac"] })
  .map((one) => ({ ...one })); // absent names are absent, not `undefined`

/** A device of this list. */
export function deviceOf(list: DeviceList): fc.Arbitrary<Device> {
  return list === "networkAdapters" ? adapter : device;
}

/** Up to four devices, often two equal ones. */
function listOf<T extends Device>(one: fc.Arbitrary<T>): fc.Arbitrary<readonly T[]> {
  const some = fc.array(one, { maxLength: 3 });
  return fc.tuple(some, fc.boolean()).map(([devices, twice]) => {
    const [first] = devices;
    return twice && first !== undefined ? [...devices, { ...first }] : devices;
  });
}

const bytes = fc.integer({ min: 1, max: 2 ** 40 });

/** A version of Windows, "10.0.19045". */
export const windowsVersion: fc.Arbitrary<string> = fc
  .tuple(fc.nat(12), fc.nat(3), fc.nat(99_999))
  .map((numbers) => numbers.join("."));

/** A whole computer of this family, every key parameter read. */
export function computerOf(family: OsFamily): fc.Arbitrary<KeyParameters> {
  return fc.record({
    os: fc.record({
      family: fc.constant(family),
      name: text,
      version: family === "windows" ? windowsVersion : text,
      serialNumber: text,
      installedAt: fc.nat(2_000_000_000_000),
    }),
    networkName: text,
    board: fc.record({ model: text }),
    memoryBytes: bytes,
    bios: fc.record({ type: text, version: text }),
    processors: listOf(device),
    networkAdapters: listOf(adapter),
    disks: listOf(device),
  });
}

/** A whole computer, every key parameter read. */
export const computer: fc.Arbitrary<KeyParameters> = fc.oneof(
  { weight: 3, arbitrary: computerOf("windows") },
  { weight: 2, arbitrary: computerOf("linux") },
  { weight: 1, arbitrary: computerOf("macos") },
  { weight: 1, arbitrary: computerOf("other") },
);

/** A whole computer with at least one device in `list`, and the index of one. */
export const computerWithDevice: fc.Arbitrary<{
  readonly computer: KeyParameters;
  readonly list: DeviceList;
  readonly index: number;
}> = fc
  .tuple(computer, fc.constantFrom(...deviceLists), device, adapter, fc.nat())
  .map(([base, list, one, net, pick]) => {
    const added = addDevice(base, list, list === "networkAdapters" ? net : one);
    return { computer: added, list, index: pick % devicesIn(added, list).length };
  });
