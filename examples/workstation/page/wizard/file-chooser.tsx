import { useEffect, useRef, useState, type DragEvent } from "react";
import { useSpeech } from "../speech.js";

/** The dialog of an effect that opens a file. A page cannot open one unasked: the person presses, or drops. */
export function FileChooser({ onChoose }: { readonly onChoose: (file: File | null) => void }) {
  const { words } = useSpeech();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  useEffect(() => {
    input.current?.focus();
  }, []);

  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file !== undefined) onChoose(file);
  };

  return (
    <fieldset
      className={over ? "chooser chooser-over" : "chooser"}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => {
        setOver(false);
      }}
      onDrop={drop}
    >
      <legend>{words.chooser.title}</legend>
      <p>
        <label className="file-button">
          <input
            ref={input}
            type="file"
            onChange={(event) => {
              take(event.target.files);
            }}
          />
          <span>{words.chooser.choose}</span>
        </label>{" "}
        <span className="dim">{words.chooser.drop}</span>
      </p>
      <button
        type="button"
        className="quiet"
        onClick={() => {
          onChoose(null);
        }}
      >
        {words.chooser.cancel}
      </button>
    </fieldset>
  );
}
