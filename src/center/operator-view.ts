import { handle, type Sign } from "../core/index.js";
import { phoneResponse } from "../license/index.js";
import { fieldOf, type Country, type Owner, type OwnerDifference } from "../owner/index.js";
import { decodeRequest, encodeRequest, type PhoneSheet } from "../phone/index.js";
import { findPin, pinReport } from "../pins/index.js";
import { isNamed, namesOfContact, namesOfLicense } from "./addressee.js";
import { answerTo, type CustomerAnswer } from "./answer.js";
import type { Asked } from "./asked.js";
import { centerWith } from "./center.js";
import { claimOf, type Claim } from "./claim.js";
import type { AdditionalPinAsked, CustomerCommand, LostDataAsked } from "./command.js";
import type { CenterDecision } from "./decision.js";
import { recordOf } from "./license-pages.js";
import { pathToGrant } from "./path-to-grant.js";
import { completed, type CenterPolicies, type SomePolicies } from "./policies.js";
import type { OperatorView, SeenAnswer, SeenDifference, SeenKit, SeenRequest, SeenWaiting, ToLookAt } from "./seen.js";
import type { CenterState, LicenseRecord, RegisteredKit } from "./state.js";
import { computerVerdict, ownerVerdict } from "./verdicts.js";
import { talliesOf, type Tally } from "./violations.js";

/** What a view takes beside the state. */
export interface ViewOptions {
  /** Default: the standard policies. */
  readonly policies?: SomePolicies | undefined;
  /** The key for answers by phone: with it, the view has the rows to dictate. */
  readonly sign?: Sign | undefined;
}

/**
 * What an operator sees of a request: what is asked, what is on record, where they differ, what the history says, what the
 * customer would be told and what could be done. It decides nothing and changes nothing.
 *
 * Throws `RangeError` where a policy is out of its bounds, and `TypeError` where the signer is for another kind of signature.
 *
 * @rule CE-09, CE-11, CE-14
 * @source S2 p. 19 f.
 * @example
 * ```ts
 * import { handle } from "licit";
 * import { center, operatorView } from "licit/center";
 * import { kits } from "licit/pins";
 *
 * const pins = { "single-user": ["381505376410122", "996007681344799", "412000118270017"] };
 * const sold = { issuer: "Example Vendor", product: "ledger", kit: "8050525679", definition: kits["client-1"], pins, at: 1 };
 * const { state } = handle(center, { type: "register-kit", data: sold }, center.initialState());
 * const view = operatorView(state, { by: "phone", kit: "8050525679", digits: "38 15", at: 2 });
 *
 * view.problem; // → { code: "phone/wrong-digit-count", digits: 4, expected: [48, 51, 60, 63], instead: "dictate-again" }
 * view.kit?.pins.length; // → 3
 * ```
 */
export function operatorView(state: CenterState, request: ToLookAt, options: ViewOptions = {}): OperatorView {
  const policies = completed(options.policies ?? {});
  const kit = state.status === "registered" ? state : undefined;
  const common = {
    ...(kit === undefined ? {} : { kit: seenKit(kit) }),
    violations: [],
    history: [...(kit?.history ?? [])].reverse(),
  };
  if ("unreadable" in request) return { ...common, problem: request.unreadable };
  if ("letter" in request) return { ...common, ...seenLetter(state, request, policies) };
  const handled = handle(centerWith(policies), { type: "request-license", data: request }, state);
  const problem = handled.decision.ok ? {} : { problem: handled.decision.error };
  const answer = answerTo({ type: "request-license", data: request }, handled);
  const claimed = kit === undefined ? undefined : claimOf(request, kit);
  const told = seenAnswer(answer, handled.decision);
  if (kit === undefined || claimed?.ok !== true) return { ...common, ...problem, ...seen(request), answer: told };
  const { value: claim } = claimed;
  const license = licenseInQuestion(claim, kit);
  return {
    ...common,
    ...problem,
    ...seen(request),
    ...(license === undefined ? {} : compared(claim, license, policies)),
    violations: violationsIn(kit, license, policies, request.at),
    answer: told,
    path: pathToGrant(kit, request, policies),
    ...(isOnRecord(handled.decision) ? dictationOf(answer, options.sign) : {}),
  };
}

function seenKit(kit: RegisteredKit): SeenKit {
  const { pins, customer } = kit;
  const waiting = kit.waiting.map((one): SeenWaiting => {
    const license = recordOf(kit, findPin(pins, one.pin));
    const names = [...namesOfContact(customer), ...(license === undefined ? [] : namesOfLicense(license))];
    return { ...one, companyIsKnown: isNamed(one.company, names) };
  });
  return { kit: pins.kit, definition: pins.definition, customer, pins: pinReport(pins), waiting };
}

/** What a letter comes to. Of one that asks for an additional PIN, what speaks against it, too. @rule CE-09, CE-14 */
function seenLetter(state: CenterState, data: AdditionalPinAsked | LostDataAsked, policies: CenterPolicies) {
  const command = letterCommand(data);
  const handled = handle(centerWith(policies), command, state);
  const answer = seenAnswer(answerTo(command, handled), handled.decision);
  if (state.status !== "registered" || data.letter.kind === "lost-data") return { answer };
  const license = recordOf(state, findPin(state.pins, data.letter.pin));
  const violations = violationsIn(state, license, policies, data.at);
  return { answer, violations, ...(license === undefined ? {} : { license }) };
}

function letterCommand(data: AdditionalPinAsked | LostDataAsked): CustomerCommand {
  return data.letter.kind === "lost-data"
    ? { type: "request-lost-data", data: { letter: data.letter, at: data.at } }
    : { type: "request-additional-pin", data: { ...data, letter: data.letter } };
}

function seen(asked: Asked): { readonly request?: SeenRequest } {
  if (asked.by !== "phone") return { request: { by: asked.by, document: asked.request } };
  const read = decodeRequest(asked.digits);
  return read.ok ? { request: { by: "phone", fields: read.value, sheet: encodeRequest(read.value) } } : {};
}

/** The license that a request is about: of the PIN that is to give way, or of the one that it offers. */
function licenseInQuestion(claim: Claim, kit: RegisteredKit): LicenseRecord | undefined {
  return (
    recordOf(kit, findPin(kit.pins, claim.supersededPin ?? claim.pin)) ?? recordOf(kit, findPin(kit.pins, claim.pin))
  );
}

function compared(claim: Claim, license: LicenseRecord, policies: CenterPolicies) {
  const computer = computerVerdict(claim, license, policies.computers);
  const { same, fields } = ownerVerdict(claim, license, policies);
  const seenFields = fields?.map((difference) => withValues(difference, claim, license));
  return {
    license,
    owner: { same, ...(seenFields === undefined ? {} : { fields: seenFields }) },
    ...(computer === undefined ? {} : { computer }),
  };
}

function withValues(difference: OwnerDifference, claim: Claim, { owner }: LicenseRecord): SeenDifference {
  if (claim.by === "phone") return difference;
  const { field } = difference;
  const valueIn = (of: Owner): Country | undefined => (field === "kind" ? of.kind : fieldOf(of, field));
  const stored = owner.kept === "fields" ? valueIn(owner.fields) : undefined;
  const entered = valueIn(claim.request.owner);
  return {
    ...difference,
    ...(stored === undefined ? {} : { stored }),
    ...(entered === undefined ? {} : { entered }),
  };
}

function violationsIn(
  kit: RegisteredKit,
  license: LicenseRecord | undefined,
  policies: CenterPolicies,
  at: number,
): readonly Tally[] {
  const others = kit.licenses.flat().filter((one) => one !== license);
  return [
    ...(license === undefined ? [] : talliesOf(license, policies, at)),
    ...others.flatMap((one) => talliesOf(one, policies, at)).filter(({ exceeded }) => exceeded),
  ];
}

function seenAnswer(answer: CustomerAnswer, decision: CenterDecision): SeenAnswer {
  if (answer.answer !== "granted") return answer;
  return { answer: isOnRecord(decision) ? "granted" : "would-be-granted" };
}

/** A request that was granted before: to look at it grants nothing. */
function isOnRecord(decision: CenterDecision): boolean {
  return decision.ok && decision.events.every(({ type }) => type === "request-repeated");
}

function dictationOf(answer: CustomerAnswer, sign: Sign | undefined): { readonly dictation?: PhoneSheet } {
  if (sign === undefined || answer.answer !== "granted" || answer.by !== "phone") return {};
  return { dictation: phoneResponse(answer.toSign, sign) };
}
