import type { Certainty, Remedy } from "../diagnosis/index.js";
import type { Finding } from "../fingerprint/index.js";
import type { Code, Instead } from "./described.js";
import type { Term } from "./terms.js";

/** What templates are filled with the help of. */
export interface Grammar {
  readonly terms: { readonly [name: string]: string };
  /** Between the items of a list, and before the number of those that are left out. */
  readonly separator: string;
  readonly more: string;
  /** The place of a PIN in the kit's document: `{place}`, `{~set}`. */
  readonly pinPlace: string;
  /** A day: `{year}`, `{month}`, `{day}`. */
  readonly date: string;
  /** A size: `{gib}` of 2³⁰ bytes. */
  readonly size: string;
  /** Which of the forms of a word goes with a number. */
  readonly form: (n: number) => number;
}

/**
 * All words of a language for outcomes. They are templates: `{pin}` stands for what the outcome says under that name, `{~set}` for its
 * name in words, `{@since}` for a moment as a day, `{#at}` for a place counted from 1, `{n|one|other}` for a word that goes
 * with a number; what stands in brackets is left out where the outcome does not say it.
 */
export interface Words extends Grammar {
  readonly codes: { readonly [C in Code]: string };
  readonly instead: { readonly [I in Instead]: string };
  readonly remedies: { readonly [A in Remedy["action"]]: string };
  /** How a parameter differs: `{~parameter}`, `{reference}`, `{observed}`; of devices that are called the same, `{difference}`. */
  readonly findings: { readonly [K in Finding["kind"]]: string };
  /** Behind a difference over which the license does not fall. */
  readonly tolerated: string;
  readonly terms: { readonly [T in Term]: string };
  /** How sure a cause is; `{said}` is the cause itself. */
  readonly certainty: { readonly [C in Certainty]: string };
  /** A code that has no words. */
  readonly unknown: string;
}

/** The words for the codes of some modules: `"pins" | "phone"`. */
export type WordsFor<M extends string> = { readonly [C in Extract<Code, `${M}/${string}`>]: string };
