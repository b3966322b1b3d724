import type { ResumeError } from "licit/acquisition";
import type { Labels, StepWords } from "licit/messages";
import type { StoredWizard } from "../../src/contract.js";
import { useSpeech } from "../speech.js";

export interface StoredProps {
  readonly stored: StoredWizard;
  readonly lost: ResumeError | null;
  readonly onGoOn: (stored: StoredWizard) => void;
  readonly onStartOver: () => void;
}

/** A wizard that somebody left before it was done. */
export function Stored({ stored, lost, onGoOn, onStartOver }: StoredProps) {
  const { words, labels, say } = useSpeech();
  const title = leftAt(stored, labels);
  return (
    <section className="card" aria-labelledby="stored">
      <h2 id="stored">{words.stored.title}</h2>
      {lost === null ? (
        <p>{words.stored.text(title)}</p>
      ) : (
        <p role="alert">
          {words.stored.lost} {say(lost)}
        </p>
      )}
      <p className="actions">
        {lost === null && (
          <button
            type="button"
            className="primary"
            onClick={() => {
              onGoOn(stored);
            }}
          >
            {words.stored.goOn}
          </button>
        )}
        <button type="button" className={lost === null ? "" : "primary"} onClick={onStartOver}>
          {words.stored.startOver}
        </button>
      </p>
    </section>
  );
}

/** What was stored may be of another version, and its step one that has no words here: `resume` says so, and not this card. */
function leftAt({ state: { step, ended } }: StoredWizard, { steps }: Labels): string | undefined {
  const known: { readonly [step: string]: StepWords | undefined } = steps;
  return known[ended?.how === "left" ? ended.at : step]?.title;
}
