import { err, fromBase64url, type Result, type Stretch } from "../core/index.js";
import { readArmor, type Armored } from "./armor.js";
import { malformed, type DocumentError } from "./document.js";
import type { License } from "./license.js";
import { parseFileLicense } from "./parse.js";
import { licenseOf, parseForm } from "./phone-form.js";
import { formVerifies } from "./phone-license.js";
import type { StretchAsync } from "./ports.js";
import { openJws, readClaims, type TrustError, type Verifiers, type VerifiersAsync } from "./signed.js";
import { atOnce, later, type Work } from "./work.js";

/** Why a text holds no license that can be trusted. The first that applies. */
export type LicenseError = DocumentError | TrustError;

/**
 * Opens a license: finds it in the text, verifies its signature, then reads what it says. Whether it may be used on this
 * computer, now, `checkLicense` says; here it is read even where it may not, so that kit number, PIN and owner are never lost
 * while the file is there.
 *
 * A license by phone needs `stretch` as well. Whatever stands around it in an e-mail is passed over: a byte order mark, CRLF,
 * other line breaks, quote marks.
 *
 * Outcomes: the codes of {@link LicenseError}.
 *
 * @rule LC-01, LC-02, LC-12
 * @source docs/formats.md; RFC 7515
 * @example
 * ```ts
 * import { openLicense } from "licit/license";
 *
 * openLicense("Dear Anna,\nyour license is attached.", []); // → { ok: false, error: { code: "license/no-document" } }
 * ```
 */
export function openLicense(text: string, verify: Verifiers, stretch?: Stretch): Result<License, LicenseError> {
  return atOnce(openingLicense(text, verify, stretch));
}

/** {@link openLicense} with cryptography that answers later. */
export function openLicenseAsync(
  text: string,
  verify: VerifiersAsync,
  stretch?: StretchAsync,
): Promise<Result<License, LicenseError>> {
  return later(openingLicense(text, verify, stretch));
}

/** Opens a license with ports that answer now or later. */
export function* openingLicense(
  text: string,
  verify: VerifiersAsync,
  stretch: StretchAsync | undefined,
): Work<Result<License, LicenseError>> {
  const armor = readArmor(text, ["LICIT LICENSE", "LICIT PHONE LICENSE"]);
  return armor.ok ? yield* openingArmored(armor.value, verify, stretch) : armor;
}

/** Opens a license whose armor was read. */
export function* openingArmored(
  { label, body }: Armored,
  verify: VerifiersAsync,
  stretch: StretchAsync | undefined,
): Work<Result<License, LicenseError>> {
  if (label === "LICIT PHONE LICENSE") return yield* openPhoneLicense(body, verify, stretch);
  const claims = yield* openJws(body, "licit-license-1", verify);
  if (!claims.ok) return claims;
  const license = parseFileLicense(claims.value);
  return license.ok ? license : err(malformed(license.error));
}

function* openPhoneLicense(
  body: string,
  verify: VerifiersAsync,
  stretch: StretchAsync | undefined,
): Work<Result<License, LicenseError>> {
  const bytes = fromBase64url(body);
  if (bytes === undefined) return err({ code: "license/damaged" });
  const claims = readClaims(bytes);
  if (!claims.ok) return claims;
  const form = parseForm(claims.value);
  if (!form.ok) return err(malformed(form.error));
  const license = licenseOf(form.value);
  if (!license.ok) return err(malformed(license.error));
  const verified = yield* formVerifies(form.value, verify, stretch);
  return verified.ok ? license : verified;
}
