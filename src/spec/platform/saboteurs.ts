import * as platform from "../../platform/index.js";
import type { Saboteur } from "../saboteur.js";

/** For each rule of the platform a mistake that somebody could make. */
export const platformSaboteurs: readonly Saboteur[] = [
  {
    rule: "LC-06",
    mistake: "What is for everyone comes first.",
    alsoBreaks: [],
    subject: {
      platform: {
        ...platform,
        licenseDirectories(system) {
          const all = platform.licenseDirectories(system);
          const shared = all.filter(({ serves }) => serves === "everyone");
          return [...shared, ...all.filter(({ serves }) => serves !== "everyone")];
        },
      },
    },
  },
  {
    rule: "DG-03",
    mistake: "A program wants its keys, not what people wrote beside them.",
    alsoBreaks: [],
    subject: {
      platform: {
        ...platform,
        parseNethaspIni(input) {
          const read = platform.parseNethaspIni(input);
          if (!read.ok) return read;
          return {
            ok: true,
            value: { ...read.value, lines: read.value.lines.filter(({ kind }) => kind !== "comment") },
          };
        },
      },
    },
  },
  {
    rule: "DG-03",
    mistake: "It is a Windows file: lines end as they do there.",
    alsoBreaks: [],
    subject: {
      platform: {
        ...platform,
        repairNethaspIni(ini, known) {
          const repair = platform.repairNethaspIni(ini, known);
          const lines = repair.ini.lines.map((line) => (line.end === "" ? line : ({ ...line, end: "\r\n" } as const)));
          return { ...repair, ini: { ...repair.ini, lines } };
        },
      },
    },
  },
  {
    rule: "DG-03",
    mistake: "An address is one address: a list of them is none.",
    alsoBreaks: [],
    subject: {
      platform: {
        ...platform,
        checkNethaspIni(ini) {
          const findings = platform.checkNethaspIni(ini);
          const at = ini.lines.findIndex((line) => line.kind === "setting" && /^NH_SERVER_ADDR$/i.test(line.key));
          const line = ini.lines[at];
          if (line?.kind !== "setting" || !line.value.includes(",")) return findings;
          return [...findings, { code: "nethasp/bad-address", severity: "fault", line: at + 1, address: line.value }];
        },
      },
    },
  },
  {
    rule: "DG-03",
    mistake: "Whoever repairs the file knows what to write into it.",
    alsoBreaks: [],
    subject: {
      platform: {
        ...platform,
        repairNethaspIni(ini, known = {}) {
          const [manager] = known.managers ?? [];
          if (manager === undefined) return platform.repairNethaspIni(ini, known);
          const repair = platform.repairNethaspIni(ini);
          const lines = repair.ini.lines.map((line) =>
            line.kind === "setting" && /^NH_SERVER_ADDR$/i.test(line.key) ? { ...line, value: manager.address } : line,
          );
          return { ...repair, ini: { ...repair.ini, lines } };
        },
      },
    },
  },
  {
    rule: "DG-04",
    mistake: "The platform is Russian, and so are its messages.",
    alsoBreaks: [],
    subject: {
      platform: {
        ...platform,
        recognizeMessage: (text) =>
          platform.recognizeMessage(text, {
            ...platform.platformMessages,
            phrases: platform.platformMessages.phrases.filter((phrase) => /^[А-Яа-я]/.test(phrase.text)),
          }),
      },
    },
  },
  {
    rule: "DG-04",
    mistake: "Nobody asks for lines that nobody understands.",
    alsoBreaks: [],
    subject: {
      platform: {
        ...platform,
        recognizeMessage(text) {
          const read = platform.recognizeMessage(text);
          return read.ok ? { ok: true, value: { ...read.value, unknown: [] } } : read;
        },
      },
    },
  },
  {
    rule: "DG-04",
    mistake: "Not found is not found, whoever looked.",
    alsoBreaks: [],
    subject: {
      platform: {
        ...platform,
        recognizeMessage: (text) =>
          platform.recognizeMessage(text, {
            ...platform.platformMessages,
            phrases: platform.platformMessages.phrases.filter(({ searched }) => searched === undefined),
          }),
      },
    },
  },
  {
    rule: "FP-22",
    mistake: "A report is of one license: what follows belongs to it.",
    alsoBreaks: [],
    subject: {
      platform: {
        ...platform,
        parseBindingReport(text) {
          const read = platform.parseBindingReport(text);
          if (!read.ok) return read;
          const [first] = read.value.licenses;
          const removed = read.value.licenses.flatMap((license) => license.removed);
          const present = read.value.licenses.flatMap((license) => license.present);
          return { ok: true, value: { ...read.value, licenses: [{ ...first, removed, present }] } };
        },
      },
    },
  },
];
