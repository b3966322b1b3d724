import type { Choice, Field } from "licit/acquisition";
import { useSpeech } from "../speech.js";
import { choiceWords } from "./choice-words.js";
import { FieldNotes, notesId } from "./field-notes.js";
import type { FieldProps } from "./field-props.js";
import { useNotes } from "./use-notes.js";

export function ChoiceField({ field, refused, enter, alone }: FieldProps) {
  const { labels } = useSpeech();
  const { tone } = useNotes(field, refused);
  return (
    <fieldset className="field choices" aria-describedby={notesId(field)}>
      <legend className={alone ? "visually-hidden" : ""}>{labels.fields[field.name]}</legend>
      {(field.choices ?? []).map((choice) => (
        <OneChoice
          key={choice.value}
          field={field}
          choice={choice}
          invalid={tone === "loud"}
          onChoose={() => {
            enter({ [field.name]: choice.value });
          }}
        />
      ))}
      <FieldNotes field={field} tone={tone} />
    </fieldset>
  );
}

interface OneChoiceProps {
  readonly field: Field;
  readonly choice: Choice;
  readonly invalid: boolean;
  readonly onChoose: () => void;
}

function OneChoice({ field, choice, invalid, onChoose }: OneChoiceProps) {
  const { labels, say } = useSpeech();
  const { value, offered, recommended, condition, why } = choice;
  const { name, description } = choiceWords(labels, field.name, value);
  const id = `${field.name}-${value}`;
  return (
    <div className={offered ? "choice" : "choice choice-off"}>
      <input
        type="radio"
        id={id}
        name={field.name}
        checked={field.value === value}
        disabled={!offered}
        aria-invalid={invalid}
        aria-describedby={`${id}-text`}
        onChange={onChoose}
      />
      <label htmlFor={id}>
        {name} {recommended && <span className="badge badge-good">{labels.recommended}</span>}
      </label>
      <div id={`${id}-text`} className="choice-text">
        {description !== "" && <p>{description}</p>}
        {condition !== undefined && <p className="message message-hint">{say(condition)}</p>}
        {why !== undefined && <p className="message message-hint">{say(why)}</p>}
      </div>
    </div>
  );
}
