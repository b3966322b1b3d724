import { err, inputError, ok, type Fault, type InputError, type Result } from "../core/index.js";
import { canonicalText } from "./canonical-text.js";
import { decodeText } from "./decode-text.js";
import { channelWords, kindWords, labelWords, type FileName } from "./file-labels.js";
import { ownerFields, type Country, type Owner } from "./owner.js";
import { nothingRequired, parseOwner, textFaults } from "./parse.js";
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
 * label twice, no field of an owner at all, and what `parseOwner` refuses.
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
  const extra = extraOf(values);
  const all = [
    ...faults,
    ...(ownerFields.some((field) => values.has(field)) ? [] : [nothingFound]),
    ...(owner.ok ? [] : owner.error.faults),
    ...Object.entries(extra).flatMap(([name, value]) => textFaults([name], String(value))),
  ];
  return owner.ok && all.length === 0 ? ok({ owner: owner.value, extra, unknownLines }) : err(inputError(all));
}

const nothingFound: Fault = { path: [], rule: "missing", expected: "a field of an owner" };

interface Lines {
  readonly values: ReadonlyMap<FileName, string>;
  readonly unknownLines: OwnerFile["unknownLines"];
  readonly faults: readonly Fault[];
}

function linesOf(text: string): Lines {
  const values = new Map<FileName, string>();
  const unknownLines: { line: number; text: string }[] = [];
  const faults: Fault[] = [];
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    if (canonicalText(line) === "") continue;
    const colon = line.indexOf(":");
    const name = colon < 0 ? undefined : labelWords.value(canonicalText(line.slice(0, colon)));
    const value = line.slice(colon + 1);
    if (name === undefined || !means(name, value)) unknownLines.push({ line: index + 1, text: line });
    else if (values.has(name)) faults.push({ path: [name], rule: "count", limit: 1 });
    else values.set(name, value);
  }
  return { values, unknownLines, faults };
}

/** Whether a value is one that its line can have. */
function means(name: FileName, value: string): boolean {
  const word = canonicalText(value);
  if (name === "kind") return kindWords.value(word) !== undefined;
  return name !== "channel" || word === "" || channelWords.value(word) !== undefined;
}

function ownerOf(values: Lines["values"]): { readonly [name: string]: unknown } {
  const found = ownerFields.flatMap((field) => {
    const value = canonicalText(values.get(field) ?? "");
    return value === "" ? [] : [[field, field === "country" ? countryOf(value) : value] as const];
  });
  const said = kindWords.value(canonicalText(values.get("kind") ?? ""));
  const kind = said ?? (canonicalText(values.get("organization") ?? "") === "" ? "individual" : "company");
  return { kind, ...Object.fromEntries(found) };
}

/** `RU|Россия` is an entry of the list; with a `\` in front it was typed. */
function countryOf(value: string): Country {
  if (/^\\+[A-Z]{2}\|/.test(value)) return value.slice(1);
  const listed = /^([A-Z]{2})\|(.*)$/.exec(value);
  return listed === null ? value : { code: listed[1] ?? "", name: listed[2] ?? "" };
}

function extraOf(values: Lines["values"]): OwnerFileExtra {
  const [kit, pin, computer] = (["kit", "pin", "computer"] as const).map((name) =>
    canonicalText(values.get(name) ?? ""),
  );
  const channel = channelWords.value(canonicalText(values.get("channel") ?? ""));
  return {
    ...(kit === "" ? {} : { kit }),
    ...(pin === "" ? {} : { pin }),
    ...(channel === undefined ? {} : { channel }),
    ...(computer === "" ? {} : { computer }),
  };
}
