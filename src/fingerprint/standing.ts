import { matchDevices, nothingLeft, type Leftovers } from "./devices.js";
import type { DeviceList, KeyParameters, Parameter, ScalarParameter } from "./parameters.js";
import { isDeviceList, isRead, parameters, scalarOf } from "./parameters.js";
import { scaleOf, type Policy, type PolicyOptions } from "./policy.js";
import { reduceScalar, wholeDevices } from "./reading.js";

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
  return isDeviceList(parameter)
    ? examineList(parameter, reference[parameter], observed[parameter], policy).standing
    : scalarStanding(parameter, reference, observed, policy);
}

function scalarStanding(
  parameter: ScalarParameter,
  reference: KeyParameters,
  observed: KeyParameters,
  policy: Policy,
): Standing {
  // Alike to the letter, it stands in nobody's way, whatever it is; a vote wants to know whether it was read.
  if (!scaleOf(policy).votes && scalarOf(reference, parameter) === scalarOf(observed, parameter)) return "held";
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

/** Whether a reference says anything of a parameter that it could be held to. @rule FP-15 */
export function knows(reference: KeyParameters, parameter: Parameter, options: PolicyOptions): boolean {
  return isDeviceList(parameter)
    ? wholeDevices(parameter, reference[parameter], options).length > 0
    : reduceScalar(reference, parameter, reference, options) !== undefined;
}

/** Looks at one list of devices. @rule FP-06 … FP-09, FP-15 */
export function examineList(
  list: DeviceList,
  reference: KeyParameters[DeviceList],
  observed: KeyParameters[DeviceList],
  policy: Policy,
): ListExam {
  // A reference list that is empty, or of which nothing was read, binds to nothing: under exact policies, too.
  const binds = wholeDevices(list, reference, policy).length > 0;
  const leftovers =
    isRead(reference) && isRead(observed) ? matchDevices(list, reference, observed, policy) : nothingLeft;
  const additionsBreak = binds && policy.kind === "exact";
  const { missing, unsure, added } = leftovers;
  let standing: Standing = "held";
  if (!binds) standing = "unknown";
  else if (!isRead(observed)) standing = "unread";
  else if (missing.length > 0 || (additionsBreak && added.length > 0)) standing = "broken";
  else if (unsure.length > 0) standing = "unread";
  return { standing, leftovers, additionsBreak };
}

/**
 * The verdict over all parameters: `changed` when more weight is lost than may be missing, `undetermined` when what
 * could not be read may tip it.
 *
 * @rule FP-10, FP-15, FP-23
 */
export function outcomeOf(standing: (parameter: Parameter) => Standing, policy: Policy): Outcome {
  const { weightOf, spare, votes } = scaleOf(policy);
  let lost = 0;
  let open = 0;
  for (const parameter of parameters) {
    const weight = weightOf(parameter);
    const stands = weight > 0 ? standing(parameter) : "held";
    if (stands === "broken") lost += weight;
    else if (stands === "unread" || (votes && stands === "unknown")) open += weight;
    if (lost > spare) return "changed";
  }
  return lost + open > spare ? "undetermined" : "same";
}
