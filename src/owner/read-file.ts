import { err, inputError, isBlankText, ok, type Fault, type InputError, type Result } from "../core/index.js";
import { canonicalText } from "./canonical-text.js";
import { decodeText } from "./decode-text.js";
import { channelWords, kindWords, labelWords, type FileName } from "./file-labels.js";
import { ownerFields, type Country, type Owner } from "./owner.js";
import { nothingRequired, ownerLimits, parseOwner, textFaults } from "./parse.js";
import type { OwnerFileExtra } from "./write-file.js";

/** What an owner file says. */
export interface OwnerFile {
  readonly owner: Owner;
  readonly extra: OwnerFileExtra;
  /** Lines that say nothing that is known here, as they stand, counted from 1: nothing is dropped in silence. */
  readonly unknownLines: readonly { readonly line: number; readonly text: string }[];
}

/**
 * Reads an owner file: one `Label: value` a line, with English or Russian labels in any case, in UTF-8 (with or without a
 * byte order mark), UTF-16 of either order, or Windows-1251. Nothing is required of the owner: a file may be incomplete.
 * Where no line says whether it is a company, it is one if there is an organization.
 *
 * Reports every fault: more than 65,536 bytes (included), bytes that no encoding has (the path is the byte's index), a
 * label with two values, no label that is known at all, a value of more than 4,096 UTF-16 units, and what `parseOwner`
 * refuses. Kit number, PIN, channel or computer that cannot be are unknown lines: they do not cost the owner.
 *
 * Outcomes: `core/invalid-input`.
 *
 * @rule OW-09, OW-10, OW-12
 * @source S4; field reports
 * @example
 * ```ts
 * import { utf8Encode } from "licit";
 * import { readOwnerFile } from "licit/owner";
 *
 * const read = readOwnerFile(utf8Encode("Фамилия: Иванова\nСтрана: RU|Россия\nПодпись: (нет)\n"));
 * read; // → { ok: true, value: { owner: { kind: "individual", lastName: "Иванова", country: { code: "RU", name: "Россия" } }, extra: {}, unknownLines: [{ line: 3, text: "Подпись: (нет)" }] } }
 * ```
 */
export function readOwnerFile(bytes: Uint8Array): Result<OwnerFile, InputError> {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded;
  const { values, unknownLines, faults } = linesOf(decoded.value);
  const owner = parseOwner(ownerOf(values), nothingRequired);
  const all = [
    ...faults,
    ...(values.size > 0 || faults.length > 0 ? [] : [nothingFound]),
    ...(owner.ok ? [] : owner.error.faults),
  ];
  if (!owner.ok || all.length > 0) return err(inputError(all));
  return ok({ owner: owner.value, extra: extraOf(values), unknownLines });
}

const nothingFound: Fault = { path: [], rule: "missing", expected: "a label that is known" };

interface Lines {
  /** What is said, in canonical form; nothing of empty lines. */
  readonly values: ReadonlyMap<FileName, string>;
  readonly unknownLines: OwnerFile["unknownLines"];
  readonly faults: readonly Fault[];
}

/** UTF-16 units of a label (included). */
const MAX_LABEL = 100;

function linesOf(text: string): Lines {
  const values = new Map<FileName, string>();
  const unknownLines: { line: number; text: string }[] = [];
  const faults: Fault[] = [];
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    if (isBlankText(line)) continue;
    const colon = line.indexOf(":");
    const name = colon < 0 || colon > MAX_LABEL ? undefined : labelWords.value(canonicalText(line.slice(0, colon)));
    if (name !== undefined && line.length - colon > ownerLimits.units) {
      faults.push({ path: [name], rule: "length", limit: ownerLimits.units });
      continue;
    }
    const value = name === undefined ? "" : canonicalText(line.slice(colon + 1));
    if (name === undefined || !means(name, value)) unknownLines.push({ line: index + 1, text: line });
    else if (value !== "" && values.get(name)) faults.push({ path: [name], rule: "count", limit: 1 });
    else values.set(name, values.get(name) || value);
  }
  return { values, unknownLines, faults };
}

/** Whether a value is one that its line can have. What is wrong with an owner's field, `parseOwner` says. */
function means(name: FileName, value: string): boolean {
  switch (name) {
    case "kind":
      return kindWords.value(value) !== undefined;
    case "channel":
      return value === "" || channelWords.value(value) !== undefined;
    case "kit":
    case "pin":
    case "computer":
      return textFaults([], value).length === 0;
    default:
      return true;
  }
}

function ownerOf(values: Lines["values"]): { readonly [name: string]: unknown } {
  const found = ownerFields.flatMap((field) => {
    const value = values.get(field) ?? "";
    return value === "" ? [] : [[field, field === "country" ? countryOf(value) : value] as const];
  });
  const kind =
    kindWords.value(values.get("kind") ?? "") ?? ((values.get("organization") ?? "") === "" ? "individual" : "company");
  return { kind, ...Object.fromEntries(found) };
}

/** `RU|Россия` is an entry of the list; with a `\` in front it was typed. */
function countryOf(value: string): Country {
  if (/^\\+[A-Z]{2}\|/.test(value)) return value.slice(1);
  const listed = /^([A-Z]{2})\|(.+)$/.exec(value);
  return listed === null ? value : { code: listed[1] ?? "", name: listed[2] ?? "" };
}

function extraOf(values: Lines["values"]): OwnerFileExtra {
  const said = (["kit", "pin", "computer"] as const).flatMap((name) => {
    const value = values.get(name) ?? "";
    return value === "" ? [] : [[name, value] as const];
  });
  const channel = channelWords.value(values.get("channel") ?? "");
  return { ...Object.fromEntries(said), ...(channel === undefined ? {} : { channel }) };
}
