import { wizard } from "../../acquisition/index.js";
import type { Saboteur } from "../saboteur.js";
import { opening, other, own, showing, taking } from "./sabotage.js";

/** For each rule on the acquisition wizard, a mistake that somebody could make. */
export const acquisitionSaboteurs: readonly Saboteur[] = [
  {
    rule: "AQ-01",
    mistake: "Who cannot write for everyone will see that when the license is stored.",
    alsoBreaks: ["AQ-04", "AQ-13"],
    subject: opening((context) => ({ ...context, storable: "for-everyone" })),
  },
  {
    rule: "AQ-02",
    mistake: "Nobody wants to see red before anything was typed.",
    alsoBreaks: ["AQ-18"],
    subject: showing((view) => ({
      ...view,
      fields: view.fields.map(({ wrong, ...field }) =>
        wrong === undefined || !field.entered ? field : { ...field, wrong },
      ),
    })),
  },
  {
    rule: "AQ-03",
    mistake: "Who goes back wants to fill in the form anew.",
    alsoBreaks: [],
    subject: other({
      back(state, step) {
        const back = wizard.back(own(state), step);
        const { kit: _, ...answers } = back.answers;
        return back.step === "kit" && back !== state ? { ...back, answers } : back;
      },
    }),
  },
  {
    rule: "AQ-04",
    mistake: "While the operator dictates, nobody may go back.",
    alsoBreaks: ["AQ-03"],
    subject: showing((view) => (view.step === "phone-response" ? { ...view, back: [] } : view)),
  },
  {
    rule: "AQ-05",
    mistake: "A spare PIN may be entered in any case: it will not hurt.",
    alsoBreaks: [],
    subject: showing((view) => {
      const spare = { name: "sparePin", kind: "pin", value: "", entered: false, required: false } as const;
      const asked = view.step !== "recovery" || view.fields.some(({ name }) => name === "sparePin");
      return asked ? view : { ...view, fields: [...view.fields, spare] };
    }),
  },
  {
    rule: "AQ-06",
    mistake: "What counts is how the last license on this computer was acquired.",
    alsoBreaks: [],
    subject: opening((context) =>
      context.licenses === undefined ? context : { ...context, licenses: [...context.licenses].reverse() },
    ),
  },
  {
    rule: "AQ-07",
    mistake: "Who left has closed the wizard.",
    alsoBreaks: [],
    subject: other({
      resume(value) {
        const resumed = wizard.resume(value);
        const left = resumed.ok && own(value).ended?.how === "left";
        return left ? { ok: true, value: { state: own(value), effects: [] } } : resumed;
      },
    }),
  },
  {
    rule: "AQ-08",
    mistake: "Details frighten people.",
    alsoBreaks: [],
    subject: showing((view) => (view.failure ? { ...view, failure: { ...view.failure, details: null } } : view)),
  },
  {
    rule: "AQ-09",
    mistake: "Where the kit is not known, a notice would be wrong as often as right.",
    alsoBreaks: [],
    subject: showing((view) => ({
      ...view,
      notices: view.notices.filter((notice) => notice.code !== "acquisition/two-sets" || notice.advice !== undefined),
    })),
  },
  {
    rule: "AQ-10",
    mistake: "There is one thing at a time that a host does: its outcome is known without a number.",
    alsoBreaks: [],
    subject: taking((input, state, submit) => {
      const owed = state.owed.at(-1)?.id;
      return submit(state, input.type === "outcome" && owed !== undefined ? { ...input, effect: owed } : input);
    }),
  },
  {
    rule: "AQ-11",
    mistake: "The host knows what it was asked for.",
    alsoBreaks: [],
    subject: other({
      resume(value) {
        const resumed = wizard.resume(value);
        return resumed.ok ? { ok: true, value: { ...resumed.value, effects: [] } } : resumed;
      },
    }),
  },
  {
    rule: "AQ-12",
    mistake: "A terminal server is where people work: a workstation.",
    alsoBreaks: [],
    subject: opening((context) =>
      context.runsOn === "terminal-server" ? { ...context, runsOn: "workstation" } : context,
    ),
  },
  {
    rule: "AQ-13",
    mistake: "The person has said where it goes: there is nothing to confirm.",
    alsoBreaks: ["AQ-01", "AQ-10"],
    subject: taking((input, state, submit) => {
      const moved = submit(state, input);
      if (moved.state.step !== "confirm") return moved;
      return submit(moved.state, { type: "next", step: "confirm" });
    }),
  },
  {
    rule: "AQ-14",
    mistake: "Whoever has a dongle may want a license as well.",
    alsoBreaks: [],
    subject: opening((context) => ({ ...context, found: { ...context.found, dongle: false } })),
  },
  {
    rule: "AQ-15",
    mistake: "The old license is there: its owner is whoever sits here.",
    alsoBreaks: ["AQ-18"],
    subject: opening((context) => ({ ...context, policy: { kind: "anyOf", of: ["memoryBytes"] } })),
  },
  {
    rule: "AQ-16",
    mistake: "The first channel is the best one.",
    alsoBreaks: ["AQ-08"],
    subject: showing((view) => ({
      ...view,
      fields: view.fields.map((field) => {
        if (field.name !== "channel" || field.choices === undefined) return field;
        const best = field.choices.find(({ offered }) => offered);
        return { ...field, choices: field.choices.map((choice) => ({ ...choice, recommended: choice === best })) };
      }),
    })),
  },
  {
    rule: "AQ-17",
    mistake: "Who does not know what the license is for has a single-user one.",
    alsoBreaks: [],
    subject: taking((input, state, submit) => {
      if (input.type === "outcome" || input.type === "press") return submit(state, input);
      const { values } = input;
      const guessed = values?.kind === "unknown" ? { ...values, kind: "single-user" as const } : values;
      return submit(
        state,
        input.type === "enter" ? { ...input, values: guessed ?? {} } : { ...input, values: guessed },
      );
    }),
  },
  {
    rule: "AQ-18",
    mistake: "Who types a spare PIN wants to spend it.",
    alsoBreaks: [],
    subject: taking((input, state, submit) => {
      const typed = input.type === "next" && input.step === "recovery" && state.answers.sparePin !== undefined;
      return submit(state, typed ? { ...input, values: { ...input.values, spendSpare: true } } : input);
    }),
  },
];
