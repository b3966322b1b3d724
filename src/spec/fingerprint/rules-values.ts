import * as fc from "fast-check";
import { ensure, ensureEqual, rulesFor, type Rule } from "../rule.js";
import { computer, computerOf, mac, text, twoTexts, windowsVersion } from "./arbitraries.js";
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
const release = fc.tuple(fc.nat(11), fc.nat(3));

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
        const talkative = {
          ...extra,
          ...observed,
          os: { ...inner, ...observed.os },
          bios: { ...inner, ...observed.bios },
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
        const isFamily = parameter === "os.family";
        const before = withScalar(base, parameter, isFamily ? base.os.family : one);
        const after = withScalar(base, parameter, isFamily ? (base.os.family === "linux" ? "macos" : "linux") : other);
        await ensureSame(subject, before, before);
        await ensureBreaks(subject, before, after, parameter, "FP-02");
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
        if (a !== c || b !== d) {
          const [before, after] = [version(`${a}.${b}.${build}`), version(`${c}.${d}.${build}`)];
          await ensureBreaks(subject, before, after, "os.version", "FP-03");
        }
        const named = [version(`R${a}.${b}.${one}`), version(`R${a}.${b}.${other}`)] as const;
        await ensureBreaks(subject, ...named, "os.version", "FP-03");
        const elsewhere = (value: string) => withScalar(withScalar(windows, "os.family", family), "os.version", value);
        await ensureSame(subject, elsewhere(`${a}.${b}.${build}`), elsewhere(`${a}.${b}.${build}`));
        if (build !== update) {
          const [before, after] = [elsewhere(`${a}.${b}.${build}`), elsewhere(`${a}.${b}.${update}`)];
          await ensureBreaks(subject, before, after, "os.version", "FP-03");
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
        await ensureBreaks(subject, before, renumbered, "os.serialNumber", "FP-04");
        await ensureBreaks(subject, before, reinstalled, "os.installedAt", "FP-04");
        const elsewhere = withScalar(before, "os.family", family);
        await ensureSame(subject, elsewhere, withScalar(renumbered, "os.family", family));
        await ensureSame(subject, elsewhere, withScalar(reinstalled, "os.family", family));

        const policy = { kind: "standard", windowsInstallation: "before-windows-10" } as const;
        const version = `${first}.${second}.1`;
        const compared = await subject.compare(
          withScalar(before, "os.version", version),
          withScalar(reinstalled, "os.version", version),
          policy,
        );
        ensureEqual(compared.outcome, first >= 10 ? "same" : "changed", `reinstalled Windows ${version}`);
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
  rule(
    {
      id: "FP-26",
      statement:
        "Texts are equal trimmed and by code point, whatever their case; MACs in any case and with any separator; the case of the network name counts unless the policy says otherwise.",
      source: "—",
    },
    {
      cases: fc.tuple(
        computer,
        fc.constantFrom(...equalParameters.filter((parameter) => parameter !== "os.family")),
        text,
        fc.constantFrom("", " ", "\t", "\u00a0 ", "\r\n"),
        mac,
        fc.constantFrom("", "-", ".", " ", "\u2013", ":"),
      ),
      async holds(subject, [base, parameter, value, blank, address, separator]) {
        const before = withScalar(base, parameter, value);
        await ensureSame(subject, before, withScalar(base, parameter, `${blank}${value}${blank}`));
        const small = withScalar(base, parameter, `${value}a`);
        const capital = withScalar(base, parameter, `${value}A`);
        await ensureBreaks(subject, small, capital, parameter, "FP-02");
        if (parameter === "networkName") {
          await ensureSame(subject, small, capital, { kind: "standard", networkNameCase: "insensitive" });
        }
        const composed = withScalar(base, parameter, `${value}\u00e9`);
        await ensureBreaks(subject, composed, withScalar(base, parameter, `${value}e\u0301`), parameter, "FP-02");

        const adapters = (written: string) => ({
          ...base,
          networkAdapters: [{ model: "Realtek PCIe GbE", mac: written }],
        });
        const otherwise = address.toUpperCase().replaceAll(":", separator);
        await ensureSame(subject, adapters(address), adapters(otherwise));
        ensureEqual(await subject.digestOf(adapters(otherwise)), await subject.digestOf(adapters(address)), "digest");
        const parsed = await subject.parseKeyParameters(adapters(otherwise));
        ensure(parsed.ok, `MAC ${otherwise} is taken`);
        ensureEqual(parsed.value.networkAdapters, adapters(address).networkAdapters, "stored MAC");
      },
    },
  ),
  rule(
    {
      id: "FP-27",
      statement:
        "Placeholders are unread, never values: in a reference they are not compared, observed they leave it undetermined. The list can be extended.",
      source: "field reports",
    },
    {
      cases: fc.tuple(
        computer,
        fc.constantFrom("networkName" as const, "board.model" as const, "bios.type" as const, "bios.version" as const),
        fc.constantFrom(
          ...["To be filled by O.E.M.", "Default string", "None", "Not Specified", "System manufacturer"],
          ...["", "-", "00000000-0000-0000-0000-000000000000", "00000000", " default STRING "],
        ),
        fc.constantFrom("00:00:00:00:00:00", "FF-FF-FF-FF-FF-FF"),
        mac,
        windowsVersion,
      ),
      async holds(subject, [base, parameter, placeholder, noMac, address, build]) {
        const known = withScalar(base, parameter, "PRIME B450M-A");
        const blank = withScalar(base, parameter, placeholder);
        await ensureSame(subject, blank, known);
        await ensureSame(subject, blank, blank);
        ensureEqual((await subject.compare(known, blank)).outcome, "undetermined", `observed ${placeholder}`);
        const parsed = await subject.parseKeyParameters(blank);
        ensure(parsed.ok, `${placeholder} is taken`);
        ensureEqual(await subject.digestOf(parsed.value), await subject.digestOf(blank), "digest, parsed or not");

        const adapters = (written: string) => ({
          ...base,
          networkAdapters: [{ model: "Realtek PCIe GbE", mac: written }],
        });
        await ensureSame(subject, adapters(noMac), adapters(address));
        ensureEqual((await subject.compare(adapters(address), adapters(noMac))).outcome, "undetermined", noMac);

        const own = { kind: "standard", placeholders: [`demo ${build}`] } as const;
        const demo = withScalar(base, parameter, `Demo ${build}`);
        ensureEqual((await subject.compare(known, demo, own)).outcome, "undetermined", "a placeholder of the policy");
        ensureEqual((await subject.compare(known, demo)).outcome, "changed", "a value without that policy");
      },
    },
  ),
];
