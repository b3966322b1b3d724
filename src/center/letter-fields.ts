import { err, ok, type Result } from "../core/index.js";
import { parseKitNumber, parsePin, type KitNumberError, type PinError } from "../pins/index.js";
import type { LetterField, LetterTopic } from "./letter-labels.js";
import type { Letter } from "./letter.js";

/** It is clear what a letter asks for, and not all is there: what is missing, and what is there but not well formed. */
export interface IncompleteLetter {
  readonly code: "center/letter-incomplete";
  readonly kind: Letter["kind"];
  readonly missing: readonly (LetterField | "document")[];
  readonly faults: readonly LetterFault[];
}

/** What is wrong with a field of a letter. */
export interface LetterFault {
  readonly field: LetterField;
  readonly error:
    | KitNumberError
    | PinError
    /** It stands there several times, with different values. */
    | { readonly code: "center/repeated-field"; readonly values: readonly string[] }
    | { readonly code: "center/value-too-long"; readonly limit: number };
}

/** UTF-16 units of a letter, and of a value in it (included). */
export const letterLimits = { letter: 1_000_000, value: 1_000 } as const;

/** What a letter must say. Of lost data, some centers want the tax number, too. @rule CE-13 */
export interface LetterRequirements {
  readonly taxNumber?: boolean | undefined;
}

/** The letter on a topic that these values make, or everything that it lacks. @rule CE-13 */
export function letterOf(
  topic: LetterTopic,
  values: ReadonlyMap<LetterField, readonly string[]>,
  document: string | undefined,
  requirements: LetterRequirements,
): Result<Letter, IncompleteLetter> {
  const sheet: Sheet = { values, missing: [], faults: [] };
  const letter = lettersOf[topic](sheet, document, requirements);
  const { missing, faults } = sheet;
  if (missing.length === 0 && faults.length === 0) return ok(letter);
  return err({ code: "center/letter-incomplete", kind: letter.kind, missing, faults });
}

/** The fields of a letter while they are taken: what is wrong with them is written down on the way. */
interface Sheet {
  readonly values: ReadonlyMap<LetterField, readonly string[]>;
  readonly missing: (LetterField | "document")[];
  readonly faults: LetterFault[];
}

type Make = (sheet: Sheet, document: string | undefined, requirements: LetterRequirements) => Letter;

const lettersOf: { readonly [T in LetterTopic]: Make } = {
  "additional-pin": (sheet, _, requirements) => {
    const [kit, company, pin] = [kitIn(sheet), textIn(sheet, "name"), pinIn(sheet)];
    const tax = taxNumberIn(sheet, requirements);
    return { kind: "additional-pin", kit, company, pin, ...tax, reason: textIn(sheet, "reason") };
  },
  "lost-pins": (sheet, _, requirements) => lostData("pins", sheet, requirements),
  "lost-owner": (sheet, _, requirements) => lostData("owner", sheet, requirements),
  "request-file": (sheet, document) => {
    if (document === undefined) sheet.missing.push("document");
    return { kind: "request-file", document: document ?? "" };
  },
};

function lostData(wants: "pins" | "owner", sheet: Sheet, requirements: LetterRequirements): Letter {
  const kit = kitIn(sheet);
  const name = textIn(sheet, "name");
  const tax = taxNumberIn(sheet, requirements);
  return { kind: "lost-data", wants, kit, name, ...tax, reason: textIn(sheet, "reason") };
}

function taxNumberIn(sheet: Sheet, requirements: LetterRequirements): { readonly taxNumber?: string } {
  const taxNumber = textIn(sheet, "taxNumber", requirements.taxNumber === true);
  return taxNumber === "" ? {} : { taxNumber };
}

/** One value of a field; empty where there is none, or several that differ. */
function textIn({ values, missing, faults }: Sheet, field: LetterField, required = true): string {
  const given = [...new Set(values.get(field))].filter((value) => value !== "");
  const [value = ""] = given;
  if (given.length > 1) faults.push({ field, error: { code: "center/repeated-field", values: given } });
  else if (value === "" && required) missing.push(field);
  const limit = letterLimits.value;
  if (value.length > limit) faults.push({ field, error: { code: "center/value-too-long", limit } });
  return value;
}

function kitIn(sheet: Sheet): string {
  const text = textIn(sheet, "kit");
  const kit = parseKitNumber(text);
  if (!kit.ok && text !== "") sheet.faults.push({ field: "kit", error: kit.error });
  return kit.ok ? kit.value : text;
}

function pinIn(sheet: Sheet): string {
  const text = textIn(sheet, "pin");
  const pin = parsePin(text);
  if (!pin.ok && text !== "") sheet.faults.push({ field: "pin", error: pin.error });
  return pin.ok ? pin.value : text;
}
