import { handle } from "licit";
import { compare, digestOf, type Comparison, type KeyParameters } from "licit/fingerprint";
import {
  adviseSet,
  formatPin,
  kits,
  parsePin,
  pinKit,
  pinReport,
  type PinKitCommand,
  type PinKitError,
  type PinKitState,
  type PinRow,
  type SetAdvice,
} from "licit/pins";
import { officePc } from "./office-pc.js";

/** One thing that was asked of the kit, and what came of it. */
export interface KitStep {
  readonly title: string;
  readonly command: PinKitCommand["type"];
  /** Why it was refused, where it was. */
  readonly refused?: PinKitError;
}

/** The life of a kit: what was done, and what is left. */
export interface KitTour {
  readonly kit: string;
  /** Which of two sets to take, asked before anything is spent. */
  readonly advice: SetAdvice;
  /** What the comparison said when the hardware changed: why the current PIN no longer does. */
  readonly change: Comparison;
  readonly steps: readonly KitStep[];
  readonly report: readonly PinRow[];
  readonly broken: readonly string[];
}

const kit = "8050525679";

/** The PINs as they are printed in the envelope. */
const [main, spare, last, fourth] = [
  "381 505 376 410 122",
  "996 007 681 344 799",
  "412 000 118 270 017",
  "550 813 224 906 331",
].map(typed) as [string, string, string, string]; // as many as were given

const day = 86_400_000;
const start = 1_763_769_600_000;

/** A license of one workstation, from the envelope to the letter that asks for a fourth PIN. */
export function kitTour(): KitTour {
  const changed: KeyParameters = { ...officePc, networkName: "BUH-31-NEW" };
  const again: KeyParameters = { ...changed, memoryBytes: 2_147_483_648 };
  const opening = { kit, definition: kits["client-1"], pins: { "single-user": [main, spare, last] } };
  const request = {
    kit,
    company: "OOO Romashka",
    reason: "the computer was renamed again",
    requestFile: "not-asked",
  } as const;
  const ask = { pin: last, ...request, violations: [], newPin: fourth };
  const computer = "BUH-31";
  const plans: readonly (readonly [title: string, expected: string, command: PinKitCommand])[] = [
    ["the envelope is opened", "ok", { type: "open", data: { ...opening, at: start } }],
    [
      "the license is acquired with the first PIN",
      "ok",
      { type: "acquire", data: { pin: main, reference: digestOf(officePc), computer, at: start } },
    ],
    [
      "the license file is lost; the computer is as it was",
      "ok",
      { type: "recover", data: { parameters: "unchanged", pin: main, at: start + day } },
    ],
    [
      "the computer is renamed; the customer offers the current PIN once more",
      "pins/spare-is-current",
      { type: "recover", data: { ...moved(main, main, changed), at: start + 2 * day } },
    ],
    [
      "recovered with a spare PIN",
      "ok",
      { type: "recover", data: { ...moved(main, spare, changed), computer, at: start + 2 * day } },
    ],
    [
      "somebody registers with the first PIN",
      "pins/superseded",
      { type: "acquire", data: { pin: main, reference: "another computer", at: start + 3 * day } },
    ],
    [
      "an additional PIN is asked for, though one is left",
      "pins/unused-pin-left",
      { type: "issueAdditional", data: { ...ask, pin: spare, at: start + 4 * day } },
    ],
    [
      "memory is taken out: the last spare PIN",
      "ok",
      { type: "recover", data: { ...moved(spare, last, again), computer, at: start + 5 * day } },
    ],
    [
      "an additional PIN is asked for, and granted",
      "ok",
      { type: "issueAdditional", data: { ...ask, at: start + 6 * day } },
    ],
    [
      "the operator notes who asked",
      "ok",
      { type: "note", data: { pin: fourth, note: "asked for by Olga", at: start + 6 * day } },
    ],
  ];
  let state: PinKitState = pinKit.initialState();
  const steps: KitStep[] = [];
  const broken: string[] = [];
  for (const [title, expected, command] of plans) {
    const { decision, state: next } = handle(pinKit, command, state);
    state = next;
    steps.push({ title, command: command.type, ...(decision.ok ? {} : { refused: decision.error }) });
    const outcome = decision.ok ? "ok" : decision.error.code;
    if (outcome !== expected) broken.push(`${title}: ${outcome}, not ${expected}`);
  }
  const change = compare(officePc, changed);
  if (change.outcome !== "changed") broken.push(`a renamed computer is ${change.outcome}`);
  return {
    kit,
    advice: adviseSet(kits["client-5"], "terminal-server"),
    change,
    steps,
    report: pinReport(state),
    broken,
  };
}

function moved(pin: string, sparePin: string, now: KeyParameters) {
  return { parameters: "changed", pin, sparePin, reference: digestOf(now) } as const;
}

/** A PIN as somebody typed it from the document. */
function typed(text: string): string {
  const parsed = parsePin(text);
  if (!parsed.ok || formatPin(parsed.value) !== text) throw new Error(`the tour's own PIN ${text} is refused`);
  return parsed.value;
}
