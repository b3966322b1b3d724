import type { Effect, Field, Outcome, WizardInput, WizardStep, WizardView } from "../../acquisition/index.js";
import type { KeyParameters } from "../../fingerprint/index.js";
import { responseLayout, sheetOf } from "../../phone/index.js";
import { vendor } from "../center/desk.js";
import { KIT } from "../pins/kits.js";
import { ensure } from "../rule.js";
import type { AcquisitionSubject } from "../subject.js";
import { goBack, open, outcomeOf, submit, type Trip } from "./trip.js";
import { earlierRequest, licenseOf, PIN, SPARE, wishFor, type World } from "./world.js";

const responseSheet = sheetOf("123456789012345".repeat(8), responseLayout);

/** One screen of the wizard, and where it leads. Two are one where a person cannot tell them apart. */
export interface Screen {
  readonly step: WizardStep;
  /** The screens that it leads to, "Back" apart, and by what. */
  readonly ways: Map<string, string>;
  /** Steps that "Back" leads to. */
  readonly back: readonly WizardStep[];
}

/** Everything that a person can come to, from some beginnings, with whatever may happen on the way. */
export interface Explored {
  readonly screens: ReadonlyMap<string, Screen>;
  readonly moves: number;
}

/** Screens beyond which it is taken not to close. */
const MOST_SCREENS = 20_000;

/** Follows every choice, every button, every outcome and every way back, until nothing new comes. */
export async function explore(subject: AcquisitionSubject, worlds: readonly World[] = beginnings): Promise<Explored> {
  const screens = new Map<string, Screen>();
  const waiting: Remembering[] = [];
  let moves = 0;
  const meet = (trip: Remembering): string => {
    const before = trip.view.back.map((step) => trip.chosen[step] ?? null);
    const key = JSON.stringify([worlds.indexOf(trip.world), before, keyOf(trip.view)]);
    if (!screens.has(key)) {
      screens.set(key, { step: trip.view.step, ways: new Map(), back: trip.view.back });
      waiting.push(trip);
      ensure(screens.size <= MOST_SCREENS, `there is no end to the screens: ${MOST_SCREENS} so far`);
    }
    return key;
  };
  for (const world of worlds) meet({ ...forgetful(await open(subject, world)), chosen: {} });
  for (let trip = waiting.pop(); trip !== undefined; trip = waiting.pop()) {
    const screen = screens.get(meet(trip));
    for (const [label, input] of inputsOn(trip)) {
      const moved = forgetful(await submit(trip, input));
      const led = { ...moved, chosen: { ...trip.chosen, ...choicesOf(input, trip.view) } };
      moves++;
      screen?.ways.set(meet(led), label);
    }
    for (const step of trip.view.back) {
      const led = { ...forgetful(await goBack(trip, step)), chosen: trip.chosen };
      moves++;
      ensure(led.view.step === step, `back from ${trip.view.step} leads to ${step}, not to ${led.view.step}`);
      meet(led);
    }
  }
  return { screens, moves };
}

/** A trip, and what was chosen on its steps: two screens that look the same may lead elsewhere by that. */
type Remembering = Trip & { readonly chosen: { readonly [step: string]: unknown } };

/** The choices and flags of an input, by its step. */
function choicesOf(input: WizardInput, { fields, step }: WizardView): Remembering["chosen"] {
  if (input.type !== "next") return {};
  const values: { readonly [name: string]: unknown } = { ...input.values };
  const choosing = fields.filter(({ name, kind }) => name in values && (kind === "flag" || kind === "choice"));
  return choosing.length === 0 ? {} : { [step]: choosing.map(({ name }) => [name, values[name]]) };
}

/** What it saw so far does not matter here. */
function forgetful(trip: Trip): Trip {
  return { ...trip, screens: [], asked: [] };
}

/** What a person can tell a screen by: texts and numbers apart. */
function keyOf({
  step,
  fields,
  hindrance,
  buttons,
  notices,
  failure,
  owed,
  ended,
  installation,
  back,
}: WizardView): string {
  return JSON.stringify([
    step,
    fields.map(({ name, value, wrong, choices, row }) => [
      name,
      choices === undefined && typeof value === "string" ? value !== "" : value,
      wrong?.code,
      choices?.map((choice) => [choice.offered, choice.recommended, choice.why?.code, choice.condition?.code]),
      row?.state,
    ]),
    hindrance?.code,
    buttons,
    notices.map(({ code }) => code),
    failure && [failure.at, failure.code],
    owed.map(({ type }) => type).filter((type) => type !== "save-owner-data" && type !== "open-page"),
    ended,
    installation && [installation.place.on, installation.kind, installation.channel],
    back,
  ]);
}

/** All that can be done on a screen, each with a word for it. */
function inputsOn({ view, world }: Trip): readonly (readonly [string, WizardInput])[] {
  const { step } = view;
  const pressed = view.buttons
    .filter(({ enabled }) => enabled)
    .map(({ button }) => [button, { type: "press", step, button }] as const);
  const happened = view.owed.flatMap((effect) =>
    happenings(effect, world).map(
      (outcome) => [outcome.outcome, { type: "outcome", effect: effect.id, outcome }] as const,
    ),
  );
  if (view.progress.working || step === "failure") return [...happened, ...pressed];
  const filled = fillings(view.fields, world).map((values) => ["next", { type: "next", step, values }] as const);
  return [...filled, ...happened, ...pressed];
}

function happenings(effect: Effect, world: World): readonly Outcome[] {
  const failed = { outcome: "failed", code: "acquisition/center-unreachable", details: "17" } as const;
  const told = (code: string, instead: string): Outcome => ({
    outcome: "refused",
    code,
    evidence: { instead, expected: "phone" },
  });
  const honest = outcomeOf(effect, world);
  switch (effect.type) {
    case "send":
      return [
        honest,
        failed,
        told("center/owner-differs", "correct-the-owner"),
        told("center/other-channel", "use-that-channel"),
        told("pins/superseded", "ask-the-licensing-center"),
      ];
    case "open-response":
      return [honest, failed, { outcome: "dismissed" }, told("pins/void", "use-the-chosen-set")];
    case "save-request":
    case "save-owner-data":
    case "open-page":
      return [honest, failed, { outcome: "dismissed" }];
    case "gather-parameters":
      return [honest, failed, { ...honest, ...unnamed(world) } as Outcome]; // the same, of a computer that does not bind
    default:
      return [honest, failed];
  }
}

function unnamed({ here }: World): Partial<Outcome> {
  return { parameters: { ...here, networkName: { unreadable: "no rights" } } };
}

/** Every way to fill in a form: each choice and each flag in each way, texts as they should be, or not at all. */
function fillings(fields: readonly Field[], world: World): readonly { readonly [name: string]: unknown }[] {
  const rows = fields.some(({ kind }) => kind === "row");
  if (rows) return [{}, { row1: "123 456 789 012 345  421" }, { row1: "123 456 789 012 345" }, { row1: "1" }, dictated];
  let ways: { readonly [name: string]: unknown }[] = [{}];
  for (const field of fields) {
    const values = valuesFor(field, world);
    if (values.length > 0) ways = ways.flatMap((way) => values.map((value) => ({ ...way, [field.name]: value })));
  }
  return [{}, ...ways];
}

/** 120 digits, row by row with their checksums, and the total. */
const dictated: { readonly [name: string]: string } = {
  ...Object.fromEntries(
    responseSheet.rows.map(({ groups, checksum }, row) => [`row${row + 1}`, [...groups, checksum].join(" ")]),
  ),
  total: responseSheet.total,
};

function valuesFor({ name, kind, choices }: Field, world: World): readonly unknown[] {
  if (choices !== undefined) {
    const offered = choices.filter((choice) => choice.offered).map(({ value }) => value);
    return name === "ownerKind" ? [] : offered;
  }
  if (kind !== "flag") {
    const wish = wishFor(name, world);
    return wish === undefined ? [] : [wish];
  }
  return name === "onServer" || name === "automatic" || name === "unchanged" ? [true, false] : [true];
}

const computer: KeyParameters = {
  os: { family: "linux", name: "Debian GNU/Linux", version: "12" },
  networkName: "BUH-31",
  board: { model: "PRIME B450M-A" },
  memoryBytes: 2_147_483_648,
  bios: { type: "American Megatrends Inc.", version: "2409" },
  processors: [{ model: "AMD Ryzen 5 3600" }],
  networkAdapters: [{ model: "Realtek PCIe GbE", mac: "00:1a:2b:3c:4d:57" }],
  disks: [],
};

const owner = { kind: "company", organization: "ООО «Ромашка»" } as const;

const plain: World = {
  context: {
    ...vendor,
    opened: "on-purpose",
    found: { license: false, dongle: false },
    storable: "for-everyone",
    runsOn: "workstation",
    kind: "single-user",
    required: { company: ["organization"], individual: ["lastName"] },
  },
  wishes: { kit: KIT, pin: PIN, host: "sirena", port: "1540", sparePin: SPARE },
  owner,
  here: computer,
  server: { ...computer, networkName: "SIRENA" },
  response: "0".repeat(120),
};

function beginning(context: Partial<World["context"]>, here: KeyParameters = computer): World {
  return { ...plain, context: { ...plain.context, ...context }, here };
}

/** Beginnings from which every step can be come to. */
export const beginnings: readonly World[] = [
  beginning({}),
  beginning({ storable: "for-this-user-only", kind: "multi-user", center: "unreachable" }),
  beginning({ opened: "at-start", found: { license: true, dongle: false } }),
  beginning({ licenses: [licenseOf(PIN, owner, computer, "file")] }),
  beginning({ licenses: [licenseOf(PIN, owner, computer, "file")] }, { ...computer, networkName: "BUH-32" }),
  beginning(
    { licenses: [licenseOf(PIN, owner, computer, "phone")], dictated: [earlierRequest(PIN, owner, computer)] },
    { ...computer, board: { model: { unreadable: "no rights" } } },
  ),
  beginning({ dictated: [earlierRequest(PIN, owner, computer)] }),
];
