import type { Ended, FieldName, WizardButton, WizardStep } from "../acquisition/index.js";

/** The words of the wizard's screens. */
export interface Labels {
  /** What a step is called, and what it is about. */
  readonly steps: { readonly [S in WizardStep]: StepWords };
  readonly fields: { readonly [F in FieldName]: string };
  /** What each choice is called, and what it means. @rule AQ-16 */
  readonly choices: { readonly [C in ChoiceName]: ChoiceWords };
  readonly buttons: { readonly [B in WizardButton | "next" | "back" | "finish"]: string };
  /** `{step}` of `{steps}`. */
  readonly progress: string;
  /** Where a license is installed: here; by way of `{host}` and `{port}`, with the server's `{name}` where it is known. */
  readonly here: string;
  readonly onServer: string;
  readonly forEveryone: string;
  readonly forThisUser: string;
  /** How the wizard ended. */
  readonly ended: { readonly [H in Ended["how"]]: string };
  readonly recommended: string;
  readonly community: string;
}

/** What a step is called, and what it is about. */
export interface StepWords {
  readonly title: string;
  readonly text: string;
}

/** What a choice is called, and what it means. */
export interface ChoiceWords {
  readonly name: string;
  readonly description: string;
}

/** A choice: its field, and what is chosen. */
export type ChoiceName =
  | `action:${"acquire" | "load-response" | "community"}`
  | `kind:${"single-user" | "multi-user" | "server" | "unknown"}`
  | `operation:${"first-time" | "recovery"}`
  | `ownerKind:${"company" | "individual"}`
  | `channel:${"automatic" | "file" | "phone"}`
  | `paper:${"type-it-again" | "call-again"}`;
