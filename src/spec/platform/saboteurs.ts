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
