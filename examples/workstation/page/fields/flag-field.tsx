import { useSpeech } from "../speech.js";
import { FieldNotes, notesId } from "./field-notes.js";
import type { FieldProps } from "./field-props.js";
import { useNotes } from "./use-notes.js";

export function FlagField({ field, refused, enter }: FieldProps) {
  const { labels } = useSpeech();
  const { name, value } = field;
  const { tone, onFocus, onBlur } = useNotes(field, refused);
  return (
    <div className="field">
      <label className="check">
        <input
          type="checkbox"
          name={name}
          checked={value === true}
          aria-invalid={tone === "loud"}
          aria-describedby={notesId(field)}
          onFocus={onFocus}
          onBlur={onBlur}
          onChange={(event) => {
            enter({ [name]: event.target.checked });
          }}
        />
        <span>{labels.fields[name]}</span>
      </label>
      <FieldNotes field={field} tone={tone} />
    </div>
  );
}
