import * as fc from "fast-check";
import { withField } from "../owner/arbitraries.js";
import { KIT, pinNumber } from "../pins/kits.js";
import { byDocument, customer, elsewhere, inUse, pinIn, requestOf, sending } from "./customers.js";
import { answered, granted, look, openDesk, rowsOf } from "./desk.js";
import { ensure, ensureEqual, rulesFor, type Rule } from "../rule.js";

const rule = rulesFor("center");

/** The rule on what comes with a request for an additional PIN, and on what becomes of it. */
export const additionalPinRules: readonly Rule[] = [
  rule(
    {
      id: "CE-14",
      statement: "A request file attached to a letter is evidence only: it grants nothing and spends nothing.",
      source: "S2, S3, S4",
    },
    {
      cases: fc.tuple(customer, byDocument, fc.boolean(), fc.boolean(), fc.boolean()),
      async holds(subject, [someone, by, changed, forged, guilty]) {
        const one = { ...someone, owner: withField(someone.owner, "email", "one@romashka.example") };
        const limits = { recoveries: { limit: 1, window: 1_000, effect: "ask" } } as const;
        const definition = {
          name: "one PIN",
          client: { workstations: 1, sets: ["single-user"] },
          pinsPerLicense: 1,
        } as const;
        let desk = await inUse(await openDesk(subject, definition, { limits }), by, one);
        const pin = pinIn(desk, 0);
        if (guilty) desk = (await granted(desk, sending(by, one, { operation: "recovery", pin, at: 11 }))).desk;
        const who = changed ? elsewhere(one) : one;
        const whose = forged ? { ...who, owner: withField(who.owner, "zip", "no such ZIP") } : who;
        const requestFile = requestOf(whose, { operation: "recovery", pin, at: 20 });
        const asked = { kind: "additional-pin", kit: KIT, company: "Romashka", pin, reason: "a new disk" } as const;
        const before = await rowsOf(desk, sending(by, one, { operation: "recovery", pin, at: 20 }));
        const told = await answered(desk, {
          type: "request-additional-pin",
          data: { letter: asked, requestFile, at: 21 },
        });
        desk = told.desk;
        ensureEqual(told.answer, { answer: "waiting", requestFile: "attached" }, "an operator decides");
        const [event] = told.events;
        ensure(event?.type === "additional-pin-requested", "it waits");
        const { evidence } = event.data;
        const expected = {
          request: requestFile.id,
          pin: "same",
          owner: forged ? "different" : "same",
          computer: changed ? "changed" : "same",
        };
        ensureEqual(evidence, expected, "what the file shows");
        const after = await rowsOf(desk, sending(by, one, { operation: "recovery", pin, at: 22 }));
        ensureEqual(after, before, "nothing is granted and nothing is spent");
        ensure(!told.events.some(({ type }) => type === "license-granted"), "no license");
        const twice = await answered(desk, {
          type: "request-additional-pin",
          data: { letter: asked, requestFile, at: 23 },
        });
        ensureEqual([twice.events, twice.answer], [[], told.answer], "the same letter again");

        const file = { decision: "ask-request-file", pin, at: 24 } as const;
        const wanted = await answered(desk, { type: "decide-additional-pin", data: file });
        ensureEqual(wanted.answer, { answer: "waiting", requestFile: "missing" }, "an operator wants another file");
        const newPin = pinNumber(700);
        const grant = { decision: "grant", pin, newPin, at: 25 } as const;
        const early = await answered(wanted.desk, { type: "decide-additional-pin", data: { ...grant, allowed: true } });
        ensure(early.answer.answer === "refused", "not before it is there");
        const resent = { letter: asked, requestFile, at: 24 } as const;
        desk = (await answered(wanted.desk, { type: "request-additional-pin", data: resent })).desk;
        if (guilty) {
          const no = await answered(desk, { type: "decide-additional-pin", data: grant });
          ensure(no.answer.answer === "failed" && no.answer.error.code === "pins/violations", "not after a violation");
        }
        const denied = await answered(desk, {
          type: "decide-additional-pin",
          data: { decision: "refuse", pin, reason: "ask your dealer", at: 25 },
        });
        ensureEqual(denied.answer, { answer: "denied", reason: "ask your dealer" }, "an operator can refuse it");
        const data = guilty ? { ...grant, allowed: true } : grant;
        const decided = await answered(desk, { type: "decide-additional-pin", data });
        const issued = { answer: "issued", pin: newPin, to: "one@romashka.example" };
        ensureEqual(decided.answer, issued, "an operator grants it");
        const seen = sending(by, one, { operation: "recovery", pin, at: 26 });
        const states = (await rowsOf(decided.desk, seen)).map(({ state }) => state);
        ensureEqual(states, ["current", "unused"], "the license runs on, and one PIN is more");
        ensureEqual((await look(decided.desk, seen)).kit?.waiting, [], "nothing waits any more");
        const there = { operation: "recovery-spare", pin: newPin, supersededPin: pin, at: 27 } as const;
        const allowed = { ...sending(by, elsewhere(one), there), allowed: guilty };
        await granted(decided.desk, allowed, "with the new PIN");
      },
    },
  ),
];
