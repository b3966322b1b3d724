import * as fc from "fast-check";
import type { KeyParameters, Policy } from "../../fingerprint/index.js";
import { ensure, ensureEqual, rulesFor, type Rule } from "../rule.js";
import type { FingerprintSubject } from "../subject.js";
import { computer, mac, text } from "./arbitraries.js";
import { withScalar } from "./edits.js";
import { alikePair, chainOf, partlyRead, relativeOf } from "./states.js";
import { voteRule } from "./rules-votes.js";

const rule = rulesFor("fingerprint");

const time = fc.integer({ min: 0, max: 4_000_000_000_000 });

/** The rules on policies, and on what is built upon a comparison. */
export const policyRules: readonly Rule[] = [
  rule(
    {
      id: "FP-19",
      statement:
        "Of several licenses on one computer, each whose own reference no longer survives needs recovery, and is named; with `recoverAll`, if one does, all do.",
      source: "S2 p.33",
    },
    {
      cases: fc.tuple(chainOf(4), computer),
      async holds(subject, [references, elsewhere]) {
        const everyone = [...references, elsewhere].map((reference, at) => ({ name: `license ${at}`, reference }));
        const [first = elsewhere] = references;
        const hidden = withScalar(elsewhere, "board.model", { unreadable: "no rights" });
        for (const [licenses, observed] of [
          [everyone, references.at(-1) ?? elsewhere],
          [everyone, elsewhere],
          [[{ name: "held", reference: first }], first],
          [[{ name: "open", reference: elsewhere }], hidden],
        ] as const) {
          const outcomes = await Promise.all(
            licenses.map(async ({ reference }) => (await subject.compare(reference, observed)).outcome),
          );
          const named = (outcome: string) =>
            licenses.filter((_, at) => outcomes[at] === outcome).map(({ name }) => name);
          const said = await subject.recoveriesNeeded(licenses, observed);
          ensureEqual(
            said.needed.map(({ name }) => name),
            named("changed"),
            "licenses that need recovery",
          );
          ensureEqual(
            said.undetermined.map(({ name }) => name),
            named("undetermined"),
            "licenses that cannot be told",
          );
          const all = await subject.recoveriesNeeded(licenses, observed, { kind: "standard", recoverAll: true });
          const expected = named("changed").length > 0 ? licenses.map(({ name }) => name) : [];
          const open = named("changed").length > 0 ? [] : named("undetermined");
          ensureEqual(
            all.undetermined.map(({ name }) => name),
            open,
            "licenses that cannot be told, all or none",
          );
          for (const { name, comparison } of [...said.needed, ...said.undetermined]) {
            const reference = licenses.find((one) => one.name === name)?.reference ?? elsewhere;
            ensureEqual(comparison, await subject.compare(reference, observed), `why ${name} is named`);
          }
          ensureEqual(
            all.needed.map(({ name }) => name),
            expected,
            "licenses that need recovery, all or none",
          );
        }
      },
    },
  ),
  rule(
    {
      id: "FP-21",
      statement:
        "A check is due if none was made, if the interval has passed, or if the clock stands before the last one; without an interval, at every start.",
      source: "S4; field practice",
    },
    {
      cases: fc.tuple(time, time, fc.integer({ min: 1, max: 10_000_000_000 })),
      async holds(subject, [last, passed, checkInterval]) {
        const policy: Policy = { kind: "standard", checkInterval };
        const due = (from: number | undefined, now: number) => subject.isCheckDue(from, now, policy);
        ensure(await due(undefined, last), "never checked: due");
        ensureEqual(await due(last, last + passed), passed >= checkInterval, `due ${passed} ms after`);
        ensure(await due(last, last + checkInterval), "due when the interval has just passed");
        ensure(!(await due(last, last + checkInterval - 1)), "not due a millisecond before");
        ensure(await due(last, last - 1), "due when the clock was moved back");
        ensure(await due(last, Number.NaN), "due when the time is no number");
        ensure(await due(Number.NaN, last), "due when the last time is no number");
        for (const now of [last, last + passed, last - passed]) {
          ensure(await subject.isCheckDue(last, now, { kind: "standard" }), "without an interval, due at every start");
        }
        ensure(await subject.isCheckDue(undefined, last, { kind: "standard" }), "never checked, no interval: due");
      },
    },
  ),
  voteRule,
  rule(
    {
      id: "FP-24",
      statement:
        "After pseudonymizing both sides with one salt, every verdict of the standard policy stays the same; OS family, RAM and what is unread stay as they are.",
      source: "—",
    },
    {
      cases: fc.tuple(
        fc.oneof(
          partlyRead.chain((base) => fc.tuple(fc.constant(base), relativeOf(base))),
          alikePair,
        ),
        text,
        mac,
      ),
      async holds(subject, [[a, b], salt, address]) {
        const [hiddenA, hiddenB] = [await subject.pseudonymize(a, salt), await subject.pseudonymize(b, salt)];
        ensureEqual(
          (await subject.compare(hiddenA, hiddenB)).outcome,
          (await subject.compare(a, b)).outcome,
          `verdict on pseudonyms of ${JSON.stringify([a, b])}`,
        );
        ensureEqual(await subject.survives(hiddenB, hiddenA), await subject.survives(b, a), "the other way round");
        ensureEqual(hiddenA.memoryBytes, a.memoryBytes, "RAM");
        ensureEqual(hiddenA.os.family, a.os.family, "OS family");
        const named = { ...a, networkName: "BUH-31", networkAdapters: [{ model: "Realtek PCIe GbE", mac: address }] };
        const hidden = await subject.pseudonymize(named, salt);
        for (const secret of ["BUH-31", "Realtek", address]) {
          ensure(!JSON.stringify(hidden).includes(secret), `${secret} is not to be seen`);
        }
        ensure((await subject.parseKeyParameters(hidden)).ok, "pseudonyms are key parameters");
        await ensureHidden(subject, salt);
      },
    },
  ),
  rule(
    {
      id: "FP-25",
      statement:
        "A reference binds enough or none is made: OS name and version, network name, RAM and a device with an attribute of its own must be readable (policy `required`); what is missing is named.",
      source: "—",
    },
    {
      cases: fc.tuple(
        computer,
        mac,
        fc.subarray(["os.name", "os.version", "networkName", "memoryBytes"] as const),
        fc.boolean(),
        fc.constantFrom("board.model" as const, "bios.type" as const),
      ),
      async holds(subject, [base, address, unread, anonymous, further]) {
        const bare = { processors: [{ model: "Xeon" }], disks: [{ model: "disk", sizeBytes: 5 }] };
        const identified = { ...base, ...bare, networkAdapters: [{ model: "network adapter", mac: address }] };
        const shown = anonymous ? { ...identified, networkAdapters: { unreadable: "none seen" } } : identified;
        const reference = unread.reduce<KeyParameters>(
          (of, parameter) => withScalar(of, parameter, { unreadable: "no rights" }),
          shown,
        );
        const missing = [...unread, ...(anonymous ? ["identifiedDevice"] : [])];
        await ensureBinding(subject, reference, undefined, missing);
        await ensureBinding(subject, withScalar(identified, further, "None"), undefined, []);
        const strict: Policy = { kind: "standard", required: [further, "disks"] };
        await ensureBinding(subject, withScalar(identified, further, "None"), strict, [further]);
        await ensureBinding(subject, { ...shown, disks: [] }, { ...strict, required: ["disks"] }, ["disks"]);
        const blankMac = { ...identified, networkAdapters: [{ model: "network adapter", mac: "00:00:00:00:00:00" }] };
        await ensureBinding(subject, blankMac, undefined, ["identifiedDevice"]);
        for (const value of ["", "None", { unreadable: "no rights" }]) {
          const nameless = withScalar(identified, "networkName", value);
          await ensureBinding(subject, nameless, undefined, ["networkName"]);
        }
        const demo: Policy = { kind: "standard", placeholders: ["demo"] };
        await ensureBinding(subject, withScalar(identified, "os.name", "Demo"), demo, ["os.name"]);
        for (const [attribute, binds] of [
          ["serial", true],
          ["serialNumber", true],
          ["uuid", true],
          ["speed", false],
          ["mac", false],
        ] as const) {
          const disk = { ...blankMac, disks: [{ model: "disk", [attribute]: "S64D192623" }] };
          await ensureBinding(subject, disk, undefined, binds ? [] : ["identifiedDevice"]);
        }
        const bound = await subject.bindsEnough(identified);
        ensureEqual(
          bound.ok && bound.value.identified,
          [{ list: "networkAdapters", index: 0 }],
          "which devices identify",
        );
        const vote: Policy = { kind: "atLeast", count: 2, of: ["board.model", "bios.type"] };
        await ensureBinding(subject, withScalar(identified, further, "None"), vote, [further]);
        const bySerial = { ...blankMac, disks: [{ model: "disk", serial: "S64D192623" }] };
        await ensureBinding(subject, bySerial, undefined, []);
      },
    },
  ),
];

async function ensureBinding(
  subject: FingerprintSubject,
  reference: KeyParameters,
  policy: Policy | undefined,
  missing: readonly string[],
): Promise<void> {
  const bound = await subject.bindsEnough(reference, policy);
  ensureEqual(bound.ok, missing.length === 0, `binds enough: ${JSON.stringify(bound)}`);
  if (!bound.ok) ensureEqual([...bound.error.missing].sort(), [...missing].sort(), "what is missing");
}

/** Nothing of a computer can be seen in its pseudonyms, nor that two of its parameters are alike. */
async function ensureHidden(subject: FingerprintSubject, salt: string): Promise<void> {
  const device = { model: "SECRET", serial: "SECRET", sizeBytes: 987_654_321 };
  const open: KeyParameters = {
    os: { family: "windows", name: "SECRET", version: "SECRET", serialNumber: "SECRET", installedAt: 987_654_321 },
    networkName: "SECRET",
    board: { model: "SECRET" },
    memoryBytes: 1,
    bios: { type: "SECRET", version: { unreadable: "why" } },
    processors: [device],
    networkAdapters: [{ ...device, mac: "00:1a:2b:3c:4d:57" }],
    disks: [device],
  };
  const hidden = await subject.pseudonymize(open, salt);
  const written = JSON.stringify(hidden);
  for (const secret of ["SECRET", "987654321", "00:1a"])
    ensure(!written.includes(secret), `${secret} is not to be seen`);
  const digests = written.match(/[0-9a-f]{64}/g) ?? [];
  ensureEqual(digests.length, 16, "texts and attributes that became digests");
  ensureEqual(new Set(digests).size, digests.length, "equal values in other places are not to be told");
  ensureEqual(hidden.bios.version, { unreadable: "why" }, "why something is unread");
  const salted = JSON.stringify(await subject.pseudonymize(open, `${salt}2`));
  ensure(!digests.some((digest) => salted.includes(digest)), "another salt, other pseudonyms");
  ensure(salted !== written && hidden.os.installedAt !== open.os.installedAt, "the date is hidden as well");
}
