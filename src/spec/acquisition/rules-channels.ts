import * as fc from "fast-check";
import type { Choice, WizardView } from "../../acquisition/index.js";
import { KIT } from "../pins/kits.js";
import { ensure, ensureEqual, rulesFor, type Rule } from "../rule.js";
import { factsOf, offered, recommended } from "./model.js";
import { failing, next, open, press, upTo, walk, type Trip } from "./trip.js";
import { acquiring, wishing, type World } from "./world.js";

const rule = rulesFor("acquisition");

/** People who are asked for a channel. */
const asked: fc.Arbitrary<World> = fc
  .tuple(acquiring, fc.constantFrom(undefined, "basic" as const))
  .map(([of, edition]) => {
    const manual = wishing(of, { automatic: false, unchanged: true });
    if (edition === undefined) return manual;
    const { licenses: _, dictated: __, ...context } = manual.context;
    return wishing(
      { ...manual, context: { ...context, edition } },
      { pin: "3815053764101229", sparePin: "3815053764101230" },
    );
  });

/** The rules on channels. */
export const channelRules: readonly Rule[] = [
  rule(
    {
      id: "AQ-06",
      statement:
        "Channels offered obey PH-03 and CE-03, and for a further license on a computer the channel of its first one (known licenses are passed in; automatic and file count as one). If these leave none, the last yields, and it says so. What is not offered says why.",
      source: "S2",
    },
    {
      cases: fc.tuple(asked, fc.constantFrom(undefined, "phone", "automatic-or-file", "automatic", "file")),
      async holds(subject, [of, tied]) {
        const at = await channelStep(await open(subject, of));
        const { view } = at;
        const { channels, yielded } = offered(factsOf(of));
        ensureEqual(offeredIn(view), channels, "the channels that are offered");
        ensureEqual(saysYields(view), yielded > 0, "whether a rule had to yield is said");
        for (const choice of choicesIn(view)) {
          if (choice.offered) continue;
          ensure(choice.why !== undefined, `why ${choice.value} is not offered is said`);
          const taken = await next(at, { channel: choice.value });
          ensureEqual(
            [taken.view.step, taken.view.fields[0]?.wrong !== undefined],
            ["channel", true],
            "it cannot be chosen",
          );
        }
        if (tied === undefined || of.wishes.operation !== "recovery") return;
        // The licensing center knows better how it was acquired.
        const sent = await walk(
          await open(subject, wishing(of, { automatic: true, channel: "automatic" })),
          upTo("sending"),
        );
        if (sent.view.step !== "sending") return;
        const told = await failing(sent, {
          outcome: "refused",
          code: "center/other-channel",
          evidence: { instead: "use-that-channel", expected: tied },
        });
        const again = await channelStep(await press({ ...told, world: of }, "correct"));
        const within = tied === "automatic-or-file" ? ["automatic", "file"] : [tied];
        const byPhone = offered({ ...factsOf(of), acquired: undefined, first: undefined }).channels;
        const left = within.filter((channel) => byPhone.some((one) => one === channel));
        ensureEqual(offeredIn(again.view), left.length > 0 ? left : byPhone, "what the center said is heeded");
      },
    },
  ),
  rule(
    {
      id: "AQ-16",
      statement:
        "One channel is recommended: automatic if the center is reachable; else file if another computer has internet; phone only if neither and PH-03 allows. Each choice has a description.",
      source: "S1, S2, S4",
    },
    {
      cases: asked,
      async holds(subject, of) {
        const { view } = await channelStep(await open(subject, of));
        const choices = choicesIn(view);
        const best = choices.filter((choice) => choice.recommended);
        ensureEqual(best.length, 1, "recommended channels");
        ensure(
          best.every((choice) => choice.offered),
          "what is recommended is offered",
        );
        const { channels } = offered(factsOf(of));
        const expected = recommended(channels, of.context);
        if (expected !== undefined) ensureEqual(best[0]?.value, expected, "the channel that is recommended");
        ensureEqual(
          choices.map(({ value }) => value),
          ["automatic", "file", "phone"],
          "each choice has a name to describe",
        );
      },
    },
  ),
  rule(
    {
      id: "AQ-17",
      statement:
        "The license kind (single-user, multi-user, server, unknown) is known from the context or asked; unknown: all channels and places offered, each with its condition.",
      source: "S1, S2",
    },
    {
      cases: asked,
      async holds(subject, of) {
        const kit = await walk(await open(subject, of), upTo("kit"));
        const field = kit.view.fields.find(({ name }) => name === "kind");
        ensureEqual(field !== undefined, of.context.kind === undefined, "whether it is asked");
        if (field === undefined || of.context.edition === "basic") return;
        const values = field.choices?.map(({ value }) => value);
        ensureEqual(values, ["single-user", "multi-user", "server", "unknown"], "what can be answered");
        const { licenses: _, dictated: __, ...context } = of.context;
        const unknown = { ...wishing(of, { kind: "unknown" }), context };
        const { view } = await channelStep(await open(subject, unknown));
        ensureEqual(offeredIn(view), ["automatic", "file", "phone"], "all channels are offered");
        const phone = choicesIn(view).find(({ value }) => value === "phone");
        ensureEqual(phone?.condition?.code, "acquisition/if-single-user", "the phone for a single-user license");
        for (const onServer of [false, true]) {
          const place = await walk(await open(subject, wishing(unknown, { onServer })), upTo("operation"));
          ensureEqual(place.view.step, "operation", `it may be installed ${onServer ? "on a server" : "here"}`);
        }
        const notices = kit.view.notices.map(({ code }) => code);
        ensure(notices.includes("acquisition/kind-unknown"), "what each place is for is said");
      },
    },
  ),
];

/** The step on which a channel is chosen. */
async function channelStep(trip: Trip): Promise<Trip> {
  const there = await walk(trip, upTo("channel"));
  ensureEqual(there.view.step, "channel", `the channel is asked for, of kit ${KIT}`);
  return there;
}

function choicesIn({ fields }: WizardView): readonly Choice[] {
  return fields[0]?.choices ?? [];
}

function offeredIn(view: WizardView): readonly string[] {
  return choicesIn(view)
    .filter((choice) => choice.offered)
    .map(({ value }) => value);
}

function saysYields({ notices }: WizardView): boolean {
  return notices.some(({ code }) => code.endsWith("-yields"));
}
