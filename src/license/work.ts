/**
 * Work that calls ports, written once for ports that answer at once and for ports that answer later (a KMS, WebCrypto). It
 * hands out each call and is given its answer.
 */
export type Work<T> = Generator<() => unknown, T, unknown>;

/** Calls a port within a work. */
export function* ask<T>(call: () => T | PromiseLike<T>): Work<T> {
  return (yield call) as T; // what the call answered: `atOnce` and `later` hand nothing else back
}

/** Does a work whose ports answer at once. */
export function atOnce<T>(work: Work<T>): T {
  let step = work.next();
  while (step.done !== true) step = work.next(step.value());
  return step.value;
}

/** Does a work whose ports may answer later. Rejects where one of them does. */
export async function later<T>(work: Work<T>): Promise<T> {
  let step = work.next();
  while (step.done !== true) step = work.next(await step.value());
  return step.value;
}
