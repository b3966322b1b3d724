import { compare, isPlaceholder, type KeyParameters } from "../../fingerprint/index.js";
import type { Saboteur } from "../saboteur.js";
import { devicesIn, withScalar } from "./edits.js";
import { broken, comparing, type Compare } from "./sabotage.js";

/** For each rule on parameters of one value, a mistake that somebody could make. */
export const valueSaboteurs: readonly Saboteur[] = [
  {
    rule: "FP-01",
    mistake: "The whole record is compared: whatever the probe reports is a parameter.",
    alsoBreaks: ["FP-23"],
    subject: {
      fingerprint: comparing((reference, observed, policy) => {
        const names = (of: object) => Object.keys(of).sort().join();
        const compared = compare(reference, observed, policy);
        return names(observed) === names(reference) ? compared : broken(compared, "os.name", "FP-02");
      }),
    },
  },
  {
    rule: "FP-02",
    mistake: "A BIOS update is routine, so the BIOS version is left out.",
    alsoBreaks: ["FP-10", "FP-15", "FP-18", "FP-23", "FP-26", "FP-27"],
    subject: {
      fingerprint: comparing((reference, observed, policy) =>
        compare(reference, withScalar(observed, "bios.version", reference.bios.version), policy),
      ),
    },
  },
  {
    rule: "FP-03",
    mistake: "A Windows version is a text like any other, so an update breaks the license.",
    alsoBreaks: ["FP-14", "FP-18", "FP-23", "FP-24", "FP-26"],
    subject: {
      fingerprint: comparing((reference, observed, policy) => {
        const compared = compare(reference, observed, policy);
        const [before, after] = [reference.os.version, observed.os.version];
        const windows = reference.os.family === "windows" && observed.os.family === "windows";
        if (!windows || typeof before !== "string" || typeof after !== "string" || before === after) return compared;
        return broken(compared, "os.version", "FP-03");
      }),
    },
  },
  {
    rule: "FP-04",
    mistake: "Linux has a machine id too, so the serial number counts everywhere.",
    alsoBreaks: ["FP-14", "FP-18", "FP-23", "FP-24", "FP-26"],
    subject: {
      fingerprint: comparing((reference, observed, policy) => {
        const compared = compare(reference, observed, policy);
        const [before, after] = [reference.os.serialNumber, observed.os.serialNumber];
        if (typeof before !== "string" || typeof after !== "string" || before === after) return compared;
        return compared.outcome === "changed" ? compared : broken(compared, "os.serialNumber", "FP-04");
      }),
    },
  },
  {
    rule: "FP-05",
    mistake: "RAM must be what it was: more of it is another computer, too.",
    alsoBreaks: ["FP-11", "FP-14", "FP-23"],
    subject: {
      fingerprint: comparing((reference, observed, policy) => {
        const compared = compare(reference, observed, policy);
        const more = compared.findings.some(({ kind }) => kind === "increased");
        return more ? broken(compared, "memoryBytes", "FP-05") : compared;
      }),
    },
  },
  {
    rule: "FP-26",
    mistake: "A MAC is a text: two spellings are two adapters.",
    alsoBreaks: ["FP-23"],
    subject: {
      fingerprint: comparing((reference, observed, policy) => {
        const compared = compare(reference, observed, policy);
        const written = (of: KeyParameters) => devicesIn(of, "networkAdapters").map(({ mac }) => String(mac));
        const plain = (mac: string) => mac.replace(/[^0-9a-f]/gi, "").toLowerCase();
        const respelled = written(observed).some(
          (mac) => !written(reference).includes(mac) && written(reference).map(plain).includes(plain(mac)),
        );
        return compared.outcome === "same" && respelled ? broken(compared, "networkAdapters", "FP-26") : compared;
      }),
    },
  },
  {
    rule: "FP-27",
    mistake: "What the firmware says is what the board is called.",
    alsoBreaks: ["FP-23"],
    subject: { fingerprint: comparing(believing()) },
  },
];

/** Takes placeholders for values. */
function believing(): Compare {
  const believed = (of: KeyParameters): KeyParameters => {
    const { model } = of.board;
    const isBlank = typeof model === "string" && isPlaceholder(model);
    return isBlank ? withScalar(of, "board.model", `the board called ${JSON.stringify(model)}`) : of;
  };
  return (reference, observed, policy) => compare(believed(reference), believed(observed), policy);
}
