import { useEffect, useState } from "react";
import type { CountryNames } from "licit/owner/countries";
import { useSpeech } from "../speech.js";
import { autoComplete, widthOf } from "./field-looks.js";
import { FieldNotes, notesId } from "./field-notes.js";
import type { FieldProps } from "./field-props.js";
import { useNotes } from "./use-notes.js";

interface Atlas {
  readonly countries: readonly CountryNames[];
  readonly countryOf: (name: string) => string | undefined;
}

/** A country: typed, with the list beside it. What is in the list counts by its code, in whatever language it is typed. */
export function CountryField({ field, refused, enter }: FieldProps) {
  const { words, labels, language } = useSpeech();
  const { name, value, required, hint } = field;
  const { tone, onFocus, onBlur } = useNotes(field, refused);
  const [atlas, setAtlas] = useState<Atlas | null>(null);
  const listed = typeof value === "object";
  const text = listed ? value.name : typeof value === "string" ? value : "";

  useEffect(() => {
    void import("licit/owner/countries").then(setAtlas);
  }, []);

  return (
    <div className={`field ${widthOf(field)}`}>
      <label htmlFor={name}>
        {labels.fields[name]} {!required && <span className="dim">({words.wizard.optional})</span>}
      </label>
      <input
        id={name}
        name={name}
        type="text"
        list="countries"
        value={text}
        required={required}
        autoComplete={autoComplete(name)}
        spellCheck={false}
        aria-invalid={tone === "loud"}
        aria-describedby={notesId(field)}
        onFocus={onFocus}
        onBlur={onBlur}
        onChange={(event) => {
          const typed = event.target.value;
          const code = atlas?.countryOf(typed);
          enter({ [name]: code === undefined ? typed : { code, name: typed } });
        }}
      />
      <datalist id="countries">
        {atlas?.countries.map((country) => (
          <option key={country.code} value={country[language]} />
        ))}
      </datalist>
      <FieldNotes field={field} tone={tone} />
      {/* At the first registration it may have been typed where there was no list: then only its letters count. */}
      {hint !== undefined && listed && (
        <button
          type="button"
          className="link"
          onClick={() => {
            enter({ [name]: text });
          }}
        >
          {words.wizard.asTyped}
        </button>
      )}
    </div>
  );
}
