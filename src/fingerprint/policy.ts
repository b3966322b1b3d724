import type { Parameter } from "./parameters.js";

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

/** As the standard policy, and nothing may be added either: more RAM or another device breaks. */
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

/** The scale of a policy. @rule FP-10, FP-23 */
export function scaleOf(policy: Policy): Scale {
  switch (policy.kind) {
    case "standard":
    case "exact":
      return strict;
    case "anyOf":
    case "atLeast": {
      const count = policy.kind === "atLeast" ? policy.count : 1;
      return {
        weightOf: (parameter) => Number(policy.of.includes(parameter)),
        spare: policy.of.length - count,
        votes: true,
      };
    }
    case "weighted": {
      const { weights, threshold } = policy;
      const total = Object.values(weights).reduce((sum, weight) => sum + weight, 0);
      return { weightOf: (parameter) => weights[parameter] ?? 0, spare: total - threshold, votes: true };
    }
  }
}

const strict: Scale = { weightOf: () => 1, spare: 0, votes: false };
