import * as fc from "fast-check";
import type { Field, WizardView } from "../../acquisition/index.js";
import { ownerFields, fieldOf } from "../../owner/index.js";
import { pinNumber } from "../pins/kits.js";
import { ensure, ensureEqual, rulesFor, type Rule } from "../rule.js";
import { requested } from "./seen.js";
import { enter, goBack, next, open, press, serve, upTo, walk, type Trip } from "./trip.js";
import { nowOf, PIN, recoveringOf, SPARE, wishing, world, type World } from "./world.js";

const rule = rulesFor("acquisition");

/** The rules on recovery. */
export const recoveryRules: readonly Rule[] = [
  rule(
    {
      id: "AQ-05",
      statement:
        'Recovery: "key parameters have not been changed" confirmed: current PIN only; cleared: a spare PIN as well.',
      source: "S1, S2",
    },
    {
      cases: fc.tuple(
        fc.oneof(recoveringOf("same"), recoveringOf("changed"), world),
        fc.boolean(),
        fc.constantFrom("", "381", PIN),
      ),
      async holds(subject, [of, unchanged, wrong]) {
        const recovering = wishing(of, { action: "acquire", operation: "recovery", unchanged: true });
        const at = await walk(await open(subject, recovering), upTo("recovery"));
        if (at.view.notices.some(({ code }) => code === "acquisition/cannot-tell")) return; // AQ-18
        const asked = await enter(at, { unchanged, sparePin: SPARE });
        const known = comparedAs(at.view);
        const names = asked.view.fields.map(({ name }) => name);
        const sure = known === undefined || known === "changed" ? [] : ["spendSpare"];
        const expected = ["unchanged", "currentPin", ...(unchanged ? [] : ["sparePin", ...sure])];
        ensureEqual(names, expected, "the PINs that are asked for");
        ensure(possible(await enter(asked, { sparePin: wrong })) === unchanged, "a spare PIN that is none");
        const trip = await walk({ ...asked, world: wishing(recovering, { unchanged, sparePin: SPARE }) });
        const request = requested(trip);
        if (request === undefined) return; // the paper was there
        const expectedPins = unchanged ? ["recovery", PIN, undefined] : ["recovery-spare", SPARE, PIN];
        ensureEqual([request.operation, request.pin, request.supersededPin], expectedPins, "what is sent");
      },
    },
  ),
  rule(
    {
      id: "AQ-15",
      statement:
        "The PIN typed with the kit is taken over as current PIN. Where the old license is readable, owner fields are prefilled only if its binding survives, and stay editable.",
      source: "S1, S4",
    },
    {
      cases: fc.tuple(
        fc
          .constantFrom("same" as const, "changed" as const, "unread" as const)
          .chain((kinship) => fc.tuple(fc.constant(kinship), recoveringOf(kinship))),
        fc.constantFrom(PIN, pinNumber(4)),
      ),
      async holds(subject, [[kinship, of], pin]) {
        const at = await walk(await open(subject, wishing(of, { pin })), upTo("recovery"));
        ensureEqual(fieldIn(at.view, "currentPin").value, pin, "the current PIN");
        const same = pin !== PIN || kinship !== "changed";
        ensureEqual(fieldIn(at.view, "unchanged").value, same, "whether it changed, as far as is known");
        await anotherPin(at);
        const known = pin === PIN;
        const form = await walk({ ...at, world: wishing(of, { unchanged: false }) }, upTo("verify-owner"));
        const filled = ownerFields.filter((name) =>
          form.view.fields.some((one) => one.name === name && one.value !== ""),
        );
        const stored = ownerFields.filter((name) => fieldOf(of.owner, name) !== undefined);
        ensureEqual(filled, known && kinship === "same" ? stored : [], `what is filled in, where it is ${kinship}`);
        const edited = await enter(form, { street: "Другая улица" });
        ensureEqual(fieldIn(edited.view, "street").value, "Другая улица", "it stays editable");
        const emptied = await enter(edited, { street: "" });
        ensureEqual(fieldIn(emptied.view, "street").value, "", "and stays empty, once it was emptied");
        const others = ownerFields.filter((name) => name !== "street");
        for (const name of others) {
          const [was, is] = [form, edited].map(({ view }) => view.fields.find((one) => one.name === name)?.value);
          ensureEqual(is, was, `${name} stays as it was`);
        }
      },
    },
  ),
  rule(
    {
      id: "AQ-18",
      statement:
        'An undetermined comparison (FP-15) leads to "read again"; the customer may go on with a spare PIN only by clearing "have not been changed" and confirming that a PIN will be spent.',
      source: "—",
    },
    {
      cases: fc.tuple(recoveringOf("unread"), fc.constantFrom("same" as const, "changed" as const, "unread" as const)),
      async holds(subject, [of, later]) {
        const at = await walk(await open(subject, of), upTo("recovery"));
        const claimed = await next(at, { unchanged: true });
        ensureEqual(claimed.view.step, "recovery", "nobody knows that it is unchanged");
        ensureEqual(fieldIn(claimed.view, "unchanged").wrong?.code, "acquisition/undetermined", "it is said why");
        const cleared = await enter(at, { unchanged: false, sparePin: SPARE });
        ensure(!possible(cleared), "a spare PIN is not spent in passing");
        ensureEqual((await next(cleared)).view.step, "recovery", "whatever is pressed");
        ensure(!possible(await enter(cleared, { spendSpare: false })), "nor without a word");
        ensure(!possible(await enter(cleared, { spendSpare: true, sparePin: "" })), "nor without one");
        const confirmed = await next(cleared, { spendSpare: true });
        ensureEqual(confirmed.view.step, "verify-owner", "it can be spent, where that is confirmed");
        const request = requested(await walk({ ...confirmed, world: wishing(of, { unchanged: false }) }));
        ensureEqual([request?.operation, request?.pin, request?.supersededPin], ["recovery-spare", SPARE, PIN], "sent");
        await readAgain(at, of, later);
      },
    },
  ),
];

/** What is typed in its place is what is sent, and compared. */
async function anotherPin(at: Trip): Promise<void> {
  const [other, spare] = [pinNumber(11), pinNumber(12)];
  const typed = await enter(at, { currentPin: other, unchanged: false, sparePin: other, spendSpare: true });
  ensure(fieldIn(typed.view, "sparePin").wrong !== undefined, "a spare PIN is another one than the current");
  const wanted = wishing(at.world, { currentPin: other, unchanged: false, sparePin: spare });
  const trip = await walk({ ...at, world: wanted });
  const request = requested(trip);
  ensureEqual([request?.pin, request?.supersededPin], [spare, other], "what is sent");
  const first = await walk({
    ...(await goBack(at, "operation")),
    world: wishing(at.world, { operation: "first-time" }),
  });
  ensureEqual(requested(first)?.pin, fieldIn(at.view, "currentPin").value, "a first registration takes the kit's PIN");
  const form = first.screens.find(({ step }) => step === "owner");
  ensure(form === undefined || fieldIn(form, "lastName").value === "", "and fills in nobody");
}

/** Read again, it may be another answer. */
async function readAgain(at: Trip, of: World, later: "same" | "changed" | "unread"): Promise<void> {
  ensure(
    at.view.buttons.some(({ button, enabled }) => button === "read-again" && enabled),
    "it can be read again",
  );
  const again = await press(at, "read-again");
  ensureEqual([again.view.step, again.effects[0]?.type], ["comparing", "gather-parameters"], "it is read again");
  const reference = { ...of.here, board: { model: "PRIME B450M-A" } };
  const read = await serve({ ...again, world: { ...of, here: nowOf(reference, later) } });
  ensureEqual(read.view.step, "recovery", "and compared again");
  const claimed = await next(read, { unchanged: true });
  ensureEqual(claimed.view.step === "verify-owner", later !== "unread", "unchanged, once it could be read");
}

/** What a comparison came to, where there was one: it is said. */
function comparedAs({ notices }: WizardView): string | undefined {
  const codes: readonly string[] = notices.map(({ code }) => code);
  if (codes.includes("acquisition/changed") || codes.includes("acquisition/not-unchanged")) return "changed";
  return codes.length > 0 ? "same" : undefined;
}

function possible({ view }: Trip): boolean {
  return view.hindrance === undefined;
}

function fieldIn({ fields }: WizardView, name: string): Field {
  const field = fields.find((one) => one.name === name);
  ensure(field !== undefined, `there is a field ${name}`);
  return field;
}
