import * as z from "zod/mini";
import { err, inputError, ok, parseWith, type Fault, type InputError, type Result } from "../core/index.js";
import { parseKeyParameters } from "../fingerprint/index.js";
import { documentLimits, parseRequest } from "../license/index.js";
import { ownerFields } from "../owner/index.js";
import { fieldKinds, type Answers, type FieldName, type FieldValue } from "./answers.js";
import { parseEvidence } from "./evidence.js";
import { ownerHints } from "./learned.js";
import { isPlausible } from "./plausible.js";
import { parseContext } from "./parse-context.js";
import { outcomesOf, type EffectType } from "./effect.js";
import { placeSchema, readPart } from "./parts.js";
import { wizardVersion, type WizardState } from "./state.js";
import { wizardSteps } from "./steps.js";
import { readValue, textLimit, valueFault } from "./values.js";

/** Why a stored value is no state to go on from. */
export type ResumeError =
  /** Of another version of this wizard, or none at all. */
  | { readonly code: "acquisition/other-version"; readonly version: number | null; readonly expected: 1 }
  /** Not well formed, or no wizard comes to be like this. */
  | { readonly code: "acquisition/damaged"; readonly faults: readonly Fault[] };

const text = z.string().check(z.maxLength(textLimit));
const step = z.enum(wizardSteps as [(typeof wizardSteps)[number], ...typeof wizardSteps]); // it is not empty
const count = z.int().check(z.gte(0));
const tie = z.enum(["phone", "automatic-or-file", "automatic", "file"]);

const schema = z.strictObject({
  version: z.literal(wizardVersion),
  context: z.unknown(),
  step,
  answers: z.unknown(),
  effects: count,
  owed: z.array(z.strictObject({ id: z.int().check(z.gte(1)), type: z.enum(effectTypes()) })).check(z.maxLength(10)),
  reading: z.nullable(z.strictObject({ place: placeSchema, parameters: z.unknown(), id: text, at: z.int() })),
  made: z.nullable(
    z.strictObject({
      request: z.unknown(),
      place: placeSchema,
      saved: z.boolean(),
      digits: z.nullable(z.string().check(z.regex(/^[0-9]{48}$/, "48 digits"))),
    }),
  ),
  dictation: z.nullable(
    z.strictObject({
      request: text,
      entry: z.strictObject({
        rows: z
          .array(
            z.strictObject({
              digits: z.string().check(z.regex(/^[0-9]{15}$/, "15 digits")),
              confirmed: z.boolean(),
            }),
          )
          .check(z.maxLength(8)),
        digits: z.nullable(z.string().check(z.regex(/^[0-9]{120}$/, "120 digits"))),
      }),
    }),
  ),
  mistyped: z.nullable(z.strictObject({ field: text, text })),
  granted: z.nullable(
    z.strictObject({
      text: z.string().check(z.maxLength(documentLimits.text)),
      license: z.nullable(
        z.strictObject({
          kind: z.enum(["single-user", "multi-user", "server"]),
          kit: z.string().check(z.regex(/^[0-9]{9,12}$/, "9 to 12 digits")),
          pin: z.string().check(z.regex(/^[0-9]{15,16}$/, "15 or 16 digits")),
        }),
      ),
      answers: text,
    }),
  ),
  failure: z.nullable(
    z.strictObject({
      at: step,
      code: text,
      evidence: z.unknown(),
      details: z.nullable(text),
    }),
  ),
  learned: z.strictObject({
    center: z.nullable(z.enum(["reachable", "unreachable"])),
    automaticFailed: z.boolean(),
    license: z.nullable(text),
    tied: z.nullable(tie),
    owner: z
      .array(z.strictObject({ field: z.enum(["kind", ...ownerFields]), hint: z.enum(ownerHints) }))
      .check(z.maxLength(20)),
  }),
  ownerData: z.enum(["not-saved", "saved", "failed"]),
  installed: z.nullable(z.strictObject({ file: z.nullable(text) })),
  ended: z.nullable(
    z.discriminatedUnion("how", [
      z.strictObject({ how: z.literal("not-offered") }),
      z.strictObject({ how: z.literal("cancelled") }),
      z.strictObject({ how: z.literal("finished") }),
      z.strictObject({ how: z.literal("left"), at: step }),
    ]),
  ),
});

function effectTypes(): [EffectType, ...EffectType[]] {
  return Object.keys(outcomesOf) as [EffectType, ...EffectType[]]; // the names of this very record
}

const limits = {
  depth: 5,
  items: 100,
  members: 40,
  later: ["context", "answers", "parameters", "request", "evidence"],
};

/**
 * Takes a stored state out of an untrusted value. Beside its shape it must be a state that a wizard can be in: the steps
 * before it are done, and what its host owes is what it waits for.
 *
 * Outcomes: `acquisition/other-version`, `acquisition/damaged`.
 *
 * @rule AQ-11
 */
export function parseWizardState(input: unknown): Result<WizardState, ResumeError> {
  try {
    return read(input);
  } catch {
    return err({ code: "acquisition/damaged", faults: [{ path: [], rule: "hostile" }] });
  }
}

function read(input: unknown): Result<WizardState, ResumeError> {
  const version = versionOf(input);
  if (version !== wizardVersion) {
    return err({ code: "acquisition/other-version", version, expected: wizardVersion });
  }
  const parsed = readState(input);
  if (!parsed.ok) return err({ code: "acquisition/damaged", faults: parsed.error.faults });
  const fault: Fault = { path: ["step"], rule: "format", expected: "a step that the rest leads to" };
  return isPlausible(parsed.value) ? parsed : err({ code: "acquisition/damaged", faults: [fault] });
}

function versionOf(input: unknown): number | null {
  if (typeof input !== "object" || input === null) return null;
  const version: unknown = Object.getOwnPropertyDescriptor(input, "version")?.value;
  return typeof version === "number" ? version : null;
}

function readState(input: unknown): Result<WizardState, InputError> {
  const parsed = parseWith(schema, input, limits);
  if (!parsed.ok) return parsed;
  const { context, answers, reading, made, failure, ...rest } = parsed.value;
  const faults: Fault[] = [];
  const state = {
    ...rest,
    context: readPart(context, ["context"], parseContext, faults),
    answers: readPart(answers, ["answers"], parseAnswers, faults),
    reading: reading && {
      ...reading,
      parameters: readPart(reading.parameters, ["reading", "parameters"], parseKeyParameters, faults),
    },
    failure: failure && {
      ...failure,
      evidence: readPart(failure.evidence, ["failure", "evidence"], parseEvidence, faults),
    },
    made: made && { ...made, request: readPart(made.request, ["made", "request"], parseRequest, faults) },
  };
  return faults.length === 0 ? ok(state as WizardState) : err(inputError(faults)); // each part was read
}

/** What was entered: each value as its field takes it. */
function parseAnswers(input: unknown): Result<Answers, InputError> {
  if (typeof input !== "object" || input === null) return err(inputError([{ path: [], rule: "type" }]));
  const answers: { [name: string]: FieldValue } = {};
  const faults: Fault[] = [];
  for (const [name, value] of Object.entries(input)) {
    const known = Object.hasOwn(fieldKinds, name) && !/^(?:row[1-8]|total)$/.test(name);
    const read = known ? readValue(name as FieldName, value) : undefined; // a name of that record
    if (read !== undefined) answers[name] = read;
    else faults.push(known ? valueFault(name as FieldName, value, [name]) : { path: [name], rule: "unknown-name" });
  }
  return faults.length === 0 ? ok(answers as Answers) : err(inputError(faults)); // each value was read
}
