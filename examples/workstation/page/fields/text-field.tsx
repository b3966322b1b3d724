import type { FieldKind } from "licit/acquisition";
import { Icon } from "../icons.js";
import { useSpeech } from "../speech.js";
import { autoComplete, widthOf } from "./field-looks.js";
import { FieldNotes, notesId } from "./field-notes.js";
import type { FieldProps } from "./field-props.js";
import { useNotes } from "./use-notes.js";

const digits: ReadonlySet<FieldKind> = new Set<FieldKind>(["kit-number", "pin", "port"]);
const checked: ReadonlySet<FieldKind> = new Set<FieldKind>(["kit-number", "pin", "host", "port"]);

export function TextField({ field, refused, enter }: FieldProps) {
  const { words, labels } = useSpeech();
  const { name, kind, value, required, wrong } = field;
  const { tone, onFocus, onBlur } = useNotes(field, refused);
  const text = typeof value === "string" ? value : "";
  const isChecked = checked.has(kind);
  return (
    <div className={`field ${widthOf(field)}${isChecked ? " field-checked" : ""}`}>
      <label htmlFor={name}>
        {labels.fields[name]} {!required && <span className="dim">({words.wizard.optional})</span>}
      </label>
      <span className="input">
        <input
          id={name}
          name={name}
          type="text"
          value={text}
          required={required}
          inputMode={digits.has(kind) ? "numeric" : "text"}
          autoComplete={autoComplete(name)}
          spellCheck={false}
          aria-invalid={tone === "loud"}
          aria-describedby={notesId(field)}
          onFocus={onFocus}
          onBlur={onBlur}
          onChange={(event) => {
            enter({ [name]: event.target.value });
          }}
        />
        {isChecked && wrong === undefined && text !== "" && <Icon shape="check" />}
      </span>
      <FieldNotes field={field} tone={tone} />
    </div>
  );
}
