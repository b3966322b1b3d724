import * as fc from "fast-check";
import type { Asked } from "../../center/index.js";
import {
  asking,
  byDocument,
  channel,
  customer,
  elsewhere,
  growth,
  inUse,
  nothingRead,
  otherOwner,
  pinIn,
  sending,
  severalSeats,
} from "./customers.js";
import { ask, granted, look, openDesk, refused, rowsOf, tell } from "./desk.js";
import { ensure, ensureEqual, rulesFor, type Rule } from "../rule.js";

const rule = rulesFor("center");

/** The rules on computers that changed, on spare PINs, and on requests that come again. */
export const recoveryRules: readonly Rule[] = [
  rule(
    {
      id: "CE-05",
      statement:
        "Recovery that claims unchanged parameters, with changed ones, is refused, and the remedy named (PN-10).",
      source: "S2, S4",
    },
    {
      cases: fc.tuple(severalSeats, customer, byDocument, growth),
      async holds(subject, [definition, one, by, grow]) {
        let desk = await inUse(await openDesk(subject, definition), by, one);
        let pin = pinIn(desk, 0);
        const reference = one.computer;
        const grown = await granted(
          desk,
          sending(by, grow(one), { operation: "recovery", pin, at: 20 }),
          "a computer that grew",
        );
        if (grown.answer.by !== "phone")
          ensureEqual(
            grown.answer.toSign.binding,
            { to: "hardware", reference },
            "the reference is the one of the acquisition",
          );
        const unread = { ...one, computer: { ...one.computer, networkName: { unreadable: "no rights" } } };
        const told = await refused(
          desk,
          sending(by, unread, { operation: "recovery", pin, at: 21 }),
          "center/parameters-unread",
        );
        ensure("parameters" in told.refusal, "what could not be read");
        ensureEqual(told.refusal.parameters, ["networkName"], "what could not be read, and nothing else");
        ensureEqual(told.refusal.instead, "read-again", "the remedy for what could not be read");

        const moved = elsewhere(one);
        const spares = definition.client?.workstations ?? 1;
        for (let round = 0; round < spares * 3; round++) {
          const claim = sending(by, moved, { operation: "recovery", pin, at: 30 + round });
          const { refusal } = await refused(desk, claim, "center/parameters-changed", "a changed computer");
          const unused = (await rowsOf(desk, claim)).filter(
            ({ set, state }) => set === "single-user" && state === "unused",
          );
          const [first] = unused;
          const remedy = { instead: refusal.instead, ...("unused" in refusal ? { unused: refusal.unused } : {}) };
          if (first === undefined) {
            ensureEqual(remedy, { instead: "request-an-additional-pin" }, "the remedy without a spare PIN");
            return;
          }
          const { set, place } = first;
          ensureEqual(remedy, { instead: "use-an-unused-pin", unused: { set, place } }, "the remedy with a spare PIN");
          const there = { ...moved, computer: { ...moved.computer, networkName: `PC-${round}` } };
          const wish = { operation: "recovery-spare", pin: first.pin, supersededPin: pin, at: 60 + round } as const;
          desk = (await granted({ ...desk, policies: unlimited }, sending(by, there, wish), "as the remedy says")).desk;
          pin = first.pin;
        }
      },
    },
  ),
  rule(
    {
      id: "CE-06",
      statement:
        'Recovery that offers a spare PIN where the current one would do is refused as `center/spare-not-needed`, the remedy "same PIN", nothing spent (policy `protectSparePins`, default on; not by phone, where it cannot be known).',
      source: "field reports",
    },
    {
      cases: fc.tuple(severalSeats, customer, channel, growth, fc.boolean(), fc.boolean()),
      async holds(subject, [definition, one, by, grow, grows, protectSparePins]) {
        const policies = protectSparePins ? {} : { protectSparePins };
        const desk = await inUse(await openDesk(subject, definition, policies), by, one);
        const [pin, spare] = [pinIn(desk, 0), pinIn(desk, 1)];
        const wish = { operation: "recovery-spare", pin: spare, supersededPin: pin } as const;
        const here = grows ? grow(one) : one;
        const asked = asking(by, here, { ...wish, at: 20 });
        if (by === "phone" || !protectSparePins) {
          await granted(desk, asked, "a spare PIN, by phone or without the policy");
        } else {
          const { refusal, desk: after } = await refused(desk, asked, "center/spare-not-needed");
          ensureEqual(refusal.instead, "use-the-same-pin", "the remedy");
          await granted(after, asking(by, here, { operation: "recovery", pin, at: 21 }), "as the remedy says");
        }
        if (by !== "phone") {
          const weak = asking(by, nothingRead(elsewhere(one)), { ...wish, at: 22 });
          await refused(desk, weak, "fingerprint/weak-binding", "a computer of which nothing is known");
        }
        await granted(desk, asking(by, elsewhere(one), { ...wish, at: 23 }), "where it is needed");
      },
    },
  ),
  rule(
    {
      id: "CE-07",
      statement:
        "The same request (same id; by phone the same 48 digits) gives the same answer and spends nothing more, while the license it made is current; after that PN-12 applies.",
      source: "—",
    },
    {
      cases: fc.tuple(severalSeats, customer, channel, otherOwner, fc.integer({ min: 1, max: 5 })),
      async holds(subject, [definition, one, by, another, times]) {
        let desk = await openDesk(subject, definition, unlimited);
        const [pin, spare, third] = [pinIn(desk, 0), pinIn(desk, 1), pinIn(desk, 2)];
        const moved = elsewhere(one);
        const first: Asked = { ...asking(by, one, { operation: "first-time", pin, at: 10 }), terms: until(0) };
        const begun = await granted(desk, first);
        desk = begun.desk;
        const known = [{ asked: first, answer: begun.answer }];
        for (let n = 1; n <= times; n++) {
          const given = n % 2 === 0 ? {} : { terms: until(n) };
          const asked = { ...asking(by, one, { operation: "recovery", pin, at: 20 + n }), ...given };
          const { desk: after, answer } = await granted(desk, asked);
          const says = answer.by === "phone" ? undefined : [answer.toSign.expiresAt, answer.toSign.issuedAt];
          // Without terms of its own, a recovery says what the license said.
          if (says !== undefined) ensureEqual(says, [until(n - ((n + 1) % 2)).expiresAt, 20 + n], "each its own terms");
          desk = after;
          known.push({ asked, answer });
        }
        for (const { asked, answer } of known) {
          const later = { ...asked, at: 500, terms: until(900) };
          const { desk: after, answer: again, events } = await ask(desk, later);
          ensureEqual(events, [], "no event");
          ensureEqual(after.state, desk.state, "nothing changes");
          ensureEqual(again, answer, "the same answer");
          if (asked.by === "phone") {
            const stranger = { ...asked, contact: { name: "Boris" }, contactConfirmed: false };
            await refused(desk, stranger, "center/contact-not-confirmed", "read by somebody else");
            continue;
          }
          const { request } = asked;
          for (const altered of [
            { ...request, owner: another(one.owner) },
            { ...request, parameters: moved.computer },
            {
              ...request,
              operation: request.operation === "recovery" ? ("first-time" as const) : ("recovery" as const),
            },
          ])
            await refused(
              desk,
              { ...asked, request: altered },
              "center/altered-request",
              "another request with its id",
            );
        }
        if (first.by !== "phone") {
          for (const { asked } of known) {
            if (asked.by === "phone") continue;
            const other = { ...asked.request, operation: "first-time" as const, pin: spare };
            await refused(desk, { ...asked, request: other }, "center/altered-request", "its id, with another PIN");
          }
        }
        const renewal = await ask(desk, { ...first, at: 550, renew: true, terms: until(950) });
        ensureEqual(
          renewal.events.map(({ type }) => type),
          ["license-renewed"],
          "only the center renews it",
        );
        const renewed = await ask(renewal.desk, { ...first, at: 560 });
        ensureEqual([renewed.events, renewed.answer], [[], renewal.answer], "and then says so");
        ensure(JSON.stringify(renewed.answer) !== JSON.stringify(begun.answer), "with other terms");

        const change = asking(by, moved, { operation: "recovery-spare", pin: spare, supersededPin: pin, at: 600 });
        const changed = await granted(renewal.desk, change);
        for (const { asked } of known)
          await refused(changed.desk, { ...asked, at: 700 }, "pins/superseded", "what gave way");
        ensureEqual((await look(changed.desk, first)).license?.pin, spare, "the license goes on under the spare PIN");
        const again = await ask(changed.desk, { ...change, at: 701 });
        ensureEqual([again.events, again.answer], [[], changed.answer], "the one that made it what it is");
        const back = asking(by, one, { operation: "recovery-spare", pin: third, supersededPin: spare, at: 702 });
        const twice = await granted(changed.desk, back);
        ensureEqual(twice.answer.toSign.supersededPin, spare, "the PIN that gave way last");
        const same = await granted(twice.desk, asking(by, one, { operation: "recovery", pin: third, at: 703 }));
        const superseded = same.answer.by === "phone" ? undefined : spare; // by phone, digits name none
        ensureEqual(same.answer.toSign.supersededPin, superseded, "what the same license says of it");
        const revoked = await tell(changed.desk, { type: "revoke", data: { pin: spare, at: 800 } });
        await refused(revoked.desk, { ...change, at: 801 }, "pins/superseded", "after the end");
      },
    },
  ),
];

/** Terms, each its own: the months of another century. */
function until(nth: number): { readonly expiresAt: number } {
  return { expiresAt: 3_000_000_000_000 + nth * 3_000_000 };
}

/** A center that counts nothing. */
const unlimited = {
  limits: { "two-computers": null, recoveries: null, "owner-guesses": null, copies: null },
} as const;
