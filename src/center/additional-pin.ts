import { pinKit, findPin, type Pin } from "../pins/index.js";
import type { LicenseRequest } from "../license/index.js";
import type { AdditionalPinAsked, AdditionalPinDecision } from "./command.js";
import { happened, nothingNew, refuse, type CenterDecision } from "./decision.js";
import { letterLimits } from "./letter-fields.js";
import { recordOf } from "./license-pages.js";
import type { CenterPolicies } from "./policies.js";
import { isSameRefusal as isKnown } from "./refused.js";
import type { CenterRefusal } from "./refusal.js";
import type { Evidence, RegisteredKit, WaitingRequest } from "./state.js";
import { computerVerdict, ownerVerdict } from "./verdicts.js";
import { exceededIn } from "./violations.js";

/**
 * A letter asks for a PIN more. What could never be granted is refused at once; all else waits for an operator. A request
 * file that came with it is evidence, and no more.
 *
 * @rule CE-14, PN-14, PN-15
 * @source S2 p. 34; S3; S4
 */
export function requestAdditionalPin(
  { letter, requestFile, at }: AdditionalPinAsked,
  kit: RegisteredKit,
  policies: CenterPolicies,
): CenterDecision {
  if (letter.kit !== kit.pins.kit)
    return refuse({ code: "center/other-kit", kit: letter.kit, instead: "check-the-kit-number" });
  const { pin, company, reason } = letter;
  const before = kit.waiting.find((one) => one.pin === pin);
  const evidence = requestFile === undefined ? (before?.evidence ?? null) : evidenceOf(requestFile, pin, kit, policies);
  const asked = before?.requestFile ?? "not-asked";
  const file = evidence === null ? asked : "attached";
  const waiting: WaitingRequest = { pin, company, reason, requestFile: file, evidence, at };
  const fault = issue(waiting, NO_PIN, [], kit);
  if (!fault.ok && fault.error.code !== "pins/malformed-new-pin" && fault.error.code !== "pins/request-file-missing") {
    const { error: refusal } = fault;
    if (isKnown(lastLetterRefusal(kit, pin), refusal)) return nothingNew;
    return happened({ type: "additional-pin-refused", data: { pin, refusal, at } });
  }
  if (before !== undefined && isSame(before, waiting)) return nothingNew;
  return happened({ type: "additional-pin-requested", data: waiting });
}

/** Stands for the PIN that is not drawn yet: a request that fails for nothing else could be granted. */
const NO_PIN = "";

/**
 * An operator decides on a request for an additional PIN: granted only where no license of the kit went beyond a limit.
 *
 * @rule CE-09, PN-14
 */
export function decideAdditionalPin(
  data: AdditionalPinDecision,
  kit: RegisteredKit,
  policies: CenterPolicies,
): CenterDecision {
  const { pin, at } = data;
  const waiting = kit.waiting.find((one) => one.pin === pin);
  if (waiting === undefined) {
    const known = data.decision === "grant" && isIssued(data, kit);
    return known ? nothingNew : refuse({ code: "center/nothing-asked", pin, instead: "leave-it" });
  }
  switch (data.decision) {
    case "grant": {
      const violations = data.allowed === true ? [] : exceededIn(kit, policies, at);
      const issued = issue({ ...waiting, at }, data.newPin, violations, kit);
      if (!issued.ok) return issued;
      return {
        ok: true,
        events: issued.events.flatMap((pins) =>
          pins.type === "pin-issued" ? [{ type: "additional-pin-issued", data: { pins, at } }] : [],
        ),
      };
    }
    case "ask-request-file":
      return happened({ type: "request-file-requested", data: { pin, at } });
    case "refuse":
      return (
        tooLong("reason", data.reason) ??
        happened({ type: "additional-pin-denied", data: { pin, reason: data.reason, at } })
      );
    default:
      return refuse({ code: "center/unknown-command", instead: "correct-the-command" });
  }
}

/** What is put on record must read back: an event holds as much as a letter. */
function tooLong(name: string, { length }: string): CenterDecision | undefined {
  const limit = letterLimits.value;
  if (length <= limit) return undefined;
  return refuse({ code: "pins/value-too-long", name, length, limit, instead: "correct-the-command" });
}

/** Whether this very PIN was issued for this license: the same decision once more, after a crash perhaps. */
function isIssued({ pin, newPin }: { readonly pin: Pin; readonly newPin: Pin }, { pins }: RegisteredKit): boolean {
  const [current, issued] = [findPin(pins, pin), findPin(pins, newPin)];
  return current?.state === "current" && issued !== undefined && issued.issuedFor === current.acquiredWith;
}

/** What the kit's PINs say to it. */
function issue(
  { pin, company, reason, requestFile, at }: WaitingRequest,
  newPin: Pin,
  violations: readonly string[],
  { pins }: RegisteredKit,
) {
  const data = { pin, kit: pins.kit, company, reason, requestFile, violations, newPin, at };
  return pinKit.decide({ type: "issueAdditional", data }, pins);
}

/** What a request file shows of the license that it is to help. @rule CE-14 */
function evidenceOf(request: LicenseRequest, pin: Pin, kit: RegisteredKit, policies: CenterPolicies): Evidence {
  const license = recordOf(kit, findPin(kit.pins, pin));
  const { id: key, operation, pin: named, supersededPin, kind } = request;
  const claim = { by: "file", key, operation, pin: named, supersededPin, kind, request } as const;
  const verdict = license === undefined ? undefined : computerVerdict(claim, license, policies.computers);
  const isOfKit = request.kit === kit.pins.kit && request.issuer === kit.issuer && request.product === kit.product;
  const comparable = license !== undefined && license.owner.kept !== "code";
  const owner = comparable && ownerVerdict(claim, license, policies).same ? "same" : "different";
  return {
    request: key,
    pin: isOfKit && (supersededPin ?? named) === pin ? "same" : "different",
    owner: comparable ? owner : "unknown",
    computer: verdict?.outcome ?? "unknown",
  };
}

/** What the last letter about a PIN was refused for, where that is not too long ago. */
export function lastLetterRefusal({ history }: RegisteredKit, pin: Pin): CenterRefusal | undefined {
  return history.filter((one) => one.event === "additional-pin-refused" && one.pin === pin).at(-1)?.refusal;
}

/** A letter that came twice. */
function isSame(a: WaitingRequest, b: WaitingRequest): boolean {
  return (
    a.company === b.company &&
    a.reason === b.reason &&
    a.requestFile === b.requestFile &&
    a.evidence?.request === b.evidence?.request
  );
}
