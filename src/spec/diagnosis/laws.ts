import type { Cause, Observations, Remedy, RemedyCost } from "../../diagnosis/index.js";
import { ensure, ensureEqual } from "../rule.js";

/** What each action takes, once more, as the rule lists it: the specification does not ask the implementation. @rule DG-06 */
const takes: { readonly [C in RemedyCost]: readonly Remedy["action"][] } = {
  nothing: ["nothing", "read-again", "superseded"],
  attach: ["attach-dongle", "move-dongle"],
  "move-file": ["put-file-back", "move-file", "keep-one-file"],
  setting: [
    "change-setting",
    "correct-nethasp-ini",
    "start-dongle-manager",
    "open-ports",
    "grant-access",
    "set-clock",
    "release-seats",
    "correct-owner",
    "check-pin",
    "use-other-wizard",
    "return-to-edition",
    "use-another-channel",
    "load-own-response",
    "open-kit",
  ],
  "same-pin": ["same-pin"],
  "spare-pin": ["spare-pin", "acquire-license", "use-chosen-set"],
  letter: ["request-additional-pin", "ask-center"],
  purchase: ["purchase"],
};

/** The place of a remedy among the costs; -1 where there is no such action. */
export function costPlace({ action }: Remedy): number {
  return Object.values(takes).findIndex((actions) => actions.includes(action));
}

/** Every remedy that a cause names. */
export function remediesOf({ remedy, each = [] }: Cause): readonly Remedy[] {
  return [remedy, ...each.map((own) => own.remedy)];
}

const grades = ["certain", "partial", "none"] as const;

/** How sure a cause is; behind `none` where it is not listed at all. */
export function gradeOf(causes: readonly Cause[], code: Cause["code"]): number {
  const cause = causes.find((one) => one.code === code);
  return cause === undefined ? grades.length : grades.indexOf(cause.certainty);
}

/** Whether one cause stands before another. */
export function isBefore(a: Cause, b: Cause): boolean {
  const [grade, cost] = [gradeOf([a], a.code) - gradeOf([b], b.code), costPlace(a.remedy) - costPlace(b.remedy)];
  // Codes are ASCII, of which every order of texts is that of code points.
  return grade !== 0 ? grade < 0 : cost !== 0 ? cost < 0 : a.code < b.code;
}

/** The cause of a code, which must be listed. */
export function listed(causes: readonly Cause[], code: Cause["code"]): Cause {
  const cause = causes.find((one) => one.code === code);
  ensure(cause !== undefined, `${code} is listed`);
  return cause;
}

/** The observations, in their order: once more, as the documentation of a cause's evidence refers to it. */
const order: readonly (keyof Observations)[] = [
  "system",
  "visible",
  "licenses",
  "elsewhere",
  "dongles",
  "settings",
  "ports",
  "denial",
  "holders",
  "seats",
  "messages",
  "nethasp",
  "kits",
  "owner",
  "refusal",
  "center",
  "edition",
  "wizard",
  "typedPin",
];

/** Its evidence is of what was observed, in that order; what it asks for was not. The remedy is the costliest that is needed. */
export function ensureSound({ code, evidence, ask, remedy, each = [] }: Cause, observed: Observations): void {
  const given = order.filter((name) => observed[name] !== undefined);
  const places = evidence.map(({ from }) => given.indexOf(from));
  ensure(!places.includes(-1), `${code}: its evidence was observed`);
  const sorted = [...places].sort((a, b) => a - b);
  ensureEqual(places, sorted, `${code}: evidence in the order of the observations`);
  for (const name of ask) ensure(!given.includes(name), `${code} asks for ${name}, which was given`);
  if (each.length === 0) return;
  const needed = each.map((own) => costPlace(own.remedy));
  ensureEqual(costPlace(remedy), Math.max(...needed), `${code}: what it takes until all is done`);
}

/** The observations with every list the other way round. */
export function reversed(of: Observations): Observations {
  const back = <T>(list: readonly T[] | undefined): readonly T[] | undefined => list && [...list].reverse();
  return {
    ...of,
    licenses: back(of.licenses),
    elsewhere: back(of.elsewhere),
    ports: back(of.ports),
    nethasp: back(of.nethasp),
    dongles: of.dongles && { ...of.dongles, seen: back(of.dongles.seen) },
    messages: of.messages && { ...of.messages, messages: [...of.messages.messages].reverse() },
  };
}
