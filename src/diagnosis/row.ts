import type { CauseCode } from "./cause-code.js";
import type { Cause, Evidence } from "./cause.js";
import type { Facts } from "./facts.js";
import type { ObservationName } from "./observations.js";
import type { Remedy } from "./remedy.js";

/** One cause of the table. */
export interface CauseRow {
  /**
   * How it shows. `not-found`: no suitable license is seen. `none-free`: one is, and all its seats are taken. A search that
   * says the one rules out causes of the other (AL-13). `acquiring`: only where a license is obtained or recovered.
   */
  readonly shows: "not-found" | "none-free" | "acquiring" | "otherwise";
  /**
   * What speaks for it: of each item of an observation on its own, or of two together, and of no item that is absent. So more
   * of them never speak less (DG-01).
   */
  evidence(facts: Facts): readonly Evidence[];
  /** Whether it is out of the question; asked only where nothing speaks for it. */
  ruledOut?(facts: Facts): boolean;
  remedy(facts: Facts): Remedy;
  /** What else there is to say. Where it has `each`, the costliest of these is the remedy. */
  more?(facts: Facts): Pick<Cause, "each" | "findings" | "missing" | "heldBy" | "places" | "everyMinutes">;
  readonly asks: readonly ObservationName[];
}

/** Causes of the table, by code. */
export type CauseRows<C extends CauseCode> = { readonly [Code in C]: CauseRow };
