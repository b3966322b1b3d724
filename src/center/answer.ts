import type { Json } from "../core/index.js";
import { licenseFor, phoneExpiry, type License, type PhoneAnswer, type Refusal } from "../license/index.js";
import { findPin, type LicenseType, type Pin } from "../pins/index.js";
import { lastLetterRefusal } from "./additional-pin.js";
import { addressOf, addressOfCustomer } from "./addressee.js";
import { claimOf, type Claim } from "./claim.js";
import type { AdditionalPinDecision, CustomerCommand } from "./command.js";
import type { CenterDecision } from "./decision.js";
import type { CenterEvent } from "./event.js";
import { recordOf } from "./license-pages.js";
import type { CenterError, CenterRefusal } from "./refusal.js";
import { lastRefusal } from "./refused.js";
import { grantedTo } from "./repeat.js";
import type { CenterState, RegisteredKit } from "./state.js";

/** What a customer is told. Of what is stored, nothing. @rule CE-08 */
export type CustomerAnswer =
  | GrantedAnswer
  /** `toSign`: of a request by document to this vendor, the refusal that is sent back (`signRefusal`). */
  | { readonly answer: "refused"; readonly refusal: CenterError; readonly toSign?: Refusal }
  /** Nothing is said to the customer: what was wrong, the center's own people or programs did. */
  | { readonly answer: "failed"; readonly error: CenterError }
  /** A request for an additional PIN waits: for an operator, or (`missing`) for the request file that he asked for. */
  | { readonly answer: "waiting"; readonly requestFile: "not-asked" | "missing" | "attached" }
  /** An additional PIN, and the address on record that it goes to; absent where none is known. */
  | { readonly answer: "issued"; readonly pin: Pin; readonly to?: string }
  /** An operator refused an additional PIN. */
  | { readonly answer: "denied"; readonly reason: string }
  /** Lost data goes to the address on record. */
  | { readonly answer: "sent" };

/** What is to be signed: a license (`signLicense`), or by phone the answer to dictate (`phoneResponse`). */
export type GrantedAnswer =
  | { readonly answer: "granted"; readonly by: "automatic" | "file"; readonly toSign: License }
  | { readonly answer: "granted"; readonly by: "phone"; readonly toSign: PhoneAnswer };

/** What `handle` made of a command. */
export interface Handled {
  readonly decision: CenterDecision;
  readonly state: CenterState;
}

/**
 * What the customer is told, of a command and of what `handle` made of it. A grant says what is to be signed; nothing else
 * does. The same request gives the same answer, whether it was decided now or is known.
 *
 * `issuer` is who you are: with it, a request for a kit that nobody knows gets a refusal to sign, too.
 *
 * Throws `TypeError` where the decision and the state are not what `handle` made of this command.
 *
 * @rule CE-07, CE-08
 * @source S1 ("a brief error description is displayed")
 * @example
 * ```ts
 * import { handle } from "licit";
 * import { answerTo, center } from "licit/center";
 *
 * const letter = { kind: "lost-data", wants: "pins", kit: "8050525679", name: "OOO Romashka", reason: "a fire" } as const;
 * const command = { type: "request-lost-data", data: { letter, at: 1 } } as const;
 *
 * answerTo(command, handle(center, command, center.initialState())); // → { answer: "refused", refusal: { code: "center/unknown-kit", instead: "check-the-kit-number" } }
 * ```
 */
export function answerTo(command: CustomerCommand, { decision, state }: Handled, issuer?: string): CustomerAnswer {
  if (!decision.ok) {
    const { error } = decision;
    const signer = state.status === "registered" ? state.issuer : issuer;
    return ownFaults.includes(error.code) ? { answer: "failed", error } : refusedTo(command, error, signer);
  }
  if (state.status !== "registered") throw notOfThis();
  const [event] = decision.events;
  switch (command.type) {
    case "request-license":
      return licenseAnswer(command, event, state);
    case "request-additional-pin":
      return letterAnswer(command, event, state);
    case "decide-additional-pin":
      return decisionAnswer(command.data, event, state);
    case "request-lost-data":
      return event?.type === "lost-data-refused"
        ? refusedTo(command, event.data.refusal, state.issuer)
        : { answer: "sent" };
  }
}

/** What no customer can have done. */
const ownFaults: readonly CenterError["code"][] = [
  "center/already-registered",
  "center/unknown-command",
  "center/not-a-time",
  "center/incomplete-call",
  "center/unfit-text",
  "center/unfit-terms",
  "center/no-rebinding",
  "center/nothing-asked",
  "pins/malformed-new-pin",
  "pins/new-pin-taken",
  "pins/kit-full",
  "pins/violations",
];

function notOfThis(): TypeError {
  return new TypeError("answerTo: not what `handle` made of this command");
}

type LicenseCommand = Extract<CustomerCommand, { readonly type: "request-license" }>;

function licenseAnswer(command: LicenseCommand, event: CenterEvent | undefined, kit: RegisteredKit): CustomerAnswer {
  if (event?.type === "request-refused") return refusedTo(command, event.data.refusal, kit.issuer);
  const claimed = claimOf(command.data, kit);
  if (!claimed.ok) throw notOfThis();
  const before = event === undefined ? lastRefusal(claimed.value, kit) : undefined;
  return before === undefined ? grantedAnswer(claimed.value, kit) : refusedTo(command, before, kit.issuer);
}

/** What a request was granted, as it is remembered. @rule CE-03, CE-07, CE-12, LC-01 */
function grantedAnswer(claim: Claim, kit: RegisteredKit): GrantedAnswer {
  const { issuer, product, pins } = kit;
  const pin = findPin(pins, claim.pin);
  const license = recordOf(kit, pin);
  const grant = license && grantedTo(claim.key, license);
  if (pin === undefined || license === undefined || grant === undefined) throw notOfThis();
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
    { kind: pin.set, seats: seatsOf(kit, pin.set), channel: license.channel, issuedAt: grant.at, ...grant.terms },
  );
  return { answer: "granted", by: claim.by, toSign };
}

/** A multi-user license is for as many as the kit has workstations. */
function seatsOf({ pins: { definition } }: RegisteredKit, set: LicenseType): number {
  return set === "multi-user" ? (definition.client?.workstations ?? 1) : 1;
}

type LetterCommand = Extract<CustomerCommand, { readonly type: "request-additional-pin" }>;

function letterAnswer(command: LetterCommand, event: CenterEvent | undefined, kit: RegisteredKit): CustomerAnswer {
  const { pin } = command.data.letter;
  const before = event === undefined ? lastLetterRefusal(kit, pin) : undefined;
  const waiting = kit.waiting.find((one) => one.pin === pin);
  if (event?.type === "additional-pin-refused") return refusedTo(command, event.data.refusal, kit.issuer);
  if (waiting !== undefined) return { answer: "waiting", requestFile: waiting.requestFile };
  if (before === undefined) throw notOfThis();
  return refusedTo(command, before, kit.issuer);
}

function decisionAnswer(
  data: AdditionalPinDecision,
  event: CenterEvent | undefined,
  kit: RegisteredKit,
): CustomerAnswer {
  if (event === undefined && data.decision === "grant") return issuedAnswer(data.pin, data.newPin, kit);
  switch (event?.type) {
    case "additional-pin-denied":
      return { answer: "denied", reason: event.data.reason };
    case "request-file-requested":
      return { answer: "waiting", requestFile: "missing" };
    case "additional-pin-issued":
      return issuedAnswer(data.pin, event.data.pins.data.pin, kit);
    default:
      throw notOfThis();
  }
}

/** It is mailed to the license's owner, or else to whoever bought the kit. */
function issuedAnswer(pin: Pin, newPin: Pin, kit: RegisteredKit): CustomerAnswer {
  const license = recordOf(kit, findPin(kit.pins, pin));
  const to = (license && addressOf(license)) ?? addressOfCustomer(kit);
  return { answer: "issued", pin: newPin, ...(to === undefined ? {} : { to }) };
}

/** Under another vendor's name nothing is signed. */
function refusedTo(command: CustomerCommand, refusal: CenterError, issuer: string | undefined): CustomerAnswer {
  const asked = command.type === "request-license" && command.data.by !== "phone" ? command.data : undefined;
  if (issuer === undefined || asked?.request.issuer !== issuer) return { answer: "refused", refusal };
  return { answer: "refused", refusal, toSign: refusalOf(asked.request.id, issuer, refusal, asked.at) };
}

function refusalOf(
  request: string,
  issuer: string,
  { code, ...rest }: CenterRefusal | CenterError,
  at: number,
): Refusal {
  const details = JSON.parse(JSON.stringify(rest)) as Json; // refusals are JSON, but for absent members
  return { issuer, request, code, details, at };
}
