import { useRef, useState, type KeyboardEvent } from "react";
import type { Field, WizardButton } from "licit/acquisition";
import { grouped } from "../formats.js";
import { Icon } from "../icons.js";
import { useSpeech } from "../speech.js";
import { ButtonRow } from "../wizard/button-row.js";
import { buttonsAt } from "../wizard/button-places.js";
import { FieldNotes, notesId } from "./field-notes.js";
import type { FieldProps } from "./field-props.js";
import { useNotes } from "./use-notes.js";

/** A row that the operator dictates, or the total. It is checked as it is typed. */
export function RowField({ field, refused, enter, buttons, press }: FieldProps) {
  const { words, labels } = useSpeech();
  const { name, kind, row, wrong } = field;
  const { tone, onFocus, onBlur } = useNotes(field, refused);
  const input = useRef<HTMLInputElement>(null);
  // While it is typed, a row stands as it is typed: the machine keeps its digits, and neither blanks nor checksum.
  const [draft, setDraft] = useState<string | null>(null);
  const right = row?.state === "confirmed" && wrong === undefined;
  // A whole row that does not fit is wrong at once: the operator is still on the phone.
  const mismatch = wrong?.code === "phone/row-mismatch";

  // The suggestions stand below, as buttons.
  const said: Field = mismatch ? { ...field, wrong: { ...wrong, suggestions: [] } } : field;

  const confirm = (button: WizardButton) => {
    press(button);
    input.current?.focus();
  };
  const take = (digits: string) => {
    setDraft(null);
    enter({ [name]: digits });
    input.current?.focus();
  };

  return (
    <div className={`field field-row${kind === "checksum" ? " field-total" : ""}${right ? " field-right" : ""}`}>
      <label htmlFor={name}>{labels.fields[name]}</label>
      <span className="input">
        <input
          ref={input}
          id={name}
          name={name}
          className="row-input digits"
          type="text"
          inputMode="numeric"
          autoComplete="off"
          value={draft ?? shown(field)}
          disabled={row?.state === "waiting"}
          aria-invalid={mismatch || tone === "loud"}
          aria-describedby={notesId(field)}
          onFocus={onFocus}
          onBlur={() => {
            setDraft(null);
            onBlur();
          }}
          onChange={(event) => {
            setDraft(event.target.value);
            enter({ [name]: event.target.value });
          }}
          onKeyDown={toNextRow}
        />
        {right && (
          <>
            <Icon shape="check" />
            <span className="visually-hidden">{words.wizard.right}</span>
          </>
        )}
      </span>
      <FieldNotes field={said} tone={mismatch ? "loud" : tone} />
      {mismatch && <Suggestions suggestions={wrong.suggestions} onTake={take} />}
      {row?.state === "open" && row.checksum !== undefined && wrong?.code === "acquisition/not-confirmed-yet" && (
        <div className="voice">
          <p>{words.rows.readOut(row.checksum)}</p>
          <ButtonRow buttons={buttonsAt(kind === "checksum" ? "total" : "row", buttons)} press={confirm} />
        </div>
      )}
    </div>
  );
}

/** A confirmed row with its checksum, as it was typed. */
function shown({ value, row, kind, wrong }: Field): string {
  const text = typeof value === "string" ? value : "";
  return row?.state === "confirmed" && kind === "row" && wrong === undefined ? `${text} ${row.checksum ?? ""}` : text;
}

/** Enter goes on to the row that is dictated next; where there is none, it means "Next". */
function toNextRow(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.key !== "Enter") return;
  const rows = [...(event.currentTarget.form?.querySelectorAll<HTMLInputElement>(".row-input") ?? [])];
  const next = rows[rows.indexOf(event.currentTarget) + 1];
  if (next === undefined || next.disabled) return;
  event.preventDefault();
  next.focus();
}

interface SuggestionsProps {
  readonly suggestions: readonly string[];
  readonly onTake: (digits: string) => void;
}

/** What a misheard row may have been: nothing is taken unasked. */
function Suggestions({ suggestions, onTake }: SuggestionsProps) {
  const { words } = useSpeech();
  if (suggestions.length === 0) return null;
  return (
    <div className="voice">
      <p>{words.rows.didYouMean}</p>
      <p className="actions">
        {suggestions.map((digits) => (
          <button
            key={digits}
            type="button"
            className="digits"
            onClick={() => {
              onTake(digits);
            }}
          >
            {words.rows.take(grouped(digits))}
          </button>
        ))}
      </p>
    </div>
  );
}
