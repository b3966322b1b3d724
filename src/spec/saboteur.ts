import type { Subject } from "./subject.js";

/**
 * A deliberately broken implementation: a mistake that somebody could make. Its rule catches it, and so do the rules
 * that depend on what it broke; every other rule of the module still holds (SP-04).
 */
export interface Saboteur {
  /** The rule that it breaks. */
  readonly rule: string;
  /** The mistake, as its author would defend it. */
  readonly mistake: string;
  /** Other rules that depend on what it broke. */
  readonly alsoBreaks: readonly string[];
  readonly subject: Subject;
}
