import * as platform from "../../platform/index.js";
import type { Saboteur } from "../saboteur.js";

/** For each rule on formats of the platform a mistake that somebody could make. */
export const platformSaboteurs: readonly Saboteur[] = [
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
