import type { Json } from "../core/index.js";
import { licenseFor, phoneExpiry, type License, type PhoneAnswer, type Refusal } from "../license/index.js";
import { findPin, type LicenseType } from "../pins/index.js";
import type { AskedByDocument } from "./asked.js";
import { claimOf, type Claim } from "./claim.js";
import type { CustomerCommand } from "./command.js";
import type { CenterDecision } from "./decision.js";
import { recordOf } from "./license-pages.js";
import type { CenterError } from "./refusal.js";
import { lastRefusal } from "./refused.js";
import { grantedTo } from "./repeat.js";
import type { CenterState, RegisteredKit } from "./state.js";

/** What a customer is told. Of what is stored, nothing. @rule CE-08 */
export type CustomerAnswer =
  | GrantedAnswer
  /** `toSign`: of a request by document, the refusal that is sent back (`signRefusal`). */
  | { readonly answer: "refused"; readonly refusal: CenterError; readonly toSign?: Refusal }
  /** A request for an additional PIN waits for an operator; `missing`: and for a request file. */
  | { readonly answer: "waiting"; readonly requestFile: "not-asked" | "missing" | "attached" }
  /** Lost data goes to the address on record. */
  | { readonly answer: "sent" };

/** What is to be signed: a license (`signLicense`), or by phone the answer to dictate (`phoneResponse`). */
export type GrantedAnswer =
  | { readonly answer: "granted"; readonly by: "automatic" | "file"; readonly toSign: License }
  | { readonly answer: "granted"; readonly by: "phone"; readonly toSign: PhoneAnswer };

/**
 * What the customer is told, of a command and of what `handle` made of it. A grant says what is to be signed; nothing else
 * does. The same request gives the same answer, whether it was decided now or is known.
 *
 * @rule CE-07, CE-08
 * @source S1 ("a brief error description is displayed")
 */
export function answerTo(
  command: CustomerCommand,
  { decision, state }: { readonly decision: CenterDecision; readonly state: CenterState },
): CustomerAnswer {
  if (!decision.ok) return refusedAnswer(command, decision.error);
  switch (command.type) {
    case "request-license":
      return licenseAnswer(command, decision, state);
    case "request-additional-pin":
      return additionalPinAnswer(command, decision, state);
    case "request-lost-data": {
      const refused = decision.events.find(({ type }) => type === "lost-data-refused");
      return refused?.type === "lost-data-refused" ? refusedAnswer(command, refused.data.refusal) : { answer: "sent" };
    }
  }
}

type LicenseCommand = Extract<CustomerCommand, { readonly type: "request-license" }>;

function licenseAnswer(command: LicenseCommand, decision: CenterDecision, state: CenterState): CustomerAnswer {
  const [event] = decision.ok ? decision.events : [];
  if (event?.type === "request-refused") return refusedAnswer(command, event.data.refusal);
  const claimed = state.status === "registered" ? claimOf(command.data, state) : undefined;
  if (state.status !== "registered" || claimed?.ok !== true) throw notOfThis();
  const before = event === undefined ? lastRefusal(claimed.value, state) : undefined;
  return before === undefined ? grantedAnswer(claimed.value, state) : refusedAnswer(command, before);
}

function notOfThis(): TypeError {
  return new TypeError("answerTo: not what `handle` made of this command");
}

/** What a request was granted, as it is remembered. @rule CE-03, CE-07, CE-12, LC-01 */
function grantedAnswer(claim: Claim, kit: RegisteredKit): GrantedAnswer {
  const { issuer, product, pins } = kit;
  const row = findPin(pins, claim.pin);
  const license = recordOf(kit, row);
  const grant = license && grantedTo(claim.key, license);
  if (row === undefined || license === undefined || grant === undefined) throw notOfThis();
  const superseded = license.supersededPin === null ? {} : { supersededPin: license.supersededPin };
  if (claim.by === "phone") {
    // The client makes the same text from its request: only one with a spare PIN names another.
    const named = claim.operation === "recovery-spare" ? superseded : {};
    const payload = phoneExpiry(grant.terms.expiresAt);
    const toSign = { issuer, product, kit: pins.kit, ...named, request: claim.key, payload };
    return { answer: "granted", by: "phone", toSign };
  }
  if (license.computer.kept !== "parameters" || license.channel === "phone") throw notOfThis();
  const { supersededPin: _, ...request } = claim.request;
  const toSign = licenseFor(
    { ...request, ...superseded, parameters: license.computer.parameters },
    {
      kind: row.set,
      seats: seatsOf(kit, row.set),
      channel: license.channel,
      issuedAt: grant.at,
      ...grant.terms,
    },
  );
  return { answer: "granted", by: claim.by, toSign };
}

/** A multi-user license is for as many as the kit has workstations. */
function seatsOf({ pins: { definition } }: RegisteredKit, set: LicenseType): number {
  return set === "multi-user" ? (definition.client?.workstations ?? 1) : 1;
}

function additionalPinAnswer(
  command: Extract<CustomerCommand, { readonly type: "request-additional-pin" }>,
  decision: CenterDecision,
  state: CenterState,
): CustomerAnswer {
  const [event] = decision.ok ? decision.events : [];
  if (event?.type === "additional-pin-refused") return refusedAnswer(command, event.data.refusal);
  const { pin } = command.data.letter;
  const waiting = state.status === "registered" ? state.waiting.find((one) => one.pin === pin) : undefined;
  if (waiting === undefined) throw notOfThis();
  return { answer: "waiting", requestFile: waiting.requestFile };
}

function refusedAnswer(command: CustomerCommand, refusal: CenterError): CustomerAnswer {
  const asked = command.type === "request-license" ? command.data : undefined;
  // Under another vendor's name nothing is signed.
  if (asked === undefined || asked.by === "phone" || refusal.code === "center/other-vendor") {
    return { answer: "refused", refusal };
  }
  return { answer: "refused", refusal, toSign: refusalDocument(asked, refusal) };
}

function refusalDocument({ request, at }: AskedByDocument, { code, ...rest }: CenterError): Refusal {
  const details = JSON.parse(JSON.stringify(rest)) as Json; // refusals are JSON, but for absent members
  return { issuer: request.issuer, request: request.id, code, details, at };
}
