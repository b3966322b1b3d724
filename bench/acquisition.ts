import { wizard, type Effect, type Outcome, type WizardInput, type WizardState } from "licit/acquisition";
import type { KeyParameters } from "licit/fingerprint";
import { licenseFor } from "licit/license";
import { registerOwner } from "licit/owner";
import { parseKitNumber, parsePin } from "licit/pins";
import { assign, createActor, setup } from "xstate";
import { contest, report } from "./harness.js";

const [kit, pin] = ["8050525679", "381505376410122"];
const owner = {
  organization: "ООО «Ромашка»",
  country: "Россия",
  zip: "123056",
  town: "Москва",
  street: "Лесная",
  confirmed: true,
};
const computer: KeyParameters = {
  os: { family: "windows", name: "Microsoft Windows 11 Pro", version: "10.0.22631" },
  networkName: "BUH-31",
  board: { model: "PRIME B450M-A" },
  memoryBytes: 17_179_869_184,
  bios: { type: "American Megatrends Inc.", version: "2409" },
  processors: [{ model: "AMD Ryzen 5 3600" }],
  networkAdapters: [{ model: "Realtek PCIe GbE", mac: "00:1a:2b:3c:4d:57" }],
  disks: [{ model: "Samsung SSD 980", serial: "S64D192623" }],
};

/** What a person does from the first screen to the last, the host's outcomes among it. */
const steps: readonly WizardInput[] = [
  { type: "next", step: "action", values: { action: "acquire" } },
  { type: "next", step: "kit", values: { kit, pin } },
  { type: "next", step: "operation", values: { operation: "first-time" } },
  { type: "next", step: "owner", values: owner },
];

function outcomeOf(effect: Effect): Outcome {
  switch (effect.type) {
    case "gather-parameters":
      return { outcome: "parameters", parameters: computer, id: effect.id.toString(16).padStart(32, "0"), at: 1 };
    case "send":
      return {
        outcome: "granted",
        text: "license",
        license: licenseFor(effect.request, { kind: "single-user", seats: 1, channel: "automatic", issuedAt: 2 }),
      };
    default:
      return { outcome: "done" };
  }
}

const opened = wizard.start({
  issuer: "Example Vendor",
  product: "ledger",
  opened: "on-purpose",
  found: { license: false, dongle: false },
  storable: "for-everyone",
  runsOn: "workstation",
  kind: "single-user",
}).state;

/** Every input of the way, with the state that it is given to: what is timed is the step, not what leads there. */
const way: (readonly [WizardState, WizardInput])[] = [];
let at = opened;
const give = (input: WizardInput): readonly Effect[] => {
  way.push([at, input]);
  const moved = wizard.submit(at, input);
  at = moved.state;
  return moved.effects;
};
let asked: readonly Effect[] = [];
for (const input of steps) asked = give(input);
for (let left = 10; left > 0 && at.step !== "finish"; left--) {
  const [effect] = asked;
  if (effect === undefined) asked = give({ type: "next", step: at.step });
  else asked = give({ type: "outcome", effect: effect.id, outcome: outcomeOf(effect) });
}
if (at.step !== "finish") throw new Error(`the way ends on ${at.step}`);

/** The same way in xstate: its steps, its answers in the context, and the same checks as guards. */
const machine = setup({
  types: {
    context: {} as { readonly values: { readonly [name: string]: unknown } }, // what a form holds
    events: {} as { readonly type: "NEXT" | "OUTCOME"; readonly values?: { readonly [name: string]: unknown } }, // likewise
  },
  actions: { keep: assign(({ context, event }) => ({ values: { ...context.values, ...event.values } })) },
  guards: {
    kit: ({ event }) => parseKitNumber(event.values?.["kit"]).ok && parsePin(event.values?.["pin"]).ok,
    owner: ({ event }) => registerOwner({ kind: "company", ...event.values }, event.values?.["confirmed"]).ok,
    chosen: ({ event }) => Object.keys(event.values ?? {}).length > 0,
  },
}).createMachine({
  id: "acquisition",
  initial: "action",
  context: { values: {} },
  states: {
    action: { on: { NEXT: { target: "kit", guard: "chosen", actions: "keep" } } },
    kit: { on: { NEXT: { target: "operation", guard: "kit", actions: "keep" } } },
    operation: { on: { NEXT: { target: "owner", guard: "chosen", actions: "keep" } } },
    owner: { on: { NEXT: { target: "reading", guard: "owner", actions: "keep" } } },
    reading: { on: { OUTCOME: { target: "confirm", actions: "keep" } } },
    confirm: { on: { NEXT: { target: "sending" } } },
    sending: { on: { OUTCOME: { target: "installing", actions: "keep" } } },
    installing: { on: { OUTCOME: { target: "finish", actions: "keep" } } },
    finish: {},
  },
});

type Input = Parameters<ReturnType<typeof createActor<typeof machine>>["send"]>[0];
const events: readonly Input[] = [
  ...steps.map((input) => ({ type: "NEXT", values: input.type === "next" ? { ...input.values } : {} }) as const),
  { type: "OUTCOME", values: { parameters: computer } },
  { type: "NEXT" },
  { type: "OUTCOME", values: { license: "license" } },
  { type: "OUTCOME", values: {} },
];

/** Where an owner, or a computer, is read with all its faults. */
const reads: ReadonlySet<string> = new Set(["operation", "owner", "reading"]);

function ours(count: number): void {
  for (const [state, input] of way.slice(0, count)) wizard.view(wizard.submit(state, input).state);
}

function theirs(count: number): void {
  const actor = createActor(machine).start();
  for (const event of events.slice(0, count)) {
    actor.send(event);
    actor.getSnapshot();
  }
}

console.log("| work | measured | wanted | reached |\n|---|---|---|---|");
const whole = contest(
  () => {
    ours(way.length);
  },
  () => {
    theirs(events.length);
  },
);
const line = (of: { ours: number; peer: number; ratio: number }, count: number): string =>
  `${(of.ours / count / 1000).toFixed(2)} µs against ${(of.peer / count / 1000).toFixed(2)} µs: ${of.ratio.toFixed(1)} times as fast`;
report(
  "`submit` + `view` against an xstate actor's send + snapshot, the whole way",
  line(whole, way.length),
  "≥ 20",
  whole.ratio >= 20,
);
const screens = way.filter(([{ step }]) => !reads.has(step));
const apart = contest(
  () => {
    for (const [state, input] of screens) wizard.view(wizard.submit(state, input).state);
  },
  () => {
    const actor = createActor(machine).start();
    for (const event of events.slice(0, screens.length)) {
      actor.send(event);
      actor.getSnapshot();
    }
  },
);
report(
  "the same, without the steps that read an owner and a computer",
  line(apart, screens.length),
  "≥ 20",
  apart.ratio >= 20,
);

for (const [state, input] of way) {
  const { ours: submit, peer: both } = contest(
    () => wizard.submit(state, input),
    () => wizard.view(wizard.submit(state, input).state),
    11,
  );
  report(
    `${input.type} on \`${state.step}\``,
    `${(submit / 1000).toFixed(1)} µs, with its view ${(both / 1000).toFixed(1)} µs`,
  );
}
