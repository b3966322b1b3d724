import * as fc from "fast-check";
import {
  deviceLists,
  type HardwareChange,
  type KeyParameters,
  type Parameter,
  type ScalarParameter,
} from "../../fingerprint/index.js";
import { ensure, ensureEqual, rulesFor, type Rule } from "../rule.js";
import { adapter, computer, device, text } from "./arbitraries.js";
import { addDevice, devicesIn, removeDevice, withDevices, withScalar } from "./edits.js";
import { alikes, relativeOf } from "./states.js";

const rule = rulesFor("fingerprint");

const related = computer.chain((base) => fc.tuple(relativeOf(base), relativeOf(base)));

const list = fc.constantFrom(...deviceLists);

/** Planned changes; those that do not fit the moment are left out by the law. */
const change: fc.Arbitrary<HardwareChange> = fc.oneof(
  fc.record({
    change: fc.constant("set" as const),
    path: fc.constantFrom<Parameter[]>("networkName", "board.model", "os.version", "bios.version", "os.serialNumber"),
    value: fc.oneof(text, fc.constant({ unreadable: "no rights" })),
  }),
  fc.record({
    change: fc.constant("set" as const),
    path: fc.constant("memoryBytes" as const),
    value: fc.integer({ min: 1, max: 2 ** 41 }),
  }),
  fc.record({ change: fc.constant("add" as const), list: fc.constantFrom("processors", "disks"), device }),
  fc.record({ change: fc.constant("add" as const), list: fc.constant("networkAdapters" as const), device: adapter }),
  fc.record({ change: fc.constant("remove" as const), list, index: fc.nat(4) }),
  fc.record({
    change: fc.constant("replace" as const),
    list: fc.constantFrom("processors", "disks"),
    index: fc.nat(4),
    device,
  }),
);

/** The plain way to make a change, against which `whatIf` is held. `undefined` where there is no such device. */
function made(of: KeyParameters, planned: HardwareChange): KeyParameters | undefined {
  if (planned.change === "set") {
    return deviceLists.some((name) => name === planned.path)
      ? undefined
      : withScalar(of, planned.path as ScalarParameter, planned.value);
  }
  const devices = devicesIn(of, planned.list);
  if (planned.change === "add") return addDevice(of, planned.list, planned.device);
  if (planned.index >= devices.length) return undefined;
  if (planned.change === "remove") return removeDevice(of, planned.list, planned.index);
  return withDevices(
    of,
    planned.list,
    devices.map((one, at) => (at === planned.index ? planned.device : one)),
  );
}

/** The rules on what foretells a verdict: planned changes, and digests. */
export const predictionRules: readonly Rule[] = [
  rule(
    {
      id: "FP-17",
      statement:
        "`whatIf` on planned changes, applied in order with the indexes of that moment, says exactly what `compare` says afterwards, and changes nothing.",
      source: "—",
    },
    {
      cases: fc.tuple(computer, fc.array(change, { maxLength: 4 })),
      async holds(subject, [reference, planned]) {
        let after = reference;
        const possible = planned.filter((one) => {
          const next = made(after, one);
          if (next !== undefined) after = next;
          return next !== undefined;
        });
        const before = JSON.stringify(reference);
        const said = await subject.whatIf(reference, possible);
        ensure(said.ok, `the changes can be made: ${JSON.stringify(said)}`);
        ensureEqual(said.value, await subject.compare(reference, after), "what whatIf says");
        ensureEqual(JSON.stringify(reference), before, "the reference stays as it was");
        const beyond = devicesIn(after, "disks").length;
        const impossible = await subject.whatIf(reference, [
          ...possible,
          { change: "remove", list: "disks", index: beyond },
        ]);
        ensure(!impossible.ok, "a device that is not there cannot be removed");
      },
    },
  ),
  rule(
    {
      id: "FP-18",
      statement:
        "Digests are equal exactly for states that survive each other both ways, independent of order and of why something is unread.",
      source: "docs/formats.md",
    },
    {
      cases: fc.tuple(related, alikes(3), text),
      async holds(subject, [[a, b], [first = a, second = b, third = b], why]) {
        for (const [one, other] of [
          [a, b],
          [first, second],
          [second, third],
          [a, { ...a, disks: [] }],
          [
            { ...a, disks: { unreadable: why } },
            { ...a, disks: [] },
          ],
          [
            { ...a, disks: { unreadable: why } },
            { ...a, disks: { unreadable: "none seen" } },
          ],
          [a, withDevices(a, "disks", [...devicesIn(a, "disks")].reverse())],
        ] as const) {
          const both = (await subject.survives(one, other)) && (await subject.survives(other, one));
          const equal = (await subject.digestOf(one)) === (await subject.digestOf(other));
          ensureEqual(equal, both, `equal digests mean surviving both ways: ${JSON.stringify([one, other])}`);
        }
        ensure(/^[0-9a-f]{64}$/.test(await subject.digestOf(a)), "64 lower-case hex digits");
      },
    },
  ),
];
