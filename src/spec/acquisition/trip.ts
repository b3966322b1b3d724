import type {
  AskingStep,
  Effect,
  Field,
  FieldName,
  Moved,
  Outcome,
  WizardButton,
  WizardInput,
  WizardView,
} from "../../acquisition/index.js";
import type { LicenseRequest } from "../../license/index.js";
import { responseLayout, sheetOf } from "../../phone/index.js";
import { ensure } from "../rule.js";
import type { AcquisitionSubject } from "../subject.js";
import { grantedTo, licenseOf, PIN, wishFor, type World } from "./world.js";

/** A wizard on its way, with a person before it who sees nothing but its view, and a host that does what it is asked for. */
export interface Trip {
  readonly subject: AcquisitionSubject;
  readonly world: World;
  readonly state: unknown;
  readonly view: WizardView;
  /** What the host was asked for by the last input. */
  readonly effects: readonly Effect[];
  /** All that it was ever asked for. */
  readonly asked: readonly Effect[];
  /** All that the person saw. */
  readonly screens: readonly WizardView[];
  readonly refused?: Moved["refused"];
}

/** Opens a wizard. */
export async function open(subject: AcquisitionSubject, world: World): Promise<Trip> {
  const moved = await subject.wizard.start(world.context);
  return at({ subject, world, state: undefined, effects: [], asked: [], screens: [] }, moved);
}

type Before = Pick<Trip, "subject" | "world" | "state" | "effects" | "asked" | "screens">;

async function at({ subject, world, asked, screens }: Before, moved: Moving): Promise<Trip> {
  const view = await subject.wizard.view(moved.state);
  const { state, effects, refused } = moved;
  const trip = { subject, world, state, view, effects, asked: [...asked, ...effects], screens: [...screens, view] };
  return refused === undefined ? trip : { ...trip, refused };
}

/** What came of an input, whatever the subject's states are. */
export interface Moving {
  readonly state: unknown;
  readonly effects: readonly Effect[];
  readonly refused?: Moved["refused"];
}

/** Gives an input. */
export async function submit(trip: Trip, input: WizardInput): Promise<Trip> {
  return at(trip, await trip.subject.wizard.submit(trip.state, input));
}

/** Goes back, to the step before or to an earlier one. */
export async function goBack(trip: Trip, step?: AskingStep): Promise<Trip> {
  return at(trip, { state: await trip.subject.wizard.back(trip.state, step), effects: [] });
}

/** Stored as text, read back and resumed. */
export async function stored(trip: Trip): Promise<Trip> {
  const value: unknown = JSON.parse(JSON.stringify(trip.state));
  const resumed = await trip.subject.wizard.resume(value);
  ensure(resumed.ok, `a stored state is resumed at ${trip.view.step}: ${JSON.stringify(resumed)}`);
  return at(trip, resumed.value);
}

/** Presses a button of the step. */
export async function press(trip: Trip, button: WizardButton): Promise<Trip> {
  return submit(trip, { type: "press", step: trip.view.step, button });
}

/** "Next", with values. */
export async function next(trip: Trip, values: { readonly [F in FieldName]?: unknown } = {}): Promise<Trip> {
  return submit(trip, { type: "next", step: trip.view.step, values });
}

/** Into fields, without going on. */
export async function enter(trip: Trip, values: { readonly [F in FieldName]?: unknown }): Promise<Trip> {
  return submit(trip, { type: "enter", step: trip.view.step, values });
}

/** The outcome that an honest host has of an effect. */
export function outcomeOf(effect: Effect, { context, here, server, owner }: World): Outcome {
  switch (effect.type) {
    case "gather-parameters": {
      const parameters = effect.place.on === "server" ? server : here;
      return { outcome: "parameters", parameters, id: effect.id.toString(16).padStart(32, "0"), at: 1_800_000_000_000 };
    }
    case "open-owner-data":
      return { outcome: "owner-data", owner };
    case "save-owner-data":
    case "save-request":
    case "open-page":
      return { outcome: "done" };
    case "install":
      return { outcome: "done", file: "/var/1C/licenses/20261122093005.lic" };
    case "encode-for-phone":
      return { outcome: "digits", digits: effect.request.pin.padStart(48, "1") };
    case "send":
    case "make-license":
      return granted(effect.request, effect.type === "send" ? "automatic" : "phone");
    case "open-response":
      return effect.request === null
        ? { outcome: "granted", text: "brought", license: licenseOf(PIN, owner, here, "file") }
        : granted(effect.request, "file");
    case "get-community-license":
      return { outcome: "fetched", text: context.product };
  }
}

function granted(request: LicenseRequest, channel: "automatic" | "file" | "phone"): Outcome {
  const { kind = "single-user" } = request;
  return {
    outcome: "granted",
    text: `license ${request.id}`,
    license: grantedTo(request, kind, channel, 1_800_000_000_000),
  };
}

/** The host does what it still owes, and what the person waits for. */
export async function serve(trip: Trip): Promise<Trip> {
  const effect = trip.view.owed.at(-1);
  ensure(effect !== undefined, `on ${trip.view.step} something is asked of the host`);
  return submit(trip, { type: "outcome", effect: effect.id, outcome: outcomeOf(effect, trip.world) });
}

/** The host fails at what the person waits for. */
export async function failing(trip: Trip, outcome: Outcome): Promise<Trip> {
  const effect = trip.view.owed.at(-1);
  ensure(effect !== undefined, `on ${trip.view.step} something is asked of the host`);
  return submit(trip, { type: "outcome", effect: effect.id, outcome });
}

/** Where a walk stops. */
export type Until = (trip: Trip) => boolean;

/** As far as it goes. */
export const toTheEnd: Until = ({ view }) => view.step === "finish" || view.step === "closed";

/** Up to a step. */
export function upTo(step: WizardView["step"]): Until {
  return ({ view }) => view.step === step;
}

/** Inputs that a walk takes at most (included): more, and it goes in circles. */
const MOST_MOVES = 80;

/** The person does on each step what the view asks for, and the host what it is asked for. */
export async function walk(from: Trip, until: Until = toTheEnd): Promise<Trip> {
  let trip = from;
  for (let moves = 0; moves < MOST_MOVES; moves++) {
    if (until(trip) || toTheEnd(trip)) return trip;
    trip = await move(trip);
  }
  throw new Error(`in ${MOST_MOVES} moves it does not come to an end: it is on ${trip.view.step}`);
}

/** One move of such a walk. */
export async function move(trip: Trip): Promise<Trip> {
  const { view } = trip;
  if (view.progress.working) return serve(trip);
  if (view.hindrance === undefined && view.fields.length === 0) return next(trip);
  switch (view.step) {
    case "file-request":
      return serve(await press(trip, "save-request"));
    case "file-response":
      return serve(await press(trip, "open-response"));
    case "phone-response":
      return dictation(trip);
    case "failure":
      return press(trip, "try-again");
    default:
      return fill(trip);
  }
}

/** Every field of the step, as the person wants it, then "Next". */
async function fill(trip: Trip): Promise<Trip> {
  // What is chosen decides what else is asked.
  const choosing = trip.view.fields.filter(({ kind }) => kind === "choice");
  const chosen = await enter(trip, wishesOn(trip, choosing));
  const first = await enter(chosen, wishesOn(chosen, chosen.view.fields));
  const shown = first.view.fields.filter(({ entered }) => !entered);
  return next(await enter(first, wishesOn(first, shown)));
}

function wishesOn({ world }: Trip, fields: readonly Field[]): { readonly [name: string]: unknown } {
  const wishes = fields.map((field) => [field.name, wishOn(field, world)] as const);
  return Object.fromEntries(wishes.filter(([, wish]) => wish !== undefined));
}

/** What is not offered, or cannot be, gives way to what is. */
function wishOn(field: Field, world: World): unknown {
  const wish = wishFor(field.name, world);
  if (field.choices !== undefined) {
    const { choices } = field;
    const chosen = choices.find(({ value, offered }) => value === wish && offered);
    return (chosen ?? choices.find(({ recommended }) => recommended) ?? choices.find(({ offered }) => offered))?.value;
  }
  if (field.name === "onServer" && field.required) return true;
  if (field.name === "unchanged" && field.wrong?.code === "acquisition/undetermined") return false;
  return wish;
}

async function dictation(trip: Trip): Promise<Trip> {
  const { rows, total } = sheetOf(trip.world.response, responseLayout);
  const typed = rows.map(({ groups, checksum }, row) => [`row${row + 1}`, [...groups, checksum].join(" ")] as const);
  const values: { readonly [row: string]: string } = Object.fromEntries(typed);
  return next(await enter(trip, { ...values, total }));
}
