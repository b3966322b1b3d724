import * as fc from "fast-check";
import { scalarParameters, type KeyParameters } from "../../fingerprint/index.js";
import { ensure, ensureEqual, rulesFor, type Rule } from "../rule.js";
import { adapter, computer, computerOf, computerWithDevice, device } from "./arbitraries.js";
import { addDevice, devicesIn, removeDevice, withDevices, withScalar } from "./edits.js";
import { alikes, chainOf } from "./states.js";
import { ensureSame, equalParameters } from "./expectations.js";

const rule = rulesFor("fingerprint");

const gigabytes = (count: number): number => count * 2 ** 30;

/** The rules on verdicts as a whole. */
export const verdictRules: readonly Rule[] = [
  rule(
    {
      id: "FP-10",
      statement: "One violation is enough, whatever else holds or was improved: there is no score.",
      source: "S4",
    },
    {
      cases: fc.tuple(computerWithDevice, fc.nat(2), fc.constantFrom(...equalParameters), device, adapter),
      async holds(subject, [{ computer: base, list: name, index }, which, parameter, one, net]) {
        // Nothing added equals what is taken away.
        const [disk, adapted] = [
          { ...one, model: "added disk" },
          { ...net, model: "added adapter" },
        ];
        const improved = withScalar(
          addDevice(addDevice(base, "disks", disk), "networkAdapters", adapted),
          "memoryBytes",
          Number(base.memoryBytes) + 1,
        );
        const violations = [
          removeDevice(improved, name, index),
          withScalar(improved, "memoryBytes", Number(base.memoryBytes) - 1),
          withScalar(improved, parameter, parameter === "os.family" ? "?" : "quite another"),
        ];
        const violated = violations[which] ?? improved;
        ensureEqual((await subject.compare(base, violated)).outcome, "changed", "one violation");
        ensure(!(await subject.survives(base, violated)), "survives agrees");
      },
    },
  ),
  rule(
    {
      id: "FP-11",
      statement:
        "The reference is always the state at acquisition: 2 GB, then 6, then 4 holds, then less than 2 breaks. Tolerated changes never move it.",
      source: "S0, S2 p.34",
    },
    {
      cases: fc.tuple(
        computer,
        fc.array(fc.integer({ min: 0, max: 32 }), { maxLength: 4 }),
        fc.integer({ min: 1, max: 2 ** 31 }),
        device,
      ),
      async holds(subject, [base, upgrades, missing, disk]) {
        const at = (bytes: number) => withScalar(base, "memoryBytes", bytes);
        const reference = at(gigabytes(2));
        for (const bytes of [gigabytes(6), gigabytes(4), ...upgrades.map((more) => gigabytes(2 + more))]) {
          await ensureSame(subject, reference, at(bytes));
        }
        ensureEqual(
          (await subject.compare(reference, at(gigabytes(2) - missing))).outcome,
          "changed",
          "then less than 2 GB",
        );
        await ensureSame(subject, reference, addDevice(reference, "disks", disk));
        await ensureSame(subject, reference, reference);
      },
    },
  ),
  rule(
    {
      id: "FP-13",
      statement:
        "Surviving is a preorder: every fully read state survives itself; if b survives a and c survives b, then c survives a.",
      source: "FP-02 … FP-08",
    },
    {
      cases: fc.tuple(computer, chainOf(3), alikes(3)),
      async holds(subject, [whole, chain, states]) {
        ensure(await subject.survives(whole, whole), "a fully read state survives itself");
        for (const [a, b, c] of [...orders(chain), ...orders(states)]) {
          if ((await subject.survives(a, b)) && (await subject.survives(b, c))) {
            ensure(
              await subject.survives(a, c),
              `b survives a, c survives b, so c survives a: ${JSON.stringify([a, b, c])}`,
            );
          }
        }
      },
    },
  ),
  rule(
    {
      id: "FP-15",
      statement:
        "What cannot be read now is never changed: undetermined, when nothing else breaks, and named. What the reference does not know is not compared; an empty reference list is always satisfied.",
      source: "—",
    },
    {
      cases: fc.tuple(computerWithDevice, computer, fc.constantFrom(...scalarParameters), fc.boolean()),
      async holds(subject, [{ computer: some, list: name }, other, parameter, absent]) {
        // The serial number and the date count on Windows only.
        const base = withScalar(withScalar(some, "os.family", "windows"), "os.version", "10.0");
        const optional = parameter === "os.serialNumber" || parameter === "os.installedAt";
        const nothing = absent && optional ? undefined : { unreadable: "no rights" };
        for (const [of, at] of [
          [withScalar(base, parameter, nothing), parameter],
          [{ ...base, [name]: nothing ?? { unreadable: "no rights" } }, name],
        ] as const) {
          const { outcome, findings } = await subject.compare(base, of);
          ensureEqual(outcome, "undetermined", `${at} unread`);
          ensure(
            findings.some(({ parameter: named, effect }) => named === at && effect === "unread"),
            `the unread ${at} is named: ${JSON.stringify(findings)}`,
          );
          ensure(!(await subject.survives(base, of)), "what cannot be read gives no permission");
          await ensureSame(subject, of, base);
        }
        const unknown = withScalar(base, "board.model", { unreadable: "no rights" });
        await ensureSame(subject, unknown, withScalar(base, "board.model", other.board.model));
        const unlisted = { ...base, [name]: { unreadable: "no rights" } };
        await ensureSame(subject, unlisted, withDevices(base, name, devicesIn(other, name)));
        await ensureSame(subject, withDevices(base, name, []), withDevices(base, name, devicesIn(other, name)));
        await ensureSame(subject, withDevices(base, name, []), unlisted);

        const worse = withScalar(
          withScalar(base, "os.name", { unreadable: "no rights" }),
          "networkName",
          "quite another",
        );
        ensureEqual((await subject.compare(base, worse)).outcome, "changed", "unread beside a violation");
        const worst = { ...worse, [name]: { unreadable: "no rights" } };
        const { outcome, findings } = await subject.compare(base, worst);
        ensureEqual(outcome, "changed", "a list unread beside a violation");
        const unread = findings.filter(({ effect }) => effect === "unread").map(({ parameter }) => parameter);
        ensureEqual(unread, ["os.name", name], "what is unread is named beside a violation");
      },
    },
  ),
  rule(
    {
      id: "FP-16",
      statement:
        "A virtual machine has the parameters of any computer: its host's own never count, and a clone with equal parameters cannot be told apart.",
      source: "S0, S2 p.33",
    },
    {
      cases: fc.tuple(computerOf("linux"), computerOf("windows"), computer),
      async holds(subject, [guest, oneHost, otherHost]) {
        const clone = structuredCopy(guest);
        const running = { ...guest, host: oneHost, hypervisor: "KVM", virtual: true };
        const moved = { ...clone, host: otherHost, hypervisor: "VMware", virtual: true };
        ensureEqual(
          await subject.compare(running, moved),
          await subject.compare(guest, guest),
          "a guest moved to another host",
        );
        ensureEqual(await subject.digestOf(moved), await subject.digestOf(running), "digest");
        for (const maker of ["52:54:00", "00:0c:29", "00:15:5d", "08:00:27"]) {
          const [one, other] = ["01", "02"].map((last) => [
            { model: "network adapter", mac: `${maker}:00:00:${last}` },
          ]);
          const compared = await subject.compare(
            { ...guest, networkAdapters: one ?? [] },
            { ...guest, networkAdapters: other ?? [] },
          );
          ensure(
            compared.findings.some(({ parameter, kind }) => parameter === "networkAdapters" && kind === "replaced"),
            "a guest's own adapter counts, whoever made its address",
          );
        }
      },
    },
  ),
];

/** Every order of three states: what holds of a chain must hold of it however it is gone through. */
function orders(chain: readonly KeyParameters[]): readonly (readonly [KeyParameters, KeyParameters, KeyParameters])[] {
  const [a, b, c] = chain;
  if (a === undefined || b === undefined || c === undefined) return [];
  return [
    [a, b, c],
    [a, c, b],
    [b, a, c],
    [b, c, a],
    [c, a, b],
    [c, b, a],
  ];
}

function structuredCopy<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T; // key parameters are JSON
}
