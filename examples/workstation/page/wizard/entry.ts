import { wizard, type ResumeError, type WizardContext } from "licit/acquisition";
import type { StoredWizard } from "../../src/contract.js";
import { putWizard } from "../agent.js";
import { makeKeeper } from "./keeper.js";
import { perform } from "./perform.js";
import { openSession, type Session } from "./session.js";

export { WizardScreen } from "./wizard-screen.js";

/** A wizard from its first step. */
export function startSession(context: WizardContext): Session {
  return openSession(wizard.start(context), { perform, keeper: makeKeeper(putWizard) });
}

/** A wizard from where it was left. */
export function resumeSession(
  stored: StoredWizard,
): { readonly ok: true; readonly session: Session } | { readonly ok: false; readonly error: ResumeError } {
  const resumed = wizard.resume(stored.state);
  if (!resumed.ok) return resumed;
  return { ok: true, session: openSession(resumed.value, { perform, keeper: makeKeeper(putWizard) }) };
}
