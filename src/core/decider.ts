/** What a machine answers to a command: the events that happen, or the refusal. A refusal changes nothing. */
export type Decision<E, R> =
  { readonly ok: true; readonly events: readonly E[] } | { readonly ok: false; readonly error: R };

/**
 * A machine without a place to live: it holds no state and does no I/O, so that any store, table, queue or actor can
 * carry it.
 *
 * `decide` never throws. `evolve` leaves its input as it was and throws `TypeError` on an event it does not know.
 * Commands and events are `{ type, data }` of JSON values; `version` changes when stored states or events would be read
 * differently.
 */
export interface Decider<S, C, E, R> {
  readonly version: number;
  initialState(): S;
  decide(command: C, state: S): Decision<E, R>;
  evolve(state: S, event: E): S;
}

/**
 * Decides a command and folds what happened into the state.
 *
 * On a refusal `state` is the very state that was given.
 *
 * @example
 * ```ts
 * import { handle, type Decider } from "licit";
 *
 * type Added = { type: "added"; data: { by: number } };
 * const counter: Decider<number, { type: "add"; data: { by: number } }, Added, { code: "counter/negative" }> = {
 *   version: 1,
 *   initialState: () => 0,
 *   decide: ({ data }) =>
 *     data.by < 0 ? { ok: false, error: { code: "counter/negative" } } : { ok: true, events: [{ type: "added", data }] },
 *   evolve: (state, event) => state + event.data.by,
 * };
 *
 * handle(counter, { type: "add", data: { by: 2 } }, 40).state; // → 42
 * handle(counter, { type: "add", data: { by: -1 } }, 40); // → { decision: { ok: false, error: { code: "counter/negative" } }, state: 40 }
 * ```
 */
export function handle<S, C, E, R>(
  decider: Decider<S, C, E, R>,
  command: C,
  state: S,
): { readonly decision: Decision<E, R>; readonly state: S } {
  const decision = decider.decide(command, state);
  return { decision, state: decision.ok ? replay(decider, decision.events, state) : state };
}

/** Folds stored events, from the initial state or from a `from` that was kept. Throws what `evolve` throws. */
export function replay<S, C, E, R>(
  decider: Decider<S, C, E, R>,
  events: Iterable<E>,
  from: S = decider.initialState(),
): S {
  let state = from;
  for (const event of events) state = decider.evolve(state, event);
  return state;
}

/** A decider whose `decide` returns events or throws: the shape that event-sourcing libraries such as Emmett take. */
export interface ThrowingDecider<S, C, E> {
  initialState(): S;
  decide(command: C, state: S): E[];
  evolve(state: S, event: E): S;
}

/**
 * Adapts a decider to libraries that append whatever `decide` returns and expect a refusal to be thrown: returned as a
 * value, it would be stored as if it were an event.
 *
 * What is thrown is an `Error` named `"Refusal"`, whose `cause` is the refusal itself.
 */
export function throwingDecider<S, C, E, R>(decider: Decider<S, C, E, R>): ThrowingDecider<S, C, E> {
  return {
    initialState: () => decider.initialState(),
    decide(command, state) {
      const decision = decider.decide(command, state);
      if (decision.ok) return [...decision.events];
      const refusal = new Error("The command was refused: see `cause`.", { cause: decision.error });
      refusal.name = "Refusal";
      throw refusal;
    },
    evolve: (state, event) => decider.evolve(state, event),
  };
}
