import * as fc from "fast-check";
import type { Asked } from "../../center/index.js";
import {
  asking,
  byDocument,
  calling,
  channel,
  customer,
  elsewhere,
  growth,
  inUse,
  nothingRead,
  otherOwner,
  pinIn,
  requestOf,
  sending,
  severalSeats,
  twoCustomers,
} from "./customers.js";
import { granted, look, openDesk, refused, vendor } from "./desk.js";
import { pinNumber } from "../pins/kits.js";
import { ensure, ensureEqual, rulesFor, type Rule } from "../rule.js";

const rule = rulesFor("center");

/** The rules on what is asked of a center, and what is compared. */
export const requestRules: readonly Rule[] = [
  rule(
    {
      id: "CE-01",
      statement:
        "First-time registration: of what the customer types, kit number and PIN are checked (PN, PH-03); owner, binding and channel are recorded, not compared.",
      source: "S2",
    },
    {
      cases: fc.tuple(severalSeats, twoCustomers, channel, channel),
      async holds(subject, [definition, [one, other], firstBy, secondBy]) {
        let desk = await openDesk(subject, definition);
        const [first, second] = [pinIn(desk, 0), pinIn(desk, 1)];
        const wish = { operation: "first-time", pin: first, at: 10 } as const;
        await refused(
          desk,
          asking(firstBy, one, { ...wish, pin: pinNumber(900) }),
          "pins/not-in-kit",
          "a PIN of no kit",
        );
        await refused(desk, withKit(asking(firstBy, one, wish), "123456789"), "center/other-kit", "another kit");
        for (const name of ["issuer", "product"] as const)
          await refused(desk, withVendor(sending("file", one, wish), name), "center/other-vendor", `another ${name}`);
        if (desk.kit.pins["multi-user"] !== undefined) {
          const many = { ...wish, pin: pinIn(desk, 0, "multi-user") };
          const multi = await granted(desk, sending("file", one, many), "a multi-user license");
          ensure(multi.answer.by !== "phone", "by file");
          const { kind, seats } = multi.answer.toSign;
          ensureEqual([kind, seats], ["multi-user", definition.client?.workstations], "for all workstations");
          await refused(desk, calling(one, many), "phone/single-user-only", "a multi-user license by phone");
        }
        const wrongKind = { ...sending("file", one, wish).request, kind: "server" as const };
        await refused(
          desk,
          { ...sending("file", one, wish), request: wrongKind },
          "pins/wrong-license-type",
          "another kind",
        );
        const kept = nothingRead(one);
        await refused(
          desk,
          sending("file", kept, wish),
          "fingerprint/weak-binding",
          "a computer of which nothing is known",
        );

        const { answer, desk: after, events } = await granted(desk, asking(firstBy, one, wish), "a first registration");
        ensureEqual(events.length, 1, "one event");
        if (answer.by !== "phone") {
          const expected = {
            ...vendor,
            kit: desk.kit.kit,
            pin: first,
            name: `${first}-${desk.kit.kit}`,
            kind: "single-user",
            seats: 1,
            owner: one.owner,
            binding: { to: "hardware", reference: one.computer },
            channel: firstBy,
            issuedAt: 10,
            request: requestOf(one, wish).id,
          };
          ensureEqual(answer.toSign, expected, "what is to be signed");
        } else {
          const call = asking("phone", one, wish);
          const digits = call.by === "phone" ? call.digits.slice(0, 48) : "";
          const expected = { ...vendor, kit: desk.kit.kit, request: digits, payload: "0000" };
          ensureEqual(answer.toSign, expected, "what is to be signed");
        }
        const again = { ...wish, at: 11 };
        await refused(after, asking(secondBy, other, again), "pins/already-activated", "the same PIN elsewhere");
        desk = (await granted(after, asking(secondBy, other, { ...wish, pin: second, at: 12 }), "another license"))
          .desk;
        const { license } = await look(desk, asking(firstBy, one, { ...wish, operation: "recovery", at: 13 }));
        ensureEqual(license?.channel, firstBy, "the channel is recorded");
      },
    },
  ),
  rule(
    {
      id: "CE-02",
      statement: "Recovery checks kit, PIN, owner (OW-04) and channel.",
      source: "S2",
    },
    {
      cases: fc.tuple(severalSeats, customer, byDocument, otherOwner, fc.boolean(), growth),
      async holds(subject, [definition, one, by, another, withSpare, grow]) {
        const desk = await inUse(await openDesk(subject, definition), by, one);
        const [pin, spare, third] = [pinIn(desk, 0), pinIn(desk, 1), pinIn(desk, 2)];
        const wish = withSpare
          ? ({ operation: "recovery-spare", pin: spare, supersededPin: pin, at: 20 } as const)
          : ({ operation: "recovery", pin, at: 20 } as const);
        const who = withSpare ? elsewhere(one) : grow(one);
        await refused(desk, withKit(sending(by, who, wish), "123456789"), "center/other-kit", "another kit");
        const unknown = withSpare ? { ...wish, supersededPin: pinNumber(900) } : { ...wish, pin: pinNumber(900) };
        await refused(desk, sending(by, who, unknown), "pins/not-in-kit", "a PIN of no kit");
        const unused = withSpare ? { ...wish, supersededPin: third } : { ...wish, pin: third };
        await refused(desk, sending(by, who, unused), "pins/not-activated", "a PIN without a license");
        await refused(desk, calling(who, wish), "center/other-channel", "another channel");
        const wrongKind = { ...sending(by, who, wish).request, kind: "server" as const };
        await refused(
          desk,
          { ...sending(by, who, wish), request: wrongKind },
          "pins/wrong-license-type",
          "another kind",
        );
        const renewed = { ...sending(by, who, wish), terms: { expiresAt: 100 } };
        const lasting = (await granted(desk, renewed, "with an expiry")).desk;
        const after = withSpare ? { ...wish, operation: "recovery" as const, pin: spare } : wish;
        const { supersededPin: _, ...again } = { supersededPin: "", ...after };
        await granted(lasting, sending(by, who, { ...again, at: 99 }), "before it expires");
        await refused(lasting, sending(by, who, { ...again, at: 100 }), "center/expired", "when it has expired");
        const owner = another(one.owner);
        const { refusal } = await refused(
          desk,
          sending(by, { ...who, owner }, wish),
          "center/owner-differs",
          "another owner",
        );
        ensure("fields" in refusal && refusal.fields.length === 1, "the field that differs is named");
        await granted(desk, sending(by, who, wish), "with all of it right, a recovery");
      },
    },
  ),
  rule(
    {
      id: "CE-03",
      statement:
        "A license acquired by phone is recovered by phone only; one acquired automatically or by file, automatically or by file. The channel is that of the first acquisition; recovery never changes it. Policy `channels: strict` ties automatic and file too.",
      source: "S1, S2, S4",
    },
    {
      cases: fc.tuple(
        severalSeats,
        customer,
        channel,
        channel,
        fc.constantFrom("lenient" as const, "strict" as const),
        fc.boolean(),
      ),
      async holds(subject, [definition, one, firstBy, by, channels, withSpare]) {
        let desk = await inUse(await openDesk(subject, definition, { channels }), firstBy, one);
        const [pin, spare] = [pinIn(desk, 0), pinIn(desk, 1)];
        const wish = withSpare
          ? ({ operation: "recovery-spare", pin: spare, supersededPin: pin, at: 20 } as const)
          : ({ operation: "recovery", pin, at: 20 } as const);
        const who = withSpare ? elsewhere(one) : one;
        const lenient = channels === "lenient" && firstBy !== "phone" && by !== "phone";
        if (by !== firstBy && !lenient) {
          const { refusal } = await refused(
            desk,
            asking(by, who, wish),
            "center/other-channel",
            `${firstBy}, then ${by}`,
          );
          const expected = firstBy === "phone" || channels === "strict" ? firstBy : "automatic-or-file";
          ensure(
            "expected" in refusal && refusal.expected === expected,
            `it says by which: ${JSON.stringify(refusal)}`,
          );
          return;
        }
        const recovered = await granted(desk, asking(by, who, wish), `${firstBy}, then ${by}`);
        desk = recovered.desk;
        if (recovered.answer.by !== "phone")
          ensureEqual(
            recovered.answer.toSign.channel,
            firstBy,
            "the license says the channel of the first acquisition",
          );
        const now = withSpare ? spare : pin;
        const { license } = await look(desk, asking(firstBy, who, { operation: "recovery", pin: now, at: 30 }));
        ensureEqual(license?.channel, firstBy, "the channel of the first acquisition stays");
        await granted(desk, asking(firstBy, who, { operation: "recovery", pin: now, at: 31 }), "by it again");
      },
    },
  ),
];

function withKit(asked: Asked, kit: string): Asked {
  return asked.by === "phone" ? { ...asked, kit } : { ...asked, request: { ...asked.request, kit } };
}

function withVendor(asked: ReturnType<typeof sending>, name: "issuer" | "product"): Asked {
  return { ...asked, request: { ...asked.request, [name]: "another" } };
}
