import type { Json } from "../core/index.js";
import { ownerFields, type OwnerDifference, type OwnerHint } from "../owner/index.js";
import { currentPinOf, kitOf } from "./known.js";
import type { Failure, Learned, Tie, WizardState } from "./state.js";

/** What a failure teaches: whether the center can be reached; by what this license is recovered; how the owner differs. @rule CE-03 */
export function learnedFrom(state: WizardState, { code, evidence }: Pick<Failure, "code" | "evidence">): Learned {
  const learned = learnedHere(state);
  switch (code) {
    case "acquisition/center-unreachable":
      return { ...learned, center: "unreachable", automaticFailed: true };
    case "center/other-channel": {
      const tied = ties.find((tie) => tie === evidence["expected"]);
      return tied === undefined ? learned : { ...learned, tied, automaticFailed: true };
    }
    case "center/owner-differs":
      return { ...learned, owner: differencesIn(evidence["fields"]) };
    default:
      return learned;
  }
}

const ties: readonly Tie[] = ["phone", "automatic-or-file", "automatic", "file"];

/** What is known of the license at hand: what the center said of another one does not count. */
export function learnedHere(state: WizardState): Learned {
  const { learned } = state;
  const license = `${kitOf(state) ?? ""} ${currentPinOf(state) ?? ""}`;
  return learned.license === license ? learned : { ...learned, license, tied: null, owner: [] };
}

/** Fields with hints, as far as they are such. */
function differencesIn(fields: Json | undefined): readonly OwnerDifference[] {
  if (!Array.isArray(fields)) return [];
  return fields.flatMap((one: Json): OwnerDifference[] => {
    const { field, hint }: { readonly [name: string]: Json } = isRecord(one) ? one : {};
    const [known, said] = [names.find((name) => name === field), ownerHints.find((name) => name === hint)];
    return known === undefined || said === undefined ? [] : [{ field: known, hint: said }];
  });
}

const names: readonly OwnerDifference["field"][] = ["kind", ...ownerFields];
/** What may be said of a field. */
export const ownerHints: readonly [OwnerHint, ...OwnerHint[]] = [
  "presence",
  "same-country",
  "letter-case",
  "look-alike",
  "punctuation",
  "near-miss",
  "different",
];

function isRecord(value: Json): value is { readonly [name: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
