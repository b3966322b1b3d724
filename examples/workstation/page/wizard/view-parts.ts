import type { Button, InstallationView as Installation, WizardView } from "licit/acquisition";
import { buttonsAt } from "./button-places.js";

export type FailureView = NonNullable<WizardView["failure"]>;
export type InstallationView = Installation;

/** Everything was asked, and nothing can be taken back: the license is there. */
export function isDone({ progress: { step, steps, working }, back, ended }: WizardView): boolean {
  return ended === undefined && !working && step === steps && back.length === 0;
}

/** Where the host works, something failed, or all is over, there is nothing that "Next" could lead to. */
export function hasNext({ progress, failure, ended }: WizardView): boolean {
  return !progress.working && failure === undefined && ended === undefined;
}

/** What can be done on the step. Of the ways out of a failure only those that lead somewhere: the others say nothing. */
export function workButtons({ buttons, failure }: WizardView): readonly Button[] {
  const all = buttonsAt("work", buttons);
  return failure === undefined ? all : all.filter(({ enabled }) => enabled);
}

/** Something else than a field holds the person up: the step's own button is what helps. */
export function isWorkFirst({ hindrance }: WizardView): boolean {
  return hindrance !== undefined && hindrance.code !== "acquisition/fields-wrong";
}
