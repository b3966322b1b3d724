import * as fc from "fast-check";
import type { PinPlace } from "../../pins/index.js";
import { ensure, ensureEqual, rulesFor, type Rule } from "../rule.js";
import type { PinsSubject } from "../subject.js";
import { at, completeRequest, current, ofTheKit, withSpare } from "./commands.js";
import { KIT, pinNumber, unlimited } from "./kits.js";
import { evolve, play, rowOf, storiesOf, type Played } from "./story.js";

const rule = rulesFor("pins");
const stories = storiesOf(unlimited);

/** Two licenses of one set, soon without PINs: where an additional PIN may serve one of them only. */
const twoLicenses = unlimited.map((definition) => ({
  ...definition,
  client: { workstations: 2, sets: ["single-user"] as const },
  server: false,
  pinsPerLicense: 1,
}));

/** The rules on PINs beyond those of the kit. */
export const additionalRules: readonly Rule[] = [
  rule(
    {
      id: "PN-14",
      statement:
        "Additional PINs: only by request with kit number, company name, the current PIN to replace and the reason, and a request file where the operator asks for one; granted only if the kit's history shows no violation; the new PIN joins that PIN's set as unused and may recover any license of it (policy: that one only); the license runs on meanwhile.",
      source: "S2, S3, S4",
    },
    {
      cases: fc.record({
        story: storiesOf(fc.oneof(unlimited, twoLicenses)),
        number: fc.constantFrom(KIT, KIT, KIT, "", "8008484861"),
        company: fc.constantFrom("Romashka", "Romashka", "Romashka", " ", "\u0085\u200b"),
        reason: fc.constantFrom("a new disk", "a new disk", "a new disk", "", "\t"),
        requestFile: fc.constantFrom("not-asked" as const, "attached" as const, "missing" as const),
        violations: fc.constantFrom([], [], [], ["two computers"]),
      }),
      async holds(subject, { story, number, company, reason, requestFile, violations }) {
        const { state, rows, kit } = await spent(subject, await play(subject, story));
        for (const { pin, state: other } of rows.filter((row) => row.state !== "current")) {
          const decision = await asked(subject, state, pin, completeRequest);
          ensure(!decision.ok, `no additional PIN in place of a ${other} one`);
        }
        const seen = (text: string) => /[^\s\u0085\u200b]/.test(text);
        const missing = Object.entries({ kit: number, company, reason }).flatMap(([name, text]) =>
          seen(text) ? [] : [name],
        );
        let expected = "granted";
        if (missing.length > 0) expected = "pins/request-incomplete";
        else if (number !== KIT) expected = "pins/other-kit";
        else if (requestFile === "missing") expected = "pins/request-file-missing";
        else if (violations.length > 0) expected = "pins/violations";
        for (const { pin, set } of current(rows)) {
          if (rows.some((row) => row.set === set && row.state === "unused")) continue; // issued for another license
          const decision = await asked(subject, state, pin, { kit: number, company, reason, requestFile }, violations);
          ensureEqual(decision.ok ? "granted" : decision.error.code, expected, "what becomes of the request");
          if (!decision.ok && decision.error.code === "pins/request-incomplete") {
            ensureEqual(decision.error.missing, missing, "what is missing");
          }
          if (!decision.ok) continue;
          for (const newPin of ["12ab", "38150537641012", "3815053764101229", pin]) {
            const wrong = { pin, ...completeRequest, violations: [], newPin, at };
            const refused = await subject.pinKit.decide({ type: "issueAdditional", data: wrong }, state);
            ensure(!refused.ok, `${newPin} is issued`);
          }

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
          const any = kit.definition.additionalPins !== "that-license";
          for (const other of current(rows).filter((row) => row.set === set && row.pin !== pin)) {
            const serves = await subject.pinKit.decide(withSpare(other.pin, NEW_PIN), now);
            ensure(serves.ok === any, "whether it recovers another license");
            const cancelled = await subject.pinKit.decide({ type: "cancel", data: { pin: other.pin, at } }, now);
            if (!cancelled.ok || kit.definition.cancelledPlaces === "kept") continue;
            const room = await evolve(subject, now, cancelled.events);
            const acquired = await subject.pinKit.decide(
              { type: "acquire", data: { pin: NEW_PIN, reference: "r", at } },
              room,
            );
            ensure(acquired.ok === any, "whether it acquires a license of its own, where there is room");
          }
          await askedAgain(subject, now, pin, { set, place: size + 1 });
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

/** While an additional PIN is unused, no further one is granted. @rule PN-15 */
async function askedAgain(subject: PinsSubject, state: unknown, pin: string, unused: PinPlace): Promise<void> {
  const decision = await asked(subject, state, pin, completeRequest);
  ensure(!decision.ok && decision.error.code === "pins/unused-pin-left", "one additional PIN at a time");
  ensureEqual("unused" in decision.error && decision.error.unused, unused, "where the unused PIN stands");
}

/** A story gone on until no license has an unused PIN left that would do. */
async function spent(subject: PinsSubject, played: Played): Promise<Pick<Played, "state" | "rows" | "kit">> {
  let { state, rows } = played;
  for (const { pin } of rows.filter((row) => row.state === "unused")) {
    const decision = await subject.pinKit.decide({ type: "acquire", data: { pin, reference: "r", at } }, state);
    if (decision.ok) state = await evolve(subject, state, decision.events);
  }
  rows = await subject.pinReport(state);
  for (const { pin: first, set } of current(rows)) {
    let pin = first;
    for (const spare of rows.filter((row) => row.set === set && row.state === "unused")) {
      const decision = await subject.pinKit.decide(withSpare(pin, spare.pin), state);
      if (!decision.ok) continue;
      state = await evolve(subject, state, decision.events);
      pin = spare.pin;
    }
    rows = await subject.pinReport(state);
  }
  return { state, rows, kit: played.kit };
}

interface Asking {
  readonly kit: string;
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
