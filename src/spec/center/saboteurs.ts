import { lostDataOf, operatorView, parseLetter, type CenterState, type RegisteredKit } from "../../center/index.js";
import { sameOwner } from "../../owner/index.js";
import type { Saboteur } from "../saboteur.js";
import { pinNumber } from "../pins/kits.js";
import { answering, deciding, other, reading, withPolicies } from "./sabotage.js";

/** For each rule on the licensing center, a mistake that somebody could make. */
export const centerSaboteurs: readonly Saboteur[] = [
  {
    rule: "CE-01",
    mistake: "A kit has one owner: whoever registers under another name has stolen the PIN.",
    alsoBreaks: ["CE-07", "CE-10", "CE-12"],
    subject: deciding((command, state, decide) => {
      if (command.type !== "request-license" || command.data.by === "phone" || state.status !== "registered")
        return decide(command);
      const { operation, owner } = command.data.request;
      const known = state.licenses.flat()[0]?.owner;
      if (operation !== "first-time" || known?.kept !== "fields" || sameOwner(known.fields, owner))
        return decide(command);
      return { ok: false, error: { code: "center/owner-differs", instead: "correct-the-owner" } };
    }),
  },
  {
    rule: "CE-02",
    mistake: "House numbers are mistyped so often that they are not compared.",
    alsoBreaks: ["CE-07"],
    subject: reading((asked, { owner }) => {
      if (owner.kept !== "fields") return asked;
      const { house: _, ...rest } = asked.request.owner;
      const { house } = owner.fields;
      return { ...asked, request: { ...asked.request, owner: { ...rest, ...(house === undefined ? {} : { house }) } } };
    }),
  },
  {
    rule: "CE-03",
    mistake: "Automatically or by file, it is the same internet: nobody needs to tie them.",
    alsoBreaks: [],
    subject: withPolicies((policies) => ({ ...policies, channels: "lenient" })),
  },
  {
    rule: "CE-05",
    mistake: "Who changed the computer needs another PIN, so he is told to ask for one.",
    alsoBreaks: [],
    subject: answering((answer) => {
      if (answer.answer !== "refused" || answer.refusal.code !== "center/parameters-changed") return answer;
      const { code } = answer.refusal;
      return { ...answer, refusal: { code, instead: "request-an-additional-pin" } };
    }),
  },
  {
    rule: "CE-06",
    mistake: "A customer who offers a spare PIN will know why.",
    alsoBreaks: [],
    subject: withPolicies((policies) => ({ ...policies, protectSparePins: false })),
  },
  {
    rule: "CE-07",
    mistake: "A license is dated when it is signed.",
    alsoBreaks: [],
    subject: answering((answer, command) => {
      if (answer.answer !== "granted" || answer.by === "phone") return answer;
      return { ...answer, toSign: { ...answer.toSign, issuedAt: command.data.at } };
    }),
  },
  {
    rule: "CE-08",
    mistake: "Whoever got all but one field right is the owner: he is told what is stored.",
    alsoBreaks: [],
    subject: answering((answer, _, state) => {
      if (answer.answer !== "refused" || answer.refusal.code !== "center/owner-differs") return answer;
      const license = state.status === "registered" ? state.licenses.flat()[0] : undefined;
      return { ...answer, refusal: Object.assign({}, answer.refusal, { stored: license?.owner }) };
    }),
  },
  {
    rule: "CE-09",
    mistake: "Who once did too much of it is watched for good.",
    alsoBreaks: [],
    subject: withPolicies(({ limits, ...policies }) => ({
      ...policies,
      limits: Object.fromEntries(
        Object.entries(limits ?? {}).map(([name, limit]) => [name, limit && { ...limit, window: 3_000_000_000_000 }]),
      ),
    })),
  },
  {
    rule: "CE-10",
    mistake: "A kit is of one company: whoever lost an owner's data gets all of it.",
    alsoBreaks: [],
    subject: other({
      lostDataOf(state, wants, letters) {
        const kit = state as RegisteredKit; // of this library's own machine
        const all = wants === "owner" ? kit.licenses.flat().map(({ acquiredWith }) => acquiredWith) : "all";
        return lostDataOf(
          kit,
          wants,
          letters.map(({ to }) => ({ to, licenses: all })),
        );
      },
    }),
  },
  {
    rule: "CE-11",
    mistake: "Checksums are for paper: whoever listens repeats the row.",
    alsoBreaks: [],
    subject: other({
      operatorView(state, request, options) {
        const view = operatorView(state as CenterState, request, options); // of this library's own machine
        const { dictation } = view;
        if (dictation === undefined) return view;
        return { ...view, dictation: { ...dictation, rows: dictation.rows.map((row) => ({ ...row, checksum: "" })) } };
      },
    }),
  },
  {
    rule: "CE-12",
    mistake: "A spare PIN makes a new license: whoever has it is its owner.",
    alsoBreaks: ["CE-02"],
    subject: reading((asked, { owner }) => {
      if (asked.request.operation !== "recovery-spare" || owner.kept !== "fields") return asked;
      return { ...asked, request: { ...asked.request, owner: owner.fields } };
    }),
  },
  {
    rule: "CE-13",
    mistake: "One thing after the other: the first field that is missing is asked for.",
    alsoBreaks: [],
    subject: other({
      parseLetter(text, requirements) {
        const read = parseLetter(text, requirements);
        if (read.ok || read.error.code !== "center/letter-incomplete") return read;
        return { ok: false, error: { ...read.error, missing: read.error.missing.slice(0, 1) } };
      },
    }),
  },
  {
    rule: "CE-14",
    mistake: "Who sends the right request file has shown all that there is to show: the PIN is issued at once.",
    alsoBreaks: [],
    subject: deciding((command, state, decide) => {
      const decision = decide(command);
      if (command.type !== "request-additional-pin" || command.data.requestFile === undefined) return decision;
      if (!decision.ok || state.status !== "registered" || decision.events.length === 0) return decision;
      const { pin, kit, company, reason } = command.data.letter;
      const set = "single-user";
      const issued = {
        pin: pinNumber(800),
        set,
        place: 2,
        replaces: pin,
        company,
        reason,
        at: command.data.at,
      } as const;
      const pins = { type: "pin-issued", data: issued } as const;
      const data = { pins, at: command.data.at };
      return kit === state.pins.kit
        ? { ok: true, events: [...decision.events, { type: "additional-pin-issued", data }] }
        : decision;
    }),
  },
  {
    rule: "CE-15",
    mistake: "The operator has the customer on the phone, and decides.",
    alsoBreaks: [],
    subject: withPolicies((policies) => ({ ...policies, rebindByPhone: true })),
  },
  {
    rule: "CE-16",
    mistake: "Who reads the right digits is the right one.",
    alsoBreaks: ["CE-07"],
    subject: deciding((command, _, decide) => {
      if (command.type !== "request-license" || command.data.by !== "phone") return decide(command);
      return decide({ ...command, data: { ...command.data, contactConfirmed: true } });
    }),
  },
];
