import type { Ref } from "react";
import { useSpeech } from "../speech.js";

/** Asks before what was entered is forgotten. Escape goes on. */
export function CancelDialog({ ref, onYes }: { readonly ref: Ref<HTMLDialogElement>; readonly onYes: () => void }) {
  const { words } = useSpeech();
  const { title, text, yes, no } = words.wizard.cancel;
  return (
    <dialog ref={ref} aria-labelledby="cancel-title" aria-describedby="cancel-text">
      <h2 id="cancel-title">{title}</h2>
      <p id="cancel-text">{text}</p>
      <p className="actions">
        <button type="button" className="primary" onClick={(event) => event.currentTarget.closest("dialog")?.close()}>
          {no}
        </button>
        <button
          type="button"
          onClick={(event) => {
            event.currentTarget.closest("dialog")?.close();
            onYes();
          }}
        >
          {yes}
        </button>
      </p>
    </dialog>
  );
}
