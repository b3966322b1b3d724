import * as fc from "fast-check";
import type { FieldKind, WizardView } from "../../acquisition/index.js";
import type { Channel } from "../../license/index.js";
import { KIT, pinNumber } from "../pins/kits.js";
import { ensure, ensureEqual, rulesFor, type Rule } from "../rule.js";
import { factsOf, offered } from "./model.js";
import { after, ensureOwnIds, installed, screenOf, shown } from "./seen.js";
import { enter, goBack, next, open, upTo, walk, type Trip } from "./trip.js";
import { acquiring, PIN, wishing, wishFor, world, type Wishes, type World } from "./world.js";

const rule = rulesFor("acquisition");

/** What somebody types who has another envelope in hand. */
const otherPins: fc.Arbitrary<Wishes> = fc
  .tuple(fc.constantFrom(PIN, pinNumber(4)), fc.constantFrom(KIT, "805052567901"), fc.boolean())
  .map(([pin, kit, other]) => ({ pin, kit, currentPin: other ? pinNumber(5) : pin }));

/** The rules on the way through the wizard. */
export const stepRules: readonly Rule[] = [
  rule(
    {
      id: "AQ-01",
      statement:
        "Steps: visibility warning (only if the all-users directory cannot be written: for the current user, or cancel); action (acquire · load response file · community license); kit and PIN, with advanced settings (install on server: host name or address, port 1–65535, default 1540; automatic on/off, default on); operation (first-time · recovery); owner data with confirmation, or recovery PINs then owner verification; channel (automatically · file · phone) where automatic is off or failed; the channel's own steps; confirmation; installation; finish.",
      source: "S1, S2",
    },
    {
      cases: world,
      async holds(subject, of) {
        const trip = await walk(await open(subject, of));
        ensureEqual(trip.view.step, "finish", "the person comes to the end");
        ensureEqual(shown(trip), expectedSteps(of, trip), "the steps on which something is asked");
        await confirmations(trip);
        const choices = screenOf(trip, "action").fields[0]?.choices?.map(({ value }) => value);
        ensureEqual(choices, ["acquire", "load-response", "community"], "what can be done");
        if (trip.view.installation?.channel === null) return;
        await settings(trip);
      },
    },
  ),
  rule(
    {
      id: "AQ-02",
      statement: "Next is possible exactly when the step's input is valid; what is wrong is said per field.",
      source: "S1, S2",
    },
    {
      cases: fc.tuple(world, fc.nat(14), fc.nat(20), fc.nat(20)),
      async holds(subject, [of, moves, which, how]) {
        const before = await after(await open(subject, of), moves);
        const wrong = wrongFields(before.view).length > 0;
        if (before.view.fields.length > 0)
          ensureEqual(wrong, !possible(before.view), "untouched, what is wrong is said");
        const entered = await enter(before, wishesHere(before));
        ensureEqual(entered.view.step, before.view.step, "what is entered leads nowhere by itself");
        const wrongNow = entered.view.fields.filter(({ wrong }) => wrong !== undefined);
        const on = await next(entered);
        ensureEqual(on.view.step !== entered.view.step, possible(entered.view), "Next, and whether it is possible");
        ensureEqual(on.refused === undefined, possible(entered.view), "it is refused exactly where it is not");
        if (entered.view.fields.length > 0) {
          ensureEqual(wrongNow.length === 0, possible(entered.view), "a field is wrong exactly where it is not");
        }
        const spoilable = entered.view.fields.filter(
          ({ kind, name }) => wrongValues[kind] !== undefined && name !== "host",
        );
        const field = spoilable[which % Math.max(spoilable.length, 1)];
        if (field === undefined) return;
        const values = wrongValues[field.kind] ?? [];
        const value = values[how % values.length];
        const spoilt = await enter(entered, { [field.name]: value });
        const [told, others] = [spoilt.view.fields.find(({ name }) => name === field.name), spoilt.view.fields];
        ensure(told?.wrong !== undefined, `${JSON.stringify(value)} is wrong in ${field.name}`);
        const code = told.wrong.code;
        ensure(code.includes("/"), `and it is said how: ${code}`);
        for (const { name, wrong } of others) {
          const was = entered.view.fields.find((one) => one.name === name);
          const apart = name === field.name || name === "sparePin" || was === undefined;
          ensure(apart || was.wrong?.code === wrong?.code, `${name} has nothing to do with ${field.name}`);
        }
        const refused = await next(spoilt);
        ensure(refused.refused !== undefined && refused.view.step === before.view.step, "nobody gets by with it");
        ensureEqual(hindering(refused.view), wrongFields(refused.view), "all that is wrong is named");
        for (const nonsense of [Number.NaN, null, [], { code: "RU" }, "x".repeat(5000)]) {
          const strange = await enter(entered, { [field.name]: nonsense });
          ensure(strange.refused?.code === "core/invalid-input", `${field.name} takes no ${typeof nonsense}`);
          ensureEqual(strange.view, entered.view, "and nothing is lost");
        }
      },
    },
  ),
  rule(
    {
      id: "AQ-03",
      statement:
        "Back leads to any earlier step and keeps what was entered; answers that no longer apply are not sent.",
      source: "S1",
    },
    {
      cases: fc.tuple(acquiring, world, otherPins, fc.nat(16), fc.nat(30)),
      async holds(subject, [of, { wishes, owner }, pins, moves, back]) {
        const trip = await after(await open(subject, of), moves);
        const { view } = trip;
        const open_ = !["installing", "finish", "closed"].includes(view.step);
        ensureEqual(view.back, open_ ? shown(trip).filter((step) => step !== view.step) : [], "every step before it");
        const target = view.back[back % Math.max(view.back.length, 1)];
        if (target === undefined) return;
        const there = await goBack(trip, target);
        ensureEqual(there.view.step, target, "back leads there");
        const was = screenOf(trip, target).fields.map(({ name, value }) => [name, value]);
        ensureEqual(
          there.view.fields.map(({ name, value }) => [name, value]),
          was,
          "what was entered is still there",
        );
        ensureEqual((await goBack(trip)).view.step, view.back.at(-1), "back alone leads to the step before");
        // Whatever was answered before: what is sent, and what is installed, is what it is for somebody who answered so from
        // the first. Steps before the one that was gone back to keep their answers.
        const changed = { ...wishing(of, { ...wishes, ...pins, action: "acquire" }), owner };
        if (target !== there.view.back[0] && there.view.back.length > 0) {
          ensureOwnIds(await walk({ ...there, world: changed }));
          return;
        }
        const [mind, straight] = [await walk({ ...there, world: changed }), await walk(await open(subject, changed))];
        ensureOwnIds(mind);
        ensureEqual(installed(mind), installed(straight), "what is installed, and what was asked for");
      },
    },
  ),
];

/** The steps that AQ-01 names, in its order. */
function expectedSteps(of: World, trip: Trip): readonly string[] {
  const { context, wishes } = of;
  const first = context.storable === "for-everyone" ? ["action"] : ["visibility", "action"];
  const action = screenOf(trip, "action").fields[0]?.value;
  if (action === "load-response") return [...first, "file-response", "confirm"];
  if (action === "community") return [...first, "community", "confirm"];
  const who = wishes.operation === "first-time" ? ["owner"] : ["recovery", "verify-owner"];
  const { channels } = offered(factsOf(of));
  const asked = isChannelAsked(of, channels) ? ["channel"] : [];
  return [...first, "kit", "operation", ...who, ...asked, ...ownSteps(trip, asked.length > 0), "confirm"];
}

/** Where automatic is off, cannot be, or is known not to be possible. */
function isChannelAsked({ context, wishes }: World, channels: readonly Channel[]): boolean {
  return wishes.automatic !== true || context.center === "unreachable" || !channels.includes("automatic");
}

function ownSteps(trip: Trip, asked: boolean): readonly string[] {
  const channel = (asked ? screenOf(trip, "channel").fields[0]?.value : "automatic") as Channel; // what was chosen there
  if (channel === "automatic") return [];
  if (channel === "file") return ["file-request", "file-response"];
  const paper = trip.screens.find(({ step }) => step === "paper") === undefined ? undefined : screenOf(trip, "paper");
  if (paper === undefined) return ["phone-request", "phone-response"];
  return paper.fields[0]?.value === "type-it-again"
    ? ["paper", "phone-response"]
    : ["paper", "phone-request", "phone-response"];
}

/** What must be agreed to is agreed to, or nobody goes on. */
async function confirmations(trip: Trip): Promise<void> {
  for (const [step, field] of [
    ["owner", "confirmed"],
    ["visibility", "forThisUserOnly"],
  ] as const) {
    if (!shown(trip).includes(step)) continue;
    const at = await walk(await open(trip.subject, trip.world), upTo(step));
    const refused = await next(await enter(at, wishesHere(at)), { [field]: false });
    ensureEqual(refused.view.step, step, `without ${field} nobody goes on`);
  }
}

/** What can be said beside kit and PIN, and what holds where nothing is said. */
async function settings(trip: Trip): Promise<void> {
  const { subject, world: of } = trip;
  const kit = await walk(await open(subject, of), upTo("kit"));
  const named = await enter(kit, { onServer: true, kit: KIT, pin: PIN });
  const value = (name: string): unknown => named.view.fields.find((field) => field.name === name)?.value;
  ensureEqual([value("port"), value("automatic")], ["1540", true], "the port and automatic, where nothing is said");
  for (const [port, fits] of [
    ["1", true],
    ["65535", true],
    ["0", false],
    ["65536", false],
    ["15a", false],
  ] as const) {
    const { view } = await enter(named, { port });
    ensureEqual(view.fields.find(({ name }) => name === "port")?.wrong === undefined, fits, `port ${port}`);
  }
  for (const [host, fits] of hosts) {
    const { view } = await enter(named, { host });
    ensureEqual(view.fields.find(({ name }) => name === "host")?.wrong === undefined, fits, `host ${host}`);
  }
}

const hosts: readonly (readonly [string, boolean])[] = [
  ["Sirena", true],
  ["srv_1c.example.local", true],
  ["сервер", true],
  ["192.168.0.41", true],
  ["fe80::1", true],
  ["[::ffff:192.168.0.41]", true],
  ["192.168.0.256", false],
  ["192.168.0", false],
  ["::1::2", false],
  ["the server", false],
  ["-sirena", false],
  ["", false],
];

function possible({ hindrance }: WizardView): boolean {
  return hindrance === undefined;
}

function hindering({ hindrance }: WizardView): readonly string[] {
  return hindrance?.code === "acquisition/fields-wrong" ? hindrance.fields : [];
}

function wrongFields({ fields }: WizardView): readonly string[] {
  return fields.filter(({ wrong }) => wrong !== undefined).map(({ name }) => name);
}

/** What is wrong in every field of a kind. */
const wrongValues: { readonly [K in FieldKind]?: readonly string[] } = {
  "kit-number": ["", "12345678", "1234567890123", "80505256A9", "８０５０５２５６７９"],
  pin: ["", "381", "38150537641012", "38150537641012O", "3815053764101229"],
  port: ["", "0", "65536", "-1", "1e3", "15 40", "1540.0"],
  text: ["bell \u0007", "x".repeat(257), "\ud800"],
  row: ["381", "381 505 376 41O 122", "123 456 789 012 345 999"],
};

/** What the person would enter on the step at hand. */
function wishesHere({ view, world: of }: Trip): { readonly [name: string]: unknown } {
  const wishes = view.fields.map(({ name }) => [name, wishFor(name, of)] as const);
  return Object.fromEntries(wishes.filter(([, wish]) => wish !== undefined));
}
