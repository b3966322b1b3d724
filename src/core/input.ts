/** What a fault in an input is against. Every parser of the library uses these words. */
export type FaultRule =
  /** Of another type than `expected`; a getter, a function or a cycle where a plain value belongs is one too. */
  | "type"
  /** Required, and absent. */
  | "missing"
  /** Not one of `expected`. */
  | "choice"
  /** A number with a fraction, NaN, or beyond ±(2⁵³ − 1). */
  | "integer"
  /** A number outside its bounds; `limit` is the bound it crosses (itself still allowed). */
  | "range"
  /** A text longer than `limit` UTF-16 units, or shorter than `limit`. */
  | "length"
  /** More than `limit` items or names, or fewer. */
  | "count"
  /** A text that is not of the form `expected`. */
  | "format"
  /** A name that means nothing here, where none may be overlooked. */
  | "unknown-name"
  /** A name that cannot be carried safely (`__proto__`). */
  | "reserved-name"
  /** The input throws when it is looked at. */
  | "hostile";

/** One thing that is wrong with an input: where, and against which rule. */
export interface Fault {
  /** Object names and array indexes from the root; empty for the input itself. */
  readonly path: readonly (string | number)[];
  readonly rule: FaultRule;
  readonly expected?: string;
  readonly limit?: number;
}

/** An input that is not what it should be, with every fault. Nothing of it was taken. */
export interface InputError {
  readonly code: "core/invalid-input";
  readonly faults: readonly Fault[];
}

/** The error that carries these faults. */
export function inputError(faults: readonly Fault[]): InputError {
  return { code: "core/invalid-input", faults };
}
