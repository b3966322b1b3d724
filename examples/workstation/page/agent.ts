import {
  paths,
  type AgentError,
  type Done,
  type PlayedChange,
  type StoredWizard,
  type Task,
  type Workstation,
} from "../src/contract.js";
import { troubleNamed, type Trouble } from "./trouble.js";

export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  /** `details`: for support. */
  | { readonly ok: false; readonly trouble: Trouble; readonly details: string };

export function askWorkstation(): Promise<Answer<Workstation>> {
  return ask(paths.workstation, { method: "GET" });
}

export function putChanges(changes: readonly PlayedChange[]): Promise<Answer<Workstation>> {
  return ask(paths.changes, withBody("PUT", changes));
}

export function postTask(task: Task): Promise<Answer<Done>> {
  return ask(paths.effects, withBody("POST", task));
}

/** `unloading`: the page is about to go, and the request must outlive it. */
export function putWizard(stored: StoredWizard | null, unloading: boolean): Promise<Answer<unknown>> {
  return ask(paths.wizard, { ...withBody("PUT", stored), keepalive: unloading });
}

function withBody(method: "PUT" | "POST", body: unknown): RequestInit {
  return { method, headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
}

// The agent and this page are one program, and compile against one contract: what it answers is taken at its word.
async function ask<T>(path: string, request: RequestInit): Promise<Answer<T>> {
  try {
    const response = await fetch(path, request);
    const text = await response.text();
    if (response.ok) return { ok: true, value: (text === "" ? null : JSON.parse(text)) as T };
    return { ok: false, trouble: troubleIn(text), details: `${path}: ${response.status}` };
  } catch (error) {
    return { ok: false, trouble: "silent", details: `${path}: ${String(error)}` };
  }
}

function troubleIn(text: string): Trouble {
  try {
    return troubleNamed((JSON.parse(text) as AgentError).error.code); // whatever else it is, reading it throws
  } catch {
    return "failed";
  }
}
