import type { LicenseRequest } from "../license/index.js";
import { responseEntry, type EntryState } from "../phone/index.js";
import { dictatedRequest } from "./known.js";
import { hasPaper } from "./route.js";
import { communityLicense, withoutRequest, type GrantedLicense, type WizardState } from "./state.js";
import { openRequest } from "./where.js";

/** The request whose answer is waited for: the one that was made, that of the paper, or that of the loaded response. */
export function answeredRequest(state: WizardState): LicenseRequest | undefined {
  switch (state.answers.action) {
    case "acquire":
      return hasPaper(state) ? dictatedRequest(state) : state.made?.request;
    case "load-response":
      return openRequest(state)?.request;
    default:
      return undefined;
  }
}

/** The license that was granted to what is asked for now. One that answers an earlier request is kept, and not used. */
export function grantedLicense(state: WizardState): GrantedLicense | undefined {
  const { granted } = state;
  return granted !== null && granted.answers === awaitedAnswer(state) ? granted : undefined;
}

/** What a license must answer to be the one that is waited for. */
export function awaitedAnswer(state: WizardState): string | undefined {
  switch (state.answers.action) {
    case "acquire":
      return answeredRequest(state)?.id;
    case "load-response":
      return answeredRequest(state)?.id ?? withoutRequest;
    case "community":
      return communityLicense;
    default:
      return undefined;
  }
}

/** What was dictated so far of the answer to the request at hand. */
export function entryState(state: WizardState): EntryState {
  const { dictation } = state;
  const current = dictation !== null && dictation.request === answeredRequest(state)?.id;
  return current ? dictation.entry : responseEntry.initialState();
}
