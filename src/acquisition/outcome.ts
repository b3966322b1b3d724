import { inputError, type Fault } from "../core/index.js";
import { parseKeyParameters } from "../fingerprint/index.js";
import { documentLimits, parseLicense, type License } from "../license/index.js";
import { arrive, fail } from "./advance.js";
import { outcomesOf, type EffectType, type Outcome } from "./effect.js";
import { learnedFrom } from "./failure.js";
import { answeredRequest, awaitedAnswer } from "./granted.js";
import { refuse, stay, type Moved } from "./moved.js";
import type { WizardState } from "./state.js";
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
  const answered: WizardState = { ...state, owed: state.owed.filter((owed) => owed !== effect) };
  const { type } = effect;
  switch (outcome.outcome) {
    case "parameters":
      return gathered(state, answered, outcome);
    case "digits":
      return encoded(state, answered, outcome.digits);
    case "granted":
      return granted(state, answered, outcome);
    case "refused":
    case "failed":
      return failed(state, answered, type, outcome);
    case "done":
      return done(state, answered, type, outcome.file);
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
  return arrive({ ...answered, reading }, state.step);
}

/** The last moment that a document can name. */
const LATEST = 8_640_000_000_000_000;

function encoded(state: WizardState, answered: WizardState, digits: string): Moved {
  if (typeof digits !== "string" || !/^[0-9]{48}$/.test(digits)) {
    return malformed(state, { path: ["outcome", "digits"], rule: "format", expected: "48 digits" });
  }
  const { made } = answered;
  return made === null ? stay(answered) : arrive({ ...answered, made: { ...made, digits } }, state.step);
}

/** A license for what was asked: it names this kit and this PIN. All else was checked where it was opened. @rule LC-09 */
function granted(state: WizardState, answered: WizardState, { text, license }: Of<"granted">): Moved {
  if (typeof text !== "string" || text === "" || text.length > documentLimits.text) {
    return malformed(state, { path: ["outcome", "text"], rule: "length", limit: documentLimits.text });
  }
  const parsed = parseLicense(license);
  if (!parsed.ok) return malformed(state, ...below(["outcome", "license"], parsed.error.faults));
  const answers = awaitedAnswer(state);
  if (answers === undefined) return stay(answered);
  if (!isAsked(parsed.value, state)) return fail(answered, { code: "license/other-request" });
  const there = { ...answered, granted: { text, license: parsed.value, answers } };
  return isWorking(state.step) ? arrive(there, state.step) : stay(there);
}

function isAsked(license: License, state: WizardState): boolean {
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
  const instead = outcome.outcome === "refused" ? outcome.instead : undefined;
  for (const [name, text] of Object.entries({ code, instead, details })) {
    if (name === "code" ? !isText(text) : text !== undefined && !isText(text)) {
      return malformed(state, { path: ["outcome", name], rule: "length", limit: textLimit });
    }
  }
  if (type === "save-owner-data") return stay({ ...answered, ownerData: "failed" });
  if (type === "open-page") return stay(answered);
  const learned = learnedFrom(state.learned, outcome);
  return fail({ ...answered, learned }, { code, instead: instead ?? null, details: details ?? null });
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
      return stay({ ...answered, ownerData: "saved" });
    case "save-request":
      return stay(answered.made === null ? answered : { ...answered, made: { ...answered.made, saved: true } });
    case "install":
      return arrive({ ...answered, installed: { file: file ?? null } }, state.step);
    default:
      return stay(answered);
  }
}

function below(path: Fault["path"], faults: readonly Fault[]): readonly Fault[] {
  return faults.map((fault) => ({ ...fault, path: [...path, ...fault.path] }));
}
