import * as fc from "fast-check";
import type { Outcome, Place, WizardView } from "../../acquisition/index.js";
import { pinNumber } from "../pins/kits.js";
import { ensure, ensureEqual, rulesFor, type Rule } from "../rule.js";
import { ensureOwnIds, requested } from "./seen.js";
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
        const dismissed = await failing(await press(form, "save-request"), { outcome: "dismissed" });
        ensure(
          dismissed.view.hindrance !== undefined && !enabled(dismissed.view, "leave"),
          "who closes the dialog saved nothing",
        );
        const saved = await serve(await press(form, "save-request"));
        const effect = saved.asked.find(({ type }) => type === "save-request");
        ensure(effect?.type === "save-request", "the host is asked to save it");
        const left = await press(later ? await next(saved) : saved, "leave");
        ensureEqual([left.view.step, left.view.ended?.how], ["closed", "left"], "the window closes");
        const request = requested(left);
        const place = placeWished(of);
        if (another) {
          // A new run, that knows only of the request that was kept.
          const context = { ...of.context, waiting: { request: effect.request, place } };
          const fresh = wishing({ ...of, context }, { action: "load-response" });
          await bringBack(await walk(await open(subject, fresh), upTo("file-response")), effect.request.id, place);
          return;
        }
        const back = await stored(left);
        const there = later ? back : await next(back);
        ensureEqual(there.view.step, "file-response", "the person comes back to where the response is opened");
        ensureEqual(requested(there), request, "for the same request");
        await bringBack(there, effect.request.id, place);
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
        await failsWorking(await open(subject, wish), outcome.outcome === "failed");
      },
    },
  ),
];

/** Whatever the host cannot do is said, tried again, and led around; a computer that does not bind gets no request (FP-25). */
async function failsWorking(begun: Trip, weak: boolean): Promise<void> {
  const reading = await walk(begun, upTo("reading"));
  if (reading.view.step !== "reading") return;
  const told = weak
    ? await serve({ ...reading, world: unnamed(reading.world) })
    : await failing(reading, { outcome: "failed", code: "acquisition/not-readable" });
  const code = weak ? "fingerprint/weak-binding" : "acquisition/not-readable";
  ensureEqual([told.view.step, told.view.failure?.code], ["failure", code], "what could not be read is said");
  if (weak) ensureEqual(told.view.failure?.said["missing"], ["networkName"], "and what it was");
  const again = await press(told, "try-again");
  ensureEqual([again.view.step, again.effects[0]?.type], ["reading", "gather-parameters"], "it is read again");
  ensure(again.view.failure === undefined, "and nothing is wrong any more");
  const end = await walk(await stored({ ...again, world: begun.world }));
  ensureEqual(end.view.step, "finish", "and it leads to the end");
  const sending = await walk(begun, upTo("sending"));
  if (sending.view.step !== "sending") return;
  const evidence = { instead: "make-a-new-request" };
  const refused = await failing(sending, { outcome: "refused", code: "center/altered-request", evidence });
  const anew = await press(refused, "try-again");
  ensureEqual(anew.effects[0]?.type, "gather-parameters", "a new request takes a new reading");
  ensureOwnIds(await walk(anew));
}

function unnamed(world: World): World {
  const name = { unreadable: "no rights" };
  return { ...world, here: { ...world.here, networkName: name }, server: { ...world.server, networkName: name } };
}

/** With the response, to the end; and nothing else will do. */
async function bringBack(trip: Trip, id: string, place: Place): Promise<void> {
  ensure(trip.view.hindrance !== undefined, "without the response nobody goes on");
  const asked = await press(trip, "open-response");
  const effect = asked.effects[0];
  ensure(effect?.type === "open-response" && effect.request?.id === id, "the answer to that request is asked for");
  const dismissed = await failing(asked, { outcome: "dismissed" });
  ensureEqual(dismissed.view.step, "file-response", "who closes the dialog stays");
  const { supersededPin = pinNumber(8) } = effect.request;
  for (const other of [{ kit: "999999999" }, { pin: pinNumber(7) }, { pin: supersededPin }]) {
    const license = grantedTo({ ...effect.request, ...other }, "single-user", "file", 1);
    const wrong = await failing(asked, { outcome: "granted", text: "another", license });
    ensureEqual(wrong.view.failure?.code, "license/other-request", "a license for another request is refused");
  }
  const end = await walk(await serve(asked));
  ensureEqual(end.view.step, "finish", "with it, it is installed");
  const install = end.asked.find(({ type }) => type === "install");
  ensure(install?.type === "install" && install.text === `license ${id}`, "and nothing else is");
  ensureEqual(install.place, place, "where it was asked for");
}

function isCorrectable(outcome: Outcome): boolean {
  return outcome.outcome === "refused" && JSON.stringify(outcome.evidence).includes("correct-the-owner");
}

function enabled({ buttons }: WizardView, wanted: string): boolean {
  return buttons.some(({ button, enabled: on }) => button === wanted && on);
}
