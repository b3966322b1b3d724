import { readTypedDigits, type Decider, type Decision, type TypedDigitsError } from "../core/index.js";
import { checkRowOf, type RowError } from "./check-row.js";
import { rowChecksum, totalChecksum } from "./checksum.js";
import { groupsOf, responseLayout, type PhoneLayout } from "./sheet.js";

/** A message that is being typed while somebody dictates it, row by row. */
export interface EntryState {
  /** The rows so far, in order; rows count from 1. */
  readonly rows: readonly EnteredRow[];
  /** All digits, once the total was confirmed. `null`: nothing is accepted yet. */
  readonly digits: string | null;
}

/** A row that was typed. */
export interface EnteredRow {
  /** Its digits, without the checksum. */
  readonly digits: string;
  readonly confirmed: boolean;
}

/** What can be done: rows are typed with their checksum, or without it and confirmed by voice; the total likewise. */
export type EntryCommand =
  | { readonly type: "enter-row"; readonly data: { readonly row: number; readonly text: string } }
  | { readonly type: "confirm-row"; readonly data: { readonly row: number } }
  | { readonly type: "reject-row"; readonly data: { readonly row: number } }
  /** The total as it was dictated: three digits. */
  | { readonly type: "enter-total"; readonly data: { readonly text: string } }
  /** The total was read out (`totalOf`), and the other side said yes. */
  | { readonly type: "confirm-total"; readonly data: { readonly total: string } };

/** What happened. */
export type EntryEvent =
  | {
      readonly type: "row-entered";
      readonly data: { readonly row: number; readonly digits: string; readonly confirmed: boolean };
    }
  | { readonly type: "row-confirmed"; readonly data: { readonly row: number } }
  | { readonly type: "row-rejected"; readonly data: { readonly row: number } }
  | { readonly type: "message-confirmed"; readonly data: { readonly digits: string } };

/** Why a command is refused. It changes nothing: what was entered stays. */
export type EntryError =
  | (RowError & { readonly row: number; readonly suggestions: readonly string[] })
  | TypedDigitsError<"phone">
  /** There is no such row. */
  | { readonly code: "phone/no-such-row"; readonly row: number; readonly rows: number }
  /** An earlier row is not confirmed: that one first. */
  | { readonly code: "phone/row-waits"; readonly row: number; readonly first: number }
  /** Nothing was entered in it that could be confirmed. */
  | { readonly code: "phone/row-empty"; readonly row: number }
  /** Not every row is confirmed. */
  | { readonly code: "phone/rows-missing"; readonly first: number }
  /** The total is another: somewhere rows were confirmed that should not have been. Nothing is accepted. */
  | { readonly code: "phone/total-mismatch" }
  /** The command's `type` is none that an entry knows. */
  | { readonly code: "phone/unknown-command" }
  /** The message was accepted already. */
  | { readonly code: "phone/already-complete" };

/**
 * The entry of a dictated message as a machine, for a layout.
 *
 * A row that is not confirmed is entered again, and only it; earlier rows stay, later rows wait. After the last row the
 * total is confirmed, or nothing is accepted. `evolve` throws `TypeError` on an event that it does not know, or that cannot
 * have happened to this entry.
 *
 * @rule PH-04, PH-05, PH-08
 * @source S1; S2 p. 19 f. ("If the checksum is incorrect, you have to re-enter data in this line")
 */
export function entryOf(layout: PhoneLayout): Decider<EntryState, EntryCommand, EntryEvent, EntryError> {
  return {
    version: 1,
    initialState: () => ({ rows: [], digits: null }),
    decide: (command, state) => decide(command, state, layout),
    evolve: (state, event) => evolve(state, event, layout),
  };
}

/**
 * The entry of a response: see {@link entryOf}.
 *
 * @rule PH-02, PH-04, PH-05
 * @source S1; S2 p. 19 f.
 * @example
 * ```ts
 * import { handle } from "licit";
 * import { responseEntry } from "licit/phone";
 *
 * const typed = handle(responseEntry, { type: "enter-row", data: { row: 1, text: "123 456 789 012 345  421" } }, responseEntry.initialState());
 * typed.state.rows; // → [{ digits: "123456789012345", confirmed: true }]
 *
 * const early = handle(responseEntry, { type: "enter-row", data: { row: 3, text: "" } }, typed.state);
 * early.decision; // → { ok: false, error: { code: "phone/row-waits", row: 3, first: 2 } }
 * ```
 */
export const responseEntry: Decider<EntryState, EntryCommand, EntryEvent, EntryError> = entryOf(responseLayout);

/** The checksum of a row that was entered, to be read out; `undefined` where nothing was. Rows count from 1. */
export function checksumOf(
  { rows }: EntryState,
  row: number,
  layout: PhoneLayout = responseLayout,
): string | undefined {
  const entered = rows[row - 1];
  return entered && rowChecksum(groupsOf(entered.digits), row, layout.kind);
}

/** The total of what was entered, to be read out; `undefined` while rows are missing. */
export function totalOf({ rows }: EntryState, layout: PhoneLayout = responseLayout): string | undefined {
  return firstOpen(rows) > layout.rows ? totalChecksum(digitsOf(rows), layout.kind) : undefined;
}

type EntryDecision = Decision<EntryEvent, EntryError>;

function decide(command: EntryCommand, state: EntryState, layout: PhoneLayout): EntryDecision {
  if (state.digits !== null) return refuse({ code: "phone/already-complete" });
  switch (command.type) {
    case "enter-row":
      return rowRefused(command.data.row, state, layout) ?? enterRow(command.data.row, command.data.text, layout);
    case "confirm-row":
    case "reject-row": {
      const { row } = command.data;
      const refused = rowRefused(row, state, layout);
      if (refused !== undefined) return refused;
      if (state.rows[row - 1] === undefined) return refuse({ code: "phone/row-empty", row });
      return happened({ type: command.type === "confirm-row" ? "row-confirmed" : "row-rejected", data: { row } });
    }
    case "enter-total": {
      const read = readTypedDigits(command.data.text, "phone");
      return read.ok ? confirmTotal(read.value, state, layout) : refuse(read.error);
    }
    case "confirm-total":
      return confirmTotal(command.data.total, state, layout);
    default:
      return refuse({ code: "phone/unknown-command" });
  }
}

function rowRefused(row: number, { rows }: EntryState, layout: PhoneLayout): EntryDecision | undefined {
  if (!Number.isInteger(row) || row < 1 || row > layout.rows) {
    return refuse({ code: "phone/no-such-row", row, rows: layout.rows });
  }
  const first = firstOpen(rows);
  return row > first ? refuse({ code: "phone/row-waits", row, first }) : undefined;
}

/** With its checksum a row is confirmed at once; without it, by voice. */
function enterRow(row: number, text: string, layout: PhoneLayout): EntryDecision {
  const read = readTypedDigits(text, "phone");
  const bare = 3 * layout.groups;
  if (read.ok && read.value.length === bare) {
    return happened({ type: "row-entered", data: { row, digits: read.value, confirmed: false } });
  }
  const checked = checkRowOf(text, row, layout);
  if (!checked.ok) return refuse({ ...checked.error, row });
  return happened({ type: "row-entered", data: { row, digits: checked.value, confirmed: true } });
}

function confirmTotal(total: string, { rows }: EntryState, layout: PhoneLayout): EntryDecision {
  const first = firstOpen(rows);
  if (first <= layout.rows) return refuse({ code: "phone/rows-missing", first });
  const digits = digitsOf(rows);
  if (totalChecksum(digits, layout.kind) !== total) return refuse({ code: "phone/total-mismatch" });
  return happened({ type: "message-confirmed", data: { digits } });
}

function evolve(state: EntryState, event: EntryEvent, layout: PhoneLayout): EntryState {
  const { rows } = state;
  switch (event.type) {
    case "row-entered": {
      const { row, digits, confirmed } = event.data;
      const next = row > rows.length;
      if (next ? row !== rows.length + 1 || row > layout.rows : rows[row - 1] === undefined) return impossible(event);
      if (digits.length !== 3 * layout.groups) return impossible(event);
      return { ...state, rows: withRow(rows, row, { digits, confirmed }) };
    }
    case "row-confirmed":
    case "row-rejected": {
      const { row } = event.data;
      const entered = rows[row - 1] ?? impossible(event);
      return { ...state, rows: withRow(rows, row, { ...entered, confirmed: event.type === "row-confirmed" }) };
    }
    case "message-confirmed":
      return firstOpen(rows) > layout.rows ? { ...state, digits: event.data.digits } : impossible(event);
    default:
      return impossible(event);
  }
}

function impossible({ type }: { readonly type: string }): never {
  throw new TypeError(`responseEntry.evolve: no entry in this state has an event "${type}" like this`);
}

function withRow(rows: readonly EnteredRow[], row: number, entered: EnteredRow): readonly EnteredRow[] {
  return [...rows.slice(0, row - 1), entered, ...rows.slice(row)];
}

/** The first row that is not confirmed; one behind the last where all are. */
function firstOpen(rows: readonly EnteredRow[]): number {
  const open = rows.findIndex(({ confirmed }) => !confirmed);
  return (open < 0 ? rows.length : open) + 1;
}

function digitsOf(rows: readonly EnteredRow[]): string {
  return rows.map(({ digits }) => digits).join("");
}

function happened(event: EntryEvent): EntryDecision {
  return { ok: true, events: [event] };
}

function refuse(error: EntryError): EntryDecision {
  return { ok: false, error };
}
