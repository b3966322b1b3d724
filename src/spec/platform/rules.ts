import * as fc from "fast-check";
import { ensure, ensureEqual, rulesFor, type Rule } from "../rule.js";
import { directoryRules } from "./rules-directories.js";
import { messageRules } from "./rules-messages.js";
import { nethaspRules } from "./rules-nethasp.js";

const rule = rulesFor("platform");

/** A name as a driver gives it: words, now and then with a comma. */
const deviceName = fc
  .array(fc.constantFrom("HP", "LOGICAL", "VOLUME", "Disk", "Device", "PCIe,", "GbE", "Intel(R)"), {
    minLength: 1,
    maxLength: 5,
  })
  .map((words) => words.join(" ").replace(/,$/, ""));

const hexByte = fc.integer({ min: 0, max: 255 }).map((byte) => byte.toString(16).toUpperCase().padStart(2, "0"));
const address = fc.array(hexByte, { minLength: 6, maxLength: 6 }).map((bytes) => bytes.join(":"));

interface Line {
  /** The parameter it is about. */
  readonly about: "disks" | "processors" | "networkAdapters" | "bios" | "board.model" | "networkName" | "memoryBytes";
  readonly kind: string;
  readonly fields: readonly (string | number)[];
}

const count = fc.nat(4_000_000_000);

const disk = fc
  .tuple(deviceName, fc.constantFrom("SCSI\\DISK&VEN_HP\\5&16F7", "IDE\\DISKWDC\\4&2A"), count)
  .map(([name, id, size]): Line => ({
    about: "disks",
    kind: "DISK",
    fields: [name, id, 512, 32, 35132, 255, 8958660, 286677120, size],
  }));
const processor = fc.tuple(fc.nat(99), fc.nat(4000), hexByte).map(([stepping, clock, id]): Line => ({
  about: "processors",
  kind: "CPU",
  fields: [
    "CPU0",
    `Intel64 Family 6 Model 44 Stepping ${stepping}`,
    64,
    64,
    1536,
    clock,
    `BFEBFBFF${id}`,
    11266,
    "Proc 1",
  ],
}));
const adapter = fc
  .tuple(deviceName, address)
  .map(([name, mac]): Line => ({ about: "networkAdapters", kind: "NET", fields: [name, mac] }));

/** What may stand in the list of removed things: devices in any number, and one each of the rest at most. */
const removedLines = fc
  .tuple(
    fc.array(fc.oneof(disk, processor, adapter), { minLength: 1, maxLength: 5 }),
    fc.boolean(),
    fc.boolean(),
    fc.boolean(),
  )
  .map(([devices, bios, board, name]): readonly Line[] => [
    ...devices,
    ...(bios
      ? [{ about: "bios", kind: "BIOS", fields: ["HP", "20110505000000.000000+000", "P68", 2, 7] } as const]
      : []),
    ...(board
      ? [{ about: "board.model", kind: "Sys Type", fields: ["ProLiant DL360 G7", "x64-based PC"] } as const]
      : []),
    ...(name ? [{ about: "networkName", kind: "Sys name", fields: ["SRV-1"] } as const] : []),
  ]);

const presentLines = fc
  .tuple(fc.array(fc.oneof(disk, processor, adapter), { maxLength: 4 }), fc.option(count, { nil: undefined }))
  .map(([devices, memory]): readonly Line[] => [
    ...devices,
    ...(memory === undefined ? [] : [{ about: "memoryBytes", kind: "Phis Mem", fields: [memory] } as const]),
  ]);

const license = fc.record({
  file: fc.nat(99).map((number) => `C:/ProgramData/1C/conf/201308211229${String(number).padStart(2, "0")}.lic`),
  removed: removedLines,
  present: presentLines,
});

/** How the same report is written down: line ends, blank lines, letter case, the two spellings, text that means nothing. */
const manner = fc.record({
  newline: fc.constantFrom("\n", "\r\n"),
  between: fc.constantFrom("", "\n", "\n\n"),
  casing: fc.constantFrom(
    (kind: string) => kind,
    (kind: string) => kind.toLowerCase(),
    (kind: string) => kind.replace("Phis Mem", "Phys mem"),
  ),
  bom: fc.boolean(),
  noise: fc.constantFrom(undefined, "FAN_0: 1200", "DISK_0: cut off, 512", "Обратитесь к администратору"),
});

type License = typeof license extends fc.Arbitrary<infer T> ? T : never;
type Manner = typeof manner extends fc.Arbitrary<infer T> ? T : never;

function written(licenses: readonly License[], { newline, between, casing, bom, noise }: Manner): string {
  const list = (lines: readonly Line[]) =>
    lines.map(({ kind, fields }, at) => `${casing(kind)}_${at}: ${fields.join(", ")}${between}`);
  const lines = licenses.flatMap(({ file, removed, present }) => [
    `Ошибка программного лицензирования. Ошибка привязки программной лицензии к компьютеру: file://${file}`,
    "После получения лицензии удалены:",
    ...list(removed),
    ...(noise === undefined ? [] : [noise]),
    "В текущей конфигурации компьютера имеются:",
    ...list(present),
  ]);
  return `${bom ? "\uFEFF" : ""}${["по причине:", ...lines].join("\n").replaceAll("\n", newline)}`;
}

/** The rules on formats of the platform, and on where it looks. */
export const platformRules: readonly Rule[] = [
  ...directoryRules,
  ...nethaspRules,
  ...messageRules,
  rule(
    {
      id: "FP-22",
      statement:
        "The platform's report of a binding failure is read into removed and present devices of each license, and explained: which parameter broke, and the nearest present device. What cannot be read is said.",
      source: "field reports",
    },
    {
      cases: fc.tuple(fc.array(license, { minLength: 1, maxLength: 3 }), manner),
      async holds(subject, [licenses, how]) {
        const report = await subject.parseBindingReport(written(licenses, how));
        ensure(report.ok, `the report is read: ${JSON.stringify(report)}`);
        ensureEqual(
          report.value.licenses.map(({ file }) => file),
          licenses.map(({ file }) => file),
          "license files",
        );
        const noise = how.noise === undefined ? [] : licenses.map(() => how.noise);
        ensureEqual(
          report.value.unread.map(({ text }) => text),
          noise,
          "lines that could not be read",
        );
        for (const [at, { removed, present }] of licenses.entries()) {
          const read = report.value.licenses[at];
          ensureEqual(
            values(read?.removed),
            removed.map(({ fields }) => fields),
            "removed, field by field",
          );
          ensureEqual(
            values(read?.present),
            present.map(({ fields }) => fields),
            "present, field by field",
          );
          const findings = await subject.explainBindingReport({ ...report.value, licenses: read ? [read] : [] });
          for (const list of ["disks", "processors", "networkAdapters"] as const) {
            const gone = removed.filter(({ about }) => about === list).length;
            const there = present.filter(({ about }) => about === list).length;
            const kinds = findings.filter(({ parameter }) => parameter === list).map(({ kind }) => kind);
            ensureEqual(
              kinds,
              [...kinds.slice(0, gone), ...Array.from({ length: Math.max(0, there - gone) }, () => "added")],
              `${list}: first what is gone, then what came`,
            );
            ensureEqual(kinds.filter((kind) => kind === "replaced").length, Math.min(gone, there), `${list} replaced`);
          }
          const board = findings.find(({ parameter }) => parameter === "board.model");
          const named = removed.find(({ about }) => about === "board.model")?.fields[0];
          ensureEqual(board?.reference, named, "the board that the license was made for");
          const memory = findings.find(({ parameter }) => parameter === "memoryBytes");
          const bytes = present.find(({ about }) => about === "memoryBytes")?.fields[0];
          ensureEqual(
            memory && [memory.observed, memory.effect],
            bytes === undefined ? undefined : [bytes, "tolerated"],
            "RAM grew",
          );
          ensureEqual(
            read?.removed.map(({ index }) => index),
            removed.map((_, at) => at),
            "numbers behind the kinds",
          );
          const breaking = new Set(
            findings.filter(({ effect }) => effect === "breaking").map(({ parameter }) => parameter),
          );
          const expected = removed.flatMap(({ about }) => (about === "bios" ? ["bios.type", "bios.version"] : [about]));
          ensureEqual([...breaking].sort(), [...new Set(expected)].sort(), "parameters that broke");
        }
        const everything = await subject.explainBindingReport(report.value);
        const each = await Promise.all(
          report.value.licenses.map(async (one) => subject.explainBindingReport({ ...report.value, licenses: [one] })),
        );
        ensureEqual(everything, each.flat(), "several licenses, one after the other");
        const lost = await subject.parseBindingReport(
          "После получения лицензии удалены:\nPhys mem_0: 2048\nВ текущей конфигурации компьютера имеются:\nPhis Mem_0: 1024",
        );
        ensure(lost.ok, "a report without a license file is read");
        ensureEqual(
          await subject.explainBindingReport(lost.value),
          [
            {
              parameter: "memoryBytes",
              rule: "FP-05",
              effect: "breaking",
              kind: "decreased",
              reference: 2048,
              observed: 1024,
            },
          ],
          "RAM shrank",
        );
        const nearest = await subject.parseBindingReport(
          written([{ file: "C:/a.lic", removed: nearMiss.slice(0, 1), present: nearMiss.slice(1) }], how),
        );
        ensure(nearest.ok, "the second report is read");
        const [first] = await subject.explainBindingReport(nearest.value);
        const observed = first?.observed as { readonly sizeBytes?: number } | undefined;
        ensureEqual(observed?.sizeBytes, 2, "the nearest present disk differs in its size only");
      },
    },
  ),
];

const nearMiss: readonly Line[] = [
  { about: "disks", kind: "DISK", fields: ["HP LOGICAL VOLUME", "SCSI\\1", 512, 32, 1, 255, 1, 1, 1] },
  { about: "disks", kind: "DISK", fields: ["VMware Virtual disk", "SCSI\\2", 512, 63, 9, 255, 9, 9, 9] },
  { about: "disks", kind: "DISK", fields: ["HP LOGICAL VOLUME", "SCSI\\1", 512, 32, 1, 255, 1, 1, 2] },
];

function values(entries: readonly { readonly fields: object }[] | undefined): readonly unknown[] {
  return (entries ?? []).map(({ fields }) => Object.values(fields).map(asWritten));
}

/** Revisions and the like stay text when they are read. */
function asWritten(value: unknown): unknown {
  return typeof value === "string" && /^\d+$/.test(value) && value.length < 6 ? Number(value) : value;
}
