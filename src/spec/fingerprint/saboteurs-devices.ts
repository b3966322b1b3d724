import { compare, deviceLists } from "../../fingerprint/index.js";
import type { Saboteur } from "../saboteur.js";
import { devicesIn, withDevices } from "./edits.js";
import { broken, comparing, seeing } from "./sabotage.js";

/** For each rule on lists of devices, a mistake that somebody could make. */
export const deviceSaboteurs: readonly Saboteur[] = [
  {
    rule: "FP-06",
    mistake: "Lists of devices are sets: one processor satisfies two equal ones.",
    alsoBreaks: ["FP-07", "FP-08", "FP-09", "FP-10", "FP-18", "FP-23"],
    subject: {
      fingerprint: comparing(
        seeing((devices) => [...new Map(devices.map((device) => [JSON.stringify(device), device])).values()]),
      ),
    },
  },
  {
    rule: "FP-07",
    mistake: "A network adapter that was not there at acquisition means another computer.",
    alsoBreaks: ["FP-11", "FP-15", "FP-18", "FP-23", "FP-27"],
    subject: {
      fingerprint: comparing((reference, observed, policy) => {
        const compared = compare(reference, observed, policy);
        const added = compared.findings.find(({ kind }) => kind === "added");
        return added === undefined ? compared : broken(compared, added.parameter, "FP-07");
      }),
    },
  },
  {
    rule: "FP-08",
    mistake: "As long as one device of a list is still there, the others may go.",
    alsoBreaks: ["FP-06", "FP-07", "FP-09", "FP-10", "FP-12", "FP-13", "FP-14", "FP-18", "FP-23", "FP-27"],
    subject: {
      fingerprint: comparing((reference, observed, policy) => {
        const kept = deviceLists.reduce((all, list) => {
          const before = devicesIn(reference, list).map((device) => JSON.stringify(device));
          const still = devicesIn(observed, list).filter((device) => before.includes(JSON.stringify(device)));
          return still.length === 0 ? all : withDevices(all, list, still.slice(0, 1));
        }, reference);
        return compare(kept, observed, policy);
      }),
    },
  },
  {
    rule: "FP-09",
    mistake: "A device is its model: further attributes come and go with the probe.",
    alsoBreaks: ["FP-06", "FP-14", "FP-16", "FP-18", "FP-23", "FP-26", "FP-27"],
    subject: { fingerprint: comparing(seeing((devices) => devices.map(({ model }) => ({ model })))) },
  },
  {
    rule: "FP-12",
    mistake: "Devices are compared place by place: the probe lists them in slot order anyway.",
    alsoBreaks: ["FP-07", "FP-09", "FP-18", "FP-23", "FP-26", "FP-27"],
    subject: {
      fingerprint: comparing((reference, observed, policy) => {
        const compared = compare(reference, observed, policy);
        const moved = deviceLists.find((list) => {
          if ("unreadable" in reference[list] || "unreadable" in observed[list]) return false;
          return devicesIn(reference, list).some(
            (device, at) => JSON.stringify(device) !== JSON.stringify(devicesIn(observed, list)[at] ?? device),
          );
        });
        return moved === undefined || compared.outcome !== "same" ? compared : broken(compared, moved, "FP-08");
      }),
    },
  },
  {
    rule: "FP-14",
    mistake: "The first difference found is answer enough.",
    alsoBreaks: ["FP-15", "FP-23"],
    subject: {
      fingerprint: comparing((reference, observed, policy) => {
        const { outcome, findings } = compare(reference, observed, policy);
        const first =
          findings.find(({ effect }) => effect === "breaking") ?? findings.find(({ effect }) => effect === "unread");
        return { outcome, findings: first === undefined ? findings : [first] };
      }),
    },
  },
];
