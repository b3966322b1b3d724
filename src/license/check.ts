import type { Stretch } from "../core/index.js";
import { judgeLicense, type Circumstances } from "./judge.js";
import { openingLicense } from "./open.js";
import type { StretchAsync } from "./ports.js";
import type { LicenseVerdict } from "./reasons.js";
import type { Verifiers, VerifiersAsync } from "./signed.js";
import { atOnce, later, type Work } from "./work.js";

/** What a check takes: whose signatures count, and where and when the license is to be used. */
export interface CheckOptions extends Circumstances {
  /** The keys that are trusted, and no others: of files, and of licenses by phone where the product takes them. */
  readonly verify: Verifiers;
  /** For licenses by phone. */
  readonly stretch?: Stretch | undefined;
}

/** {@link CheckOptions} with cryptography that answers later. */
export interface CheckOptionsAsync extends Circumstances {
  readonly verify: VerifiersAsync;
  readonly stretch?: StretchAsync | undefined;
}

/**
 * Checks a license from its text: whether it may be used on this computer, now, with every reason why not. Never throws for
 * what the text is.
 *
 * A license that does not open has one reason, why; of one that does, every reason is said, the most fundamental first, and
 * the license comes along: kit number, PIN and owner can be read even where it may not be used.
 *
 * Outcomes: the codes of {@link LicenseVerdict}'s reasons.
 *
 * @rule FP-25, LC-02, LC-03, LC-12, LC-15, LC-16
 * @source S2 p. 29, 33
 * @example
 * ```ts
 * import { checkLicense } from "licit/license";
 *
 * // With keys, from the request to the verdict: docs/license.md.
 * const here = { verify: [], issuer: "Example Vendor", product: "ledger", now: Date.UTC(2026, 10, 22) };
 * checkLicense("", here); // → { outcome: "invalid", reasons: [{ code: "license/no-document" }] }
 * ```
 */
export function checkLicense(text: string, options: CheckOptions): LicenseVerdict {
  return atOnce(checking(text, options));
}

/** {@link checkLicense} with cryptography that answers later. */
export function checkLicenseAsync(text: string, options: CheckOptionsAsync): Promise<LicenseVerdict> {
  return later(checking(text, options));
}

function* checking(text: string, { verify, stretch, ...circumstances }: CheckOptionsAsync): Work<LicenseVerdict> {
  const opened = yield* openingLicense(text, verify, stretch);
  return opened.ok ? judgeLicense(opened.value, circumstances) : { outcome: "invalid", reasons: [opened.error] };
}
