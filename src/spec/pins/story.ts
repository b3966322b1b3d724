import * as fc from "fast-check";
import type { Decision } from "../../core/index.js";
import type {
  Kit,
  KitDefinition,
  Pin,
  PinKitCommand,
  PinKitError,
  PinKitEvent,
  PinRow,
  PinState,
} from "../../pins/index.js";
import { ensure } from "../rule.js";
import type { PinsSubject } from "../subject.js";
import { KIT, kitOf, pinNumber } from "./kits.js";

/** A command that is yet to find its PINs: it takes the n-th of those in a state, or of all where none is. */
export interface Plan {
  readonly type: "acquire" | "recover" | "recover-with-spare" | "issueAdditional" | "cancel" | "note";
  readonly pin: Choice;
  readonly spare: Choice;
  /** Picks among a few texts. */
  readonly words: number;
}

interface Choice {
  readonly among: PinState | "any" | "elsewhere";
  readonly nth: number;
}

/** A kit, and what is tried on it. */
export interface Story {
  readonly definition: KitDefinition;
  readonly plans: readonly Plan[];
}

/** One command of a story: what was, what was decided, and what is. */
export interface Step {
  readonly command: PinKitCommand;
  readonly before: readonly PinRow[];
  readonly stateBefore: unknown;
  readonly decision: Decision<PinKitEvent, PinKitError>;
  readonly after: readonly PinRow[];
  readonly stateAfter: unknown;
}

/** A story that was played. */
export interface Played {
  readonly kit: Kit;
  readonly opened: unknown;
  readonly events: readonly PinKitEvent[];
  readonly steps: readonly Step[];
  readonly state: unknown;
  readonly rows: readonly PinRow[];
}

const nth = fc.nat(11);
const anyPin = fc.constantFrom("any" as const, "elsewhere" as const, "superseded" as const, "cancelled" as const);

/** A PIN that mostly is in the state that a command needs, now and then in another. */
function mostly(state: PinState): fc.Arbitrary<Choice> {
  return fc.record({
    among: fc.oneof(
      { weight: 5, arbitrary: fc.constant(state) },
      { weight: 1, arbitrary: fc.constant("void" as const) },
      { weight: 2, arbitrary: anyPin },
    ),
    nth,
  });
}

function planOf(type: Plan["type"], pin: PinState): fc.Arbitrary<Plan> {
  return fc.record({ type: fc.constant(type), pin: mostly(pin), spare: mostly("unused"), words: fc.nat(3) });
}

const plan = fc.oneof(
  { weight: 4, arbitrary: planOf("acquire", "unused") },
  { weight: 2, arbitrary: planOf("recover", "current") },
  { weight: 4, arbitrary: planOf("recover-with-spare", "current") },
  { weight: 2, arbitrary: planOf("issueAdditional", "current") },
  { weight: 1, arbitrary: planOf("cancel", "current") },
  { weight: 1, arbitrary: planOf("cancel", "unused") },
  { weight: 1, arbitrary: planOf("note", "unused") },
);

/** Stories of kits of some definitions. */
export function storiesOf(definition: fc.Arbitrary<KitDefinition>): fc.Arbitrary<Story> {
  return fc.record({ definition, plans: fc.array(plan, { maxLength: 40, size: "max" }) });
}

/** Opens a kit, and asks one thing after the other. */
export async function play(subject: PinsSubject, { definition, plans }: Story): Promise<Played> {
  const kit = kitOf(definition);
  const begun = await subject.pinKit.decide(
    { type: "open", data: { ...kit, at: 1 } },
    await subject.pinKit.initialState(),
  );
  ensure(begun.ok, `a kit is opened: ${JSON.stringify(begun)}`);
  const opened = await evolve(subject, await subject.pinKit.initialState(), begun.events);
  const steps: Step[] = [];
  const events = [...begun.events];
  let state = opened;
  let rows = await subject.pinReport(state);
  for (const [at, planned] of plans.entries()) {
    const command = commandOf(planned, rows, at + 2);
    const decision = await subject.pinKit.decide(command, state);
    const stateAfter = decision.ok ? await evolve(subject, state, decision.events) : state;
    const after = await subject.pinReport(stateAfter);
    steps.push({ command, before: rows, stateBefore: state, decision, after, stateAfter });
    if (decision.ok) events.push(...decision.events);
    state = stateAfter;
    rows = after;
  }
  return { kit, opened, events, steps, state, rows };
}

/** Folds events. */
export async function evolve(subject: PinsSubject, from: unknown, events: readonly PinKitEvent[]): Promise<unknown> {
  let state = from;
  for (const event of events) state = await subject.pinKit.evolve(state, event);
  return state;
}

function commandOf({ type, pin: which, spare, words }: Plan, rows: readonly PinRow[], at: number): PinKitCommand {
  const pin = chosen(which, rows);
  const computer = words === 0 ? undefined : `BUH-${words}`;
  switch (type) {
    case "acquire":
      return { type, data: { pin, reference: `reference ${at}`, computer, at } };
    case "recover":
      return { type, data: { pin, parameters: "unchanged", at } };
    case "recover-with-spare": {
      const sparePin = chosen(spare, rows);
      return {
        type: "recover",
        data: { pin, parameters: "changed", sparePin, reference: `reference ${at}`, computer, at },
      };
    }
    case "issueAdditional": {
      const request = { kit: KIT, company: words === 3 ? " " : "Romashka", reason: words === 2 ? "" : "a new disk" };
      const requestFile = words === 1 ? "attached" : "not-asked";
      return { type, data: { pin, ...request, requestFile, violations: [], newPin: pinNumber(1_000 + at), at } };
    }
    case "cancel":
      return { type, data: { pin, at } };
    case "note":
      return { type, data: { pin, note: ["", "spare", "BUH-31", "ask Olga"][words] ?? "", at } };
  }
}

function chosen({ among, nth }: Choice, rows: readonly PinRow[]): Pin {
  if (among === "elsewhere") return pinNumber(5_000 + nth);
  const fitting = rows.filter(({ state }) => state === among);
  const pool = fitting.length > 0 ? fitting : rows;
  return pool[nth % pool.length]?.pin ?? pinNumber(5_000);
}

/** The row of a PIN. */
export function rowOf(rows: readonly PinRow[], pin: Pin): PinRow | undefined {
  return rows.find((row) => row.pin === pin);
}

/** The state of a PIN, or `elsewhere` where the kit does not have it. */
export function stateIn(rows: readonly PinRow[], pin: Pin): PinState | "elsewhere" {
  return rowOf(rows, pin)?.state ?? "elsewhere";
}
