import type { Decision } from "../../core/index.js";
import * as licit from "../../pins/index.js";
import {
  pinKit,
  type KitDefinition,
  type OpenKit,
  type PinKitCommand,
  type PinKitError,
  type PinKitEvent,
  type PinKitState,
} from "../../pins/index.js";
import type { PinsSubject, Subject } from "../subject.js";

type PinDecision = Decision<PinKitEvent, PinKitError>;

/** This library with some of its functions in another way. */
export function other(functions: Partial<PinsSubject>): Subject {
  return { pins: { ...licit, ...functions } };
}

/** A machine that decides in another way. */
export function deciding(how: (command: PinKitCommand, state: PinKitState) => PinDecision): Subject {
  return other({ pinKit: { ...pinKit, decide: (command, state) => how(command, own(state)) } });
}

/** A machine that folds in another way. */
export function folding(how: (state: PinKitState, event: PinKitEvent) => PinKitState): Subject {
  return other({ pinKit: { ...pinKit, evolve: (state, event) => how(own(state), event) } });
}

/** A machine that opens kits with another definition than it is told. */
export function opening(how: (definition: KitDefinition) => KitDefinition): Subject {
  return deciding((command, state) => {
    const decision = pinKit.decide(command, state);
    if (command.type !== "open" || !decision.ok) return decision;
    const data = { ...command.data, definition: how(command.data.definition) };
    return { ok: true, events: [{ type: "kit-opened", data }] };
  });
}

/** A machine that answers some refusals in another way. */
export function forgiving(
  how: (error: PinKitError, command: PinKitCommand, kit: OpenKit) => PinDecision | undefined,
): Subject {
  return deciding((command, state) => {
    const decision = pinKit.decide(command, state);
    if (decision.ok || state.status !== "open") return decision;
    return how(decision.error, command, state) ?? decision;
  });
}

/** A machine is handed the states that it made. */
function own(state: unknown): PinKitState {
  return state as PinKitState; // nothing else makes them
}
