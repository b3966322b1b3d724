/** A step on which something is asked or shown. @rule AQ-01 */
export type AskingStep =
  /** The license can be stored for this user only. */
  | "visibility"
  | "action"
  | "kit"
  | "operation"
  | "owner"
  | "recovery"
  | "verify-owner"
  | "channel"
  | "file-request"
  | "file-response"
  /** The paper with the 120 digits of an earlier call may still be there (PH-14). */
  | "paper"
  | "phone-request"
  | "phone-response"
  | "community"
  | "confirm";

/** A step on which the host works, and the person waits. */
export type WorkingStep =
  /** Reading the computer, to compare it with the license that is to be recovered. */
  | "comparing"
  /** Reading the computer, to make the request. */
  | "reading"
  /** Turning the request into digits. */
  | "encoding"
  | "sending"
  /** Checking the 120 digits. */
  | "checking"
  /** Getting a community license. */
  | "fetching"
  | "installing";

/** Where the wizard is. `finish` and `closed` are ends: nothing leads on from them. */
export type WizardStep = AskingStep | WorkingStep | "failure" | "finish" | "closed";

/** All steps, in the order in which they can come. */
export const wizardSteps: readonly WizardStep[] = [
  "visibility",
  "action",
  "community",
  "kit",
  "operation",
  "owner",
  "comparing",
  "recovery",
  "verify-owner",
  "channel",
  "paper",
  "reading",
  "encoding",
  "phone-request",
  "phone-response",
  "file-request",
  "file-response",
  "checking",
  "confirm",
  "fetching",
  "sending",
  "installing",
  "failure",
  "finish",
  "closed",
];

const working: ReadonlySet<WizardStep> = new Set<WorkingStep>([
  "comparing",
  "reading",
  "encoding",
  "sending",
  "checking",
  "fetching",
  "installing",
]);

/** Whether the host works, and the person waits. */
export function isWorking(step: WizardStep): step is WorkingStep {
  return working.has(step);
}
