import * as fc from "fast-check";
import { requestLayout, sheetOf } from "../../phone/index.js";
import { modelPorts } from "../license/model-ports.js";
import { caller, calling, customer, inUse, pinIn, severalSeats, shifted } from "./customers.js";
import { granted, look, openDesk, refused, rowsOf, tell } from "./desk.js";
import { ensure, ensureEqual, rulesFor, type Rule } from "../rule.js";

const rule = rulesFor("center");

/** The rules on calls: what the operator sees, hears and dictates. */
export const phoneRules: readonly Rule[] = [
  rule(
    {
      id: "CE-11",
      statement:
        "Phone: the operator sees the decoded request, its checksum, the decision and the rows to dictate with their checksums.",
      source: "S2",
    },
    {
      cases: fc.tuple(severalSeats, customer, fc.boolean()),
      async holds(subject, [definition, one, withChecksums]) {
        const empty = await openDesk(subject, definition);
        const pin = pinIn(empty, 0);
        const { ownerCode, binding } = one;
        const fields = { operation: "first-time", pin, ownerCode, binding } as const;
        const call = calling(one, { operation: "first-time", pin, at: 10 });
        const digits = call.digits.slice(0, 48);
        const sheet = sheetOf(digits, requestLayout);
        const dictated = sheet.rows.map(({ groups, checksum }) => [...groups, checksum].join(" ")).join("\n");
        const spoken = withChecksums ? { ...call, digits: `${dictated}\n${sheet.total}` } : call;
        const sign = modelPorts.phoneSign;
        const before = await look(empty, spoken, { sign });
        ensureEqual(before.request, { by: "phone", fields, sheet }, "the decoded request and its checksums");
        ensureEqual(before.answer, { answer: "would-be-granted" }, "the decision, and nothing to sign");
        ensureEqual(before.dictation, undefined, "nothing is signed by looking");
        ensureEqual(
          before.kit?.pins.map(({ state }) => state).includes("current"),
          false,
          "nothing is granted by looking",
        );

        const { desk, answer } = await granted(empty, spoken);
        const after = await look(desk, spoken, { sign });
        ensure(answer.by === "phone" && after.dictation !== undefined, "the rows to dictate");
        ensureEqual(after.answer, { answer: "granted" }, "it is on record");
        const { rows, digits: response, total } = after.dictation;
        const laidOut = sheetOf(response, { kind: "response", rows: 8, groups: 5 });
        ensureEqual({ rows, total }, { rows: laidOut.rows, total: laidOut.total }, "with their checksums");
        ensureEqual(response.slice(0, 4), answer.toSign.payload, "of what was granted");

        const bare = await look(empty, { ...call, digits });
        ensure(bare.problem?.code === "center/incomplete-call", "digits that nobody checked could be another request");
        const compared = await look(empty, { ...call, digits, checksumConfirmed: true });
        ensureEqual(compared.answer, { answer: "would-be-granted" }, "a checksum that was compared by voice");
        const wrong = await look(desk, { ...call, digits: call.digits.slice(1) });
        ensure(wrong.problem !== undefined && wrong.request === undefined, "digits that are no request");
        ensure(wrong.kit !== undefined, "and the kit all the same");
        const stranger = await look(desk, { ...call, kit: "123456789" });
        ensure(stranger.problem?.code === "center/other-kit", "a call for another kit");
      },
    },
  ),
  rule(
    {
      id: "CE-15",
      statement:
        "By phone, operation 2 is granted only if the binding digits equal the recorded ones; otherwise refused as `center/binding-differs` (changed or merely grown cannot be told: policy, an operator may grant it against a spare PIN).",
      source: "S2; docs/formats.md",
    },
    {
      cases: fc.tuple(severalSeats, customer, fc.boolean()),
      async holds(subject, [definition, one, rebindByPhone]) {
        const policies = rebindByPhone ? { rebindByPhone } : {};
        let desk = await inUse(await openDesk(subject, definition, policies), "phone", one);
        const [pin, spare] = [pinIn(desk, 0), pinIn(desk, 1)];
        const wish = { operation: "recovery", pin, at: 20 } as const;
        desk = (await granted(desk, calling(one, wish), "the same digits")).desk;
        const other = { ...one, binding: shifted(one.binding) };
        const { refusal } = await refused(desk, calling(other, wish), "center/binding-differs");
        ensure("unused" in refusal && refusal.unused.place === 2, "the remedy: a spare PIN");
        const stranger = { ...other, ownerCode: shifted(one.ownerCode) };
        await refused(desk, calling(stranger, wish), "center/owner-differs", "another owner");

        const against = { ...calling(other, wish), againstSpare: spare };
        if (!rebindByPhone) {
          const told = await tell(desk, { type: "request-license", data: against });
          ensure(
            !told.decision.ok && told.decision.error.code === "center/no-rebinding",
            "the policy does not let him",
          );
          return;
        }
        await refused(
          desk,
          { ...against, againstSpare: pin },
          "pins/spare-is-current",
          "the current PIN is no spare one",
        );
        const bound = await granted(desk, against, "against a spare PIN");
        const rows = await rowsOf(bound.desk, against);
        const states = [pin, spare].map((one) => rows.find((row) => row.pin === one)?.state);
        ensureEqual(states, ["current", "cancelled"], "the license goes on under its PIN, and a spare one is spent");
        await refused(bound.desk, calling(one, { ...wish, at: 30 }), "center/binding-differs", "the computer before");
        ensureEqual((await look(bound.desk, against)).license?.supersededPin, null, "no PIN gave way");
        await granted(bound.desk, calling(other, { ...wish, at: 31 }), "the computer now");
        const { license } = await look(bound.desk, calling(other, wish));
        ensureEqual(license?.pin, pin, "under the same PIN");
      },
    },
  ),
  rule(
    {
      id: "CE-16",
      statement:
        "At a first registration by phone the operator notes a contact (name, organization, e-mail), checked by voice at recovery.",
      source: "S2",
    },
    {
      cases: fc.tuple(severalSeats, customer, fc.boolean()),
      async holds(subject, [definition, one, withSpare]) {
        const empty = await openDesk(subject, definition);
        const [pin, spare] = [pinIn(empty, 0), pinIn(empty, 1)];
        const first = calling(one, { operation: "first-time", pin, at: 10 });
        const { contact: _, ...nobody } = first;
        const told = await tell(empty, { type: "request-license", data: nobody });
        ensure(!told.decision.ok && told.decision.error.code === "center/incomplete-call", "who calls is noted");
        const blank = { ...first, contact: { ...caller, name: " " } };
        ensure(!(await tell(empty, { type: "request-license", data: blank })).decision.ok, "a name, not blanks");
        const { desk } = await granted(empty, first, "a first registration by phone");

        const who = withSpare ? { ...one, binding: shifted(one.binding) } : one;
        const wish = withSpare
          ? ({ operation: "recovery-spare", pin: spare, supersededPin: pin, at: 20 } as const)
          : ({ operation: "recovery", pin, at: 20 } as const);
        const call = calling(who, wish);
        ensureEqual((await look(desk, call)).license?.contact, caller, "the operator sees the contact");
        for (const contactConfirmed of [undefined, false])
          await refused(desk, { ...call, contactConfirmed }, "center/contact-not-confirmed", "somebody else calls");
        const { refusal } = await refused(desk, { ...call, contactConfirmed: false }, "center/contact-not-confirmed");
        ensure(!JSON.stringify(refusal).includes(caller.name), "who it should be is not told");
        const recovered = await granted(desk, call, "the contact calls");
        ensureEqual((await look(recovered.desk, call)).license?.contact, caller, "the contact stays");
      },
    },
  ),
];
