import * as fc from "fast-check";
import { ensure, ensureEqual, rulesFor, type Rule } from "../rule.js";
import { computer, mac, text, windowsVersion } from "./arbitraries.js";
import { withScalar } from "./edits.js";
import { ensureBreaks, ensureSame, equalParameters } from "./expectations.js";

const rule = rulesFor("fingerprint");

/** The rules on how a text is read: what is equal, and what is no value at all. */
export const readingRules: readonly Rule[] = [
  rule(
    {
      id: "FP-26",
      statement:
        "Texts are equal trimmed and by code point, so letter case counts; MACs in any case and with any separator; the case of the network name counts unless the policy says otherwise.",
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
        const folded = { kind: "standard", networkNameCase: "insensitive" } as const;
        const cyrillic = withScalar(base, parameter, `${value}ж`);
        const cyrillicCapital = withScalar(base, parameter, `${value}Ж`);
        const isName = parameter === "networkName";
        ensureEqual(
          await subject.survives(cyrillic, cyrillicCapital, folded),
          isName,
          "insensitive, of the network name alone",
        );
        const digests = [await subject.digestOf(cyrillic, folded), await subject.digestOf(cyrillicCapital, folded)];
        ensureEqual(digests[0] === digests[1], isName, "digests under that policy");
        for (const other of ["os.version", "os.serialNumber"] as const) {
          await ensureSame(
            subject,
            withScalar(base, other, value),
            withScalar(base, other, `${blank}${value}${blank}`),
          );
        }
        if (parameter === "networkName") {
          await ensureSame(subject, small, capital, { kind: "standard", networkNameCase: "insensitive" });
        }
        const composed = withScalar(base, parameter, `${value}\u00e9`);
        await ensureBreaks(subject, composed, withScalar(base, parameter, `${value}e\u0301`), parameter, "FP-02");

        const disk = (serial: string) => ({ ...base, disks: [{ model: "disk", serial }] });
        await ensureSame(subject, disk(value), disk(`${blank}${value}${blank}`));
        await ensureBreaks(subject, disk(`${value}a`), disk(`${value}A`), "disks", "FP-08");
        await ensureBreaks(subject, disk(`${value}\u00e9`), disk(`${value}e\u0301`), "disks", "FP-08");
        await ensureBreaks(subject, disk(`${value} ${value}`), disk(`${value}  ${value}`), "disks", "FP-08");
        const untrimmed = await subject.parseKeyParameters(disk(` ${value} `));
        ensure(untrimmed.ok, "blanks around a text are taken");
        ensureEqual(untrimmed.value.disks, disk(value).disks, "stored text");

        const adapters = (written: string) => ({
          ...base,
          networkAdapters: [{ model: "Realtek PCIe GbE", mac: written }],
        });
        const otherwise = address.toUpperCase().replaceAll(":", separator);
        await ensureSame(subject, adapters(address), adapters(otherwise));
        const digits = address.replaceAll(":", "");
        const mixed = Array.from(digits, (digit, at) => (at % 2 === 0 ? digit.toUpperCase() : digit)).join("");
        await ensureSame(subject, adapters(address), adapters(mixed));
        await ensureSame(
          subject,
          adapters(address),
          adapters(`${digits.slice(0, 4)}.${digits.slice(4, 8)}.${digits.slice(8)}`),
        );
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
          ...["", "-", "00000000-0000-0000-0000-000000000000", "00000000", " default STRING ", "N/A", "Unknown"],
          ...["To be filled by OEM", "Not Available", "Not Applicable", "Not Present", "O.E.M.", "System Product Name"],
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

        for (const value of ["0", "000", "None-1", "ff", "Virtual Machine"]) {
          const observed = withScalar(base, parameter, value);
          ensureEqual((await subject.compare(known, observed)).outcome, "changed", `${value} is a value`);
        }
        const disks = (serial: string) => ({
          ...base,
          disks: [
            { model: "disk", serial },
            { model: "whole", serial: "1" },
          ],
        });
        await ensureSame(subject, disks(placeholder), { ...base, disks: [{ model: "whole", serial: "1" }] });
        ensureEqual((await subject.compare(disks("S1"), disks(placeholder))).outcome, "undetermined", "a serial");
        const { findings } = await subject.compare(disks("S1"), disks(placeholder));
        ensureEqual(
          findings.map(({ effect, kind }) => [effect, kind]),
          [["unread", "unread"]],
          "findings on a serial",
        );
        const gone = {
          ...base,
          disks: [
            { model: "another", serial: placeholder },
            { model: "whole", serial: "1" },
          ],
        };
        ensureEqual((await subject.compare(disks("S1"), gone)).outcome, "changed", "what was read of it disagrees");

        const own = { kind: "standard", placeholders: [`demo ${build}`] } as const;
        const demo = withScalar(base, parameter, `Demo ${build}`);
        ensureEqual((await subject.compare(known, demo, own)).outcome, "undetermined", "a placeholder of the policy");
        await ensureSame(subject, demo, known, own);
        ensureEqual((await subject.compare(known, blank, own)).outcome, "undetermined", "the built-in ones stay");
        await ensureSame(subject, disks(`Demo ${build}`), { ...base, disks: [{ model: "whole", serial: "1" }] }, own);
        ensureEqual((await subject.compare(known, demo)).outcome, "changed", "a value without that policy");
      },
    },
  ),
];
