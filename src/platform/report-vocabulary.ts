/** A kind of line in a binding report: how it is named (lower case, before `_0`), and its fields in order. */
export interface ReportKind {
  readonly kind: "disk" | "processor" | "networkAdapter" | "bios" | "board" | "memory" | "name";
  readonly names: readonly string[];
  /** `model` stands for the field that a person recognizes the thing by; only it may hold commas. */
  readonly fields: readonly string[];
}

/** The words of a report in some language: phrases that a line contains, in any letter case. */
export interface ReportVocabulary {
  /** Names the license file that does not bind. */
  readonly license: readonly string[];
  /** Heads the list of what was removed since the license was acquired. */
  readonly removed: readonly string[];
  /** Heads the list of what is present now. */
  readonly present: readonly string[];
  /** Stands around reports and says nothing about the computer. */
  readonly around: readonly string[];
  readonly kinds: readonly ReportKind[];
}

/**
 * The kinds of lines that are known. Their names are the same in every language.
 *
 * @source reports as the platform printed them
 */
export const reportKinds: readonly ReportKind[] = [
  {
    kind: "disk",
    names: ["disk"],
    fields: [
      "model",
      "deviceId",
      "bytesPerSector",
      "sectorsPerTrack",
      "cylinders",
      "heads",
      "tracks",
      "sectors",
      "sizeBytes",
    ],
  },
  {
    kind: "processor",
    names: ["cpu"],
    fields: ["id", "model", "addressWidth", "dataWidth", "cacheKiB", "clockMHz", "processorId", "revision", "socket"],
  },
  { kind: "networkAdapter", names: ["net"], fields: ["model", "mac"] },
  { kind: "bios", names: ["bios"], fields: ["model", "date", "version", "smbiosMajor", "smbiosMinor"] },
  { kind: "board", names: ["sys type"], fields: ["model", "type"] },
  { kind: "name", names: ["sys name"], fields: ["model"] },
  // The platform itself misspells this one.
  { kind: "memory", names: ["phis mem", "phys mem"], fields: ["sizeBytes"] },
];

/**
 * The platform's reports as they are seen, in Russian. Another language is another value of this shape.
 *
 * @source tests/vectors/binding-report-server-ru.txt
 */
export const platformReport: ReportVocabulary = {
  license: ["Ошибка привязки программной лицензии к компьютеру"],
  removed: ["После получения лицензии удалены"],
  present: ["В текущей конфигурации компьютера имеются"],
  around: ["не найдена лицензия", "по причине:"],
  kinds: reportKinds,
};
