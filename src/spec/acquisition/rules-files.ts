import * as fc from "fast-check";
import type { Outcome, WizardView } from "../../acquisition/index.js";
import { ensure, ensureEqual, rulesFor, type Rule } from "../rule.js";
import { requested } from "./seen.js";
import { failing, next, open, press, serve, stored, upTo, walk, type Trip } from "./trip.js";
import { acquiring, grantedTo, placeWished, wishing, type World } from "./world.js";

const rule = rulesFor("acquisition");

/** People who can take any channel, and take a file. */
export const byFile: fc.Arbitrary<World> = acquiring.map((of) => {
  const { licenses: _, dictated: __, ...context } = of.context;
  const single = { ...of, context: { ...context, kind: "single-user" } } as const;
  return wishing(single, { automatic: false, channel: "file" });
});

/** What a person is told when it fails: of the host, and of the licensing center. */
const failures: fc.Arbitrary<Outcome> = fc.oneof(
  fc.record({
    outcome: fc.constant("failed" as const),
    code: fc.constantFrom("acquisition/center-unreachable", "license/not-verified", "acquisition/not-opened"),
    details: fc.constantFrom("ECONNREFUSED 10.0.0.1:443", "404 <b>not found</b>"),
  }),
  fc.record({
    outcome: fc.constant("refused" as const),
    code: fc.constantFrom("center/owner-differs", "pins/not-in-kit", "pins/superseded", "vendor/of-its-own"),
    evidence: fc.record({
      instead: fc.constantFrom("correct-the-owner", "check-the-pin", "ask-the-licensing-center"),
      fields: fc.constantFrom([], [{ field: "street", hint: "letter-case" }]),
    }),
    details: fc.constantFrom("request 17", '{"fields":[]}'),
  }),
);

/** The rules on files, and on what fails. */
export const fileRules: readonly Rule[] = [
  rule(
    {
      id: "AQ-07",
      statement: "File: save the request, leave, come back with the response, also in a later run.",
      source: "S2",
    },
    {
      cases: fc.tuple(byFile, fc.boolean(), fc.boolean()),
      async holds(subject, [of, later, another]) {
        const form = await walk(await open(subject, of), upTo("file-request"));
        ensure(form.view.hindrance !== undefined, "without the request nobody goes on");
        ensure(!enabled(form.view, "leave"), "nor leaves");
        const saved = await serve(await press(form, "save-request"));
        const effect = saved.asked.find(({ type }) => type === "save-request");
        ensure(effect?.type === "save-request", "the host is asked to save it");
        const left = await press(later ? await next(saved) : saved, "leave");
        ensureEqual([left.view.step, left.view.ended?.how], ["closed", "left"], "the window closes");
        const request = requested(left);
        if (another) {
          // A new run, that knows only of the request that was kept.
          const place = placeWished(of);
          const context = { ...of.context, waiting: { request: effect.request, place } };
          const fresh = wishing({ ...of, context }, { action: "load-response" });
          await bringBack(await walk(await open(subject, fresh), upTo("file-response")), effect.request.id);
          return;
        }
        const back = await stored(left);
        const there = later ? back : await next(back);
        ensureEqual(there.view.step, "file-response", "the person comes back to where the response is opened");
        ensureEqual(requested(there), request, "for the same request");
        await bringBack(there, effect.request.id);
      },
    },
  ),
  rule(
    {
      id: "AQ-08",
      statement: "A failure gives a short reason, details for support, and another channel.",
      source: "S1",
    },
    {
      cases: fc.tuple(
        byFile,
        fc.constantFrom("automatic", "file", "phone"),
        fc.constantFrom("automatic", "file"),
        failures,
      ),
      async holds(subject, [of, channel, otherWay, outcome]) {
        const wish = wishing(of, { channel, automatic: channel === "automatic" });
        const waits = { automatic: "sending", file: "file-response", phone: "checking" } as const;
        let trip = await walk(await open(subject, wish), upTo(waits[channel]));
        if (channel === "file") trip = await press(trip, "open-response");
        if (channel === "phone" && outcome.outcome === "refused") return; // nobody refuses digits
        trip = await failing(trip, outcome);
        const { failure } = trip.view;
        ensureEqual(trip.view.step, "failure", "it is said");
        ensure(outcome.outcome === "failed" || outcome.outcome === "refused", "one of the two");
        ensureEqual([failure?.code, failure?.details], [outcome.code, outcome.details], "the reason, and the details");
        ensure(trip.view.back.length > 0 && enabled(trip.view, "cancel"), "there is a way back, and a way out");
        const evidence = outcome.outcome === "refused" ? outcome.evidence : {};
        ensureEqual(
          failure?.said,
          { ...(evidence as object), code: outcome.code },
          "the reason, with all that belongs to it",
        );
        ensure(enabled(trip.view, "try-again"), "it can be tried again");
        const corrected = isCorrectable(outcome);
        ensure(!corrected || enabled(trip.view, "correct"), "what can be corrected is");
        ensure(enabled(trip.view, "other-channel"), "another channel can be taken");
        const chosen = await press(trip, "other-channel");
        ensureEqual(chosen.view.step, "channel", "which one is asked");
        const choice = chosen.view.fields[0]?.choices?.find(({ value }) => value === "automatic");
        const unreachable = outcome.code === "acquisition/center-unreachable";
        ensure(choice?.recommended !== true, "what failed is not recommended");
        ensure(!unreachable || choice?.condition !== undefined, "and it is said what it takes");
        const end = await walk({ ...chosen, world: wishing(wish, { channel: otherWay }) });
        ensureEqual(end.view.step, "finish", "the other channel leads to the end");
      },
    },
  ),
];

/** With the response, to the end; and nothing else will do. */
async function bringBack(trip: Trip, id: string): Promise<void> {
  ensure(trip.view.hindrance !== undefined, "without the response nobody goes on");
  const asked = await press(trip, "open-response");
  const effect = asked.effects[0];
  ensure(effect?.type === "open-response" && effect.request?.id === id, "the answer to that request is asked for");
  const dismissed = await failing(asked, { outcome: "dismissed" });
  ensureEqual(dismissed.view.step, "file-response", "who closes the dialog stays");
  const wrong = await failing(asked, {
    outcome: "granted",
    text: "another",
    license: grantedTo({ ...effect.request, kit: "999999999" }, "single-user", "file", 1),
  });
  ensureEqual(wrong.view.failure?.code, "license/other-request", "a license for another request is refused");
  const end = await walk(await serve(asked));
  ensureEqual(end.view.step, "finish", "with it, it is installed");
  const install = end.asked.find(({ type }) => type === "install");
  ensure(install?.type === "install" && install.text === `license ${id}`, "and nothing else is");
}

function isCorrectable(outcome: Outcome): boolean {
  return outcome.outcome === "refused" && JSON.stringify(outcome.evidence).includes("correct-the-owner");
}

function enabled({ buttons }: WizardView, wanted: string): boolean {
  return buttons.some(({ button, enabled: on }) => button === wanted && on);
}
