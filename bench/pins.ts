import { handle } from "licit";
import { pinKit, type KitDefinition, type PinKitCommand, type PinKitState } from "licit/pins";
import { assign, initialTransition, setup, transition } from "xstate";
import { contest, report } from "./harness.js";

const pinAt = (n: number): string => String(381505376410122 + n * 7919);

/** A kit of so many workstations, with one license acquired from the middle of its PINs. */
function kitOf(workstations: number): { readonly state: PinKitState; readonly pin: string; readonly spare: string } {
  const definition: KitDefinition = { name: "bench", client: { workstations, sets: ["single-user"] } };
  const count = 3 * workstations;
  const pins = { "single-user": Array.from({ length: count }, (_, n) => pinAt(n)) };
  const [pin, spare] = [pinAt(count >> 1), pinAt(count - 1)];
  const opened = handle(
    pinKit,
    { type: "open", data: { kit: "8050525679", definition, pins, at: 1 } },
    pinKit.initialState(),
  );
  const acquired = handle(pinKit, { type: "acquire", data: { pin, reference: "r", at: 2 } }, opened.state);
  if (!acquired.decision.ok) throw new Error("the bench's own kit is refused");
  return { state: acquired.state, pin, spare };
}

/** Every kind of command that is accepted, and one that is not. */
function commandsOn({ pin, spare }: ReturnType<typeof kitOf>): readonly PinKitCommand[] {
  return [
    { type: "acquire", data: { pin: spare, reference: "r", at: 3 } },
    { type: "recover", data: { parameters: "unchanged", pin, at: 3 } },
    { type: "recover", data: { parameters: "changed", pin, sparePin: spare, reference: "r2", at: 3 } },
    { type: "cancel", data: { pin, at: 3 } },
    { type: "note", data: { pin, note: "BUH-31", at: 3 } },
    { type: "acquire", data: { pin, reference: "r", at: 3 } },
  ];
}

interface Record {
  readonly pin: string;
  readonly state: "unused" | "current" | "superseded" | "cancelled";
  readonly reference?: string;
  readonly note?: string;
}

type Event =
  | { readonly type: "acquire"; readonly pin: string; readonly reference: string }
  | { readonly type: "recover"; readonly pin: string }
  | { readonly type: "recoverWithSpare"; readonly pin: string; readonly sparePin: string; readonly reference: string }
  | { readonly type: "cancel"; readonly pin: string }
  | { readonly type: "note"; readonly pin: string; readonly note: string };

/** The same machine in xstate, without all that ours says when it refuses. */
const machine = setup({
  types: { context: {} as { pins: readonly Record[]; places: number }, events: {} as Event },
}).createMachine({
  context: { pins: Array.from({ length: 15 }, (_, n) => ({ pin: pinAt(n), state: "unused" as const })), places: 5 },
  initial: "open",
  states: {
    open: {
      on: {
        acquire: {
          guard: ({ context, event }) =>
            stateOf(context.pins, event.pin) === "unused" &&
            context.pins.filter(({ state }) => state === "current").length < context.places,
          actions: assign(({ context, event: { pin, reference } }) => ({
            pins: put(context.pins, pin, { state: "current", reference }),
          })),
        },
        recover: { guard: ({ context, event }) => stateOf(context.pins, event.pin) === "current" },
        recoverWithSpare: {
          guard: ({ context, event }) =>
            stateOf(context.pins, event.pin) === "current" && stateOf(context.pins, event.sparePin) === "unused",
          actions: assign(({ context, event: { pin, sparePin, reference } }) => ({
            pins: put(put(context.pins, pin, { state: "superseded" }), sparePin, { state: "current", reference }),
          })),
        },
        cancel: {
          guard: ({ context, event }) => ["unused", "current"].includes(stateOf(context.pins, event.pin) ?? ""),
          actions: assign(({ context, event: { pin } }) => ({ pins: put(context.pins, pin, { state: "cancelled" }) })),
        },
        note: {
          actions: assign(({ context, event: { pin, note } }) => ({ pins: put(context.pins, pin, { note }) })),
        },
      },
    },
  },
});

function stateOf(pins: readonly Record[], pin: string): Record["state"] | undefined {
  return pins.find((one) => one.pin === pin)?.state;
}

function put(pins: readonly Record[], pin: string, change: Partial<Record>): readonly Record[] {
  return pins.map((one) => (one.pin === pin ? { ...one, ...change } : one));
}

console.log("| work | measured | wanted | reached |\n|---|---|---|---|");

const [small, large] = [kitOf(5), kitOf(500)];
const names = ["acquire", "recover the same", "recover with a spare PIN", "cancel", "note", "refuse"];

const [fresh] = initialTransition(machine);
const [inUse] = transition(machine, fresh, { type: "acquire", pin: small.pin, reference: "r" });
const events: readonly Event[] = [
  { type: "acquire", pin: small.spare, reference: "r" },
  { type: "recover", pin: small.pin },
  { type: "recoverWithSpare", pin: small.pin, sparePin: small.spare, reference: "r2" },
  { type: "cancel", pin: small.pin },
  { type: "note", pin: small.pin, note: "BUH-31" },
  { type: "acquire", pin: small.pin, reference: "r" },
];
for (const [at, command] of commandsOn(small).entries()) {
  const event = events[at] ?? { type: "recover", pin: small.pin };
  const { ours, peer, ratio } = contest(
    () => handle(pinKit, command, small.state),
    () => transition(machine, inUse, event),
  );
  const figure = `${ratio.toFixed(0)} times as fast (${ours.toFixed(0)} ns, ${peer.toFixed(0)} ns)`;
  report(`${names[at] ?? ""}, 15 PINs, against xstate's \`transition\``, figure, "20 times", ratio >= 20);
}
const largeCommands = commandsOn(large);
for (const [at, command] of commandsOn(small).entries()) {
  const other = largeCommands[at] ?? command;
  const { ratio } = contest(
    () => handle(pinKit, command, small.state),
    () => handle(pinKit, other, large.state),
  );
  report(`${names[at] ?? ""}, 1,500 PINs against 15`, `${ratio.toFixed(1)} times as long`, "at most 4", ratio <= 4);
}

/** A kit of which no PIN of the set is left, and an additional one is granted. */
function spent(workstations: number): readonly [PinKitState, PinKitCommand] {
  const { state, pin } = kitOf(workstations);
  let kit = state;
  let current = pin;
  for (let n = 0; n < 3 * workstations; n++) {
    const data = { parameters: "changed", pin: current, sparePin: pinAt(n), reference: "r", at: 3 } as const;
    const recovered = handle(pinKit, { type: "recover", data }, kit);
    if (recovered.decision.ok) [kit, current] = [recovered.state, pinAt(n)];
  }
  const request = { kit: "8050525679", company: "c", reason: "r", requestFile: "not-asked", violations: [] } as const;
  return [kit, { type: "issueAdditional", data: { pin: current, ...request, newPin: "999999999999999", at: 4 } }];
}
const [[spentSmall, ask], [spentLarge, askLarge]] = [spent(5), spent(500)];
if (!handle(pinKit, askLarge, spentLarge).decision.ok) throw new Error("the additional PIN is refused");
const additional = contest(
  () => handle(pinKit, ask, spentSmall),
  () => handle(pinKit, askLarge, spentLarge),
);
report(
  "issue an additional PIN, 1,500 PINs against 15",
  `${additional.ratio.toFixed(1)} times as long`,
  "at most 4",
  additional.ratio <= 4,
);
