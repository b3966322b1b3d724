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
  otherOwner,
  pinIn,
  requestOf,
  sending,
  severalSeats,
} from "./customers.js";
import { ask, granted, openDesk, refused, rowsOf, tell } from "./desk.js";
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
        ensure(
          "parameters" in told.refusal && told.refusal.parameters.includes("networkName"),
          "what could not be read",
        );
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
        await granted(desk, asking(by, elsewhere(one), { ...wish, at: 22 }), "where it is needed");
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
      cases: fc.tuple(severalSeats, customer, channel, otherOwner, fc.integer({ min: 1, max: 12 })),
      async holds(subject, [definition, one, by, another, times]) {
        let desk = await openDesk(subject, definition, unlimited);
        const [pin, spare] = [pinIn(desk, 0), pinIn(desk, 1)];
        const moved = elsewhere(one);
        const terms = { expiresAt: 3_800_000_000_000 };
        const first: Asked = { ...asking(by, one, { operation: "first-time", pin, at: 10 }), terms };
        const begun = await granted(desk, first);
        desk = begun.desk;
        const known = [{ asked: first, answer: begun.answer }];
        for (let n = 0; n < times; n++) {
          const asked = asking(by, one, { operation: "recovery", pin, at: 20 + n });
          const { desk: after, answer } = await granted(desk, asked);
          desk = after;
          known.push({ asked, answer });
        }
        for (const { asked, answer } of known) {
          const later = { ...asked, at: 500, terms: undefined };
          const { desk: after, answer: again, events } = await ask(desk, later);
          ensureEqual(events, [], "no event");
          ensureEqual(after.state, desk.state, "nothing changes");
          ensureEqual(again, answer, "the same answer");
        }
        if (first.by !== "phone") {
          const { operation } = first.request;
          for (const altered of [
            requestOf({ ...one, owner: another(one.owner) }, { operation, pin, at: 10 }),
            requestOf(moved, { operation, pin, at: 10 }),
            { ...first.request, operation: "recovery" as const },
          ])
            await refused(
              desk,
              { ...first, request: altered },
              "center/altered-request",
              "another request with its id",
            );
        }
        const change = asking(by, moved, { operation: "recovery-spare", pin: spare, supersededPin: pin, at: 600 });
        const changed = await granted(desk, change);
        for (const { asked } of known)
          await refused(changed.desk, { ...asked, at: 700 }, "pins/superseded", "what gave way");
        const again = await ask(changed.desk, { ...change, at: 701 });
        ensureEqual([again.events, again.answer], [[], changed.answer], "the one that made it what it is");
        const revoked = await tell(changed.desk, { type: "revoke", data: { pin: spare, at: 800 } });
        await refused(revoked.desk, { ...change, at: 801 }, "pins/superseded", "after the end");
      },
    },
  ),
];

/** A center that counts nothing. */
const unlimited = {
  limits: { "two-computers": null, recoveries: null, "owner-guesses": null, copies: null },
} as const;
