import type { Field } from "licit/acquisition";
import { useSpeech } from "../speech.js";
import type { Tone } from "./use-notes.js";

export interface FieldNotesProps {
  readonly field: Field;
  readonly tone: Tone;
}

/** The id by which a field is described. */
export function notesId({ name }: Field): string {
  return `notes-${name}`;
}

/** What the licensing center says of a field, and what is wrong with it. */
export function FieldNotes({ field, tone }: FieldNotesProps) {
  const { words, say, term } = useSpeech();
  const { hint, wrong } = field;
  const said = wrong !== undefined && tone !== "silent" ? say(wrong) : null;
  return (
    <div className="notes" id={notesId(field)}>
      {hint !== undefined && <p className="message message-hint">{words.wizard.differs(term(hint))}</p>}
      <div aria-live="polite">{tone === "loud" && said !== null && <p className="message">{said}</p>}</div>
      {tone === "quiet" && said !== null && <p className="message message-quiet">{said}</p>}
    </div>
  );
}
