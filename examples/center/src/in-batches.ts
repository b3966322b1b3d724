/** What is done with a batch: one statement. */
export interface BatchWork<I, O> {
  readonly most: number;
  /** An outcome for each item, in their order. */
  work(items: readonly I[]): Promise<readonly O[]>;
  /** Whether it may have failed for one of the items: then each is tried by itself, so that none fails for another's sake. */
  isOneItemsFault(error: unknown): boolean;
}

/** One statement for all that comes while the last one is under way: a database takes a hundred rows nearly as fast as one. */
export function inBatches<I, O>(batches: BatchWork<I, O>): (item: I) => Promise<O> {
  const waiting: Waiting<I, O>[] = [];
  let working = false;

  async function workOn(): Promise<void> {
    if (working) return;
    working = true;
    while (waiting.length > 0) await settle(waiting.splice(0, batches.most), batches);
    working = false;
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      void workOn();
    });
}

interface Waiting<I, O> {
  readonly item: I;
  readonly resolve: (outcome: O) => void;
  readonly reject: (error: unknown) => void;
}

async function settle<I, O>(batch: readonly Waiting<I, O>[], batches: BatchWork<I, O>): Promise<void> {
  try {
    const outcomes = await batches.work(batch.map(({ item }) => item));
    for (const [at, outcome] of outcomes.entries()) batch[at]?.resolve(outcome);
  } catch (error) {
    if (batch.length > 1 && batches.isOneItemsFault(error)) for (const one of batch) await settle([one], batches);
    else for (const { reject } of batch) reject(error);
  }
}
