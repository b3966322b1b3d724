import type { WizardState } from "licit/acquisition";
import type { StoredWizard } from "../../src/contract.js";

/** Keeps a wizard for the next run. */
export interface Keeper {
  /** Soon: of states that follow each other quickly, the last one. */
  readonly keep: (state: WizardState | null) => void;
  /** Now. Resolves when what was to be kept is kept, or could not be. */
  readonly flush: (unloading?: boolean) => Promise<void>;
}

type Write = (stored: StoredWizard | null, unloading: boolean) => Promise<{ readonly ok: boolean }>;

const PAUSE_MS = 300;

/** One write at a time, the newest last: an older state never comes after a newer one. */
export function makeKeeper(write: Write): Keeper {
  let waiting: { readonly stored: StoredWizard | null } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let writing: Promise<void> = Promise.resolve();

  async function writeWaiting(unloading: boolean): Promise<void> {
    if (waiting === undefined) return;
    const { stored } = waiting;
    const mine = waiting;
    waiting = undefined;
    const { ok } = await write(stored, unloading);
    // What could not be kept is tried again with the next change, unless there is something newer.
    if (!ok) waiting ??= mine;
  }

  function flush(unloading = false): Promise<void> {
    clearTimeout(timer);
    // A page that goes waits for nothing.
    writing = unloading ? writeWaiting(true) : writing.then(() => writeWaiting(false));
    return writing;
  }

  return {
    keep: (state) => {
      waiting = { stored: state && { state } };
      clearTimeout(timer);
      timer = setTimeout(() => void flush(), PAUSE_MS);
    },
    flush,
  };
}
