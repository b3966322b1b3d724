import { routeOf } from "./route.js";
import type { Failure, WizardState } from "./state.js";
import type { AskingStep, WizardStep } from "./steps.js";

/** Whether another channel may do what failed. @rule AQ-08 */
export function mayTakeOtherChannel({ failure, answers }: WizardState): boolean {
  return answers.action === "acquire" && failure !== null && byChannel.has(failure.at);
}

const byChannel: ReadonlySet<WizardStep> = new Set<WizardStep>([
  "channel",
  "reading",
  "encoding",
  "sending",
  "file-request",
  "file-response",
  "checking",
]);

/** The step on which what failed can be corrected, if there is one. */
export function correctionOf(state: WizardState): WizardStep | undefined {
  const { failure } = state;
  if (failure === null) return undefined;
  const steps = byRemedy[insteadOf(failure)] ?? byCode[failure.code] ?? [];
  const route = routeOf(state);
  return steps.find((step) => route.includes(step));
}

/** Where each remedy that a licensing center or a kit names is done: the first step that is on the way. */
const byRemedy: { readonly [instead: string]: readonly AskingStep[] } = {
  "check-the-kit-number": ["kit"],
  "check-the-pin": ["recovery", "kit"],
  "use-the-chosen-set": ["kit"],
  "acquire-with-this-pin": ["operation"],
  "recover-with-this-pin": ["operation"],
  "swap-the-pins": ["recovery", "kit"],
  "recover-with-the-current-pin": ["recovery", "operation"],
  "recover-or-buy": ["operation"],
  "use-the-same-pin": ["recovery"],
  "use-an-unused-pin": ["recovery", "kit"],
  "request-an-additional-pin": ["recovery", "kit"],
  "correct-the-owner": ["owner", "verify-owner"],
  "use-that-channel": ["channel"],
  "use-another-channel": ["channel"],
};

/** Where each code that says enough by itself is corrected. */
const byCode: { readonly [code: string]: readonly AskingStep[] } = {
  "license/not-verified": ["phone-response"],
  "phone/no-such-month": ["phone-response"],
  "phone/signature-out-of-range": ["phone-response"],
  "phone/single-user-only": ["channel", "kit"],
  "phone/standard-pins-only": ["channel", "kit"],
  "acquisition/not-answered": ["owner", "verify-owner"],
};

/** Whether the computer must be read anew, and another request made: asked again, the same one would fail again. */
export function needsNewReading({ failure }: WizardState): boolean {
  if (failure === null) return false;
  const { code, at } = failure;
  const instead = insteadOf(failure);
  return (
    instead === "read-again" ||
    instead === "make-a-new-request" ||
    code === "fingerprint/weak-binding" ||
    code === "acquisition/not-answered" ||
    at === "comparing"
  );
}

/** What the licensing center tells the person to do; empty where it tells nothing. */
function insteadOf({ evidence }: Failure): string {
  const { instead } = evidence;
  return typeof instead === "string" ? instead : "";
}
