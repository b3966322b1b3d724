import { adviseSet, type Placement, type SetAdvice } from "../pins/index.js";
import { channelOffers } from "./channels.js";
import { comparisonOf, saysUnchanged } from "./known.js";
import type { Finding } from "../fingerprint/index.js";
import type { WizardState } from "./state.js";
import { kindOf, placeOf } from "./where.js";

/** Something the person should know on this step. */
export type Notice =
  /** The kit has, or may have, two sets of PINs: the first license decides, for good. `advice`: where the kit is known. @rule AQ-09, PN-07 */
  | { readonly code: "acquisition/two-sets"; readonly placement: Placement; readonly advice?: SetAdvice }
  /** What each kind needs, where it is not known which this is. @rule AQ-17 */
  | { readonly code: "acquisition/kind-unknown" }
  /** Nothing changed: the current PIN is enough. @rule AQ-05 */
  | { readonly code: "acquisition/nothing-changed"; readonly offersSpare: boolean }
  /** It was changed: without a spare PIN it will be refused. @rule AQ-05 */
  | { readonly code: "acquisition/changed"; readonly findings: readonly Finding[]; readonly saysUnchanged: boolean }
  /** It cannot be told whether it was changed: what could not be read. @rule AQ-18 */
  | { readonly code: "acquisition/cannot-tell"; readonly findings: readonly Finding[] }
  /** No channel would be left: the rule of the computer's first license yields. @rule AQ-06 */
  | { readonly code: "acquisition/rule-yields" }
  /** Save the owner's data: a recovery needs them to the character. @rule OW-03 */
  | { readonly code: "acquisition/save-owner-data"; readonly saved: "not-saved" | "saved" | "failed" }
  /** The response is loaded, and no request is open here: it cannot be checked that it answers one. */
  | { readonly code: "acquisition/no-open-request" }
  /** 3 sessions an infobase, 7 days (AL-21). */
  | { readonly code: "acquisition/community-terms" };

/** What the person should know on the step at hand. */
export function noticesOf(state: WizardState): readonly Notice[] {
  switch (state.step) {
    case "kit":
      return [...setNotice(state), ...kindNotice(state)];
    case "owner":
      return [{ code: "acquisition/save-owner-data", saved: state.ownerData }];
    case "recovery":
      return comparisonNotice(state);
    case "channel":
      return channelOffers(state).yields ? [{ code: "acquisition/rule-yields" }] : [];
    case "file-response":
      return state.answers.action === "load-response" && state.context.waiting === undefined && state.made === null
        ? [{ code: "acquisition/no-open-request" }]
        : [];
    case "community":
      return [{ code: "acquisition/community-terms" }];
    default:
      return [];
  }
}

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
  return [{ code: "acquisition/two-sets", placement, advice: adviseSet(kit, placement) }];
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
      return [{ code: "acquisition/nothing-changed", offersSpare: !unchanged }];
    case "changed":
      return [{ code: "acquisition/changed", findings: of("breaking"), saysUnchanged: unchanged }];
    case "undetermined":
      return [{ code: "acquisition/cannot-tell", findings: of("unread") }];
  }
}
