import { err, ok, type Result } from "../core/index.js";
import { compare, survives, type Policy } from "../fingerprint/index.js";
import { sameOwner } from "../owner/index.js";
import { readArmor } from "./armor.js";
import { malformed, type DocumentLabel } from "./document.js";
import type { License } from "./license.js";
import { openingArmored, type LicenseError } from "./open.js";
import type { PhonePorts, PhonePortsAsync } from "./phone-license.js";
import { parseRefusal, type Refusal } from "./refusal.js";
import type { LicenseRequest } from "./request.js";
import { openJws } from "./signed.js";
import { atOnce, later, type Work } from "./work.js";

/** The licensing center's answer to a request. A granted one is the license itself: its text is what is stored. */
export type LicenseResponse =
  { readonly answer: "granted"; readonly license: License } | { readonly answer: "refused"; readonly refusal: Refusal };

/** What an answer and a request can differ in. */
export type RequestPart =
  "request" | "issuer" | "product" | "kit" | "pin" | "supersededPin" | "kind" | "owner" | "parameters";

/** Why a text is no answer to a request. */
export type OpenResponseError =
  | LicenseError
  /** "Does not match the data entered": what of them. */
  | { readonly code: "license/other-request"; readonly differs: readonly RequestPart[] };

/** What it takes to open an answer. `stretch`: for a license by phone only. */
export interface ResponsePorts extends Omit<PhonePorts, "stretch"> {
  readonly stretch?: PhonePorts["stretch"] | undefined;
  /** By which policy the license's computer must be the request's. */
  readonly policy?: Policy | undefined;
}

/** {@link ResponsePorts} that may answer later. */
export interface ResponsePortsAsync extends Omit<PhonePortsAsync, "stretch"> {
  readonly stretch?: PhonePortsAsync["stretch"] | undefined;
  readonly policy?: Policy | undefined;
}

/**
 * Opens the file that answers a request: a license, or a refusal with its reason. One for another request is refused, and
 * what differs is named.
 *
 * Outcomes: the codes of `openLicense`; `license/other-request`.
 *
 * @rule LC-09
 * @source field reports ("does not match the data entered"); S2 p. 17 f.
 */
export function openResponse(
  text: string,
  request: LicenseRequest,
  ports: ResponsePorts,
): Result<LicenseResponse, OpenResponseError> {
  return atOnce(opening(text, request, ports));
}

/** {@link openResponse} with cryptography that answers later. */
export function openResponseAsync(
  text: string,
  request: LicenseRequest,
  ports: ResponsePortsAsync,
): Promise<Result<LicenseResponse, OpenResponseError>> {
  return later(opening(text, request, ports));
}

function* opening(
  text: string,
  request: LicenseRequest,
  { verify, stretch, policy }: ResponsePortsAsync,
): Work<Result<LicenseResponse, OpenResponseError>> {
  const armor = readArmor(text, ["LICIT LICENSE", "LICIT PHONE LICENSE", "LICIT REFUSAL"]);
  if (!armor.ok) return armor;
  if (armor.value.label !== "LICIT REFUSAL") {
    const license = yield* openingArmored(armor.value, verify, stretch);
    if (!license.ok) return license;
    const differs = differences(license.value, request, policy, armor.value.label);
    return differs.length === 0
      ? ok({ answer: "granted", license: license.value })
      : err({ code: "license/other-request", differs });
  }
  const claims = yield* openJws(armor.value.body, "licit-refusal-1", verify);
  if (!claims.ok) return claims;
  const refusal = parseRefusal(claims.value);
  if (!refusal.ok) return err(malformed(refusal.error));
  const differs = (["request", "issuer"] as const).filter((part) =>
    part === "request" ? refusal.value.request !== request.id : refusal.value.issuer !== request.issuer,
  );
  return differs.length === 0
    ? ok({ answer: "refused", refusal: refusal.value })
    : err({ code: "license/other-request", differs });
}

function differences(
  license: License,
  request: LicenseRequest,
  policy: Policy | undefined,
  label: DocumentLabel,
): readonly RequestPart[] {
  const same: Readonly<Record<RequestPart, boolean>> = {
    // A license by phone names no request: its claims are all that was dictated.
    request: license.request === request.id || label === "LICIT PHONE LICENSE",
    issuer: license.issuer === request.issuer,
    product: license.product === request.product,
    kit: license.kit === request.kit,
    pin: license.pin === request.pin,
    // The same license again still says what it once superseded.
    supersededPin: request.operation === "recovery" || license.supersededPin === request.supersededPin,
    kind: request.kind === undefined || license.kind === request.kind,
    owner: sameOwner(license.owner, request.owner),
    parameters: isOfComputer(license, request, policy),
  };
  return (Object.keys(same) as RequestPart[]).filter((part) => !same[part]); // the names of this very record
}

/**
 * Whether a license is bound to the computer of a request: a new one to its very state (FP-11), the same one again to a state
 * that this one has not left; what cannot be read now has not changed (FP-15).
 */
function isOfComputer(
  { binding }: License,
  { operation, parameters }: LicenseRequest,
  policy: Policy | undefined,
): boolean {
  if (binding.to === "dongle") return true;
  const { reference } = binding;
  if (operation === "recovery") return compare(reference, parameters, policy).outcome !== "changed";
  return survives(reference, parameters, policy) && survives(parameters, reference, policy);
}
