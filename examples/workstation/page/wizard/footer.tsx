import { useRef } from "react";
import type { WizardButton, WizardView } from "licit/acquisition";
import { useSpeech } from "../speech.js";
import { buttonsAt } from "./button-places.js";
import { CancelDialog } from "./cancel-dialog.js";
import { hasNext, isDone, isWorkFirst } from "./view-parts.js";

export interface FooterProps {
  readonly view: WizardView;
  readonly refused: boolean;
  readonly press: (button: WizardButton) => void;
  readonly onBack: () => void;
}

/** On, back, and out. "Next" comes first in the form, so that Enter means it. */
export function Footer({ view, refused, press, onBack }: FooterProps) {
  const { labels, say } = useSpeech();
  const dialog = useRef<HTMLDialogElement>(null);
  const { back, hindrance, buttons } = view;
  return (
    <footer className="footer">
      <div role="alert">{refused && hindrance !== undefined && <p className="message">{say(hindrance)}</p>}</div>
      <div className="actions">
        {hasNext(view) && (
          <button type="submit" className={isWorkFirst(view) ? "" : "primary"}>
            {isDone(view) ? labels.buttons.finish : labels.buttons.next}
          </button>
        )}
        {back.length > 0 && (
          <button
            type="button"
            onClick={() => {
              onBack();
            }}
          >
            {labels.buttons.back}
          </button>
        )}
        <span className="gap" />
        {buttonsAt("end", buttons).map(({ button, enabled }) => (
          <button
            key={button}
            type="button"
            className="quiet"
            disabled={!enabled}
            onClick={() => {
              if (button === "cancel") dialog.current?.showModal();
              else press(button);
            }}
          >
            {labels.buttons[button]}
          </button>
        ))}
      </div>
      <CancelDialog
        ref={dialog}
        onYes={() => {
          press("cancel");
        }}
      />
    </footer>
  );
}
