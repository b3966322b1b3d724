import * as fc from "fast-check";
import { ensure, ensureEqual, rulesFor, type Rule } from "../rule.js";
import type { PinsSubject } from "../subject.js";
import { at, completeRequest, current, ofTheKit, withSpare } from "./commands.js";
import { pinNumber, unlimited } from "./kits.js";
import { evolve, play, rowOf, storiesOf } from "./story.js";

const rule = rulesFor("pins");
const stories = storiesOf(unlimited);

/** The rules on PINs beyond those of the kit. */
export const additionalRules: readonly Rule[] = [
  rule(
    {
      id: "PN-14",
      statement:
        "Additional PINs: only by request with company name, the current PIN to replace and the reason, and a request file where the operator asks for one; granted only if the kit's history shows no violation; the new PIN joins that PIN's set as unused and may recover any license of it (policy: that one only); the license runs on meanwhile.",
      source: "S2, S3, S4",
    },
    {
      cases: fc.tuple(
        stories,
        fc.boolean(),
        fc.boolean(),
        fc.constantFrom("not-asked", "attached", "missing"),
        fc.boolean(),
      ),
      async holds(subject, [story, company, reason, requestFile, clean]) {
        const { state, rows, kit } = await play(subject, story);
        for (const { pin, state: other } of rows.filter((row) => row.state !== "current")) {
          ensure(
            !(await asked(subject, state, pin, completeRequest)).ok,
            `no additional PIN in place of a ${other} one`,
          );
        }
        for (const license of current(rows)) {
          const { pin, set } = license;
          const asking = { company: company ? "Romashka" : " ", reason: reason ? "a new disk" : "" };
          const decision = await asked(subject, state, pin, { ...asking, requestFile }, clean ? [] : ["two computers"]);
          const code = decision.ok ? "granted" : decision.error.code;
          const left = code === "pins/unused-pin-left";
          if (!company || !reason) {
            ensureEqual(code, "pins/request-incomplete", "an incomplete request");
            const missing = [...(company ? [] : ["company"]), ...(reason ? [] : ["reason"])];
            ensureEqual(
              !decision.ok && "missing" in decision.error && decision.error.missing,
              missing,
              "what is missing",
            );
          } else if (requestFile === "missing")
            ensureEqual(code, "pins/request-file-missing", "a request without its file");
          else if (!left && !clean) ensureEqual(code, "pins/violations", "a history with violations");
          else if (!left) ensureEqual(code, "granted", "a request that nothing speaks against");
          if (!decision.ok) continue;

          const now = await evolve(subject, state, decision.events);
          const after = await subject.pinReport(now);
          ensureEqual(
            after.filter(({ pin: one }) => one !== NEW_PIN),
            rows,
            "the license runs on, nothing else changes",
          );
          const joined = rowOf(after, NEW_PIN);
          const size = rows.filter((row) => row.set === set).length;
          ensureEqual(
            [joined?.state, joined?.set, joined?.place, joined?.additional],
            ["unused", set, size + 1, true],
            "the new PIN",
          );
          ensure(
            (await subject.pinKit.decide(withSpare(pin, NEW_PIN), now)).ok,
            "it recovers the license it was asked for",
          );
          const others = current(rows).filter((row) => row.set === set && row.pin !== pin);
          for (const other of others) {
            const serves = (await subject.pinKit.decide(withSpare(other.pin, NEW_PIN), now)).ok;
            ensure(
              serves === (kit.definition.additionalPins !== "that-license"),
              "whether it recovers another license",
            );
          }
        }
      },
    },
  ),
  rule(
    {
      id: "PN-15",
      statement:
        "A request for an additional PIN while an unused PIN of that set is left is answered with that PIN's place in the kit, not with a new one.",
      source: "S4",
    },
    {
      cases: stories,
      async holds(subject, story) {
        const { state, rows } = await play(subject, story);
        for (const { pin, set } of current(rows)) {
          const decision = await asked(subject, state, pin, completeRequest);
          const [unused] = rows.filter((row) => row.set === set && ofTheKit(row));
          if (unused !== undefined) {
            ensure(!decision.ok && decision.error.code === "pins/unused-pin-left", "no new PIN while one is left");
            ensure(decision.error.instead === "use-an-unused-pin", "what to do instead");
            ensureEqual(decision.error.unused, { set, place: unused.place }, "where the unused PIN stands");
            ensure(!JSON.stringify(decision.error).includes(unused.pin), "its place is said, not the PIN");
          } else if (!rows.some((row) => row.set === set && row.state === "unused")) {
            ensure(decision.ok, "a new PIN where none is left");
          }
        }
      },
    },
  ),
];

const NEW_PIN = pinNumber(6_666);

interface Asking {
  readonly company: string;
  readonly reason: string;
  readonly requestFile: "not-asked" | "attached" | "missing";
}

/** A request for an additional PIN in place of one. */
async function asked(
  subject: PinsSubject,
  state: unknown,
  pin: string,
  asking: Asking,
  violations: readonly string[] = [],
) {
  return subject.pinKit.decide(
    { type: "issueAdditional", data: { pin, ...asking, violations, newPin: NEW_PIN, at } },
    state,
  );
}
