import { inOrderOfTime, type Deadline } from "./rows.js";
import { entriesOf, put, without, type Sorted } from "./sorted.js";

/** Deadlines, in the order in which they come true. */
export type Deadlines = Sorted<Deadline, null>;

/** Deadlines, of which one has moved; `null`: there is none. */
export function withDeadline(
  deadlines: Deadlines,
  of: Deadline["of"],
  id: string,
  before: number | null,
  after: number | null,
): Deadlines {
  if (before === after) return deadlines;
  const rest = before === null ? deadlines : without(deadlines, { at: before, of, id }, inOrderOfTime);
  return after === null ? rest : put(rest, { at: after, of, id }, null, inOrderOfTime);
}

/** What of these came due at or before a moment, in order. */
export function* dueIn(deadlines: Deadlines, at: number): Generator<Deadline> {
  for (const [deadline] of entriesOf(deadlines)) {
    if (deadline.at > at) return;
    yield deadline;
  }
}
