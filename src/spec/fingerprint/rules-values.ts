import * as fc from "fast-check";
import { ensureEqual, rulesFor, type Rule } from "../rule.js";
import { computer, computerOf, twoTexts } from "./arbitraries.js";
import { withScalar } from "./edits.js";
import { partlyRead } from "./states.js";
import { ensureBreaks, ensureSame, equalParameters } from "./expectations.js";

const rule = rulesFor("fingerprint");

const fieldName = fc.oneof(
  fc.constantFrom("users", "software", "platformVersion", "timeZone", "loggedInUser"),
  fc.string({ maxLength: 8 }),
);
const otherFields = fc.dictionary(fieldName, fc.jsonValue({ maxDepth: 2 }), { maxKeys: 4 });

/** A Windows version in one of the ways to write it. */
const release = fc.tuple(fc.nat(11), fc.nat(20));

const families = ["windows", "linux", "macos", "other"] as const;

const otherFamily = fc.constantFrom("linux" as const, "macos" as const, "other" as const);

/** The rules on parameters of one value. */
export const valueRules: readonly Rule[] = [
  rule(
    {
      id: "FP-01",
      statement: "Only the key parameters count: whatever else an input says never changes a verdict.",
      source: "S2 p.33, S3, S4",
    },
    {
      cases: fc.tuple(partlyRead, computer, otherFields, otherFields),
      async holds(subject, [observed, reference, extra, inner]) {
        const known = { kernel: "6.1.0", build: "22631", arch: "x64", serial: "S-1", releaseDate: "2021-08-05" };
        const talkative = {
          ...extra,
          system: { uuid: "03c00218-044d-0599-4606-7c0700080009" },
          ...observed,
          os: { ...inner, ...known, ...observed.os },
          bios: { ...inner, ...known, ...observed.bios },
          board: { ...inner, ...known, ...observed.board },
        };
        ensureEqual(
          await subject.parseKeyParameters(talkative),
          await subject.parseKeyParameters(observed),
          "parsed with and without other fields",
        );
        ensureEqual(
          await subject.compare(reference, talkative),
          await subject.compare(reference, observed),
          "compared with and without other fields",
        );
        ensureEqual(
          await subject.compare(talkative, reference),
          await subject.compare(observed, reference),
          "compared with a reference that has other fields",
        );
        ensureEqual(
          await subject.survives(talkative, observed),
          await subject.survives(observed, observed),
          "survives",
        );
        ensureEqual(await subject.digestOf(talkative), await subject.digestOf(observed), "digest");
        ensureEqual(
          await subject.pseudonymize(talkative, "salt"),
          await subject.pseudonymize(observed, "salt"),
          "pseudonyms",
        );
      },
    },
  ),
  rule(
    {
      id: "FP-02",
      statement:
        "OS family, OS name, network name, motherboard model, BIOS type and BIOS version must be equal: another value breaks.",
      source: "S2 p.33",
    },
    {
      cases: fc.tuple(computer, fc.constantFrom(...equalParameters), twoTexts),
      async holds(subject, [base, parameter, [one, other]]) {
        if (parameter === "os.family") {
          for (const family of families.filter((name) => name !== base.os.family)) {
            await ensureBreaks(subject, base, withScalar(base, parameter, family), parameter, "FP-02");
          }
          return;
        }
        const before = withScalar(base, parameter, one);
        await ensureSame(subject, before, before);
        const long = one.repeat(20);
        for (const [text, near] of [
          [one, other],
          [one, `${one} Pro`],
          [one, `${one}.local`],
          [`${one} ${other}`, `${one}  ${other}`],
          [`${long}1`, `${long}2`],
        ] as const) {
          const [reference, observed] = [withScalar(base, parameter, text), withScalar(base, parameter, near)];
          await ensureBreaks(subject, reference, observed, parameter, "FP-02");
          await ensureBreaks(subject, observed, reference, parameter, "FP-02");
        }
      },
    },
  ),
  rule(
    {
      id: "FP-03",
      statement:
        "Of a Windows version only the first two numbers count (a missing second is 0; a text that is no number counts whole); elsewhere the whole version counts.",
      source: "S2 p.33, S3, S4",
    },
    {
      cases: fc.tuple(computerOf("windows"), otherFamily, release, release, fc.nat(99_999), fc.nat(99_999), twoTexts),
      async holds(subject, [windows, family, [a, b], [c, d], build, update, [one, other]]) {
        const version = (value: string) => withScalar(windows, "os.version", value);
        await ensureSame(subject, version(`${a}.${b}.${build}`), version(`${a}.${b}.${update}`));
        await ensureSame(subject, version(`${a}`), version(`${a}.0.${update}`));
        await ensureSame(subject, version(`${a}.0.${update}`), version(`${a}`));
        await ensureSame(subject, version(`0${a}.00${b}.${build}`), version(`${a}.${b}.${build}`));
        await ensureBreaks(subject, version(`${a}.1`), version(`${a}.10`), "os.version", "FP-03");
        await ensureBreaks(subject, version(`${a}.${b + 1}.1`), version(`${a}`), "os.version", "FP-03");
        await ensureBreaks(subject, version(`${a}.${b}`), version(`${a}.${b}beta`), "os.version", "FP-03");
        if (a !== c || b !== d) {
          const [before, after] = [version(`${a}.${b}.${build}`), version(`${c}.${d}.${build}`)];
          await ensureBreaks(subject, before, after, "os.version", "FP-03");
        }
        const named = [version(`R${a}.${b}.${one}`), version(`R${a}.${b}.${other}`)] as const;
        await ensureBreaks(subject, ...named, "os.version", "FP-03");
        const elsewhere = (value: string) => withScalar(withScalar(windows, "os.family", family), "os.version", value);
        await ensureSame(subject, elsewhere(`${a}.${b}.${build}`), elsewhere(`${a}.${b}.${build}`));
        for (const [text, near] of [
          [`${a}.${b}.${build}`, `${a}.${b}.${build + 1}`],
          [`${a}`, `${a}.1`],
          [`${a}`, `${a}.0`],
          [`${a}-1`, `${a}-2`],
        ] as const) {
          await ensureBreaks(subject, elsewhere(text), elsewhere(near), "os.version", "FP-03");
          await ensureBreaks(subject, elsewhere(near), elsewhere(text), "os.version", "FP-03");
        }
      },
    },
  ),
  rule(
    {
      id: "FP-04",
      statement:
        "OS serial number and installation date count on Windows only; with the policy `before-windows-10` not where the reference's first version number is 10 or more.",
      source: "S2 p.33; field practice",
    },
    {
      cases: fc.tuple(computerOf("windows"), otherFamily, twoTexts, fc.nat(), fc.nat(19), fc.nat(3)),
      async holds(subject, [windows, family, [one, other], date, first, second]) {
        const before = withScalar(withScalar(windows, "os.serialNumber", one), "os.installedAt", date);
        const renumbered = withScalar(before, "os.serialNumber", other);
        const reinstalled = withScalar(before, "os.installedAt", date + 1);
        const earlier = withScalar(before, "os.installedAt", date - 1);
        await ensureBreaks(subject, before, earlier, "os.installedAt", "FP-04");
        await ensureBreaks(subject, before, renumbered, "os.serialNumber", "FP-04");
        await ensureBreaks(subject, before, reinstalled, "os.installedAt", "FP-04");
        const elsewhere = withScalar(before, "os.family", family);
        await ensureSame(subject, elsewhere, withScalar(renumbered, "os.family", family));
        await ensureSame(subject, elsewhere, withScalar(reinstalled, "os.family", family));
        await ensureSame(subject, elsewhere, withScalar(elsewhere, "os.serialNumber", { unreadable: "no rights" }));
        await ensureSame(subject, elsewhere, withScalar(elsewhere, "os.installedAt", undefined));

        const policy = { kind: "standard", windowsInstallation: "before-windows-10" } as const;
        const version = `${first}.${second}.1`;
        for (const upgraded of [reinstalled, renumbered]) {
          const reference = withScalar(before, "os.version", version);
          const compared = await subject.compare(reference, withScalar(upgraded, "os.version", version), policy);
          ensureEqual(compared.outcome, first >= 10 ? "same" : "changed", `reinstalled Windows ${version}`);
        }
        const named = await subject.compare(
          withScalar(before, "os.version", "XP"),
          withScalar(renumbered, "os.version", "XP"),
          policy,
        );
        ensureEqual(named.outcome, "changed", "a version that is no number of 10 or more");
      },
    },
  ),
  rule(
    {
      id: "FP-05",
      statement: "Observed RAM at least the reference's holds, equal included; one byte less breaks.",
      source: "S0, S2 p.34",
    },
    {
      cases: fc.tuple(computer, fc.integer({ min: 1, max: 2 ** 45 }), fc.nat(2 ** 40)),
      async holds(subject, [base, bytes, more]) {
        const memory = (value: number) => withScalar(base, "memoryBytes", value);
        await ensureSame(subject, memory(bytes), memory(bytes));
        await ensureSame(subject, memory(bytes), memory(bytes + more));
        await ensureBreaks(subject, memory(bytes), memory(bytes - 1), "memoryBytes", "FP-05");
      },
    },
  ),
];
