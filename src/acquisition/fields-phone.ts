import { checksumOf, responseEntry, totalOf, type EntryCommand, type EntryState } from "../phone/index.js";
import { fieldKinds, rowNames, type FieldName } from "./answers.js";
import type { Field, FieldFault, RowStanding } from "./field.js";
import { entryState } from "./granted.js";
import type { WizardState } from "./state.js";

/**
 * The rows of the response, and its total. A row with its checksum is confirmed as it is typed, one without by voice; a row
 * that is not confirmed is typed again, and only it.
 *
 * @rule PH-04, PH-05, PH-08
 * @source S1; S2 p. 19 (figure)
 */
export function responseFields(state: WizardState): readonly Field[] {
  const entry = entryState(state);
  return [...rowNames, "total" as const].map((name) => fieldOf(name, entry, state));
}

/** The command of the entry that typing into a field is. */
export function entryCommand(name: FieldName, text: string): EntryCommand {
  if (name === "total") return { type: "enter-total", data: { text } };
  return { type: "enter-row", data: { row: rowOf(name), text } };
}

/** Whether what is typed is what is confirmed already: posted back, it changes nothing. */
export function isAsShown(name: FieldName, text: string, entry: EntryState): boolean {
  const digits = text.replace(/\s/g, "");
  if (name === "total") return entry.digits !== null && digits === totalOf(entry);
  const row = entry.rows[rowOf(name) - 1];
  return row?.confirmed === true && digits === row.digits;
}

/** The row that is typed or to be confirmed now; beyond the last where it is the total's turn. */
export function openRow({ rows }: EntryState): number {
  const open = rows.findIndex(({ confirmed }) => !confirmed);
  return open < 0 ? rows.length + 1 : open + 1;
}

function rowOf(name: FieldName): number {
  return (rowNames as readonly string[]).indexOf(name) + 1;
}

function fieldOf(name: FieldName, entry: EntryState, state: WizardState): Field {
  const text = state.mistyped?.field === name ? state.mistyped.text : undefined;
  const row = standingOf(name, entry);
  const value = text ?? typedIn(name, entry);
  const field = { name, kind: fieldKinds[name], value, entered: value !== "", required: true, row };
  const wrong = text === undefined ? open(row) : (mistake(name, text, entry) ?? open(row));
  return wrong === undefined ? field : { ...field, wrong };
}

/** Why what was typed is not taken. */
function mistake(name: FieldName, text: string, entry: EntryState): FieldFault | undefined {
  if (text === "") return { code: "acquisition/dictate-again" };
  const decision = responseEntry.decide(entryCommand(name, text), entry);
  return decision.ok ? undefined : decision.error;
}

function open({ state }: RowStanding): FieldFault | undefined {
  return state === "open" ? { code: "acquisition/not-confirmed-yet" } : undefined;
}

function typedIn(name: FieldName, entry: EntryState): string {
  if (name === "total") return entry.digits === null ? "" : (totalOf(entry) ?? "");
  return (entry.rows[rowOf(name) - 1]?.digits ?? "").replace(/(...)(?=.)/g, "$1 ");
}

function standingOf(name: FieldName, entry: EntryState): RowStanding {
  const first = openRow(entry);
  if (name === "total") {
    const total = totalOf(entry);
    if (total === undefined) return { state: "waiting" };
    return { state: entry.digits === null ? "open" : "confirmed", checksum: total };
  }
  const row = rowOf(name);
  const checksum = checksumOf(entry, row);
  const read = checksum === undefined ? {} : { checksum };
  if (entry.rows[row - 1]?.confirmed === true) return { state: "confirmed", ...read };
  return { state: row === first ? "open" : "waiting", ...read };
}
