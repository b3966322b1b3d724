import { pinKit, findPin, spareLeft, type Pin, type PinKitEvent } from "../pins/index.js";
import type { Case } from "./case.js";
import { expired, otherChannel, otherOwner, unconfirmed } from "./checks.js";
import { networkNameOf, type Claim, type PhoneClaim } from "./claim.js";
import { nothingNew, refuse, type CenterDecision } from "./decision.js";
import { grant } from "./grant.js";
import { recordOf } from "./license-pages.js";
import type { Violation } from "./policies.js";
import { lastRefusal, refused } from "./refused.js";
import { unfitForLicense } from "./register.js";
import type { LicenseRecord } from "./state.js";
import { computerRecord, computerVerdict, countsAsElsewhere } from "./verdicts.js";
import { heldBy } from "./violations.js";

/**
 * A recovery. PIN, limits, channel, who calls, owner and computer are looked at in this order.
 *
 * @rule CE-02, CE-03, CE-05, CE-06, CE-09, CE-12, CE-15, CE-16
 * @source S2 p. 29 f.
 */
export function recover(one: Case): CenterDecision {
  const { asked, claim, kit, policies } = one;
  const current = claim.supersededPin ?? claim.pin;
  const license = recordOf(kit, findPin(kit.pins, current));
  const spent = pinKit.decide({ type: "recover", data: recoveryOf(claim, asked.at) }, kit.pins);
  if (!spent.ok) return refused(one, spent.error, license, countsAsElsewhere(claim, license, policies));
  if (license === undefined) throw new TypeError("center.decide: a PIN in use without a license"); // no state of ours
  const held = heldBy(license, recoveryViolations, policies, asked.allowed === true, asked.at);
  if (held !== undefined) return isToldAlready(one) ? nothingNew : refused(one, held, license);
  const stranger = otherChannel(claim, license, policies) ?? unconfirmed(claim, license);
  if (stranger !== undefined) return refused(one, stranger, license);
  const owner = otherOwner(one, license);
  if (owner !== undefined) return refused(one, owner, license, "owner-guesses");
  const over = expired(one, license);
  if (over !== undefined) return refused(one, over, license);
  const here: Recovery = { one, license, current, spent: spent.events };
  return claim.operation === "recovery" ? recoverTheSame(here) : recoverWithSpare(here);
}

const recoveryViolations: readonly Violation[] = ["two-computers", "recoveries", "owner-guesses"];

/**
 * The very request that was refused for what no limit changes: it is told the same again, and is no further violation.
 *
 * @rule CE-07
 */
function isToldAlready({ claim, kit }: Case): boolean {
  const before = lastRefusal(claim, kit)?.code;
  return before === "center/owner-differs" || before === "center/parameters-changed";
}

interface Recovery {
  readonly one: Case;
  readonly license: LicenseRecord;
  readonly current: Pin;
  readonly spent: readonly PinKitEvent[];
}

function recoveryOf(claim: Claim, at: number) {
  const { pin, kind: licenseType, key: reference, supersededPin } = claim;
  if (supersededPin === undefined) return { parameters: "unchanged", pin, licenseType, at } as const;
  const computer = networkNameOf(claim);
  return { parameters: "changed", pin: supersededPin, sparePin: pin, licenseType, reference, computer, at } as const;
}

/** With unchanged parameters: the same license again. @rule CE-05, CE-15, FP-15 */
function recoverTheSame(here: Recovery): CenterDecision {
  const { one, license, current, spent } = here;
  const { claim, kit, policies } = one;
  const verdict = computerVerdict(claim, license, policies.computers);
  switch (verdict?.outcome) {
    case "same":
      return grantTo(here, spent, false);
    case "undetermined": {
      const parameters = verdict.findings.filter(({ effect }) => effect === "unread").map(({ parameter }) => parameter);
      return refused(one, { code: "center/parameters-unread", parameters, instead: "read-again" }, license);
    }
    case "changed":
    case undefined: {
      if (claim.by === "phone" && claim.call.againstSpare !== undefined)
        return rebind(here, claim, claim.call.againstSpare);
      const code = claim.by === "phone" ? "center/binding-differs" : "center/parameters-changed";
      const remedy = spareLeft(kit.pins, current);
      const refusal = { code, ...(remedy?.instead === "use-an-unused-pin" ? remedy : noneLeft) } as const;
      return refused(one, refusal, license, countsAsElsewhere(claim, license, policies));
    }
  }
}

const noneLeft = { instead: "request-an-additional-pin" } as const;

/**
 * By phone nobody can tell whether a computer was changed or merely grew. Where the policy lets an operator bind it anew, a
 * spare PIN is spent for it all the same, though the license goes on under the current one.
 *
 * @rule CE-15
 */
function rebind(here: Recovery, claim: PhoneClaim, sparePin: Pin): CenterDecision {
  const { one, license, current, spent } = here;
  const { asked, kit, policies } = one;
  if (!policies.rebindByPhone) return refuse({ code: "center/no-rebinding", instead: "correct-the-command" });
  const { at } = asked;
  const swap = { parameters: "changed", pin: current, sparePin, reference: claim.key, at } as const;
  const fits = pinKit.decide({ type: "recover", data: swap }, kit.pins);
  if (!fits.ok) return refused(one, fits.error, license);
  const reason = "spent by phone on a license that was bound anew";
  const cancelled = pinKit.decide({ type: "cancel", data: { pin: sparePin, reason, at } }, kit.pins);
  return cancelled.ok ? grantTo(here, [...spent, ...cancelled.events], true) : cancelled;
}

/** With changed parameters: under a spare PIN, bound to the new state. @rule CE-06, FP-25, PN-10 */
function recoverWithSpare(here: Recovery): CenterDecision {
  const { one, license, spent } = here;
  const { claim, policies } = one;
  const protects = policies.protectSparePins && claim.by !== "phone";
  if (protects && computerVerdict(claim, license, policies.computers)?.outcome === "same") {
    return refused(one, { code: "center/spare-not-needed", instead: "use-the-same-pin" }, license);
  }
  const unfit = unfitForLicense(one);
  return unfit === undefined ? grantTo(here, spent, true) : refused(one, unfit, license);
}

function grantTo(here: Recovery, pins: readonly PinKitEvent[], anew: boolean): CenterDecision {
  const { one, license } = here;
  const { claim } = one;
  return grant(one, {
    pin: claim.pin,
    acquiredWith: license.acquiredWith,
    pins,
    owner: null,
    computer: anew ? computerRecord(claim) : null,
    terms: license.terms,
  });
}
