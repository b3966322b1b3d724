import {
  wizard,
  type AskingStep,
  type Effect,
  type EffectType,
  type Moved,
  type Outcome,
  type WizardInput,
  type WizardState,
  type WizardView,
} from "licit/acquisition";
import type { Done } from "../../src/contract.js";
import { saveFile } from "../files.js";
import { codeOf } from "../trouble.js";
import type { Keeper } from "./keeper.js";
import { failed, needsFile } from "./perform.js";
import { isDone } from "./view-parts.js";

/** A wizard that runs in this page: the machine, its host, and what a screen shows of them. */
export interface Session {
  readonly subscribe: (listener: () => void) => () => void;
  readonly look: () => Glance;
  readonly submit: (input: WizardInput) => void;
  readonly back: (step?: AskingStep) => void;
  /** The file for an effect that opens one; `null`: the person wants none. */
  readonly choose: (effect: Effect, file: File | null) => void;
  readonly keeper: Keeper;
  /** Another wizard takes its place: what still comes of this one is kept no more. */
  readonly retire: () => void;
}

/** What there is to be seen now. */
export interface Glance {
  readonly view: WizardView;
  /** How often "Next" was refused on this step: from then on everything that is wrong is said. */
  readonly refusals: number;
  /** What failed beside the way, and holds nobody up. */
  readonly mishap: Mishap | null;
  /** What was just done, and left the person where he was. */
  readonly deed: Deed | null;
  /** Effects that wait for the person to choose a file. */
  readonly choosing: readonly Effect[];
  /** Effects that are being done. */
  readonly doing: readonly Effect[];
}

export interface Mishap {
  readonly code: string;
}

export interface Host {
  readonly perform: (effect: Effect, file?: File) => Promise<Done>;
  readonly keeper: Keeper;
}

/** It lives beside React: effects are done once, however often a screen is drawn. */
export function openSession(opened: Moved, { perform, keeper }: Host): Session {
  let state = opened.state;
  let retired = false;
  const begun = new Set<number>();
  let glance = glanceAt(state, begun, nothingYet);
  const listeners = new Set<() => void>();

  function settle(next: WizardState, more: Partial<Memory> = {}): void {
    const stays = next.step === state.step;
    const before: Memory = stays ? glance : nothingYet;
    state = next;
    glance = glanceAt(state, begun, { ...before, ...more });
    if (!retired) keeper.keep(isOver(glance.view) ? null : state);
    for (const effect of glance.view.owed) if (!begun.has(effect.id) && !needsFile(effect)) void work(effect);
    for (const listener of listeners) listener();
  }

  async function work(effect: Effect, file?: File): Promise<void> {
    begun.add(effect.id);
    const { outcome, save, open } = await perform(effect, file);
    // The person went another way: nothing of it is wanted any more, not even the file.
    if (!isOwed(effect)) return;
    if (save !== undefined) saveFile(save);
    if (open !== undefined) window.open(open, "_blank", "noopener");
    answer(effect, outcome, open);
    // What the machine cannot take leaves the effect owed, and the person would wait for ever.
    if (isOwed(effect)) answer(effect, failed(codeOf("failed"), JSON.stringify(outcome).slice(0, 500)));
  }

  function answer(effect: Effect, outcome: Outcome, address: string | null = null): void {
    const moved = wizard.submit(state, { type: "outcome", effect: effect.id, outcome });
    const beside = outcome.outcome === "failed" && moved.state.failure === null;
    const done = outcome.outcome !== "failed" && outcome.outcome !== "dismissed" && moved.state.step === state.step;
    settle(moved.state, {
      mishap: beside ? { code: outcome.code } : null,
      deed: done ? { type: effect.type, address } : null,
    });
  }

  function isOwed({ id }: Effect): boolean {
    return state.owed.some((owed) => owed.id === id);
  }

  const session: Session = {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    look: () => glance,
    submit: (input) => {
      const moved = wizard.submit(state, input);
      const refused = input.type === "next" && moved.refused !== undefined;
      settle(moved.state, { mishap: null, deed: null, ...(refused && { refusals: glance.refusals + 1 }) });
    },
    back: (step) => {
      settle(wizard.back(state, step));
    },
    choose: (effect, file) => {
      if (file === null) {
        answer(effect, { outcome: "dismissed" });
        return;
      }
      void work(effect, file);
      glance = glanceAt(state, begun, glance);
      for (const listener of listeners) listener();
    },
    keeper,
    retire: () => {
      retired = true;
    },
  };
  settle(opened.state);
  return session;
}

/** Nothing is left to go on with: one who left comes back, one who gave up or is done does not. */
function isOver(view: WizardView): boolean {
  return isDone(view) || (view.ended !== undefined && view.ended.how !== "left");
}

/** What the page remembers of a step; the rest stands in the state. */
/** What was done while the screen stayed. */
export interface Deed {
  readonly type: EffectType;
  /** Of a page, so that a person can go there by himself. */
  readonly address: string | null;
}

type Memory = Pick<Glance, "refusals" | "mishap" | "deed">;

const nothingYet: Memory = { refusals: 0, mishap: null, deed: null };

function glanceAt(state: WizardState, begun: ReadonlySet<number>, { refusals, mishap, deed }: Memory): Glance {
  const view = wizard.view(state);
  const choosing = view.owed.filter((effect) => needsFile(effect) && !begun.has(effect.id));
  return { view, refusals, mishap, deed, choosing, doing: view.owed.filter((effect) => !choosing.includes(effect)) };
}
