import type { LicenseRequest } from "../license/index.js";
import type { LicenseType } from "../pins/index.js";
import { defaultPort, type Place } from "./place.js";
import type { WizardState } from "./state.js";

/**
 * Where the license goes, as it was entered. Where host or port are still wrong, so is what this says: ask the step first.
 *
 * @rule AQ-12
 */
export function placeOf(state: WizardState): Place {
  if (state.answers.action === "load-response") return openRequest(state)?.place ?? { on: "this-computer" };
  if (!isOnServer(state)) return { on: "this-computer" };
  const { host = "", port = String(defaultPort) } = state.answers;
  return { on: "server", host: host.trim(), port: Number(port) };
}

/** Whether it is installed on a server that is named. Where it must be, that is the default. */
export function isOnServer(state: WizardState): boolean {
  if (state.answers.action !== "acquire") return false;
  return state.answers.onServer ?? needsServer(state);
}

/**
 * Whether the license cannot be installed here: one that a server counts, or a server's own, and this is no server.
 *
 * @rule AQ-12
 * @source S2 p. 24–28
 */
export function needsServer(state: WizardState): boolean {
  const kind = kindOf(state);
  return (kind === "multi-user" || kind === "server") && state.context.runsOn === "workstation";
}

/** What the license is for, as far as it is known or was said. @rule AQ-17 */
export function kindOf({ context, answers }: WizardState): LicenseType | "unknown" {
  return context.kind ?? answers.kind ?? "unknown";
}

/** Whether two places are one. */
export function isSamePlace(one: Place, other: Place): boolean {
  if (one.on === "this-computer" || other.on === "this-computer") return one.on === other.on;
  return one.host === other.host && one.port === other.port;
}

/** The request that was saved to a file, now or in an earlier run, and whose answer is loaded. @rule AQ-07 */
export function openRequest({
  made,
  context,
}: WizardState): { readonly request: LicenseRequest; readonly place: Place } | undefined {
  return made?.saved === true ? made : context.waiting;
}
