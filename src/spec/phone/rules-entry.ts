import * as fc from "fast-check";
import type { EntryCommand, PhoneSheet } from "../../phone/index.js";
import { ensure, ensureEqual, rulesFor, type Rule } from "../rule.js";
import type { PhoneSubject } from "../subject.js";
import { digitsOf, groupsOf } from "./slips.js";

const rule = rulesFor("phone");

/** How a row is typed: with its checksum or without, right or with a slip, in its turn or out of it. */
interface Typing {
  readonly slip: boolean;
  readonly withChecksum: boolean;
  /** Rows ahead of its turn. */
  readonly ahead: number;
  readonly digit: number;
}

const typing: fc.Arbitrary<Typing> = fc.record({
  slip: fc.boolean(),
  withChecksum: fc.boolean(),
  ahead: fc.constantFrom(0, 0, 0, 0, 1, 3),
  digit: fc.nat(14),
});

const session = fc.record({
  digits: fc.tuple(fc.constant("0000"), digitsOf(115)).map(([payload, rest]) => `${payload}0${rest}`),
  typings: fc.array(typing, { minLength: 8, maxLength: 40 }),
});

/** The rules on typing what is dictated. */
export const entryRules: readonly Rule[] = [
  rule(
    {
      id: "PH-04",
      statement:
        "Row by row: a row whose checksum is not confirmed is entered again, and only it; earlier rows stay; later rows wait.",
      source: "S1, S2",
    },
    {
      cases: session,
      async holds(subject, { digits, typings }) {
        const sheet = await sheetFor(subject, digits);
        const typist = await begin(subject);
        let row = 1;
        for (const { slip, withChecksum, ahead, digit } of typings) {
          if (row + ahead > 8) break;
          const { groups, checksum } = sheet.rows[row + ahead - 1] ?? { groups: [], checksum: "" };
          const right = groups.join("");
          const typed = slip
            ? right.slice(0, digit) + String((Number(right.charAt(digit)) + 1) % 10) + right.slice(digit + 1)
            : right;
          const text = withChecksum ? typed + checksum : typed;
          const entered = await typist({ type: "enter-row", data: { row: row + ahead, text } });
          if (ahead > 0) {
            ensureEqual(entered, { code: "phone/row-waits", row: row + ahead, first: row }, "a later row waits");
            continue;
          }
          if (withChecksum) {
            ensure((entered === undefined) === !slip, `a row typed with its checksum, ${slip ? "wrong" : "right"}`);
            if (!slip) row++;
            continue;
          }
          ensure(entered === undefined, "a row without its checksum is taken down");
          const waits = await typist({ type: "enter-row", data: { row: row + 1, text: "" } });
          if (row < 8) ensureEqual(waits?.code, "phone/row-waits", "until it is confirmed, the next one waits");
          const same = (await subject.rowChecksum(groupsOf(typed), row, "response")) === checksum;
          ensure(same === !slip, "the other side says whether the checksum is right");
          await typist({ type: same ? "confirm-row" : "reject-row", data: { row } });
          if (same) row++;
        }
        const left = await typist({ type: "enter-total", data: { text: sheet.total } });
        ensureEqual(
          left,
          row > 8 ? undefined : { code: "phone/rows-missing", first: row },
          "earlier rows stayed, and these are left",
        );
      },
    },
  ),
  rule(
    {
      id: "PH-05",
      statement: "After the last row the total checksum is confirmed, or nothing is accepted.",
      source: "S2",
    },
    {
      cases: fc.tuple(session, fc.integer({ min: 1, max: 996 }), fc.boolean(), fc.integer({ min: 1, max: 8 })),
      async holds(subject, [{ digits }, off, byVoice, again]) {
        const sheet = await sheetFor(subject, digits);
        const accepted: string[] = [];
        const typist = await begin(subject, accepted);
        for (const [at, { groups, checksum }] of sheet.rows.entries()) {
          const early = await typist({ type: "confirm-total", data: { total: sheet.total } });
          ensure(early?.code === "phone/rows-missing", "no total before the last row");
          await typist({ type: "enter-row", data: { row: at + 1, text: groups.join(" ") + checksum } });
        }
        const wrong = String((Number(sheet.total) + off) % 997).padStart(3, "0");
        const total = (text: string): EntryCommand =>
          byVoice ? { type: "confirm-total", data: { total: text } } : { type: "enter-total", data: { text } };
        ensureEqual(await typist(total(wrong)), { code: "phone/total-mismatch" }, "another total");
        ensureEqual(accepted, [], "nothing is accepted without its total");
        await typist({ type: "reject-row", data: { row: again } });
        ensureEqual((await typist(total(sheet.total)))?.code, "phone/rows-missing", "a row in doubt");
        await typist({ type: "confirm-row", data: { row: again } });
        ensureEqual(await typist(total(sheet.total)), undefined, "the right total");
        ensureEqual(accepted, [digits], "what is accepted are the digits");
        const late = await typist({ type: "enter-row", data: { row: 1, text: "" } });
        ensureEqual(late, { code: "phone/already-complete" }, "then nothing changes it");
      },
    },
  ),
];

/** The sheet of a response with these digits: its signature fits, since it begins with 0. */
async function sheetFor(subject: PhoneSubject, digits: string): Promise<PhoneSheet> {
  const decoded = await subject.decodeResponse(digits);
  ensure(decoded.ok, `${digits} is a response: ${JSON.stringify(decoded)}`);
  return subject.encodeResponse(decoded.value);
}

/** Asks an entry one thing after the other: answers the refusal, and notes what is accepted. */
async function begin(subject: PhoneSubject, accepted: string[] = []) {
  let state = await subject.responseEntry.initialState();
  return async (command: EntryCommand) => {
    const decision = await subject.responseEntry.decide(command, state);
    if (!decision.ok) return decision.error;
    for (const event of decision.events) {
      if (event.type === "message-confirmed") accepted.push(event.data.digits);
      state = await subject.responseEntry.evolve(state, event);
    }
    return undefined;
  };
}
