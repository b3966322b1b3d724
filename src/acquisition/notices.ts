import { adviseSet, type ClientSet, type Placement, type SetAdvice } from "../pins/index.js";
import { channelOffers } from "./channels.js";
import { grantedLicense } from "./granted.js";
import { comparisonOf, saysUnchanged } from "./known.js";
import type { Finding } from "../fingerprint/index.js";
import type { WizardState } from "./state.js";
import { kindOf, placeOf } from "./where.js";

/** Something the person should know on this step. */
export type Notice =
  /** The kit has, or may have, two sets of PINs: the first license decides, for good. `advice`: where the kit is known. (AQ-09, PN-07) */
  | {
      readonly code: "acquisition/two-sets";
      readonly placement: Placement;
      readonly advice?: SetAdvice;
      /** The set that the advice names. */
      readonly set?: ClientSet;
    }
  /** What each kind needs, where it is not known which this is. (AQ-17) */
  | { readonly code: "acquisition/kind-unknown" }
  /** Nothing changed: the current PIN is enough; or, where a spare one is offered, it would be refused (CE-06). (AQ-05) */
  | { readonly code: "acquisition/nothing-changed" | "acquisition/spare-not-needed" }
  /** It was changed: a spare PIN is needed; or, where it is said to be unchanged, that will be refused (CE-05). (AQ-05) */
  | { readonly code: "acquisition/changed" | "acquisition/not-unchanged"; readonly findings: readonly Finding[] }
  /** It cannot be told whether it was changed: what could not be read. (AQ-18) */
  | { readonly code: "acquisition/cannot-tell"; readonly findings: readonly Finding[] }
  /** No channel would be left: the rule of the computer's first license yields. (AQ-06) */
  | { readonly code: "acquisition/first-license-yields" | "acquisition/acquired-yields" }
  /** Save the owner's data: a recovery needs them to the character. (OW-03) */
  | {
      readonly code:
        "acquisition/save-owner-data" | "acquisition/owner-data-saved" | "acquisition/owner-data-not-saved";
    }
  /** The request is in a file. (AQ-07) */
  | { readonly code: "acquisition/request-saved" }
  /** The data that were saved at the first registration can be loaded. (OW-09) */
  | { readonly code: "acquisition/load-owner-data" }
  /** The response is loaded, and no request is open here: it cannot be checked that it answers one. */
  | { readonly code: "acquisition/no-open-request" }
  /** It was granted for this computer, and a server counts it: it will serve nobody here (AQ-12). */
  | { readonly code: "acquisition/needs-server" }
  /** 3 sessions an infobase, 7 days (AL-21). */
  | { readonly code: "acquisition/community-terms" };

/** Whether a license came that a server counts, and this is none. @rule AQ-12 */
function isOutOfPlace(state: WizardState): boolean {
  const kind = grantedLicense(state)?.license?.kind ?? "single-user";
  return kind !== "single-user" && state.context.runsOn === "workstation" && placeOf(state).on === "this-computer";
}

/** What the person should know on the step at hand. */
export function noticesOf(state: WizardState): readonly Notice[] {
  switch (state.step) {
    case "kit":
      return [...setNotice(state), ...kindNotice(state)];
    case "owner":
      return [{ code: savedNotices[state.ownerData] }];
    case "verify-owner":
      return [{ code: "acquisition/load-owner-data" }];
    case "file-request":
      return state.made?.saved === true ? [{ code: "acquisition/request-saved" }] : [];
    case "recovery":
      return comparisonNotice(state);
    case "channel":
      return yieldNotice(state);
    case "file-response":
      return state.answers.action === "load-response" && state.context.waiting === undefined && state.made === null
        ? [{ code: "acquisition/no-open-request" }]
        : [];
    case "confirm":
      return isOutOfPlace(state) ? [{ code: "acquisition/needs-server" }] : [];
    case "community":
      return [{ code: "acquisition/community-terms" }];
    default:
      return [];
  }
}

const savedNotices = {
  "not-saved": "acquisition/save-owner-data",
  saved: "acquisition/owner-data-saved",
  failed: "acquisition/owner-data-not-saved",
} as const;

/**
 * For kits with both sets, and where the kit is not known.
 *
 * @rule AQ-09, PN-25
 * @source S1 ("Attention! If you are going to acquire a 5-, 10-, or 20-user license"); S2 p. 23
 */
function setNotice(state: WizardState): readonly Notice[] {
  const { kit, runsOn } = state.context;
  const placement: Placement = placeOf(state).on === "server" ? "application-server" : runsOn;
  if (kit === undefined) return [{ code: "acquisition/two-sets", placement }];
  if ((kit.client?.sets.length ?? 0) < 2) return [];
  const advice = adviseSet(kit, placement);
  return [{ code: "acquisition/two-sets", placement, advice, ...(advice.ok && { set: advice.set }) }];
}

function yieldNotice(state: WizardState): readonly Notice[] {
  const { yields } = channelOffers(state);
  return yields === null ? [] : [{ code: `acquisition/${yields}-yields` }];
}

function kindNotice(state: WizardState): readonly Notice[] {
  return kindOf(state) === "unknown" ? [{ code: "acquisition/kind-unknown" }] : [];
}

function comparisonNotice(state: WizardState): readonly Notice[] {
  const comparison = comparisonOf(state);
  if (comparison === undefined) return [];
  const unchanged = saysUnchanged(state);
  const of = (effect: Finding["effect"]): readonly Finding[] =>
    comparison.findings.filter((finding) => finding.effect === effect);
  switch (comparison.outcome) {
    case "same":
      return [{ code: unchanged ? "acquisition/nothing-changed" : "acquisition/spare-not-needed" }];
    case "changed":
      return [{ code: unchanged ? "acquisition/not-unchanged" : "acquisition/changed", findings: of("breaking") }];
    case "undetermined":
      return [{ code: "acquisition/cannot-tell", findings: of("unread") }];
  }
}
