import type { Decision } from "../core/index.js";
import type { CenterEvent } from "./event.js";
import type { CenterError } from "./refusal.js";

/** What a center answers to a command. A customer's request that is refused is an event, too: the history has to show it. */
export type CenterDecision = Decision<CenterEvent, CenterError>;

export function happened(event: CenterEvent): CenterDecision {
  return { ok: true, events: [event] };
}

/** It was so already: the same answer, and no event. */
export const nothingNew: CenterDecision = { ok: true, events: [] };

/** The command is not one that this kit can be asked: nothing is kept of it. */
export function refuse(error: CenterError): CenterDecision {
  return { ok: false, error };
}
