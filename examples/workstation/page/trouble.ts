import type { Describable } from "licit/messages";
import type { AgentError } from "../src/contract.js";

/** Why the agent did not do what it was asked for: it said so itself, or said nothing at all. */
export type Trouble = AgentError["error"]["code"] | "silent";

const troubles: readonly Trouble[] = ["bad-request", "not-allowed", "not-found", "too-large", "failed", "silent"];

/** The trouble of that name; of a newer agent's name, that it failed. */
export function troubleNamed(name: unknown): Trouble {
  return troubles.find((trouble) => trouble === name) ?? "failed";
}

/** A trouble as the code of an outcome: the library has no words for it, the page has. */
export function codeOf(trouble: Trouble): string {
  return `workstation/${trouble}`;
}

export function troubleOf(outcome: Describable): Trouble | undefined {
  return "code" in outcome ? troubles.find((trouble) => codeOf(trouble) === outcome.code) : undefined;
}
