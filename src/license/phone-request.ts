import { err, ok, type Result, type Stretch } from "../core/index.js";
import { acquirableByPhone, type NotByPhone, type PhoneSheet } from "../phone/index.js";
import { claimsOf, requestSheet } from "./phone-digits.js";
import type { StretchAsync } from "./ports.js";
import type { LicenseRequest } from "./request.js";
import { atOnce, later, type Work } from "./work.js";

/**
 * A request as 48 digits to dictate. The computer and the owner are in them, stretched, so that nobody finds another pair
 * with the same digits; keep the request itself, to make the license of the answer.
 *
 * Throws `RangeError` where a `stretch` gives another number of bytes than it was asked for.
 *
 * Outcomes: `phone/single-user-only`, `phone/standard-pins-only`.
 *
 * @rule PH-01, PH-03, PH-10
 * @source docs/formats.md; S2 p. 18 f.
 */
export function phoneRequest(request: LicenseRequest, stretch: Stretch): Result<PhoneSheet, NotByPhone> {
  return atOnce(requesting(request, stretch));
}

/** {@link phoneRequest} with a stretching that answers later. */
export function phoneRequestAsync(
  request: LicenseRequest,
  stretch: StretchAsync,
): Promise<Result<PhoneSheet, NotByPhone>> {
  return later(requesting(request, stretch));
}

function* requesting(request: LicenseRequest, stretch: StretchAsync): Work<Result<PhoneSheet, NotByPhone>> {
  const not = notByPhone(request);
  return not === undefined ? ok(yield* requestSheet(claimsOf(request), stretch)) : err(not);
}

/** Why a request cannot go by phone. @rule PH-03 */
export function notByPhone({ kind = "single-user", pin }: LicenseRequest): NotByPhone | undefined {
  const edition = pin.length === 15 ? "standard" : "basic";
  const acquirable = acquirableByPhone({ license: kind, edition });
  return acquirable.ok ? undefined : acquirable.error;
}
