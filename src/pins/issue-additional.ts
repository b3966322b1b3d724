import { isBlankText } from "../core/index.js";
import { MAX_PINS } from "./check-kit.js";
import type { AdditionalPinRequest } from "./command.js";
import { positionOf } from "./pages.js";
import { pinFault } from "./pin.js";
import { currentPin, happened, refuse, tooLong, type PinKitDecision, type Refused } from "./refuse.js";
import { spareFor } from "./spare.js";
import { pinCount, type OpenKit } from "./state.js";

/**
 * An additional PIN: for a license that is in use, on a complete request, where no unused PIN would do and nothing in
 * the kit's history speaks against it. The license runs on meanwhile.
 *
 * @rule PN-14, PN-15
 * @source S2 p. 34; S3; S4
 */
export function issueAdditional(request: AdditionalPinRequest, kit: OpenKit): PinKitDecision {
  const current = currentPin(kit, request.pin, undefined);
  if ("ok" in current) return current;
  const spare = spareFor(kit, current);
  if (spare.instead === "use-an-unused-pin") return refuse({ code: "pins/unused-pin-left", ...spare });
  const { company, reason, requestFile, violations, newPin, at } = request;
  const refused = incomplete(request, kit) ?? tooLong("company", company) ?? tooLong("reason", reason);
  if (refused !== undefined) return refused;
  if (requestFile === "missing") {
    return refuse({ code: "pins/request-file-missing", instead: "attach-the-request-file" });
  }
  if (violations.length > 0)
    return refuse({ code: "pins/violations", violations, instead: "ask-the-licensing-center" });
  if (pinCount(kit) >= MAX_PINS)
    return refuse({ code: "pins/kit-full", limit: MAX_PINS, instead: "ask-the-licensing-center" });
  const error = pinFault(newPin);
  if (error !== undefined) return refuse({ code: "pins/malformed-new-pin", error, instead: "draw-another-pin" });
  if (positionOf(kit, newPin) >= 0)
    return refuse({ code: "pins/new-pin-taken", pin: newPin, instead: "draw-another-pin" });
  const { pin: replaces, set } = current;
  const place = kit.sets[set].pins + 1;
  return happened({ type: "pin-issued", data: { pin: newPin, set, place, replaces, company, reason, at } });
}

/** What a letter must say. @rule PN-14 */
function incomplete(request: AdditionalPinRequest, { kit: expected }: OpenKit): Refused | undefined {
  const missing = (["kit", "company", "reason"] as const).filter((name) => isBlankText(request[name]));
  if (missing.length > 0) return refuse({ code: "pins/request-incomplete", missing, instead: "complete-the-request" });
  const { kit } = request;
  return kit === expected
    ? undefined
    : refuse({ code: "pins/other-kit", kit, expected, instead: "check-the-kit-number" });
}
