import type { Button, WizardButton } from "licit/acquisition";
import { useSpeech } from "../speech.js";

export interface ButtonRowProps {
  readonly buttons: readonly Button[];
  readonly press: (button: WizardButton) => void;
  /** Whether the first that does something is what the person most likely wants. */
  readonly first?: boolean;
}

export function ButtonRow({ buttons, press, first = false }: ButtonRowProps) {
  const { labels } = useSpeech();
  if (buttons.length === 0) return null;
  const primary = first ? helpful(buttons) : undefined;
  return (
    <p className="actions">
      {buttons.map(({ button, enabled }) => (
        <button
          key={button}
          type="button"
          className={button === primary ? "primary" : ""}
          disabled={!enabled}
          onClick={() => {
            press(button);
          }}
        >
          {labels.buttons[button]}
        </button>
      ))}
    </p>
  );
}

/** What can be corrected would fail again if it were only tried again. */
function helpful(buttons: readonly Button[]): WizardButton | undefined {
  const enabled = buttons.filter((one) => one.enabled);
  return (enabled.find(({ button }) => button === "correct") ?? enabled[0])?.button;
}
