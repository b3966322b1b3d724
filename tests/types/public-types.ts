// Compiled, never run: what the types of the library promise.
import type { Decider as EmmettDecider } from "@event-driven-io/emmett";
import { throwingDecider, type Decider, type InputError, type Result } from "licit";
import { seats, type SeatCommand, type SeatEvent, type SeatState } from "licit/allocation";
import { center, type CenterCommand, type CenterEvent, type CenterState } from "licit/center";
import { compare, keyParametersSchema, parseKeyParameters, type KeyParameters, type Policy } from "licit/fingerprint";
import type * as fingerprint from "licit/fingerprint";
import { pinKit, type PinKitCommand, type PinKitEvent, type PinKitState } from "licit/pins";
import type { Code } from "licit/messages";
import type { blsSigner } from "licit/signing/bls";
import type { rsaSigner } from "licit/signing/rsa";
import type { Subject } from "licit/spec";

/** `true` exactly when two types are the same; `any` is only the same as itself. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
function promise<_ extends true>(): void {
  // The type argument is the whole check.
}

// A throwing decider is what Emmett takes.
type Command = { type: "add"; data: { by: number } };
type Event = { type: "added"; data: { by: number } };
declare const counter: Decider<number, Command, Event, { code: "counter/negative" }>;
export const forEmmett: EmmettDecider<number, Command, Event> = throwingDecider(counter);

export const seatsForEmmett: EmmettDecider<SeatState, SeatCommand, SeatEvent> = throwingDecider(seats);

export const pinKitForEmmett: EmmettDecider<PinKitState, PinKitCommand, PinKitEvent> = throwingDecider(pinKit);

export const centerForEmmett: EmmettDecider<CenterState, CenterCommand, CenterEvent> = throwingDecider(center);

// Outcomes are closed unions, and nothing is `any`.
promise<Same<ReturnType<typeof parseKeyParameters>, Result<KeyParameters, InputError>>>();
promise<Same<ReturnType<typeof compare>["outcome"], "same" | "changed" | "undetermined">>();
promise<Same<Policy["kind"], "standard" | "exact" | "anyOf" | "atLeast" | "weighted">>();

// Keys are read apart from all else, and why one is none has words all the same: each code, and no other.
type CodeOf<R> = R extends { readonly ok: false; readonly error: { readonly code: infer C } } ? C : never;
type KeyCode = CodeOf<ReturnType<typeof blsSigner>> | CodeOf<ReturnType<typeof rsaSigner>>;
promise<Same<Exclude<KeyCode, Code>, never>>();

// A failure is no value.
const parsed = parseKeyParameters({});
// @ts-expect-error -- the value is there only when `ok` is
export const unchecked: KeyParameters = parsed.value;

// Form libraries infer the type from the Standard Schema.
type Inferred = NonNullable<(typeof keyParametersSchema)["~standard"]["types"]>["output"];
promise<Same<Inferred, KeyParameters>>();

// The library is a subject of its own specification, and so is a server that answers later.
declare const library: typeof fingerprint;
export const itself: Subject = { fingerprint: library };
export const remote: Subject = {
  fingerprint: { ...library, compare: (reference, observed) => Promise.resolve(compare(reference, observed)) },
};

// @ts-expect-error -- a policy names parameters that there are
export const unknownParameter: Policy = { kind: "anyOf", of: ["printers"] };
