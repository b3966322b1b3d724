import { canonicalJson, handle } from "licit";
import {
  answerTo,
  center,
  parseCenterEvent,
  parseCenterState,
  type Asked,
  type CenterCommand,
  type CenterEvent,
  type CenterState,
  type CustomerAnswer,
  type CustomerCommand,
} from "licit/center";
import { checkAfter } from "./invariants.js";

/** A center with one kit. After every event everything is checked that must always hold. */
export interface Desk {
  state: CenterState;
  readonly events: CenterEvent[];
  /** What did not hold. Empty, or this simulation found a fault. */
  readonly broken: string[];
}

export function newDesk(): Desk {
  return { state: center.initialState(), events: [], broken: [] };
}

/** Gives a command that must be understood. */
export function tell(desk: Desk, command: CenterCommand): ReturnType<typeof center.decide> {
  const before = desk.state;
  const { decision, state } = handle(center, command, before);
  if (!decision.ok) return decision;
  desk.state = state;
  for (const event of decision.events) {
    desk.events.push(event);
    desk.broken.push(...checkAfter(before, event, state));
  }
  return decision;
}

/** A customer's command, and what the customer is told. */
export function ask(desk: Desk, command: CustomerCommand): CustomerAnswer {
  const decision = tell(desk, command);
  return answerTo(command, { decision, state: desk.state });
}

/** A request that is delivered twice: the same answer, and nothing more in the history. @rule CE-07 */
export function repeat(desk: Desk, asked: Asked, answer: CustomerAnswer): void {
  const { length } = desk.events;
  const again = ask(desk, { type: "request-license", data: asked });
  const same = JSON.stringify(again) === JSON.stringify(answer);
  if (!same || desk.events.length !== length)
    desk.broken.push(`CE-07: ${JSON.stringify(answer)} once, ${JSON.stringify(again)} again`);
}

/** The history, stored and read back, leads to the same state; and the state, stored and read back, is itself. */
export function checkStored(desk: Desk): void {
  let state = center.initialState();
  for (const event of desk.events) {
    const parsed = parseCenterEvent(JSON.parse(JSON.stringify(event)));
    if (!parsed.ok) desk.broken.push(`an event does not read back: ${JSON.stringify(parsed.error)}`);
    else state = center.evolve(state, parsed.value);
  }
  const stored = JSON.stringify(desk.state);
  const text = textOf(desk.state);
  if (textOf(state) !== text) desk.broken.push("the history does not lead to the state");
  const parsed = parseCenterState(JSON.parse(stored));
  if (!parsed.ok || textOf(parsed.value) !== text)
    desk.broken.push(`the state does not read back: ${parsed.ok ? "another" : JSON.stringify(parsed.error)}`);
}

/** One text of a JSON value; of what is none, the reason. */
function textOf(value: unknown): string {
  const text = canonicalJson(value);
  return text.ok ? text.value : JSON.stringify(text.error);
}
