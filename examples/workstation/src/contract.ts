import type { Effect, Outcome, WizardContext, WizardState } from "licit/acquisition";
import type { Cause } from "licit/diagnosis";
import type { Finding, KeyParameters } from "licit/fingerprint";
import type { LicenseVerdict } from "licit/license";

/**
 * What the page and the agent say to each other: JSON over HTTP, on one origin.
 *
 * - `GET /api/workstation` answers a {@link Workstation};
 * - `POST /api/effects` takes a {@link Task} and answers {@link Done};
 * - `PUT /api/wizard` takes a {@link StoredWizard} or `null`, and keeps it for the next run;
 * - `PUT /api/changes` takes the {@link PlayedChange}s that are to be in force, and answers a {@link Workstation}.
 */
export const paths = {
  workstation: "/api/workstation",
  effects: "/api/effects",
  wizard: "/api/wizard",
  changes: "/api/changes",
} as const;

/** What there is on this computer, looked at anew with every request. */
export interface Workstation {
  /** Whether the program may run, and by which of its licenses. */
  readonly licensed: boolean;
  /** Each license file that was found in a directory where the program looks, and what became of it. */
  readonly files: readonly FoundFile[];
  /** Why no license was found, the surest cause first. Empty where one was. */
  readonly causes: readonly Cause[];
  /** What the computer is now, with the changes that are played, and how that differs from what it really is. */
  readonly computer: KeyParameters;
  readonly differences: readonly Finding[];
  readonly playable: readonly PlayableChange[];
  /** What a wizard that is opened here and now is told. */
  readonly context: WizardContext;
  /** A wizard that somebody left before it was done. `resume` says whether it can go on. */
  readonly stored: StoredWizard | null;
}

/** A license file. A license that is no longer valid still says whose it was. */
export interface FoundFile {
  readonly path: string;
  readonly verdict: LicenseVerdict | { readonly outcome: "passed-over"; readonly code: string };
}

/** A change of the hardware that can be played on this computer, without a screwdriver. */
export type PlayedChange =
  | "replace-network-adapter"
  | "replace-disk"
  | "replace-board"
  | "add-network-adapter"
  | "add-memory"
  | "take-out-memory"
  | "rename-computer"
  | "update-system"
  | "hide-disks";

export interface PlayableChange {
  readonly change: PlayedChange;
  readonly played: boolean;
}

/** A wizard as it is kept between runs. */
export interface StoredWizard {
  readonly state: WizardState;
}

/** An effect for the agent; with the file that the person chose, for the effects that open one. */
export interface Task {
  readonly effect: Effect;
  readonly file?: { readonly name: string; readonly base64: string };
}

/** What became of it; with a file for the person to save, for the effects that save one. */
export interface Done {
  readonly outcome: Outcome;
  /** The address of a page to open, for the effect that asks for one. */
  readonly open?: string;
  readonly save?: { readonly name: string; readonly type: string; readonly base64: string };
}

/** Why the agent did not answer as asked. */
export interface AgentError {
  readonly error: { readonly code: "bad-request" | "not-allowed" | "not-found" | "too-large" | "failed" };
}
