import type { AdditionalPinDecision } from "licit/center";
import { parsePin } from "licit/pins";
import { field, ticked, type Form } from "./form.js";
import type { Problem } from "./words.js";

/** Why a form decides nothing. */
interface Undecided {
  readonly problem: Extract<Problem, "no-decision" | "no-reason">;
}

/**
 * What an operator decided on a letter. A decision that is not named is none. The new PIN was drawn with the page, not here:
 * the same click twice is the same decision, and is told the same.
 */
export function decisionIn(form: Form, at: number): AdditionalPinDecision | Undecided {
  const pin = parsePin(field(form, "pin"));
  if (!pin.ok) return { problem: "no-decision" };
  const common = { pin: pin.value, at };
  switch (field(form, "decision")) {
    case "grant": {
      const newPin = parsePin(field(form, "newPin"));
      if (!newPin.ok) return { problem: "no-decision" };
      const allowed = ticked(form, "allowed") ? { allowed: true } : {};
      return { decision: "grant", newPin: newPin.value, ...allowed, ...common };
    }
    case "ask-request-file":
      return { decision: "ask-request-file", ...common };
    case "refuse": {
      // The customer is told it.
      const reason = field(form, "reason");
      return reason === "" ? { problem: "no-reason" } : { decision: "refuse", reason, ...common };
    }
    default:
      return { problem: "no-decision" };
  }
}
