import * as fc from "fast-check";
import type { PinKitCommand } from "../../pins/index.js";
import { ensure, ensureEqual, rulesFor, type Rule } from "../rule.js";
import type { PinsSubject } from "../subject.js";
import { at, completeRequest, current, ofTheKit, sameAgain, withSpare } from "./commands.js";
import { kitOf, limited, pinNumber, unlimited } from "./kits.js";
import { changedRows } from "./rules-spending.js";
import { evolve, play, rowOf, stateIn, storiesOf } from "./story.js";

const rule = rulesFor("pins");
const stories = storiesOf(unlimited);
/** The rules on recovering licenses. */
export const recoveryRules: readonly Rule[] = [
  rule(
    {
      id: "PN-09",
      statement:
        "Recovery with unchanged parameters takes the current PIN, as often as needed, and yields the same license (same reference).",
      source: "S1, S2",
    },
    {
      cases: fc.tuple(stories, fc.constantFrom(1, 2, 5, 40)),
      async holds(subject, [story, times]) {
        const { state, rows } = await play(subject, story);
        for (const row of current(rows)) {
          let now = state;
          for (let time = 0; time < times; time++) {
            const decision = await subject.pinKit.decide(sameAgain(row.pin), now);
            ensure(decision.ok, `recovery ${time + 1} with the current PIN: ${JSON.stringify(decision)}`);
            const [event] = decision.events;
            ensure(event?.type === "license-recovered", "a license is recovered");
            ensureEqual(event.data.reference, row.reference, "the same reference");
            now = await evolve(subject, now, decision.events);
            ensureEqual(await subject.pinReport(now), rows, "nothing is spent, nothing changes");
          }
        }
        for (const { pin, state: other } of rows) {
          if (other === "current") continue;
          ensure(!(await subject.pinKit.decide(sameAgain(pin), state)).ok, `a ${other} PIN recovers nothing`);
        }
      },
    },
  ),
  rule(
    {
      id: "PN-10",
      statement:
        "Recovery with changed parameters takes the current PIN and an unused PIN of the same set; the old PIN is then superseded, the new one is current, and the reference is the new state.",
      source: "S1, S2",
    },
    {
      cases: stories,
      async holds(subject, story) {
        const { state, rows } = await play(subject, story);
        for (const { pin, set } of current(rows)) {
          const itself = await subject.pinKit.decide(withSpare(pin, pin), state);
          ensure(!itself.ok && itself.error.code === "pins/spare-is-current", "the current PIN is not its own spare");
          for (const spare of rows.filter((row) => row.set === set && ofTheKit(row))) {
            const decision = await subject.pinKit.decide(withSpare(pin, spare.pin), state);
            ensure(decision.ok, `recovery with a spare PIN: ${JSON.stringify(decision)}`);
            const after = await subject.pinReport(await evolve(subject, state, decision.events));
            const [old, now] = [rowOf(after, pin), rowOf(after, spare.pin)];
            ensureEqual([old?.state, old?.supersededBy, old?.since], ["superseded", spare.pin, at], "the old PIN");
            ensureEqual(
              [now?.state, now?.reference, now?.computer, now?.since],
              ["current", "another state", "BUH-7", at],
              "the new PIN",
            );
            ensure(changedRows(rows, after).length === 2, "no other PIN is touched");
          }
          for (const spare of rows.filter((row) => row.set === set && row.state === "unused")) {
            const swapped = await subject.pinKit.decide(withSpare(spare.pin, pin), state);
            ensure(!swapped.ok && swapped.error.code === "pins/not-activated", "the two PINs the other way round");
            ensureEqual(swapped.error.instead, "swap-the-pins", "what to do instead");
          }
          for (const other of rows.filter((row) => row.set === set && row.state !== "unused")) {
            ensure(!(await subject.pinKit.decide(withSpare(pin, other.pin), state)).ok, "a used PIN is no spare one");
          }
        }
      },
    },
  ),
  rule(
    {
      id: "PN-12",
      statement:
        "A superseded PIN is never accepted again. Whoever still runs under it is told that it was superseded and when; only the operator sees by which PIN.",
      source: "S4",
    },
    {
      cases: stories,
      async holds(subject, story) {
        const { state, rows } = await play(subject, story);
        for (const { pin, set, since, supersededBy } of rows.filter((row) => row.state === "superseded")) {
          ensure(
            supersededBy !== undefined && stateIn(rows, supersededBy) !== "elsewhere",
            "the operator sees by which",
          );
          const tries: PinKitCommand[] = [
            { type: "acquire", data: { pin, reference: "r", at } },
            sameAgain(pin),
            withSpare(pin, pinNumber(7_777)),
            {
              type: "issueAdditional",
              data: { pin, ...completeRequest, violations: [], newPin: pinNumber(7_778), at },
            },
            { type: "cancel", data: { pin, at } },
          ];
          const [running] = current(rows).filter((row) => row.set === set);
          if (running !== undefined) tries.push(withSpare(running.pin, pin));
          for (const command of tries) {
            const decision = await subject.pinKit.decide(command, state);
            ensure(!decision.ok && decision.error.code === "pins/superseded", `${command.type} with a superseded PIN`);
            ensureEqual([decision.error.pin, decision.error.since], [pin, since], "which, and since when");
            const told = JSON.stringify(decision.error);
            ensure(!told.includes(supersededBy), "the customer is not told by which PIN");
          }
        }
      },
    },
  ),
  rule(
    {
      id: "PN-24",
      statement: "A kit definition may limit recoveries per PIN or per kit (default: none).",
      source: "S3, S4",
    },
    {
      cases: storiesOf(limited),
      async holds(subject, story) {
        const { steps, kit } = await play(subject, story);
        const { perPin = Infinity, perKit = Infinity } = kit.definition.recoveries ?? {};
        await countsAnew(subject);
        const ofPin = new Map<string, number>();
        let ofKit = 0;
        for (const { command, before, decision } of steps) {
          if (command.type !== "recover" || stateIn(before, command.data.pin) !== "current") continue;
          const { pin, parameters } = command.data;
          const count = ofPin.get(pin) ?? 0;
          const reached = (parameters === "unchanged" && count >= perPin) || ofKit >= perKit;
          const refused = !decision.ok && decision.error.code === "pins/recovery-limit";
          ensure(refused === reached, `recovery ${ofKit + 1} of the kit, ${count + 1} with this PIN`);
          if (!decision.ok) continue;
          ofKit++;
          if (parameters === "unchanged") ofPin.set(pin, count + 1);
        }
      },
    },
  ),
];

/** A limit of recoveries per PIN is the PIN's: under a spare one, counting begins anew. */
async function countsAnew(subject: PinsSubject): Promise<void> {
  const kit = kitOf({ name: "twice", server: true, recoveries: { perPin: 2 } });
  const [first = "", second = ""] = kit.pins.server ?? [];
  const tries: readonly (readonly [command: PinKitCommand, accepted: boolean])[] = [
    [{ type: "open", data: { ...kit, at } }, true],
    [{ type: "acquire", data: { pin: first, reference: "r", at } }, true],
    [sameAgain(first), true],
    [sameAgain(first), true],
    [sameAgain(first), false],
    [withSpare(first, second), true],
    [sameAgain(second), true],
    [sameAgain(second), true],
    [sameAgain(second), false],
  ];
  let state = await subject.pinKit.initialState();
  for (const [nth, [command, accepted]] of tries.entries()) {
    const decision = await subject.pinKit.decide(command, state);
    ensure(decision.ok === accepted, `two recoveries with each PIN, at step ${nth}`);
    if (decision.ok) state = await evolve(subject, state, decision.events);
  }
}
