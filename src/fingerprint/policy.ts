import { parameters, type Parameter } from "./parameters.js";

/** What must be known of a computer before a license is bound to it: a parameter, or a device that is unmistakable. */
export type Requirement = Parameter | "identifiedDevice";

/** The choices that the sources leave open or that a vendor may make otherwise. Every one has a default. */
export interface PolicyOptions {
  /**
   * When the serial number and the installation date of Windows count: `always` (default), or not where the reference's
   * first version number is 10 or more (`before-windows-10`), where in-place upgrades renew both.
   *
   * @rule FP-04
   */
  readonly windowsInstallation?: "always" | "before-windows-10" | undefined;
  /**
   * Whether the letter case of the network name counts. Default `sensitive`.
   *
   * @rule FP-26
   */
  readonly networkNameCase?: "sensitive" | "insensitive" | undefined;
  /**
   * Further texts that count as unread, beside the built-in ones.
   *
   * @rule FP-27
   */
  readonly placeholders?: readonly string[] | undefined;
  /**
   * What a reference must say to bind. Default: OS name and version, network name, RAM, and one device with an attribute
   * of its own (MAC, serial).
   *
   * @rule FP-25
   */
  readonly required?: readonly Requirement[] | undefined;
  /**
   * Milliseconds between two checks. Default none: a check at every start.
   *
   * @rule FP-21
   */
  readonly checkInterval?: number | undefined;
  /**
   * Whether one broken license on a computer makes all of them need recovery. Default `false`.
   *
   * @rule FP-19
   */
  readonly recoverAll?: boolean | undefined;
}

/** Every parameter must hold: one violation is enough. The default. */
export interface StandardPolicy extends PolicyOptions {
  readonly kind: "standard";
}

/** As the standard policy, and nothing may be added either: more RAM breaks, and a device beside those that bind. */
export interface ExactPolicy extends PolicyOptions {
  readonly kind: "exact";
}

/** At least one of these parameters must hold. */
export interface AnyOfPolicy extends PolicyOptions {
  readonly kind: "anyOf";
  readonly of: readonly Parameter[];
}

/** At least `count` of these parameters must hold. */
export interface AtLeastPolicy extends PolicyOptions {
  readonly kind: "atLeast";
  readonly count: number;
  readonly of: readonly Parameter[];
}

/** The weights of the parameters that hold must add up to `threshold` (included). */
export interface WeightedPolicy extends PolicyOptions {
  readonly kind: "weighted";
  readonly weights: { readonly [parameter in Parameter]?: number };
  readonly threshold: number;
}

/** A policy in which parameters vote, so that no single one decides. */
export type VotePolicy = AnyOfPolicy | AtLeastPolicy | WeightedPolicy;

/**
 * How two states of a computer are compared. Data, not code: it can be stored, sent and signed.
 *
 * @rule FP-10, FP-23
 */
export type Policy = StandardPolicy | ExactPolicy | VotePolicy;

/**
 * Every parameter must hold, with every default: no score, no vote.
 *
 * @rule FP-10
 * @source S4
 */
export const standardPolicy: StandardPolicy = { kind: "standard" };

/**
 * What each parameter weighs under a policy, and how much weight may be missing. Where every parameter must hold, each
 * weighs the same and none may be missing.
 */
export interface Scale {
  readonly weightOf: (parameter: Parameter) => number;
  readonly spare: number;
  /** Whether parameters vote: then one that the reference does not know has no voice, and that may leave it open. */
  readonly votes: boolean;
}

/**
 * The scale of a policy. One that nothing checked, and that makes no sense, fails closed: nothing passes it. Throws
 * `TypeError` where its kind is none.
 *
 * @rule FP-10, FP-23
 */
export function scaleOf(policy: Policy): Scale {
  switch (policy.kind) {
    case "standard":
    case "exact":
      return strict;
    case "anyOf":
      return voteOf((parameter) => Number(policy.of.includes(parameter)), 1);
    case "atLeast":
      return voteOf((parameter) => Number(policy.of.includes(parameter)), policy.count);
    case "weighted":
      return voteOf((parameter) => policy.weights[parameter] ?? 0, policy.threshold);
    default:
      throw new TypeError("scaleOf: no such kind of policy");
  }
}

const strict: Scale = { weightOf: () => 1, spare: 0, votes: false };

function voteOf(weightOf: Scale["weightOf"], threshold: number): Scale {
  const spare = parameters.reduce((sum, parameter) => sum + weightOf(parameter), 0) - threshold;
  return { weightOf, spare: threshold >= 1 && spare >= 0 ? spare : -1, votes: true };
}
