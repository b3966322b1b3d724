import { matchDevices, nothingLeft, type Leftovers } from "./devices.js";
import type { DeviceList, KeyParameters, Parameter, ScalarParameter } from "./parameters.js";
import { isRead, parameters } from "./parameters.js";
import { voteOf, type Policy, type Vote } from "./policy.js";
import { isWhole, reduceScalar } from "./reading.js";

/** The verdict of a comparison. `undetermined`: nothing broke, but not everything could be read. */
export type Outcome = "same" | "changed" | "undetermined";

/** Where a parameter stands in a comparison; `unknown`: the reference does not say, so there is nothing to hold to. */
export type Standing = "held" | "broken" | "unread" | "unknown";

/** Where one parameter stands. In a vote, too: votes only weigh the answers. */
export function standingOf(
  parameter: Parameter,
  reference: KeyParameters,
  observed: KeyParameters,
  policy: Policy,
): Standing {
  switch (parameter) {
    case "processors":
    case "networkAdapters":
    case "disks":
      return examineList(parameter, reference[parameter], observed[parameter], policy).standing;
    default:
      return scalarStanding(parameter, reference, observed, policy);
  }
}

function scalarStanding(
  parameter: ScalarParameter,
  reference: KeyParameters,
  observed: KeyParameters,
  policy: Policy,
): Standing {
  const known = reduceScalar(reference, parameter, reference, policy);
  if (known === undefined) return "unknown";
  const seen = reduceScalar(observed, parameter, reference, policy);
  if (seen === undefined) return "unread";
  if (parameter === "memoryBytes" && policy.kind !== "exact") return seen >= known ? "held" : "broken";
  return seen === known ? "held" : "broken";
}

/** Where a list stands, and why. */
export interface ListExam {
  readonly standing: Standing;
  /** What was left over when everything that matches was taken away. */
  readonly leftovers: Leftovers;
  /** Whether the policy holds an added device against the list. */
  readonly additionsBreak: boolean;
}

/** Looks at one list of devices. @rule FP-06 … FP-09, FP-15 */
export function examineList(
  list: DeviceList,
  reference: KeyParameters[DeviceList],
  observed: KeyParameters[DeviceList],
  policy: Policy,
): ListExam {
  const nothing = { leftovers: nothingLeft, additionsBreak: false };
  if (!isRead(reference)) return { standing: "unknown", ...nothing };
  if (!isRead(observed)) {
    const binds = reference.some((device) => isWhole(device, policy));
    return { standing: binds ? "unread" : "unknown", ...nothing };
  }
  const leftovers = matchDevices(list, reference, observed, policy);
  const { missing, added, unsure } = leftovers;
  // A reference list that is empty, or of which nothing was read, is always satisfied: by exact policies too.
  const additionsBreak = policy.kind === "exact" && leftovers.names.length > 0;
  if (additionsBreak && added.some((device) => isWhole(device, policy))) {
    return { standing: "broken", leftovers, additionsBreak };
  }
  if (missing.length === 0) return { standing: "held", leftovers, additionsBreak };
  return { standing: unsure ? "unread" : "broken", leftovers, additionsBreak };
}

/** The verdict over all parameters. @rule FP-10, FP-15, FP-23 */
export function outcomeOf(standing: (parameter: Parameter) => Standing, policy: Policy): Outcome {
  const vote = voteOf(policy);
  return vote === undefined ? outcomeOfAll(standing) : outcomeOfVote(standing, vote);
}

function outcomeOfAll(standing: (parameter: Parameter) => Standing): Outcome {
  let outcome: Outcome = "same";
  for (const parameter of parameters) {
    const stands = standing(parameter);
    if (stands === "broken") return "changed";
    if (stands === "unread") outcome = "undetermined";
  }
  return outcome;
}

/** What the reference does not say has no vote, and neither has what cannot be read now: both leave it open. */
function outcomeOfVote(standing: (parameter: Parameter) => Standing, { weights, threshold }: Vote): Outcome {
  let held = 0;
  let open = 0;
  for (const parameter of parameters) {
    const weight = weights[parameter] ?? 0;
    if (weight === 0) continue;
    const stands = standing(parameter);
    if (stands === "held") held += weight;
    else if (stands !== "broken") open += weight;
  }
  if (held >= threshold) return "same";
  return held + open >= threshold ? "undetermined" : "changed";
}
