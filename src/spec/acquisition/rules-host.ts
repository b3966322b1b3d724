import * as fc from "fast-check";
import { pinNumber } from "../pins/kits.js";
import { ensure, ensureEqual, rulesFor, type Rule } from "../rule.js";
import { after } from "./seen.js";
import {
  failing,
  goBack,
  move,
  next,
  open,
  outcomeOf,
  serve,
  stored,
  submit,
  toTheEnd,
  walk,
  type Trip,
} from "./trip.js";
import { world } from "./world.js";

const rule = rulesFor("acquisition");

const strangers: readonly unknown[] = [0, -1, 1.5, Number.NaN, 1e9, "1", null];

/** The rules on the host. */
export const hostRules: readonly Rule[] = [
  rule(
    {
      id: "AQ-10",
      statement:
        "The wizard never does anything itself: it asks its host in values (gather parameters, save file, open file, send, install) and takes the outcome as input; every value survives JSON.",
      source: "—",
    },
    {
      cases: fc.tuple(world, fc.nat(14), fc.constantFrom(...strangers)),
      async holds(subject, [of, moves, stranger]) {
        const trip = await after(await open(subject, of), moves);
        for (const value of [trip.state, trip.view, trip.effects])
          ensureEqual(revived(value), value, "it survives JSON");
        ensureEqual(
          trip.asked.map(({ id }) => id),
          trip.asked.map((_, place) => place + 1),
          "effects are counted",
        );
        const unasked = await submit(trip, {
          type: "outcome",
          effect: stranger as number, // whatever a host passes
          outcome: { outcome: "done" },
        });
        ensureEqual(unasked.state, trip.state, "an outcome that nobody asked for changes nothing");
        ensure(unasked.refused?.code === "acquisition/never-asked", "and that is said");
        await onceOnly(trip);
        await ownId(trip);
        const [effect] = trip.view.owed;
        if (effect === undefined) return;
        const odd = await failing(trip, { outcome: "digits", digits: "1" });
        ensure(odd.refused !== undefined, "what is no outcome of it is refused");
        ensureEqual(odd.state, trip.state, "and still owed");
        const idle = await next(trip);
        ensure(!trip.view.progress.working || idle.refused !== undefined, "while the host works, the person waits");
        await late(trip, effect.id);
      },
    },
  ),
  rule(
    {
      id: "AQ-11",
      statement:
        "Its whole state is a plain value: stored, restored and resumed, it goes on as if nothing had happened.",
      source: "—",
    },
    {
      cases: fc.tuple(world, fc.nat(14), fc.nat(1_000)),
      async holds(subject, [of, moves, spoilAt]) {
        let trip = await after(await open(subject, of), moves);
        if (trip.view.progress.working && spoilAt % 2 === 0) {
          trip = await failing(trip, { outcome: "failed", code: "acquisition/not-readable" });
        }
        const again = await stored(trip);
        ensureEqual(again.state, trip.state, "the state");
        ensureEqual(again.view, trip.view, "what is shown");
        ensureEqual(again.effects, trip.view.owed, "what the host still owes is asked for again");
        const [on, resumed] = [await walk(trip), await walk(again)];
        ensureEqual(resumed.state, on.state, "it goes on as it would have");
        for (const version of [0, 2, "1", null]) {
          const other = await subject.wizard.resume({ ...(revived(trip.state) as object), version }); // a state is an object
          ensure(!other.ok && other.error.code === "acquisition/other-version", "another version is refused");
        }
        for (const damaged of damages(revived(trip.state), spoilAt)) {
          const other = await subject.wizard.resume(damaged);
          ensure(!other.ok && other.error.code === "acquisition/damaged", `damaged: ${JSON.stringify(damaged)}`);
        }
      },
    },
  ),
];

/** An id makes one request: a host that draws none is told. */
async function ownId(trip: Trip): Promise<void> {
  const read = await walk(trip, ({ view }) => view.owed.some(({ type }) => type === "gather-parameters"));
  if (toTheEnd(read)) return;
  const once = await serve(read);
  const [effect] = read.view.owed;
  if (effect?.type !== "gather-parameters" || !once.view.back.includes("kit")) return;
  const back = await next(await goBack(once, "kit"), { pin: pinNumber(6) });
  const again = await walk(back, ({ view }) => view.owed.some(({ type }) => type === "gather-parameters"));
  if (toTheEnd(again)) return;
  const repeated = await failing(again, outcomeOf(effect, again.world));
  ensure(repeated.refused !== undefined && repeated.state === again.state, "an id is drawn anew");
}

/** A given outcome is taken once. */
async function onceOnly(trip: Trip): Promise<void> {
  if (!trip.view.progress.working) return;
  const effect = trip.view.owed.at(-1);
  const once = await serve(trip);
  if (effect === undefined || once.refused !== undefined) return;
  const twice = await submit(once, { type: "outcome", effect: effect.id, outcome: { outcome: "done" } });
  ensure(twice.refused?.code === "acquisition/no-longer-asked", "the outcome of an effect is taken once");
  ensureEqual(twice.state, once.state, "and then no more");
}

/** Who has gone another way is not overtaken by what comes late. */
async function late(trip: Trip, effect: number): Promise<void> {
  if (trip.view.back.length === 0) return;
  const back = await goBack(trip);
  const overtaken = await submit(back, {
    type: "outcome",
    effect,
    outcome: { outcome: "failed", code: "acquisition/not-opened" },
  });
  ensure(overtaken.refused?.code === "acquisition/no-longer-asked", "it comes too late");
  ensureEqual(overtaken.state, back.state, "and changes nothing");
  // Nor is it asked for twice where it is there already.
  const on = await move(back);
  ensure(
    on.effects.every(({ id }) => id > effect),
    "what is asked for anew has a number of its own",
  );
}

/** Whether hardly anything was answered yet. */
function isEarly(state: unknown): boolean {
  const { step } = state as { readonly step: string }; // every state has one
  return step === "visibility" || step === "action" || step === "kit";
}

function revived(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

/** A state with a member gone, and with one of another type. */
function damages(state: unknown, at: number): readonly unknown[] {
  const entries = Object.entries(state as object).filter(([name]) => name !== "version"); // a state is an object
  const [name] = entries[at % entries.length] ?? ["step"];
  return [
    Object.fromEntries(Object.entries(state as object).filter(([other]) => other !== name)), // likewise
    { ...(state as object), [name]: 17.5 },
    { ...(state as object), somethingElse: 1 },
    { ...(state as object), step: "installing", owed: [] },
    { ...(state as object), owed: [{ id: 1_000, type: "open-page" }] },
    ...["owner", "recovery", "verify-owner", "file-request", "phone-response", "confirm", "finish"]
      .filter((step) => !(state as { readonly step: string }).step.includes(step) && isEarly(state))
      .flatMap((step) => [
        { ...(state as object), step },
        { ...(state as object), step: "closed", ended: { how: "left", at: step } },
      ]),
  ];
}
