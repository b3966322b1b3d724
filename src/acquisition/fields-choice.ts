import { channelOffers } from "./channels.js";
import { choose, makeField, type ChoiceNotes } from "./choose.js";
import type { Field } from "./field.js";
import { dictatedRequest, kitOf, pinOf } from "./known.js";
import type { WizardState } from "./state.js";
import { openRequest } from "./where.js";

/** Whether the license is to be for this user alone. @rule AQ-01 @source S1 ("click Acquire for the current user") */
export function visibilityFields(state: WizardState): readonly Field[] {
  const agreed = state.answers.forThisUserOnly ?? false;
  return [makeField("forThisUserOnly", agreed, state, agreed ? undefined : { code: "acquisition/not-chosen" })];
}

/** @source S0; S1; S2 p. 7 */
export function actionFields(state: WizardState): readonly Field[] {
  const { context, answers } = state;
  const community = context.community ?? true;
  return [
    choose("action", answers.action ?? "", state, {
      acquire: { recommended: context.waiting === undefined },
      "load-response":
        openRequest(state) === undefined
          ? { condition: { code: "acquisition/if-answered" } }
          : { recommended: context.waiting !== undefined },
      ...(community ? {} : { community: { offered: false, why: { code: "acquisition/no-community-license" } } }),
    }),
  ];
}

/** @source S1; S2 p. 9 */
export function operationFields(state: WizardState): readonly Field[] {
  const [kit, pin] = [kitOf(state), pinOf(state)];
  const known =
    (state.context.licenses ?? []).some((license) => license.kit === kit && license.pin === pin) ||
    dictatedRequest(state) !== undefined;
  const notes: ChoiceNotes = known
    ? { "first-time": { condition: { code: "acquisition/if-not-acquired-yet" } }, recovery: { recommended: true } }
    : {};
  return [choose("operation", state.answers.operation ?? "", state, notes)];
}

/** @rule AQ-06, AQ-16, AQ-17 */
export function channelFields(state: WizardState): readonly Field[] {
  const notes: { [channel: string]: ChoiceNotes[string] } = {};
  for (const { channel, ...note } of channelOffers(state).offers) notes[channel] = note;
  return [choose("channel", state.answers.channel ?? "", state, notes)];
}

/** @rule PH-14 */
export function paperFields(state: WizardState): readonly Field[] {
  return [choose("paper", state.answers.paper ?? "", state, { "type-it-again": { recommended: true } })];
}
