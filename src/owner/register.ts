import { err, type InputError, type Result } from "../core/index.js";
import type { Owner } from "./owner.js";
import { parseOwner, standardRequired, type RequiredFields } from "./parse.js";

/** The owner did not confirm that a recovery needs the same data, correct to every character. */
export interface NotConfirmed {
  readonly code: "owner/not-confirmed";
}

/**
 * Takes an owner for a first-time registration: everything of `parseOwner`, and the confirmation that a recovery needs
 * the same data with absolute accuracy. Nothing but `true` confirms. Faults of the owner are reported first.
 *
 * Outcomes: `core/invalid-input`, `owner/not-confirmed`.
 *
 * @rule OW-02, OW-03
 * @source S1; S2 p. 10 ("I agree to repeat the data correct to every character upon license restoration")
 * @example
 * ```ts
 * import { nothingRequired, registerOwner } from "licit/owner";
 *
 * const owner = { kind: "company", organization: "ООО «Ромашка»" };
 *
 * registerOwner(owner, true, nothingRequired).ok; // → true
 * registerOwner(owner, false, nothingRequired); // → { ok: false, error: { code: "owner/not-confirmed" } }
 * ```
 */
export function registerOwner(
  input: unknown,
  confirmed: unknown,
  required: RequiredFields = standardRequired,
): Result<Owner, InputError | NotConfirmed> {
  const parsed = parseOwner(input, required);
  return parsed.ok && confirmed !== true ? err({ code: "owner/not-confirmed" }) : parsed;
}
