import { changed } from "./changed.js";
import { inputError, type Fault } from "../core/index.js";
import { parseKeyParameters } from "../fingerprint/index.js";
import { documentLimits, type License } from "../license/index.js";
import { fieldOf, nothingRequired, ownerFields, parseOwner } from "../owner/index.js";
import { licenseTypes } from "../pins/index.js";
import type { FieldValue } from "./answers.js";
import { arrive, fail } from "./advance.js";
import { outcomesOf, type EffectType, type Outcome } from "./effect.js";
import { parseEvidence } from "./evidence.js";
import { learnedFrom } from "./learned.js";
import { answeredRequest, awaitedAnswer } from "./granted.js";
import { refuse, stay, type Moved } from "./moved.js";
import type { GrantedLicense, WizardState } from "./state.js";
import { isWorking } from "./steps.js";
import { textLimit } from "./values.js";
import { placeOf } from "./where.js";

/**
 * Takes what became of an effect. One that nobody asked for, that was answered already, or that is no longer wanted changes
 * nothing.
 *
 * @rule AQ-10
 */
export function take(state: WizardState, id: number, outcome: Outcome): Moved {
  const effect = state.owed.find((owed) => owed.id === id);
  if (effect === undefined) {
    const asked = Number.isSafeInteger(id) && id >= 1 && id <= state.effects;
    return refuse(state, { code: asked ? "acquisition/no-longer-asked" : "acquisition/never-asked", effect: id });
  }
  if (!outcomesOf[effect.type].includes(outcome.outcome)) {
    return refuse(state, { code: "acquisition/other-outcome", effect: id, type: effect.type });
  }
  const answered: WizardState = changed(state, { owed: state.owed.filter((owed) => owed !== effect) });
  const { type } = effect;
  switch (outcome.outcome) {
    case "parameters":
      return gathered(state, answered, outcome);
    case "digits":
      return encoded(state, answered, outcome.digits);
    case "granted":
      return granted(state, answered, outcome);
    case "fetched":
      return fetched(state, answered, outcome);
    case "refused":
    case "failed":
      return failed(state, answered, type, outcome);
    case "done":
      return done(state, answered, type, outcome.file);
    case "owner-data":
      return ownerRead(state, answered, outcome.owner);
    case "dismissed":
      return stay(answered);
  }
}

/** What is not well formed leaves the effect owed. */
function malformed(state: WizardState, ...faults: readonly Fault[]): Moved {
  return refuse(state, inputError(faults));
}

type Of<O extends Outcome["outcome"]> = Extract<Outcome, { readonly outcome: O }>;

function gathered(state: WizardState, answered: WizardState, outcome: Of<"parameters">): Moved {
  const { id, at } = outcome;
  const used = state.made?.request.id === id || state.reading?.id === id;
  if (typeof id !== "string" || !/^[0-9a-f]{32}$/.test(id) || used) {
    return malformed(state, { path: ["outcome", "id"], rule: "format", expected: "32 hex digits, drawn anew" });
  }
  if (!Number.isSafeInteger(at) || Math.abs(at) > LATEST) {
    return malformed(state, { path: ["outcome", "at"], rule: "integer" });
  }
  const parsed = parseKeyParameters(outcome.parameters);
  if (!parsed.ok) return malformed(state, ...below(["outcome", "parameters"], parsed.error.faults));
  const reading = { place: placeOf(state), parameters: parsed.value, id, at };
  // What was agreed to was agreed to for another reading.
  const { spendSpare: _, ...answers } = state.answers;
  return arrive(changed(answered, { reading, answers }), state.step);
}

/** The last moment that a document can name. */
const LATEST = 8_640_000_000_000_000;

function encoded(state: WizardState, answered: WizardState, digits: string): Moved {
  if (typeof digits !== "string" || !/^[0-9]{48}$/.test(digits)) {
    return malformed(state, { path: ["outcome", "digits"], rule: "format", expected: "48 digits" });
  }
  const { made } = answered;
  return made === null ? stay(answered) : arrive(changed(answered, { made: { ...made, digits } }), state.step);
}

/** A license for what was asked: of this vendor and product, kit and PIN. All else was checked where it was opened. @rule LC-09 */
function granted(state: WizardState, answered: WizardState, { text, license }: Of<"granted">): Moved {
  if (!isDocument(text)) return notADocument(state);
  const said = readLicense(license);
  if (said === undefined) return malformed(state, { path: ["outcome", "license"], rule: "type", expected: "license" });
  const { issuer, product, ...own } = said;
  const { context } = state;
  if (issuer !== context.issuer) return fail(answered, { code: "license/other-issuer", evidence: { issuer } });
  if (product !== context.product) return fail(answered, { code: "license/other-product", evidence: { product } });
  if (!isAsked(said, state)) return fail(answered, { code: "license/other-request" });
  return come(state, answered, { text, license: own });
}

/** A community license. @rule AL-21 */
function fetched(state: WizardState, answered: WizardState, { text }: Of<"fetched">): Moved {
  return isDocument(text) ? come(state, answered, { text, license: null }) : notADocument(state);
}

function come(state: WizardState, answered: WizardState, came: Omit<GrantedLicense, "answers">): Moved {
  const answers = awaitedAnswer(state);
  if (answers === undefined) return stay(answered);
  const there = changed(answered, { granted: { ...came, answers } });
  return isWorking(state.step) ? arrive(there, state.step) : stay(there);
}

function isDocument(text: unknown): boolean {
  return typeof text === "string" && text !== "" && text.length <= documentLimits.text;
}

function notADocument(state: WizardState): Moved {
  return malformed(state, { path: ["outcome", "text"], rule: "length", limit: documentLimits.text });
}

/** What of a license the wizard shows, and knows it by. */
type Said = Pick<License, "issuer" | "product" | "kind" | "kit" | "pin">;

function readLicense(license: unknown): Said | undefined {
  if (typeof license !== "object" || license === null) return undefined;
  const { issuer, product, kind, kit, pin }: { readonly [name: string]: unknown } = { ...license };
  const known = licenseTypes.find((type) => type === kind);
  const sound = typeof kit === "string" && typeof pin === "string" && isDigits(kit, 9, 12) && isDigits(pin, 15, 16);
  if (known === undefined || !sound || typeof issuer !== "string" || typeof product !== "string") return undefined;
  return { issuer, product, kind: known, kit, pin };
}

function isDigits(text: string, least: number, most: number): boolean {
  return text.length >= least && text.length <= most && /^[0-9]+$/.test(text);
}

function isAsked(license: Said, state: WizardState): boolean {
  const request = answeredRequest(state);
  return request === undefined || (license.kit === request.kit && license.pin === request.pin);
}

/** @rule AQ-08 */
function failed(
  state: WizardState,
  answered: WizardState,
  type: EffectType,
  outcome: Of<"failed"> | Of<"refused">,
): Moved {
  const { code, details } = outcome;
  if (!isText(code)) return malformed(state, { path: ["outcome", "code"], rule: "length", limit: textLimit });
  if (details !== undefined && !isText(details)) {
    return malformed(state, { path: ["outcome", "details"], rule: "length", limit: textLimit });
  }
  const read = parseEvidence(outcome.evidence);
  if (!read.ok) return malformed(state, ...below(["outcome", "evidence"], read.error.faults));
  const evidence = read.value;
  switch (type) {
    case "save-owner-data":
      return stay(changed(answered, { ownerData: "failed" }));
    case "open-page":
      return stay(answered);
    default: {
      const learned = learnedFrom(state, { code, evidence });
      return fail(changed(answered, { learned }), { code, evidence, details: details ?? null });
    }
  }
}

/** What was saved at the first registration, in the form. @rule OW-09 */
function ownerRead(state: WizardState, answered: WizardState, value: unknown): Moved {
  const owner = parseOwner(value, nothingRequired);
  if (!owner.ok) return malformed(state, ...below(["outcome", "owner"], owner.error.faults));
  const answers: { [name: string]: FieldValue } = { ...state.answers, ownerKind: owner.value.kind };
  for (const field of ownerFields) answers[field] = fieldOf(owner.value, field) ?? "";
  return stay(changed(answered, { answers, learned: { ...state.learned, owner: [] } }));
}

function isText(text: unknown): boolean {
  return typeof text === "string" && text.length <= textLimit;
}

function done(state: WizardState, answered: WizardState, type: EffectType, file: string | undefined): Moved {
  if (file !== undefined && !isText(file)) {
    return malformed(state, { path: ["outcome", "file"], rule: "length", limit: textLimit });
  }
  switch (type) {
    case "save-owner-data":
      return stay(changed(answered, { ownerData: "saved" }));
    case "save-request":
      return stay(answered.made === null ? answered : changed(answered, { made: { ...answered.made, saved: true } }));
    case "install":
      return arrive(changed(answered, { installed: { file: file ?? null } }), state.step);
    default:
      return stay(answered);
  }
}

function below(path: Fault["path"], faults: readonly Fault[]): readonly Fault[] {
  return faults.map((fault) => ({ ...fault, path: [...path, ...fault.path] }));
}
