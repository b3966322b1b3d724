import * as fc from "fast-check";
import {
  deviceLists,
  scalarOf,
  scalarParameters,
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
    path: fc.constantFrom<Parameter[]>(
      ...([
        "os.name",
        "os.version",
        "os.serialNumber",
        "networkName",
        "board.model",
        "bios.type",
        "bios.version",
      ] as const),
    ),
    value: fc.oneof(text, fc.constant({ unreadable: "no rights" })),
  }),
  fc.record({
    change: fc.constant("set" as const),
    path: fc.constantFrom<Parameter[]>("os.family", "processors", "disks"),
    value: fc.constant({ unreadable: "no rights" }),
  }),
  fc.record({ change: fc.constant("set" as const), path: fc.constant("os.installedAt" as const), value: fc.nat() }),
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
  fc.record({
    change: fc.constant("replace" as const),
    list: fc.constant("networkAdapters" as const),
    index: fc.nat(4),
    device: adapter,
  }),
);

/** The plain way to make a change, against which `whatIf` is held. `undefined` where there is no such device. */
function made(of: KeyParameters, planned: HardwareChange): KeyParameters | undefined {
  if (planned.change === "set") {
    return deviceLists.some((name) => name === planned.path)
      ? { ...of, [planned.path]: planned.value }
      : withScalar(of, planned.path as ScalarParameter, planned.value);
  }
  if ("unreadable" in of[planned.list]) return undefined;
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
        const devices = devicesIn(after, "networkAdapters").length;
        for (const index of [devices, -1, 0.5]) {
          const impossible = await subject.whatIf(reference, [
            ...possible,
            { change: "remove", list: "networkAdapters", index },
          ]);
          ensure(!impossible.ok, "a device that is not there cannot be removed");
          ensureEqual(impossible.error.at, possible.length, "which change cannot be made");
        }
        const negative = await subject.whatIf(reference, [{ change: "set", path: "memoryBytes", value: -1 }]);
        ensure(!negative.ok, "RAM is not negative");
        const policy = {
          kind: "standard",
          networkNameCase: "insensitive",
          windowsInstallation: "before-windows-10",
        } as const;
        ensureEqual(
          await subject.whatIf(reference, possible, policy),
          { ok: true, value: await subject.compare(reference, after, policy) },
          "under a policy",
        );
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
      cases: fc.tuple(related, alikes(3), text, computer),
      async holds(subject, [[a, b], [first = a, second = b, third = b], why, other]) {
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
        // Each parameter of one value alone, and each list in another order: what the states above seldom hit.
        const whole = withScalar(withScalar(other, "os.family", "windows"), "os.version", "10.0.1");
        for (const parameter of scalarParameters) {
          for (const changed of changesOf(whole, parameter)) {
            const both = (await subject.survives(whole, changed)) && (await subject.survives(changed, whole));
            const equal = (await subject.digestOf(whole)) === (await subject.digestOf(changed));
            ensureEqual(equal, both, `digests, ${parameter} being ${JSON.stringify(changed)}`);
          }
          const [one, another] = ["no rights", "no driver"].map((unreadable) =>
            withScalar(whole, parameter, { unreadable }),
          );
          const digests = [await subject.digestOf(one ?? whole), await subject.digestOf(another ?? whole)];
          ensureEqual(digests[0], digests[1], `why ${parameter} is unread`);
        }
        for (const list of deviceLists) {
          const reversed = withDevices(whole, list, [...devicesIn(whole, list)].reverse());
          ensureEqual(await subject.digestOf(reversed), await subject.digestOf(whole), `order of ${list}`);
        }
        const numbered = (slot: string | number) => ({ ...whole, disks: [{ model: "disk", slot }] });
        const [asNumber, asText] = [await subject.digestOf(numbered(7)), await subject.digestOf(numbered("7"))];
        ensure(asNumber !== asText, "a number is no text");
        ensure(/^[0-9a-f]{64}$/.test(await subject.digestOf(a)), "64 lower-case hex digits");
      },
    },
  ),
];

/** The computer with one parameter changed in each way that could be overlooked. */
function changesOf(of: KeyParameters, parameter: ScalarParameter): readonly KeyParameters[] {
  const value = scalarOf(of, parameter);
  if (parameter === "os.family") return ["linux", "macos", "other"].map((family) => withScalar(of, parameter, family));
  if (typeof value === "number") return [value + 1, value + 1_000].map((other) => withScalar(of, parameter, other));
  const text = typeof value === "string" ? value : "";
  return [`${text} `, `${text}a`, `${text}\u00e9`, text.toUpperCase(), `${text}.9`].map((other) =>
    withScalar(of, parameter, other),
  );
}
