import { useEffect, useRef } from "react";
import type { AskingStep, WizardView } from "licit/acquisition";
import { progressInWords } from "licit/messages";
import { Icon } from "../icons.js";
import { useSpeech } from "../speech.js";

export interface StepHeadProps {
  readonly view: WizardView;
  readonly title: string;
  readonly text: string;
  readonly onBack: (step: AskingStep) => void;
  /** `null`: there is nothing that could be gone on with later. */
  readonly onPutOff: (() => void) | null;
}

/** Where the person is. It is made anew for each step, and takes the focus: a screen reader begins where the step begins. */
export function StepHead({ view: { progress, back }, title, text, onBack, onPutOff }: StepHeadProps) {
  const { words, language } = useSpeech();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, []);
  const { step, steps } = progress;
  return (
    <div className="step-head">
      {onPutOff !== null && (
        <p>
          <button type="button" className="quiet" onClick={onPutOff}>
            <Icon shape="arrow" />
            {words.wizard.toHome}
          </button>
        </p>
      )}
      <div className="progress">
        <p id="progress">{progressInWords(progress, language)}</p>
        <progress aria-labelledby="progress" max={steps} value={step} />
        {back.length > 0 && <EarlierSteps back={back} onBack={onBack} />}
      </div>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {text !== "" && <p className="lead">{text}</p>}
    </div>
  );
}

function EarlierSteps({
  back,
  onBack,
}: {
  readonly back: readonly AskingStep[];
  readonly onBack: StepHeadProps["onBack"];
}) {
  const { words, labels } = useSpeech();
  return (
    <details className="earlier">
      <summary>{words.wizard.earlier}</summary>
      <ol>
        {back.map((step) => (
          <li key={step}>
            <button
              type="button"
              className="link"
              onClick={() => {
                onBack(step);
              }}
            >
              {labels.steps[step].title}
            </button>
          </li>
        ))}
      </ol>
    </details>
  );
}
