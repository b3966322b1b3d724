import type { Result } from "../core/index.js";
import { err, ok } from "../core/index.js";

/** What a license is for, and of which edition its PIN: as plain data. */
export interface PhoneCandidate {
  readonly license: "single-user" | "multi-user" | "server";
  readonly edition: "standard" | "basic";
}

/** Why a license cannot be acquired by phone. */
export type NotByPhone =
  | { readonly code: "phone/single-user-only"; readonly license: PhoneCandidate["license"] }
  | { readonly code: "phone/standard-pins-only" };

/**
 * Whether a license can be acquired by phone: only a single-user one, and only with a standard PIN, which is what a request
 * has room for.
 *
 * @rule PH-03
 * @source S2 p. 18 ("This method is intended for acquiring single-user licenses only"), 25, 27
 * @example
 * ```ts
 * import { acquirableByPhone } from "licit/phone";
 *
 * acquirableByPhone({ license: "multi-user", edition: "standard" }); // → { ok: false, error: { code: "phone/single-user-only", license: "multi-user" } }
 * ```
 */
export function acquirableByPhone({ license, edition }: PhoneCandidate): Result<true, NotByPhone> {
  if (license !== "single-user") return err({ code: "phone/single-user-only", license });
  return edition === "standard" ? ok(true) : err({ code: "phone/standard-pins-only" });
}
