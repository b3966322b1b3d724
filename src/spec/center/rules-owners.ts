import * as fc from "fast-check";
import { byDocument, elsewhere, inUse, pinIn, sending, severalSeats, twoCustomers } from "./customers.js";
import { granted, look, openDesk, refused } from "./desk.js";
import { ensureEqual, rulesFor, type Rule } from "../rule.js";

const rule = rulesFor("center");

/** The rule on whose a license is. */
export const ownerRules: readonly Rule[] = [
  rule(
    {
      id: "CE-12",
      statement:
        "The owner belongs to the license, not to the kit: recovery compares with what was entered at that license's first acquisition; a spare PIN inherits it.",
      source: "S2 p.30",
    },
    {
      cases: fc.tuple(severalSeats, twoCustomers, byDocument, fc.boolean()),
      async holds(subject, [definition, [one, other], by, digests]) {
        const owners = digests ? { digestKey: new Uint8Array(32).fill(7) } : "clear";
        let desk = await inUse(await openDesk(subject, definition, { owners }), by, one);
        const [first, second, spare] = [pinIn(desk, 0), pinIn(desk, 1), pinIn(desk, 2)];
        desk = (await granted(desk, sending(by, other, { operation: "first-time", pin: second, at: 15 }))).desk;
        const again = { operation: "recovery", at: 20 } as const;
        const swapped = { ...one, owner: other.owner };
        await refused(
          desk,
          sending(by, swapped, { ...again, pin: first }),
          "center/owner-differs",
          "the kit's other owner",
        );
        await granted(desk, sending(by, one, { ...again, pin: first }), "its own owner");
        const { license } = await look(desk, sending(by, one, { ...again, pin: first }));
        ensureEqual(license?.owner.kept, digests ? "digest" : "fields", "owners are kept as the policy says");
        if (digests) {
          const keyless = { ...desk, policies: {} };
          await refused(
            keyless,
            sending(by, one, { ...again, pin: first, id: 99 }),
            "center/owner-differs",
            "without its key",
          );
        }
        await granted(desk, sending(by, other, { ...again, pin: second }), "the other license's own owner");

        const moved = elsewhere(one);
        const change = { operation: "recovery-spare", pin: spare, supersededPin: first, at: 30 } as const;
        const stranger = { ...moved, owner: other.owner };
        await refused(
          desk,
          sending(by, stranger, change),
          "center/owner-differs",
          "the kit's other owner, with a spare PIN",
        );
        desk = (await granted(desk, sending(by, moved, change))).desk;
        const later = { operation: "recovery", pin: spare, at: 40 } as const;
        await refused(
          desk,
          sending(by, stranger, later),
          "center/owner-differs",
          "the spare PIN has no owner of its own",
        );
        const recovered = await granted(desk, sending(by, moved, later), "the spare PIN inherits the owner");
        if (recovered.answer.by !== "phone")
          ensureEqual(recovered.answer.toSign.owner, one.owner, "the license says it");
      },
    },
  ),
];
