import { handle } from "../../core/index.js";
import { pinKit, pinReport, placesOf, type PinKitState } from "../../pins/index.js";
import type { Saboteur } from "../saboteur.js";
import { deciding, folding, forgiving, other } from "./sabotage.js";

/** For each rule on how PINs are spent, a mistake that somebody could make. */
export const kitSaboteurs: readonly Saboteur[] = [
  {
    rule: "PN-06",
    mistake: "Who opens the envelope uses it: with the first PIN, the next one is acquired, too.",
    alsoBreaks: ["PN-05", "PN-16"],
    subject: folding((state, event) => {
      const after = pinKit.evolve(state, event);
      if (event.type !== "license-acquired" || after.status !== "open") return after;
      const next = after.pages[0]?.find((one) => one.state === "unused" && one.set === event.data.set);
      const acquired = { type: "acquire", data: { ...event.data, computer: undefined, pin: next?.pin ?? "" } } as const;
      return handle(pinKit, acquired, after).state;
    }),
  },
  {
    rule: "PN-07",
    mistake: "When the only license of a set is cancelled, the choice is open again.",
    alsoBreaks: ["PN-16", "PN-20", "PN-22"],
    subject: other({
      pinReport(state) {
        const kit = state as PinKitState; // of this library's own machine
        const rows = pinReport(kit);
        if (rows.some((row) => row.state === "current" && row.set !== "server")) return rows;
        return rows.map((row) => (row.state === "void" ? { ...row, state: "unused" } : row));
      },
    }),
  },
  {
    rule: "PN-08",
    mistake: "The last place is kept for an emergency.",
    alsoBreaks: ["PN-05"],
    subject: deciding((command, state) => {
      const decision = pinKit.decide(command, state);
      if (command.type !== "acquire" || !decision.ok || state.status !== "open") return decision;
      const places = placesOf(state.definition, "single-user");
      const last = places > 1 && state.sets["single-user"].taken === places - 1;
      if (!last || decision.events.some(({ data }) => "set" in data && data.set !== "single-user")) return decision;
      return {
        ok: false,
        error: { code: "pins/no-place-left", set: "single-user", places, instead: "recover-or-buy" },
      };
    }),
  },
  {
    rule: "PN-09",
    mistake: "A recovered license is bound anew, whatever the customer says.",
    alsoBreaks: [],
    subject: deciding((command, state) => {
      const decision = pinKit.decide(command, state);
      if (!decision.ok || command.type !== "recover" || command.data.parameters === "changed") return decision;
      return {
        ok: true,
        events: decision.events.map((event) =>
          event.type === "license-recovered" ? { ...event, data: { ...event.data, reference: "read anew" } } : event,
        ),
      };
    }),
  },
  {
    rule: "PN-10",
    mistake: "Without a spare PIN at hand, the current one will do for the changed computer.",
    alsoBreaks: ["PN-16", "PN-24"],
    subject: forgiving((error) => (error.code === "pins/spare-is-current" ? { ok: true, events: [] } : undefined)),
  },
  {
    rule: "PN-11",
    mistake: "Who has the PIN has paid for it: a second registration is another recovery.",
    alsoBreaks: ["PN-06", "PN-16"],
    subject: forgiving((error, command) =>
      error.code === "pins/already-activated" && command.type === "acquire" ? { ok: true, events: [] } : undefined,
    ),
  },
  {
    rule: "PN-12",
    mistake: "The customer is best helped by being told which PIN is the current one.",
    alsoBreaks: [],
    subject: forgiving((error, _, kit) => {
      if (error.code !== "pins/superseded") return undefined;
      const record = kit.pages.flat().find(({ pin }) => pin === error.pin);
      return { ok: false, error: Object.assign({}, error, { supersededBy: record }) };
    }),
  },
  {
    rule: "PN-13",
    mistake: "The PIN says what it is of; the license in question need not be compared.",
    alsoBreaks: [],
    subject: deciding((command, state) => {
      if (command.type === "acquire")
        return pinKit.decide({ ...command, data: { ...command.data, licenseType: undefined } }, state);
      return pinKit.decide(command, state);
    }),
  },
  {
    rule: "PN-14",
    mistake: "The operator knows the company; the letter need not name it.",
    alsoBreaks: [],
    subject: deciding((command, state) => {
      if (command.type !== "issueAdditional") return pinKit.decide(command, state);
      return pinKit.decide({ ...command, data: { ...command.data, company: "known" } }, state);
    }),
  },
  {
    rule: "PN-15",
    mistake: "A customer who asks for a PIN is told the one that is left.",
    alsoBreaks: ["PN-14"],
    subject: forgiving((error, _, kit) => {
      if (error.code !== "pins/unused-pin-left" || error.instead !== "use-an-unused-pin") return undefined;
      const { set, place } = error.unused;
      const unused = kit.pages.flat().find((one) => one.set === set && one.place === place);
      return { ok: false, error: Object.assign({}, error, { unused }) };
    }),
  },
  {
    rule: "PN-16",
    mistake: "Nobody needs to see the PINs that cannot be used any more.",
    alsoBreaks: ["PN-20"],
    subject: other({
      pinReport: (state) => pinReport(state as PinKitState).filter((row) => row.state !== "void"), // of its own machine
    }),
  },
  {
    rule: "PN-17",
    mistake: "A server license serves many users, so it decides for the multi-user set.",
    alsoBreaks: [],
    subject: deciding((command, state) => {
      const decision = pinKit.decide(command, state);
      if (command.type !== "acquire" || !decision.ok || state.status !== "open") return decision;
      const rows = pinReport(state);
      const server = rows.some(({ set, state: now }) => set === "server" && now === "current");
      const singleUser = rows.some(({ pin, set }) => set === "single-user" && pin === command.data.pin);
      if (!server || !singleUser) return decision;
      const { pin } = command.data;
      return {
        ok: false,
        error: { code: "pins/void", pin, set: "single-user", chosen: "multi-user", instead: "use-the-chosen-set" },
      };
    }),
  },
  {
    rule: "PN-20",
    mistake: "Who errs is told so; what to do instead is in the manual.",
    alsoBreaks: ["PN-10"],
    subject: forgiving((error) => {
      if (error.code !== "pins/not-activated") return undefined;
      return { ok: false, error: Object.assign({}, error, { instead: "" }) };
    }),
  },
  {
    rule: "PN-21",
    mistake: "A cancellation counts from when it is written down.",
    alsoBreaks: ["PN-16", "PN-22"],
    subject: folding((state, event) => {
      if (event.type !== "pin-cancelled") return pinKit.evolve(state, event);
      return pinKit.evolve(state, { ...event, data: { ...event.data, at: clock.next().value } });
    }),
  },
  {
    rule: "PN-23",
    mistake: "An empty note is no note, and changes nothing.",
    alsoBreaks: ["PN-16"],
    subject: folding((state, event) =>
      event.type === "pin-noted" && event.data.note === "" ? state : pinKit.evolve(state, event),
    ),
  },
];

/** A clock of a machine that should have none. */
const clock = (function* () {
  for (let now = 1_000; ; now++) yield now;
})();
