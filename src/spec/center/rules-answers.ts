import * as fc from "fast-check";
import type { Asked, Limit, Violation } from "../../center/index.js";
import {
  asking,
  byDocument,
  caller,
  calling,
  customer,
  elsewhere,
  inUse,
  pinIn,
  sending,
  severalSeats,
  type Customer,
} from "./customers.js";
import { ask, granted, look, openDesk, refused, type Desk } from "./desk.js";
import type { Owner } from "../../owner/index.js";
import { owner, withField } from "../owner/arbitraries.js";
import { ensure, ensureEqual, rulesFor, type Rule } from "../rule.js";

const rule = rulesFor("center");

/** Two owners whose ZIP differs, and nothing else. */
const secrets = fc
  .tuple(owner, fc.constantFrom("123056", "190000", "630099"), fc.constantFrom("420111", "344002", "690091"))
  .map(([of, a, b]): readonly [Owner, Owner] => [withField(of, "zip", a), withField(of, "zip", b)]);

/** What a center does where its vendor says nothing else. */
const DAY = 86_400_000;
const defaults: { readonly [V in Violation]: Limit | null } = {
  "two-computers": { limit: 3, window: 30 * DAY, effect: "ask" },
  recoveries: { limit: 5, window: 30 * DAY, effect: "ask" },
  "owner-guesses": { limit: 5, window: DAY, effect: "ask" },
  copies: null,
};
const unlimited = { "two-computers": null, recoveries: null, "owner-guesses": null, copies: null } as const;

/** The rules on what customers are told, and on what the history holds against them. */
export const answerRules: readonly Rule[] = [
  rule(
    {
      id: "CE-08",
      statement:
        "A refusal changes nothing but the history, and tells the customer what to do, never what is stored: two states that differ only in secrets, with the same code and hints, give byte-equal answers. Owner hints go to the customer up to the limit of owner guesses, then to the operator only.",
      source: "S1",
    },
    {
      cases: fc.tuple(severalSeats, customer, byDocument, secrets, owner, fc.integer({ min: 1, max: 4 })),
      async holds(subject, [definition, one, by, [mine, other], entered, limit]) {
        const limits = { "owner-guesses": { limit, window: 1_000, effect: "note" as const } };
        const policies = { limits };
        const open = async (whose: Owner, name: string): Promise<Desk> => {
          const who = { ...one, owner: whose, computer: { ...one.computer, networkName: name } };
          return inUse(await openDesk(subject, definition, policies), by, who);
        };
        const [left, right] = [await open(mine, "SECRET-A"), await open(other, "SECRET-B")];
        const [pin, spare] = [pinIn(left, 0), pinIn(left, 1)];
        const same = { operation: "recovery", pin, at: 20 } as const;
        const change = { operation: "recovery-spare", pin: spare, supersededPin: pin, at: 20 } as const;
        const stranger = elsewhere({ ...one, owner: entered });
        for (const asked of [
          sending(by, stranger, same),
          sending(by, stranger, change),
          sending(by, { ...stranger, owner: mine }, same),
          sending(by, { ...stranger, owner: mine }, { ...same, operation: "first-time" }),
          calling(one, same),
        ]) {
          const [a, b] = [await ask(left, asked), await ask(right, asked)];
          ensure(a.answer.answer === "granted" || tellsNothing(a.answer, mine, entered), "what is stored is told");
          if (a.answer.answer !== "refused" || b.answer.answer !== "refused") continue;
          ensure(a.answer.refusal.instead.length > 0, "what to do");
          if (likeHints(a.answer.refusal, b.answer.refusal)) ensureEqual(a.answer, b.answer, "told by what is stored");
          const before = await look(left, asked);
          const after = await look(a.desk, asked);
          ensureEqual(after.kit, before.kit, "a refusal changes no PIN");
          const { times: _, ...license } = after.license ?? { times: {} };
          const { times: __, ...was } = before.license ?? { times: {} };
          ensureEqual(license, was, "a refusal changes no license");
        }
        let desk = left;
        for (let guess = 1; guess <= limit + 2; guess++) {
          const wrong = { ...one, owner: withField(mine, "zip", `${mine.zip ?? ""}${guess}`) };
          const asked = sending(by, wrong, { ...same, at: 100 + guess });
          const told = await refused(desk, asked, "center/owner-differs");
          ensure("fields" in told.refusal === guess <= limit, `guess ${guess} of ${limit}: hints to the customer`);
          const seen = await look(desk, asked);
          ensure(
            seen.owner?.fields?.[0]?.field === "zip" && seen.owner.fields[0].stored === mine.zip,
            "hints to the operator",
          );
          desk = told.desk;
        }
      },
    },
  ),
  rule(
    {
      id: "CE-09",
      statement:
        "The history shows violations: one PIN from two computers, too many recoveries in a time, owner guesses. Each is a policy with a limit, a window and an effect (note, ask an operator, refuse), and a stated default.",
      source: "S2",
    },
    {
      cases: fc.tuple(
        severalSeats,
        customer,
        byDocument,
        fc.constantFrom<Violation>("two-computers", "recoveries", "owner-guesses", "copies"),
        fc.option(
          fc.record({
            limit: fc.integer({ min: 1, max: 4 }),
            window: fc.integer({ min: 100, max: 1_000 }),
            effect: fc.constantFrom("note" as const, "ask" as const, "refuse" as const),
          }),
          { freq: 6 },
        ),
      ),
      async holds(subject, [definition, one, by, violation, given]) {
        const policy = given ?? defaults[violation];
        const policies = given === null ? {} : { limits: { ...unlimited, [violation]: given } };
        let desk = await inUse(await openDesk(subject, definition, policies), by, one);
        if (policy === null) {
          const { events } = await ask(desk, again(by, one, desk, 20));
          ensureEqual(events, [], "nobody counts copies by default");
          return;
        }
        const { limit, window, effect } = policy;
        const step = Math.max(1, Math.floor(window / 50));
        const begin = 1_000;
        for (let n = 0; n < limit; n++) {
          const { desk: after, answer } = await ask(desk, offend(violation, by, one, desk, begin + n * step));
          const held = answer.answer === "refused" && isHeld(answer.refusal.code);
          ensure(!held, `${violation} ${n + 1} of ${limit} is let pass`);
          desk = after;
        }
        const last = begin + (limit - 1) * step;
        const tally = async (of: Desk, at: number) =>
          (await look(of, sending(by, one, { operation: "recovery", pin: pinIn(of, 0), at }))).violations.find(
            (one) => one.violation === violation,
          );
        const counted = await tally(desk, last + 1);
        const over = effect !== "note";
        ensureEqual([counted?.count, counted?.exceeded], [limit, over], `${violation}: the operator sees how many`);
        const next = good(violation, by, one, desk, last + step);
        if (effect === "note") {
          const passed = await granted(desk, next, "what is only noted");
          const { desk: over } = await ask(passed.desk, offend(violation, by, one, desk, last + 2 * step));
          ensureEqual((await tally(over, last + 2 * step))?.exceeded, true, "the operator sees that it is too many");
          return;
        }
        const code = effect === "ask" ? "center/operator-needed" : "center/limit-reached";
        const first = await refused(desk, next, code, `${violation} beyond ${limit}`);
        const { refusal } = first;
        desk = first.desk;
        ensure("violation" in refusal && refusal.violation === violation, "it is told what");
        const told = (await look(desk, next)).history[0];
        ensureEqual(
          [told?.event, told?.refusal?.code],
          ["request-refused", code],
          "the history shows it, the newest first",
        );
        if (violation === "owner-guesses") {
          const wrong = await refused(desk, offend(violation, by, one, desk, last + step), code, "a wrong guess");
          ensureEqual(wrong.refusal, refusal, "right or wrong, the answer is the same");
          desk = wrong.desk;
        }
        for (const at of [last + step + 1, last + step + 2])
          desk = (await refused(desk, good(violation, by, one, desk, at), code, "who knocks again")).desk;
        ensureEqual((await tally(desk, last + step))?.count, limit, "what is held did not happen, and is not counted");
        const allowed = { ...good(violation, by, one, desk, last + step + 3), allowed: true };
        if (effect === "ask") {
          const passed = await granted(desk, allowed, "what an operator allows");
          if (violation !== "copies")
            ensureEqual(
              (await tally(passed.desk, last + step + 4))?.count,
              limit,
              "and that is not held against anybody",
            );
        } else await refused(desk, allowed, code, "what no operator can allow");
        const until = begin + window; // then one less than the limit are within the window
        if ("until" in refusal) ensureEqual(refusal.until, until, "until when");
        desk = (await refused(desk, good(violation, by, one, desk, until - 1), code, "just before")).desk;
        await granted(desk, good(violation, by, one, desk, until), "when the window has passed");
      },
    },
  ),
];

/** Whether an answer says nothing of an owner that was not said in the request. */
function tellsNothing(answer: unknown, stored: Owner, entered: Owner): boolean {
  const text = JSON.stringify(answer);
  const own = stored.zip ?? "";
  return (
    (entered.zip === own || !text.includes(`"${own}"`)) && !text.includes("SECRET-") && !text.includes(caller.name)
  );
}

/** Whether two refusals have the same code, and the same hints. */
function likeHints(a: object, b: object): boolean {
  const hints = (of: object): string => JSON.stringify("fields" in of ? of.fields : null);
  return "code" in a && "code" in b && a.code === b.code && hints(a) === hints(b);
}

function isHeld(code: string): boolean {
  return code === "center/operator-needed" || code === "center/limit-reached";
}

/** A request that counts as a violation. */
function offend(violation: Violation, by: "automatic" | "file", one: Customer, desk: Desk, at: number): Asked {
  const wish = { operation: "recovery", pin: pinIn(desk, 0), at } as const;
  switch (violation) {
    case "two-computers":
      return sending(by, elsewhere(one), wish);
    case "recoveries":
      return sending(by, one, wish);
    case "owner-guesses":
      return sending(by, { ...one, owner: withField(one.owner, "zip", `${one.owner.zip ?? ""}${at}`) }, wish);
    case "copies":
      return again(by, one, desk, at);
  }
}

/** A request with which nothing is wrong but what came before it. */
function good(violation: Violation, by: "automatic" | "file", one: Customer, desk: Desk, at: number): Asked {
  if (violation === "copies") return again(by, one, desk, at);
  return sending(by, one, { operation: "recovery", pin: pinIn(desk, 0), at });
}

/** The request that the license was acquired with, once more. */
function again(by: "automatic" | "file", one: Customer, desk: Desk, at: number): Asked {
  return { ...asking(by, one, { operation: "first-time", pin: pinIn(desk, 0), at: 10 }), at };
}
