import * as licit from "../../diagnosis/index.js";
import {
  diagnose,
  remedyFor,
  type Cause,
  type Observations,
  type Remedy,
  type Situation,
} from "../../diagnosis/index.js";
import { spareLeft } from "../../pins/index.js";
import type { Saboteur } from "../saboteur.js";
import type { Subject } from "../subject.js";
import { gradeOf } from "./laws.js";

/** For each rule of the diagnosis mistakes that somebody could make. */
export const diagnosisSaboteurs: readonly Saboteur[] = [
  {
    rule: "DG-01",
    mistake: "What costs nothing to try comes first, however unlikely it is.",
    alsoBreaks: ["DG-02"],
    subject: telling((causes) => [...causes].sort((a, b) => cost(a.remedy) - cost(b.remedy))),
  },
  {
    rule: "DG-01",
    mistake: "A license that works shows that the message over the other one is out of date.",
    alsoBreaks: ["DG-02"],
    subject: hearing((observed) => {
      const works = observed.licenses?.some(({ verdict }) => verdict.outcome === "valid") === true;
      const messages = observed.messages?.messages.filter(({ code }) => code !== "binding-broken") ?? [];
      return works ? { ...observed, messages: { messages, unknown: [] } } : observed;
    }),
  },
  {
    rule: "DG-01",
    mistake: "A cause is something for which something speaks.",
    alsoBreaks: ["DG-05"],
    subject: telling((causes) => causes.filter(({ evidence }) => evidence.length > 0)),
  },
  {
    rule: "DG-01",
    mistake: "Among causes of equal cost, the one with more evidence comes first.",
    alsoBreaks: [],
    subject: telling((causes) =>
      [...causes].sort(
        (a, b) =>
          gradeOf([a], a.code) - gradeOf([b], b.code) ||
          cost(a.remedy) - cost(b.remedy) ||
          b.evidence.length - a.evidence.length,
      ),
    ),
  },
  {
    rule: "DG-02",
    mistake: "Nobody has version 8.2 any more.",
    alsoBreaks: [],
    subject: hearing((observed) => ({
      ...observed,
      ...(observed.elsewhere && { elsewhere: observed.elsewhere.filter(({ directory }) => !/1cv82/i.test(directory)) }),
    })),
  },
  {
    rule: "DG-02",
    mistake: "Seats are anonymous: who holds them is nobody's business.",
    alsoBreaks: [],
    subject: telling((causes) => causes.map((cause) => (cause.heldBy ? { ...cause, heldBy: [] } : cause))),
  },
  {
    rule: "DG-05",
    mistake: "No license is no license: then somebody else has it.",
    alsoBreaks: ["DG-02"],
    subject: hearing((observed) => {
      const { denial, messages } = observed;
      if (denial?.code === "allocation/not-found" && denial.trail.some(({ found }) => found.length > 0))
        return { ...observed, denial: { ...denial, code: "allocation/none-free" } };
      const all = messages?.messages.map((one) =>
        one.code === "not-found" ? { ...one, code: "none-free" as const } : one,
      );
      return messages === undefined ? observed : { ...observed, messages: { ...messages, messages: all ?? [] } };
    }),
  },
  {
    rule: "DG-06",
    mistake: "Where the platform says that the binding broke, a spare PIN certainly helps.",
    alsoBreaks: [],
    subject: telling((causes) =>
      causes.map((cause) =>
        cause.code === "diagnosis/parameters-changed" && cause.remedy.action === "read-again"
          ? { ...cause, remedy: { action: "spare-pin" }, each: [] }
          : cause,
      ),
    ),
  },
  {
    rule: "DG-06",
    mistake: "A firewall is switched off, not configured.",
    alsoBreaks: ["DG-02"],
    subject: telling((causes) =>
      causes.map((cause) =>
        cause.remedy.action === "open-ports" ? { ...cause, remedy: { action: "open-ports", ports: [] } } : cause,
      ),
    ),
  },
  {
    rule: "DG-06",
    mistake: "Whoever has several broken licenses begins with the first.",
    alsoBreaks: [],
    subject: telling((causes) =>
      causes.map((cause) => (cause.each === undefined ? cause : { ...cause, each: cause.each.slice(0, 1) })),
    ),
  },
  {
    rule: "DG-07",
    mistake: "What failed in the licensing center has to be settled first.",
    alsoBreaks: [],
    subject: telling((causes) => {
      const failed = causes.find(({ code }) => code === "diagnosis/registration-failed");
      if (failed === undefined) return causes;
      return causes.map((cause) => (cause === failed ? withoutInterval(cause) : cause));
    }),
  },
  {
    rule: "PN-19",
    mistake: "A spare PIN always works.",
    alsoBreaks: [],
    subject: other({
      remedyFor: (situation) => {
        const remedy = remedyFor(situation);
        return remedy.action === "same-pin" ? spared(situation, remedy) : remedy;
      },
    }),
  },
  {
    rule: "PN-19",
    mistake: "The first spare PIN is what the customer wants to know, not how many there are.",
    alsoBreaks: [],
    subject: other({
      remedyFor: (situation) => {
        const remedy = remedyFor(situation);
        return remedy.action === "spare-pin" ? { ...remedy, left: 1 } : remedy;
      },
    }),
  },
  {
    rule: "PN-19",
    mistake: "What cannot be read has changed.",
    alsoBreaks: [],
    subject: other({
      remedyFor: (situation) =>
        remedyFor({ ...situation, outcome: situation.outcome === "undetermined" ? "changed" : situation.outcome }),
    }),
  },
];

function other(functions: Partial<NonNullable<Subject["diagnosis"]>>): Subject {
  return { diagnosis: { ...licit, ...functions } };
}

function telling(how: (causes: readonly Cause[]) => readonly Cause[]): Subject {
  return other({ diagnose: (observed) => how(diagnose(observed)) });
}

function hearing(how: (observed: Observations) => Observations): Subject {
  return other({ diagnose: (observed) => diagnose(how(observed)) });
}

function cost(remedy: Remedy): number {
  return licit.remedyCosts.indexOf(licit.costOf(remedy));
}

function withoutInterval({ everyMinutes: _, ...cause }: Cause): Cause {
  return cause;
}

function spared({ kit, pin }: Situation, remedy: Remedy): Remedy {
  const spare = spareLeft(kit, pin);
  return spare?.instead === "use-an-unused-pin" ? { action: "spare-pin", pin, first: spare.unused } : remedy;
}
