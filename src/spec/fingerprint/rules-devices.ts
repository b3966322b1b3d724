import * as fc from "fast-check";
import { deviceLists, type Device } from "../../fingerprint/index.js";
import { ensure, ensureEqual, rulesFor, type Rule } from "../rule.js";
import { adapter, computer, computerWithDevice, device, mac, text } from "./arbitraries.js";
import { devicesIn, removeDevice, replaceDevice, without, withDevices } from "./edits.js";
import { relativeOf } from "./states.js";
import { ensureBreaks, ensureSame, ensureScalarFindings } from "./expectations.js";

const rule = rulesFor("fingerprint");

const list = fc.constantFrom(...deviceLists);

/** A device that can stand in any list. */
const anyDevice: fc.Arbitrary<Device> = fc.tuple(device, adapter, mac).map(([one, net, address]) => ({
  ...one,
  ...net,
  mac: address,
}));

/** Names and values of an attribute; not a placeholder, which would be no value. */
const attribute = fc.tuple(
  fc.constantFrom("firmware", "partitions", "sizeBytes", "serial", "family", "model"),
  fc.oneof(text, fc.integer({ min: 1, max: 2 ** 40 })),
);

const several = fc.tuple(list, fc.uniqueArray(mac, { minLength: 2, maxLength: 6 })).map(([name, macs]) => ({
  list: name,
  devices: macs.map((address, at): Device => ({
    model: `model ${at}`,
    mac: address,
    serial: `S${address}`,
    slot: at,
  })),
}));

/** The rules on lists of devices. */
export const deviceRules: readonly Rule[] = [
  rule(
    {
      id: "FP-06",
      statement: "Every reference device must be present, counted with multiplicity: two equal ones need two.",
      source: "S2 p.33",
    },
    {
      cases: fc.tuple(computer, list, anyDevice, anyDevice, fc.integer({ min: 2, max: 5 })),
      async holds(subject, [base, name, one, other, times]) {
        const equals = Array.from({ length: times }, () => ({ ...one }));
        const before = withDevices(base, name, equals);
        await ensureSame(subject, before, withDevices(base, name, [...equals].reverse()));
        await ensureBreaks(subject, before, withDevices(base, name, equals.slice(1)), name, "FP-08");
        if (one.mac !== other.mac) {
          const mixed = withDevices(base, name, [...equals.slice(1), other]);
          await ensureBreaks(subject, before, mixed, name, "FP-08");
        }
      },
    },
  ),
  rule(
    {
      id: "FP-07",
      statement: "Adding a device of any kind never breaks.",
      source: "S0, S2 p.34",
    },
    {
      cases: fc.tuple(computer, list, fc.array(anyDevice, { minLength: 1, maxLength: 3 }), fc.nat()),
      async holds(subject, [base, name, added, pick]) {
        const devices = devicesIn(base, name);
        const at = pick % (devices.length + 1);
        const copies = devices.slice(0, 1).map((one) => ({ ...one }));
        const all = [...added, ...copies];
        const more = withDevices(base, name, [...devices.slice(0, at), ...all, ...devices.slice(at)]);
        // A vote may be open already where the reference has nothing to hold to: no worse, then, than before.
        const before = await subject.compare(base, base);
        const after = await subject.compare(base, more);
        ensureEqual(after.outcome, before.outcome, `outcome with ${name} added`);
        ensure(!after.findings.some(({ effect }) => effect === "breaking"), "nothing added breaks");
        const told = after.findings.filter(({ parameter, kind }) => parameter === name && kind === "added");
        ensureEqual(told.length, all.length, "devices told to be added");
      },
    },
  ),
  rule(
    {
      id: "FP-08",
      statement: "Removing a reference device always breaks; replacing is removing and adding, so it breaks.",
      source: "S0, S2 p.34",
    },
    {
      cases: fc.tuple(computerWithDevice, anyDevice),
      async holds(subject, [{ computer: base, list: name, index }, one]) {
        await ensureBreaks(subject, base, removeDevice(base, name, index), name, "FP-08");
        const unlike = { ...one, model: `not ${String(devicesIn(base, name)[index]?.model)}` };
        await ensureBreaks(subject, base, replaceDevice(base, name, index, unlike), name, "FP-08");
      },
    },
  ),
  rule(
    {
      id: "FP-09",
      statement:
        "Devices are compared on the attribute names of the reference's list: one changed or gone makes another device; one that only a newer probe reports never breaks.",
      source: "S0, S3",
    },
    {
      cases: fc.tuple(computerWithDevice, attribute, fc.oneof(text, fc.nat())),
      async holds(subject, [{ computer: base, list: name, index }, [key, value], other]) {
        const whole = devicesIn(base, name)[index] ?? { model: "" };
        if (key === "model") {
          const renamed = replaceDevice(base, name, index, { ...whole, model: `${whole.model} 2` });
          await ensureBreaks(subject, base, renamed, name, "FP-08");
          return;
        }
        // The attribute is one that nobody in the list reported before.
        const plain = withDevices(
          base,
          name,
          devicesIn(base, name).map((one) => without(one, key)),
        );
        const bare = without(whole, key);
        const probed = replaceDevice(plain, name, index, { ...bare, [key]: value });
        const everyNewer = withDevices(
          plain,
          name,
          devicesIn(plain, name).map((one) => ({ ...one, [key]: value })),
        );
        await ensureSame(subject, plain, probed);
        await ensureSame(subject, plain, everyNewer);
        await ensureBreaks(subject, probed, replaceDevice(probed, name, index, without(bare, key)), name, "FP-08");
        for (const near of typeof value === "number"
          ? [value + 1, value * 2, String(value)]
          : [`${value} `.repeat(2)]) {
          const nearly = replaceDevice(plain, name, index, { ...bare, [key]: near });
          await ensureBreaks(subject, probed, nearly, name, "FP-08");
        }
        // The names are the list's: what one device reports counts for all of them.
        const [one, two] = [
          { ...bare, model: "one" },
          { ...bare, model: "two", [key]: value },
        ];
        const listed = withDevices(plain, name, [one, two]);
        const swapped = withDevices(plain, name, [{ ...one, [key]: value }, without(two, key)]);
        await ensureBreaks(subject, listed, withDevices(plain, name, [{ ...one, [key]: value }, two]), name, "FP-08");
        await ensureBreaks(subject, listed, swapped, name, "FP-08");
        if (other !== value) {
          const altered = replaceDevice(probed, name, index, { ...bare, [key]: other });
          await ensureBreaks(subject, probed, altered, name, "FP-08");
        }
        const asText = replaceDevice(plain, name, index, { ...bare, [key]: 7 });
        await ensureBreaks(subject, asText, replaceDevice(plain, name, index, { ...bare, [key]: "7" }), name, "FP-08");
      },
    },
  ),
  rule(
    {
      id: "FP-12",
      statement: "The order of devices, and of attributes within one, is irrelevant, to the findings too.",
      source: "S2 p.33",
    },
    {
      cases: computer.chain((base) => fc.tuple(fc.constant(base), relativeOf(base), relativeOf(base), fc.nat(5))),
      async holds(subject, [base, reference, observed, turn]) {
        const turned = (of: typeof base) =>
          deviceLists.reduce((all, name) => {
            const devices = devicesIn(all, name).map(reversedNames);
            if ("unreadable" in all[name]) return all;
            return withDevices(all, name, [...devices.slice(turn), ...devices.slice(0, turn)].reverse());
          }, of);
        ensureEqual(
          await subject.compare(turned(reference), turned(observed)),
          await subject.compare(reference, observed),
          "compared in another order",
        );
        // A newer probe tells apart what the reference does not: which of them is the one that was there is no matter of order.
        const plain = { model: "disk" };
        const probed = [plain, ...[5, 4, 3, 2, 1, 6].map((serial) => ({ ...plain, serial }))];
        const apart = [...probed.slice(turn), ...probed.slice(0, turn)];
        ensureEqual(
          await subject.compare(withDevices(base, "disks", [plain]), withDevices(base, "disks", apart)),
          await subject.compare(withDevices(base, "disks", [plain]), withDevices(base, "disks", probed)),
          "devices that only a newer probe tells apart",
        );
        const compared = await subject.compare(reference, observed);
        ensureEqual(await subject.compare(turned(reference), observed), compared, "the reference in another order");
        ensureEqual(await subject.compare(reference, turned(observed)), compared, "the observed in another order");
        ensureEqual(await subject.survives(base, turned(base)), await subject.survives(base, base), "survives");
      },
    },
  ),
  rule(
    {
      id: "FP-14",
      statement:
        "Every difference is reported with its effect, and the verdict is `changed` exactly when one is breaking. A removed device is paired with the nearest added one.",
      source: "—",
    },
    {
      cases: fc.tuple(
        several,
        computer.chain((base) => fc.tuple(fc.constant(base), relativeOf(base))),
        fc.array(fc.nat(), { minLength: 1, maxLength: 3 }),
      ),
      async holds(subject, [{ list: name, devices }, [base, related], picks]) {
        const { outcome, findings } = await subject.compare(base, related);
        const effects = findings.map(({ effect }) => effect);
        ensureEqual(outcome === "changed", effects.includes("breaking"), `changed means breaking: ${effects.join()}`);
        ensureEqual(
          outcome === "undetermined",
          effects.includes("unread") && !effects.includes("breaking"),
          `undetermined means unread: ${effects.join()}`,
        );
        const before = withDevices(base, name, devices);
        const hit = new Set(picks.map((pick) => pick % devices.length));
        const altered = devices.map((one, at) => (hit.has(at) ? { ...one, mac: one.mac ?? "", slot: 100 + at } : one));
        // In another order, so that only nearness can tell which became which.
        const shuffled = [...altered.slice(1), ...altered.slice(0, 1)].reverse();
        const renamed = { ...withDevices(before, name, shuffled), networkName: "quite another" };
        const told = (await subject.compare(before, renamed)).findings;
        ensure(
          told.some(({ parameter, kind }) => parameter === "networkName" && kind === "value"),
          "the new network name is told along with the devices",
        );
        for (const at of hit) {
          const finding = told.find(({ reference }) => (reference as Device | undefined)?.slot === at);
          ensureEqual(finding?.kind, "replaced", `device ${at}: ${JSON.stringify(told)}`);
          ensureEqual((finding?.observed as Device | undefined)?.slot, 100 + at, "paired with the nearest");
          ensureEqual(finding?.rule, "FP-08", "rule of a replaced device");
        }
        await ensureScalarFindings(subject, base);
        ensureEqual(told.filter(({ kind }) => kind !== "unread").length, hit.size + 1, "findings");
      },
    },
  ),
];

function reversedNames(one: Device): Device {
  return Object.fromEntries(Object.entries(one).reverse()) as Device; // the same names
}
