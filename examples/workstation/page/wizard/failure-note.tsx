import type { FailureView } from "./view-parts.js";
import { useSpeech } from "../speech.js";

/** What went wrong, where, and what support wants to know. */
export function FailureNote({ failure }: { readonly failure: FailureView }) {
  const { words, labels, say } = useSpeech();
  const { at, said, code, details } = failure;
  return (
    <div className="failure">
      <div className="notice notice-bad" role="alert">
        <p>
          <strong>{say(said)}</strong>
        </p>
        <p>{words.wizard.failedAt(labels.steps[at].title)}</p>
      </div>
      <details>
        <summary>{words.wizard.support}</summary>
        <p className="path">{code}</p>
        {details !== null && <p className="path">{details}</p>}
      </details>
    </div>
  );
}
