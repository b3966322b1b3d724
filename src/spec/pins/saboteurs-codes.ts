import { licenseTypes, parseKitNumber, parsePin, sharedPins, adviseSet, pinKit } from "../../pins/index.js";
import type { Saboteur } from "../saboteur.js";
import { deciding, opening, other } from "./sabotage.js";

/** For each rule on what is typed in and what a kit is, a mistake that somebody could make. */
export const codeSaboteurs: readonly Saboteur[] = [
  {
    rule: "PN-01",
    mistake: "A PIN is typed on a keyboard: only blanks and hyphens stand between its digits.",
    alsoBreaks: ["PN-02"],
    subject: other({
      parsePin(text, edition) {
        const at = text.search(/[^0-9 -]/);
        if (at < 0) return parsePin(text, edition);
        return { ok: false, error: { code: "pins/not-a-digit", at, character: text.charAt(at) } };
      },
    }),
  },
  {
    rule: "PN-02",
    mistake: "Sixteen digits are one too many, whatever they are of.",
    alsoBreaks: [],
    subject: other({
      parsePin(text, edition) {
        const parsed = parsePin(text, edition);
        if (parsed.ok || parsed.error.code !== "pins/other-edition" || edition === "basic") return parsed;
        return { ok: false, error: { code: "pins/wrong-digit-count", digits: 16, expected: 15 } };
      },
    }),
  },
  {
    rule: "PN-03",
    mistake: "A kit number has 9 to 12 characters, so G0 counts among them.",
    alsoBreaks: [],
    subject: other({ parseKitNumber: (text) => parseKitNumber(text.replace("G0", "60")) }),
  },
  {
    rule: "PN-18",
    mistake: "The kit is the larger thing, so its number comes first.",
    alsoBreaks: [],
    subject: other({ licenseName: (pin, kit) => `${kit}-${pin}` }),
  },
  {
    rule: "PN-04",
    mistake: "One fault is reason enough to refuse a kit; the others come up when it is mended.",
    alsoBreaks: [],
    subject: deciding((command, state) => {
      const decision = pinKit.decide(command, state);
      if (decision.ok || decision.error.code !== "pins/contradictory-kit") return decision;
      return { ok: false, error: { ...decision.error, faults: decision.error.faults.slice(0, 1) } };
    }),
  },
  {
    rule: "PN-05",
    mistake: "A kit has one main PIN a license; the others are for recovery.",
    alsoBreaks: ["PN-22"],
    subject: deciding((command, state) => {
      const decision = pinKit.decide(command, state);
      if (command.type !== "acquire" || !decision.ok || state.status !== "open") return decision;
      const { pin } = command.data;
      const record = state.pages.flat().find((one) => one.pin === pin);
      const main = record !== undefined && record.place % 3 === 1;
      return main ? decision : { ok: false, error: { code: "pins/not-activated", pin, instead: "check-the-pin" } };
    }),
  },
  {
    rule: "PN-22",
    mistake: "A license that was revoked for cause leaves no room for another.",
    alsoBreaks: ["PN-08", "PN-14"],
    subject: opening((definition) => ({ ...definition, cancelledPlaces: "kept" })),
  },
  {
    rule: "PN-24",
    mistake: "A limit is reached when it is exceeded.",
    alsoBreaks: [],
    subject: opening((definition) => {
      const { perPin, perKit } = definition.recoveries ?? {};
      if (perPin === undefined && perKit === undefined) return definition;
      const more = (limit: number | undefined) => (limit === undefined ? undefined : limit + 1);
      return { ...definition, recoveries: { perPin: more(perPin), perKit: more(perKit) } };
    }),
  },
  {
    rule: "PN-25",
    mistake: "A terminal server's users sit at workstations, so they take single-user licenses.",
    alsoBreaks: [],
    subject: other({
      adviseSet: (kit, placement) => adviseSet(kit, placement === "terminal-server" ? "workstation" : placement),
    }),
  },
  {
    rule: "PN-26",
    mistake: "A server's PIN and a client's are of different kinds, and cannot be the same.",
    alsoBreaks: [],
    subject: other({
      sharedPins: (register) =>
        licenseTypes.flatMap((set) =>
          sharedPins(register.map(({ kit, pins }) => ({ kit, pins: { [set]: pins[set] } }))),
        ),
    }),
  },
];
